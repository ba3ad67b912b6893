/** Choices about one's own data that are made before the person makes them. */
import { Flag, Kind, NONE } from '../ir';
import { flagsAt, kindAt, operandAt, type Reader } from '../link/reader';
import type { SchemaFact } from '../project';
import type { Preset } from '../rule/structure';
import { argumentsOf, callsOf, entriesOf, flagAt, methodOf, slotOf, textAt, type Code, type Spot, type Topic } from './code';
import { CHOICE_TEXT, choiceIn } from './consent-words';
import { attributesOf, elementsOf, tagOf, wordingOf } from './markup';
import type { Uses } from './uses';

export function presetsOf(code: Code, uses: Uses, schemas: readonly SchemaFact[]): Preset[] {
  const out: Preset[] = [];
  for (const module of code.modulesWith(tells, 'declared')) {
    for (const fn of code.functions(module)) {
      const reader = code.trail.reader(fn);
      out.push(...boxes(code, fn, reader), ...states(code, uses, fn, reader), ...defaults(code, uses, fn, reader));
    }
    out.push(...columns(code, module));
  }
  for (const schema of schemas) if (schema.path.endsWith('.prisma')) out.push(...prismaDefaults(schema));
  return out;
}

const tells: Topic = (name) => name.length <= 120 && (name === 'ad_storage' || choiceIn(name) !== '' || CHOICE_TEXT.test(name));

const BOX = /^(input|Checkbox|CheckBox|Switch|Toggle|checkbox|FormCheckbox|CheckboxField|SwitchField|.*Checkbox|.*Switch)$/;

/** `<input type="checkbox" name="newsletter" defaultChecked />`. */
function boxes(code: Code, fn: number, reader: Reader): Preset[] {
  const out: Preset[] = [];
  for (const element of elementsOf(reader)) {
    const tag = tagOf(reader, element);
    if (!BOX.test(tag)) continue;
    const attributes = attributesOf(reader, element);
    const given = (name: string): number => attributes.find((each) => each.name === name)?.value ?? NONE;
    if (tag === 'input' && !/^(checkbox|radio|switch)$/.test(textAt(reader, given('type')) ?? '')) continue;
    if (textAt(reader, given('type')) === 'radio' && /^(no|false|0|off|none)$/i.test(textAt(reader, given('value')) ?? ''))
      continue;
    const ticked = attributes.find(
      (each) =>
        /^(defaultChecked|checked|defaultSelected|isSelected|defaultValue|value|:checked|model-value)$/.test(each.name) &&
        isYes(code, fn, reader, each),
    );
    if (
      !ticked ||
      attributes.some(
        (each) => /^(disabled|readOnly|isDisabled|readonly)$/.test(each.name) && flagAt(reader, each.value) === true,
      )
    )
      continue;
    const names = ['name', 'id', 'label', 'aria-label', 'title'].map((name) => wordingOf(code, fn, given(name)));
    const choice = [
      ...names.slice(0, 2).map(choiceIn),
      ...[...names.slice(2), wordingOf(code, fn, element)].map(choiceOfText),
    ].find((each) => each !== '');
    if (!choice) continue;
    out.push({ ...code.seen({ fn, ordinal: element }, `<${tag}>`), choice, form: 'checkbox', confidence: 'high' });
  }
  return out;
}

/** A tick that the program itself moves (`checked={state}`) is judged where the state begins. */
function isYes(code: Code, fn: number, reader: Reader, { name, value }: { name: string; value: number }): boolean {
  if (/^(defaultValue|value)$/.test(name)) return flagAt(reader, value) === true;
  return (
    flagAt(reader, value) === true ||
    (name !== 'defaultChecked' &&
      name !== 'checked' &&
      code.constants.of(fn, value).some((constant) => constant.value === true)) ||
    (/^(checked|defaultChecked)$/.test(name) && textAt(reader, value) === '')
  );
}

function choiceOfText(text: string): string {
  const found = CHOICE_TEXT.exec(text);
  return found && !/\b(un|de)subscribe|opt[ -]?out|do not|don'?t/i.test(text) ? found[0].toLowerCase() : '';
}

