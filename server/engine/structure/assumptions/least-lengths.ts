/** Where a text must have two characters or more. */
import { Flag, isComparison, Kind, LiteralKind, NONE, OPERATORS } from '../../ir';
import { flagsAt, kindAt, operandAt, type Reader } from '../../link/reader';
import { argumentsOf, entriesOf, functionOf, methodOf, slotOf, textAt, type Code } from '../code';

const LEAST = 2;
const LINKS = 6;

/** Instructions that ask for it; `field` is the name of what they ask it of, where they say it themselves. */
export function* minimaOf(code: Code, fn: number, reader: Reader): Generator<{ ordinal: number; field: string | null }> {
  for (let i = 0; i < reader.count; i++) {
    switch (kindAt(reader, i)) {
      case Kind.Call:
        if (isLong(reader, i)) yield { ordinal: i, field: null };
        if (methodOf(reader, i) === 'isLength' && hasLeast(reader, argumentsOf(reader, i)[0] ?? NONE, /^min$/))
          yield { ordinal: i, field: checkedField(reader, i) };
        break;
      case Kind.Object:
        // `{ type: 'string', minLength: 2 }`, `{ type: String, minlength: 2 }`
        if (hasLeast(reader, i, /^min_?length$/i)) yield { ordinal: i, field: null };
        break;
      case Kind.Binary: {
        const field = isComparison(operandAt(reader, i, 0)) ? comparedField(code, fn, reader, i) : '';
        if (field !== '') yield { ordinal: i, field };
        break;
      }
      default:
        break;
    }
  }
}

/** `.min(2)`, `@MinLength(2)` */
function isLong(reader: Reader, call: number): boolean {
  const callee = operandAt(reader, call, 0);
  const method = methodOf(reader, call) || (kindAt(reader, callee) === Kind.Global ? globalName(reader, callee) : '');
  return /^(min|minLength|MinLength|Length)$/.test(method) && numberAt(reader, argumentsOf(reader, call)[0] ?? NONE) >= LEAST;
}

const globalName = (reader: Reader, i: number): string =>
  flagsAt(reader, i) & Flag.Import
    ? (reader.module.imports[operandAt(reader, i, 0)]?.imported ?? '')
    : (reader.module.names[operandAt(reader, i, 0)] ?? '');

const hasLeast = (reader: Reader, object: number, key: RegExp): boolean =>
  object !== NONE &&
  kindAt(reader, object) === Kind.Object &&
  entriesOf(reader, object).some(({ name, value }) => key.test(name) && numberAt(reader, value) >= LEAST);

/** `body('surname').trim().isLength(…)` */
function checkedField(reader: Reader, call: number): string {
  let at = operandAt(reader, call, 0);
  for (let link = 0; link < LINKS && at !== NONE && kindAt(reader, at) === Kind.Call; link++) {
    if (methodOf(reader, at) === '') return textAt(reader, argumentsOf(reader, at)[0] ?? NONE) ?? '';
    at = operandAt(reader, at, 0);
  }
  return '';
}

/** `form.lastName.length < 2`: the member or the variable whose length it is. */
function comparedField(code: Code, fn: number, reader: Reader, i: number): string {
  const [operator, left, right] = [OPERATORS[operandAt(reader, i, 0)], operandAt(reader, i, 1), operandAt(reader, i, 2)];
  const least = operator === '<' ? numberAt(reader, right) : operator === '<=' ? numberAt(reader, right) + 1 : 0;
  if (least < LEAST || memberOf(reader, left) !== 'length') return '';
  let text = operandAt(reader, left, 0);
  if (kindAt(reader, text) === Kind.Call && methodOf(reader, text) === 'trim') text = operandAt(reader, text, 0);
  if (kindAt(reader, text) !== Kind.Load) return memberOf(reader, text);
  const { owner, slot } = slotOf(code.program, fn, reader, text);
  return functionOf(code.program, owner).slots[slot]?.name ?? '';
}

const memberOf = (reader: Reader, i: number): string =>
  i !== NONE && kindAt(reader, i) === Kind.Get && !(flagsAt(reader, i) & Flag.Computed)
    ? (reader.module.names[operandAt(reader, i, 1)] ?? '')
    : '';

const numberAt = (reader: Reader, i: number): number =>
  i !== NONE && kindAt(reader, i) === Kind.Const && operandAt(reader, i, 0) === LiteralKind.Number
    ? Number(reader.module.names[operandAt(reader, i, 1)])
    : 0;
