/** Values that say yes before anybody is asked: states, defaults of forms and schemas, fallbacks. */
import { Flag, Kind, NONE, OPERATORS } from '../../ir';
import { flagsAt, kindAt, operandAt, type Reader } from '../../link/reader';
import type { Preset } from '../../rule/structure';
import { argumentsOf, entriesOf, flagAt, functionOf, methodOf, slotOf, type Code } from '../code';
import { choiceIn } from './consent-words';
import { isOfferedTicked, listedTicked, purposeAt } from './preset-purposes';
import { KEPT, keysOf, storedNames } from './preset-states';
import { storeOf } from './preset-stores';
import { attributesOf } from '../markup';
import { holdersOf, type Uses } from '../uses';

const HOLDERS = /^(defaultValues|initialValues|initialState|defaultValue|initialData|initial|defaults)$/;
const FORMS = /^(useForm|useFormik|useFormState|createForm|createStore|createMutable|reactive|superForm)$/;

/** Under such a key a person's own settings are kept, and not those of a page. */
const OF_PERSON = /consent|cookie|privacy|preferences|settings|profile|notifications|form/i;

/** Objects: form defaults, schemas, `?? true`. */
export function defaults(code: Code, uses: Uses, fn: number, reader: Reader): Preset[] {
  const out: Preset[] = [];
  for (let i = 0; i < reader.count; i++) {
    const kind = kindAt(reader, i);
    if (kind === Kind.Object)
      for (const entry of entriesOf(reader, i)) out.push(...entryPreset(code, uses, fn, reader, i, entry));
    if (kind === Kind.Array)
      for (const { purpose, ordinal } of listedTicked(reader, i))
        out.push({ ...code.seen({ fn, ordinal }, purpose), choice: purpose, form: 'form-default', confidence: 'high' });
    if (kind === Kind.Otherwise && !(flagsAt(reader, i) & Flag.Default) && flagAt(reader, operandAt(reader, i, 1)) === true) {
      const choice = choiceIn(nameOfValue(code, fn, reader, operandAt(reader, i, 0)));
      if (choice !== '')
        out.push({ ...code.seen({ fn, ordinal: i }, '?? true'), choice, form: 'fallback', confidence: 'medium' });
    }
  }
  return out;
}

function entryPreset(
  code: Code,
  uses: Uses,
  fn: number,
  reader: Reader,
  object: number,
  { name, value }: { name: string; value: number },
): Preset[] {
  const choice = value === NONE ? '' : choiceIn(name) || purposeAt(code, uses, { fn, ordinal: object }, name);
  if (choice === '') return [];
  const preset = (form: Preset['form']): Preset[] => [
    { ...code.seen({ fn, ordinal: value }, name), choice, form, confidence: 'high' },
  ];
  if (flagAt(reader, value) === true) return isFormDefault(code, uses, fn, object) ? preset('form-default') : [];
  if (beginsControl(code, uses, fn, reader, object, value)) return preset('form-default');
  // `marketingOptIn: body.marketingOptIn !== false`: who says nothing agrees.
  if (
    isUnlessNo(code, fn, reader, value) &&
    (isSent(code, fn, reader, operandAt(reader, value, 1)) || isKept(code, uses, fn, object))
  )
    return preset('fallback').map((each) => ({ ...each, confidence: 'medium' }));
  if (kindAt(reader, value) === Kind.Object) {
    if (isOfferedTicked(reader, object, value)) return preset('form-default');
    const entries = entriesOf(reader, value);
    const yes = entries.find((entry) => /^(default|defaultValue)$/.test(entry.name));
    const typed = entries.some((entry) => entry.name === 'type');
    return yes && typed && flagAt(reader, yes.value) === true ? preset('schema') : [];
  }
  return kindAt(reader, value) === Kind.Call && defaultsToTrue(reader, value) ? preset('schema') : [];
}

/** `fb.group({ newsletter: [true] })`, `new FormControl(true)`, `fb.control(true)`: how a control of Angular's forms begins. */
function beginsControl(code: Code, uses: Uses, fn: number, reader: Reader, object: number, value: number): boolean {
  if (kindAt(reader, value) === Kind.Array)
    return (
      flagAt(reader, operandAt(reader, value, 1)) === true &&
      uses.of(fn, object).some((user) => kindAt(reader, user) === Kind.Call && methodOf(reader, user) === 'group')
    );
  if (kindAt(reader, value) !== Kind.Call) return false;
  const [first = NONE] = argumentsOf(reader, value);
  const name = methodOf(reader, value) || (code.calleeOf(fn, value)?.path.at(-1) ?? '');
  return /^(FormControl|control)$/.test(name) && flagAt(reader, first) === true;
}

function isUnlessNo(code: Code, fn: number, reader: Reader, value: number): boolean {
  if (kindAt(reader, value) !== Kind.Binary || !/^!==?$/.test(OPERATORS[operandAt(reader, value, 0)])) return false;
  const [left, right] = [operandAt(reader, value, 1), operandAt(reader, value, 2)];
  return flagAt(reader, right) === false && choiceIn(nameOfValue(code, fn, reader, left)) !== '';
}