/** `const [marketingConsent, setMarketingConsent] = useState(true)`, `ref(true)`, `signal(true)`. */
function states(code: Code, uses: Uses, fn: number, reader: Reader): Preset[] {
  const out: Preset[] = [];
  for (const call of callsOf(reader)) {
    const [initial] = argumentsOf(reader, call);
    if (initial === undefined || flagAt(reader, initial) !== true || methodOf(reader, call) !== '') continue;
    const name = code.calleeOf(fn, call);
    if (
      !name ||
      !/^(useState|ref|signal|createSignal|writable|shallowRef|atom|\$state)$/.test(name.path[name.path.length - 1] ?? '')
    )
      continue;
    const choice = storedNames(code, uses, fn, call)
      .map(choiceIn)
      .find((each) => each !== '');
    if (choice) out.push({ ...code.seen({ fn, ordinal: call }, name.path.join('.')), choice, form: 'state', confidence: 'high' });
  }
  return out;
}

/** Names of the variables that take a value or its first part. */
function storedNames(code: Code, uses: Uses, fn: number, value: number): string[] {
  const reader = code.trail.reader(fn);
  return uses.of(fn, value).flatMap((user) => {
    if (kindAt(reader, user) === Kind.Get && reader.module.names[operandAt(reader, user, 1)] === '0')
      return storedNames(code, uses, fn, user);
    if (kindAt(reader, user) === Kind.Cast) return storedNames(code, uses, fn, user);
    if (kindAt(reader, user) !== Kind.Store) return [];
    const { owner, slot } = slotOf(code.program, fn, reader, user);
    return [
      code.program.modules[code.program.moduleOf[owner]].functions[owner - code.program.base[code.program.moduleOf[owner]]].slots[
        slot
      ].name,
    ];
  });
}

const HOLDERS = /^(defaultValues|initialValues|initialState|defaultValue|initialData|initial|defaults)$/;
const FORMS = /^(useForm|useFormik|useFormState|createForm|reactive|superForm)$/;

/** Objects: form defaults, schemas, `?? true`. */
function defaults(code: Code, uses: Uses, fn: number, reader: Reader): Preset[] {
  const out: Preset[] = [];
  for (let i = 0; i < reader.count; i++) {
    const kind = kindAt(reader, i);
    if (kind === Kind.Object)
      for (const entry of entriesOf(reader, i)) out.push(...entryPreset(code, uses, fn, reader, i, entry));
    if (kind === Kind.Otherwise && !(flagsAt(reader, i) & Flag.Default) && flagAt(reader, operandAt(reader, i, 1)) === true) {
      const choice = choiceIn(nameOfValue(code, fn, reader, operandAt(reader, i, 0)));
      if (choice !== '')
        out.push({ ...code.seen({ fn, ordinal: i }, '?? true'), choice, form: 'fallback', confidence: 'medium' });
    }
    if (kind === Kind.Call && isConsentMode(code, fn, reader, i)) {
      out.push({
        ...code.seen({ fn, ordinal: i }, 'gtag'),
        choice: 'advertising and analytics storage',
        form: 'consent-mode',
        confidence: 'high',
      });
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
  const choice = value === NONE ? '' : choiceIn(name);
  if (choice === '') return [];
  const preset = (form: Preset['form']): Preset[] => [
    { ...code.seen({ fn, ordinal: value }, name), choice, form, confidence: 'high' },
  ];
  if (flagAt(reader, value) === true) return isFormDefault(code, uses, fn, object) ? preset('form-default') : [];
  if (kindAt(reader, value) === Kind.Object) {
    const entries = entriesOf(reader, value);
    const yes = entries.find((entry) => /^(default|defaultValue)$/.test(entry.name));
    const typed = entries.some((entry) => entry.name === 'type');
    return yes && typed && flagAt(reader, yes.value) === true ? preset('schema') : [];
  }
  return kindAt(reader, value) === Kind.Call && defaultsToTrue(reader, value) ? preset('schema') : [];
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
      return FORMS.test(name) || (name === 'useState' && uses.of(fn, user).length > 0) || name === 'ref';
    }
    if (kind === Kind.Element) return attributesOf(reader, user).some((each) => each.value === object && HOLDERS.test(each.name));
    if (kind === Kind.Cast) return isFormDefault(code, uses, fn, user, depth);
    if (kind !== Kind.Store) return false;
    const { owner, slot } = slotOf(code.program, fn, reader, user);
    const named =
      code.program.modules[code.program.moduleOf[owner]].functions[owner - code.program.base[code.program.moduleOf[owner]]].slots[
        slot
      ].name;
    return /^(default|initial|empty)\w*(values?|state|form|data|consent|preferences)$/i.test(named);
  });
}

