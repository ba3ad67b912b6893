/** States that begin with yes. */
import { Kind, NONE } from '../../ir';
import { kindAt, operandAt, type Reader } from '../../link/reader';
import type { Preset } from '../../rule/structure';
import { argumentsOf, callsOf, entriesOf, flagAt, functionOf, methodOf, slotOf, textAt, type Code } from '../code';
import { choiceIn } from './consent-words';
import type { Uses } from '../uses';

/** What keeps a state, whose first argument is how it begins. */
export const STATES = /^(useState|ref|signal|createSignal|writable|shallowRef|atom|useSignal|\$state|BehaviorSubject)$/;

/** Keep a state beyond the visit: a key, and how it begins, as it is or among options. */
export const KEPT =
  /^(atomWithStorage|persistentAtom|persisted|use(Local|Session)?Storage|use(Local|Session)StorageState|usePersist(ed|ent)State)$/;
const AT_FIRST = /^(defaultValue|initialValue|default)$/;

/** `const [marketingConsent, setMarketingConsent] = useState(true)`, `ref(true)`, `useLocalStorage('marketing-consent', true)`. */
export function states(code: Code, uses: Uses, fn: number, reader: Reader): Preset[] {
  const out: Preset[] = [];
  for (const call of callsOf(reader)) {
    if (methodOf(reader, call) !== '') continue;
    const args = argumentsOf(reader, call);
    const begins = args.some(
      (arg) => flagAt(reader, arg) === true || optionsOf(reader, arg).some((entry) => isYes(reader, entry)),
    );
    const name = begins ? code.calleeOf(fn, call) : null;
    const callee = name?.path.at(-1) ?? '';
    const keys = KEPT.test(callee) ? keysOf(reader, args) : STATES.test(callee) && flagAt(reader, args[0]) === true ? [] : null;
    if (!name || keys === null) continue;
    const choice = [...storedNames(code, uses, fn, call), ...keys].map(choiceIn).find((each) => each !== '');
    if (choice) out.push({ ...code.seen({ fn, ordinal: call }, name.path.join('.')), choice, form: 'state', confidence: 'high' });
  }
  return out;
}

type Entry = ReturnType<typeof entriesOf>[number];
const optionsOf = (reader: Reader, arg: number): Entry[] =>
  arg !== NONE && kindAt(reader, arg) === Kind.Object ? entriesOf(reader, arg) : [];
const isYes = (reader: Reader, { name, value }: Entry): boolean => AT_FIRST.test(name) && flagAt(reader, value) === true;

/** `useLocalStorage('consent', true)`, `useLocalStorage({ key: 'consent', defaultValue: true })` */
export const keysOf = (reader: Reader, [first = NONE]: number[]): string[] =>
  [first, ...optionsOf(reader, first).flatMap(({ name, value }) => (name === 'key' ? [value] : []))].flatMap(
    (key) => textAt(reader, key) ?? [],
  );

/** Names of the variables that take a value or its first part. */
export function storedNames(code: Code, uses: Uses, fn: number, value: number): string[] {
  const reader = code.trail.reader(fn);
  return uses.of(fn, value).flatMap((user) => {
    if (kindAt(reader, user) === Kind.Get && reader.module.names[operandAt(reader, user, 1)] === '0')
      return storedNames(code, uses, fn, user);
    if (kindAt(reader, user) === Kind.Cast) return storedNames(code, uses, fn, user);
    // `marketingConsent = signal(true)` of a class.
    if (kindAt(reader, user) === Kind.Set && kindAt(reader, operandAt(reader, user, 0)) === Kind.This)
      return [reader.module.names[operandAt(reader, user, 1)]];
    if (kindAt(reader, user) !== Kind.Store) return [];
    const { owner, slot } = slotOf(code.program, fn, reader, user);
    return [functionOf(code.program, owner).slots[slot].name];
  });
}
