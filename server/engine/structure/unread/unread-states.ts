/** What a form keeps while somebody fills it in (`useState`), and what is sent of it: a field that is only shown again is used by nobody. */
import { Flag, Kind, NONE } from '../../ir';
import { flagsAt, kindAt, operandAt, type Reader } from '../../link/reader';
import type { UnreadField } from '../../rule/structure';
import { argumentsOf, callsOf, entriesOf, functionOf, methodOf, slotOf, type Code, type PersonalOf } from '../code';
import { attributesOf, elementsOf, tagOf } from '../markup';
import type { Uses } from '../uses';

/** Where `useState` comes from. */
export const keepsState = (specifier: string): boolean => /^(react|preact|preact\/hooks|preact\/compat)$/.test(specifier);

const FIELDS = /^(input|textarea|select|TextInput|Input|Textarea|Select|Switch|Checkbox|TextField|DatePicker)$/i;
const SHOWS = /^(value|checked|defaultValue|defaultChecked|selected|selectedKey)$/;

/** A state and its setter, as slots of the function that holds them. */
interface State {
  call: number;
  slot: number;
  setter: number;
}

/**
 * `const [religion, setReligion] = useState('')` that only its own field shows; a member of `form` beside members that are sent.
 */
export function unreadStates(code: Code, uses: Uses, fn: number, personal: PersonalOf): UnreadField[] {
  const reader = code.trail.reader(fn);
  const states = statesIn(code, uses, fn, reader);
  if (states.length === 0 || readsMarkup(reader)) return [];
  const { slots } = functionOf(code.program, fn);
  const out: UnreadField[] = [];
  const tell = (ordinal: number, name: string): void => {
    const datum = personal(code, '', name);
    if (datum) out.push({ ...code.seen({ fn, ordinal }, name), datum, declared: 'form', required: false, confidence: 'high' });
  };
  const whole = new Map(states.map((state) => [state, takenOf(code, uses, fn, state)]));
  const isSending = [...whole.values()].some((taken) => taken === null || taken.size > 0);
  for (const [state, taken] of whole) {
    if (taken === null || !isFilled(uses, fn, state)) continue;
    const [first = NONE] = argumentsOf(reader, state.call);
    const fields = first !== NONE && kindAt(reader, first) === Kind.Object ? entriesOf(reader, first) : [];
    if (fields.length === 0 && taken.size === 0 && isSending) tell(state.call, slots[state.slot].name);
    if (taken.size === 0) continue;
    for (const { name, value } of fields) if (name !== '...' && !taken.has(name)) tell(value, name);
  }
  return out;
}

function statesIn(code: Code, uses: Uses, fn: number, reader: Reader): State[] {
  const out: State[] = [];
  for (const call of callsOf(reader)) {
    if ((methodOf(reader, call) || code.calleeOf(fn, call)?.path.at(-1)) !== 'useState') continue;
    const slotAt = (name: string): number => {
      const get = uses.of(fn, call).find((user) => kindAt(reader, user) === Kind.Get && nameOf(reader, user) === name);
      const store = get === undefined ? undefined : uses.of(fn, get).find((user) => kindAt(reader, user) === Kind.Store);
      return store === undefined ? NONE : operandAt(reader, store, 0);
    };
    const [slot, setter] = [slotAt('0'), slotAt('1')];
    if (slot !== NONE && setter !== NONE) out.push({ call, slot, setter });
  }
  return out;
}

const nameOf = (reader: Reader, get: number): string => reader.module.names[operandAt(reader, get, 1)] ?? '';

/** The members that are read of a state; null where it goes on as a whole. */
function takenOf(code: Code, uses: Uses, owner: number, { slot, setter }: State): Set<string> | null {
  const read = new Set<string>();
  for (const { fn, ordinal } of uses.loads(owner, slot)) {
    const reader = code.trail.reader(fn);
    for (const user of uses.of(fn, ordinal)) {
      if (isShown(reader, user, ordinal)) continue;
      if (isGivenBack(code, uses, fn, user, owner, setter)) continue;
      if (kindAt(reader, user) !== Kind.Get || flagsAt(reader, user) & Flag.Computed) return null;
      if (!uses.of(fn, user).every((next) => isShown(reader, next, user))) read.add(nameOf(reader, user));
    }
  }
  return read;
}

/** The field itself shows what was typed into it. */
const isShown = (reader: Reader, element: number, value: number): boolean =>
  kindAt(reader, element) === Kind.Element &&
  FIELDS.test(tagOf(reader, element)) &&
  attributesOf(reader, element).some((each) => each.value === value && SHOWS.test(each.name));

/** `setForm({ ...form, email })`: it only goes back to where it came from. */
function isGivenBack(code: Code, uses: Uses, fn: number, user: number, owner: number, setter: number): boolean {
  const reader = code.trail.reader(fn);
  if (kindAt(reader, user) === Kind.Call) return isSetter(code, fn, reader, user, owner, setter);
  return (
    (kindAt(reader, user) === Kind.Object || kindAt(reader, user) === Kind.Unary) &&
    uses.of(fn, user).every((next) => isSetter(code, fn, reader, next, owner, setter))
  );
}

function isSetter(code: Code, fn: number, reader: Reader, call: number, owner: number, setter: number): boolean {
  if (kindAt(reader, call) !== Kind.Call) return false;
  const callee = operandAt(reader, call, 0);
  if (callee === NONE || operandAt(reader, call, 1) !== NONE || kindAt(reader, callee) !== Kind.Load) return false;
  const to = slotOf(code.program, fn, reader, callee);
  return to.owner === owner && to.slot === setter;
}

/** Something sets it as somebody types. */
const isFilled = (uses: Uses, fn: number, { setter }: State): boolean => uses.loads(fn, setter).length > 0;

/** A form that is sent as it stands, or read by the names of its fields: what is sent is not what is kept. */
const readsMarkup = (reader: Reader): boolean =>
  reader.module.names.some((name) => name === 'FormData' || name === 'formData' || name === 'elements') ||
  [...elementsOf(reader)].some(
    (element) => /^form$/i.test(tagOf(reader, element)) && attributesOf(reader, element).some(({ name }) => name === 'action'),
  );
