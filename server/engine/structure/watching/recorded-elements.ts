/** What an element that is laid open to a recorder asks of a person or shows of one, by itself or below it. */
import { Flag, Kind, NONE } from '../../ir';
import type { Shown } from '../../model';
import { flagsAt, kindAt, operandAt, type Reader } from '../../link/reader';
import { argumentsOf, functionOf, methodOf, slotOf, textAt, type Code } from '../code';
import { attributesOf, childrenOf, tagOf } from '../markup';

export interface ShownElement {
  at: number;
  /** Name of the field or the member. */
  told: string;
  what: Shown;
}

/** Elements below one another that are looked through. */
export const DEPTH = 8;
const FIELDS = /^(input|textarea|select|textfield)$/i;
/** Classes and attributes that hide again what is in them. */
const HIDES = /(^|-)(mask|exclude|block|suppress|no-capture|private)(-|$)/;

export function shownBelow(
  code: Code,
  fn: number,
  reader: Reader,
  element: number,
  opens: readonly Shown[],
  depth: number,
): ShownElement | null {
  const isField = FIELDS.test(tagOf(reader, element));
  const what = isField ? 'inputs' : 'text';
  const told = isField ? askedFor(code, fn, reader, element) : shownIn(code, reader, element);
  if (told && opens.includes(what)) return { at: element, told, what };
  if (depth === 0) return null;
  for (const child of childrenOf(reader, element)) {
    if (kindAt(reader, child) !== Kind.Element || isMarked(reader, child, (word) => HIDES.test(word))) continue;
    const below = shownBelow(code, fn, reader, child, opens, depth - 1);
    if (below) return below;
  }
  return null;
}

/** An attribute of the element, or one of its classes, passes. */
export const isMarked = (reader: Reader, element: number, test: (word: string) => boolean): boolean =>
  attributesOf(reader, element).some(({ name, value }) =>
    /^class(Name)?$/.test(name) ? textAt(reader, value)?.split(/\s+/).some(test) === true : test(name),
  );

/** `name="iban"`, `type="email"`, `value={income}`, `{...register('iban')}` */
function askedFor(code: Code, fn: number, reader: Reader, field: number): string | undefined {
  for (const { name, value } of attributesOf(reader, field)) {
    if (value === NONE) continue;
    const text = textAt(reader, value);
    if (/^type$/i.test(name) && text && /^(email|tel)$/.test(text)) return text;
    if (/^(name|id|autocomplete)$/i.test(name) && text && isPersonal(code, text)) return text;
    const held = name === 'value' ? nameOf(code, fn, reader, value) : name === '...' ? registered(reader, value) : '';
    if (held && isPersonal(code, held)) return held;
  }
  return undefined;
}

/** Name of the variable or the member that a field holds. */
function nameOf(code: Code, fn: number, reader: Reader, value: number): string {
  if (kindAt(reader, value) === Kind.Get && !(flagsAt(reader, value) & Flag.Computed))
    return reader.module.names[operandAt(reader, value, 1)];
  if (kindAt(reader, value) !== Kind.Load) return '';
  const { owner, slot } = slotOf(code.program, fn, reader, value);
  return functionOf(code.program, owner).slots[slot].name;
}

/** `register('iban')`, `form.register('iban')`, `field('iban')` */
function registered(reader: Reader, value: number): string {
  const isCall = kindAt(reader, value) === Kind.Call;
  if (!isCall || !/^(|register|field|getFieldProps|getInputProps)$/.test(methodOf(reader, value))) return '';
  const [first] = argumentsOf(reader, value);
  return first === undefined ? '' : (textAt(reader, first) ?? '');
}

function shownIn(code: Code, reader: Reader, element: number): string | undefined {
  return childrenOf(reader, element)
    .filter((child) => kindAt(reader, child) === Kind.Get && !(flagsAt(reader, child) & Flag.Computed))
    .map((child) => reader.module.names[operandAt(reader, child, 1)])
    .find((name) => isPersonal(code, name));
}

const isPersonal = (code: Code, name: string): boolean => code.classifier.name(name)?.specific === true;