/** What stores a record, or begins a form with it. */
const STORES =
  /^(create|createMany|insert|insertOne|insertMany|update|updateOne|updateMany|upsert|save|set|put|post|patch|values|add|addDoc|setDoc|updateDoc|findByIdAndUpdate|findOneAndUpdate)$/;

/** The object is stored, sent to be stored, or what a form begins with; and not only shown or counted. */
function isKept(code: Code, uses: Uses, fn: number, object: number, depth = 4): boolean {
  if (depth === 0 || isFormDefault(code, uses, fn, object)) return depth > 0;
  return holdersOf(code, uses, { fn, ordinal: object }).some((holder) => {
    const reader = code.trail.reader(holder.fn);
    return uses.of(holder.fn, holder.ordinal).some((user) => {
      if (kindAt(reader, user) === Kind.Object || kindAt(reader, user) === Kind.Cast || kindAt(reader, user) === Kind.Array)
        return isKept(code, uses, holder.fn, user, depth - 1);
      if (kindAt(reader, user) !== Kind.Call || !argumentsOf(reader, user).includes(holder.ordinal)) return false;
      const method = methodOf(reader, user);
      const name = method || (code.calleeOf(holder.fn, user)?.path.at(-1) ?? '');
      if (method === 'stringify') return isKept(code, uses, holder.fn, user, depth - 1);
      // `new User({ … })` is kept when it is saved.
      return STORES.test(name) || name === 'fetch' || (flagsAt(reader, user) & Flag.New) !== 0;
    });
  });
}

/** `z.boolean().default(true)`, `boolean('marketing').default(true).notNull()`. */
function defaultsToTrue(reader: Reader, call: number): boolean {
  for (let at = call, steps = 0; steps < 6 && kindAt(reader, at) === Kind.Call; steps++) {
    const [given] = argumentsOf(reader, at);
    if (/^(default|defaultTo|prefault)$/.test(methodOf(reader, at)) && given !== undefined) return flagAt(reader, given) === true;
    if (methodOf(reader, at) === '') return false;
    at = operandAt(reader, at, 0);
  }
  return false;
}

/** The object is what a form begins with: under such a key, given to such a hook, or kept under such a name. */
function isFormDefault(code: Code, uses: Uses, fn: number, object: number, depth = 3): boolean {
  const reader = code.trail.reader(fn);
  return uses.of(fn, object).some((user) => {
    const kind = kindAt(reader, user);
    if (kind === Kind.Object) {
      const holder = entriesOf(reader, user).find((entry) => entry.value === object);
      return holder !== undefined && (HOLDERS.test(holder.name) || (depth > 0 && isFormDefault(code, uses, fn, user, depth - 1)));
    }
    if (kind === Kind.Call) {
      const name = code.calleeOf(fn, user)?.path.at(-1) ?? '';
      if (KEPT.test(name))
        return [...keysOf(reader, argumentsOf(reader, user)), ...storedNames(code, uses, fn, user)].some((each) =>
          OF_PERSON.test(each),
        );
      return FORMS.test(name) || (name === 'useState' && uses.of(fn, user).length > 0) || name === 'ref';
    }
    if (kind === Kind.Element) return attributesOf(reader, user).some((each) => each.value === object && HOLDERS.test(each.name));
    if (kind === Kind.Cast) return isFormDefault(code, uses, fn, user, depth);
    // `data() { return { newsletter: true } }` of a component, `create((set) => ({ marketingOptIn: true }))` of a store.
    if (kind === Kind.Return) return functionOf(code.program, fn).name === 'data' || storeOf(code, uses, fn, object).length > 0;
    // `state = { newsletter: true }` of a component that is a class.
    if (kind === Kind.Set)
      return reader.module.names[operandAt(reader, user, 1)] === 'state' && functionOf(code.program, fn).kind === 'initializer';
    if (kind !== Kind.Store) return false;
    const { owner, slot } = slotOf(code.program, fn, reader, user);
    const named = functionOf(code.program, owner).slots[slot].name;
    return /^(default|initial|empty)\w*(values?|state|form|data|consent|preferences)$/i.test(named);
  });
}

/** Name of the member or variable that a value is read from. */
export function nameOfValue(code: Code, fn: number, reader: Reader, value: number): string {
  if (value === NONE) return '';
  if (kindAt(reader, value) === Kind.Get && !(flagsAt(reader, value) & Flag.Computed))
    return reader.module.names[operandAt(reader, value, 1)];
  if (kindAt(reader, value) !== Kind.Load) return '';
  const { owner, slot } = slotOf(code.program, fn, reader, value);
  return functionOf(code.program, owner).slots[slot].name;
}

/** What was sent. */
const SENT = /^(body|data|input|payload|form|values|dto|json|fields|params)$/;

/** Whether a value is a member of what somebody sent: `body.newsletter`, `(await request.json()).newsletter`. */
export function isSent(code: Code, fn: number, reader: Reader, value: number): boolean {
  if (kindAt(reader, value) !== Kind.Get) return false;
  let from = operandAt(reader, value, 0);
  while (kindAt(reader, from) === Kind.Await || kindAt(reader, from) === Kind.Cast) from = operandAt(reader, from, 0);
  const name =
    kindAt(reader, from) === Kind.Call ? reader.module.names[operandAt(reader, from, 1)] : nameOfValue(code, fn, reader, from);
  return SENT.test(name ?? '');
}
