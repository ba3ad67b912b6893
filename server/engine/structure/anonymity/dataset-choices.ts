/** Columns of a row that a helper leaves out or picks by their names: `omit(row, ['name'])`, `pick(row, ['zip'])`. */
import { Kind, NONE } from '../../ir';
import { kindAt, operandAt, operandCount } from '../../link/reader';
import type { Datum } from '../../rule';
import { argumentsOf, methodOf, textAt, type Code, type Spot } from '../code';
import { categoryOf, datumFor } from './dataset-columns';

interface Choice {
  how: 'omit' | 'pick';
  /** The row, a value of the same function. */
  from: number;
  names: string[];
}

/** What a call chooses, when all of the names are written in the code. */
export function choiceAt(code: Code, { fn, ordinal }: Spot): Choice | null {
  const reader = code.trail.reader(fn);
  const how = methodOf(reader, ordinal) || (code.calleeOf(fn, ordinal)?.path.at(-1) ?? '');
  const args = argumentsOf(reader, ordinal);
  if ((how !== 'omit' && how !== 'pick') || args.length < 2) return null;
  const lists = args.map((arg) => textsOf(code, fn, arg));
  const from = args.find((_, at) => lists[at] === null) ?? NONE;
  const names = lists.flatMap((list) => list ?? []);
  return from === NONE || names.length === 0 || lists.filter((list) => list === null).length > 1 ? null : { how, from, names };
}

/** Texts of a list, or a text itself; null when some of it is known to the running program only. */
function textsOf(code: Code, fn: number, value: number, depth = 4): string[] | null {
  if (value === NONE || depth === 0) return null;
  const reader = code.trail.reader(fn);
  const text = textAt(reader, value);
  if (text !== null) return [text];
  if (kindAt(reader, value) === Kind.Array) {
    const out: string[] = [];
    for (let n = 0; n < operandCount(reader, value); n += 2) {
      const part = textsOf(code, fn, operandAt(reader, value, n + 1), depth - 1);
      if (part === null) return null;
      out.push(...part);
    }
    return out;
  }
  const [origin, ...others] = code.trail.origins(fn, value);
  if (!origin || others.length > 0 || origin.path.length > 0 || (origin.fn === fn && origin.ordinal === value)) return null;
  return textsOf(code, origin.fn, origin.ordinal, depth - 1);
}

/** What the chosen columns say of the person whose row it is. */
export function columnsOf(code: Code, { fn, ordinal }: Spot, from: number, names: readonly string[]): Datum[] {
  const owner = code.frames.of(fn)?.values[from]?.hint ?? '';
  return names.flatMap((name) => {
    const category = categoryOf(code, owner, name);
    return category ? [datumFor(code, { fn, ordinal }, category, owner === '' ? name : `${owner}.${name}`)] : [];
  });
}