/** Name of the member or variable that a value is read from. */
function nameOfValue(code: Code, fn: number, reader: Reader, value: number): string {
  if (value === NONE) return '';
  if (kindAt(reader, value) === Kind.Get && !(flagsAt(reader, value) & Flag.Computed))
    return reader.module.names[operandAt(reader, value, 1)];
  if (kindAt(reader, value) !== Kind.Load) return '';
  const { owner, slot } = slotOf(code.program, fn, reader, value);
  return code.program.modules[code.program.moduleOf[owner]].functions[owner - code.program.base[code.program.moduleOf[owner]]]
    .slots[slot].name;
}

/** `gtag('consent', 'default', { ad_storage: 'granted' })` for everybody, not for regions where the law lets it be. */
function isConsentMode(code: Code, fn: number, reader: Reader, call: number): boolean {
  const args = argumentsOf(reader, call);
  if (textAt(reader, args[0] ?? NONE) !== 'consent' || textAt(reader, args[1] ?? NONE) !== 'default' || args.length < 3)
    return false;
  const granted = ['ad_storage', 'ad_user_data', 'ad_personalization', 'analytics_storage'].some((name) =>
    code.constants.of(fn, args[2], [name]).some((constant) => constant.value === 'granted'),
  );
  return granted && code.constants.of(fn, args[2], ['region']).length === 0;
}

/** `@Column({ default: true }) marketingOptIn: boolean`, and a field of an entity that begins with true. */
function columns(code: Code, module: number): Preset[] {
  const out: Preset[] = [];
  const ir = code.program.modules[module];
  for (const declared of ir.classes) {
    for (const { member, value } of declared.decorators) {
      const choice = member === null || member === '' ? '' : choiceIn(member);
      if (choice === '') continue;
      const fn = spotOfClass(code, module, declared);
      const reader = fn && code.trail.reader(fn.fn);
      if (!fn || !reader || kindAt(reader, value) !== Kind.Call) continue;
      const isDefault = argumentsOf(reader, value).some((given) =>
        ['default', 'defaultValue'].some((name) =>
          code.constants.of(fn.fn, given, [name]).some((constant) => constant.value === true),
        ),
      );
      if (isDefault)
        out.push({ ...code.seen({ fn: fn.fn, ordinal: value }, member!), choice, form: 'schema', confidence: 'high' });
    }
  }
  return out;
}

/** Where the class is made: decorators are values of that function. */
function spotOfClass(code: Code, module: number, declared: unknown): Spot | null {
  const index = code.program.modules[module].classes.indexOf(declared as never);
  for (const fn of code.functions(module)) {
    const reader = code.trail.reader(fn);
    for (let i = 0; i < reader.count; i++)
      if (kindAt(reader, i) === Kind.Class && operandAt(reader, i, 0) === index) return { fn, ordinal: i };
  }
  return null;
}

/** `marketingOptIn Boolean @default(true)` in a Prisma schema. */
function prismaDefaults({ path, text }: SchemaFact): Preset[] {
  return [...text.matchAll(/^[ \t]*(\w+)[ \t]+Boolean\b[^\n]*@default\(true\)[^\n]*/gm)].flatMap((match): Preset[] => {
    const choice = choiceIn(match[1]);
    if (choice === '') return [];
    const start = match.index + match[0].indexOf(match[1]);
    const at = { path, start, end: match.index + match[0].length };
    return [{ at, extent: at, symbol: match[1], words: match[1], choice, form: 'schema', confidence: 'high' }];
  });
}
