/** Reading one function's instructions without objects: a cursor over the flat words. */
import { EntryKind, Kind, NONE, Term, type ModuleIR } from '../ir';

export interface Reader {
  module: ModuleIR;
  /** Module-wide ordinal of instruction 0. */
  first: number;
  count: number;
}

export const readerOf = (module: ModuleIR, index: number): Reader => ({
  module,
  first: module.functions[index].first,
  count: module.functions[index].count,
});

/** Offset in `code` of instruction `i` of the function. */
export const wordAt = (reader: Reader, i: number): number => reader.module.at[reader.first + i];
export const kindAt = (reader: Reader, i: number): Kind => reader.module.code[reader.module.at[reader.first + i]] & 0xff;
export const flagsAt = (reader: Reader, i: number): number =>
  (reader.module.code[reader.module.at[reader.first + i]] >> 8) & 0xff;
export const operandCount = (reader: Reader, i: number): number => reader.module.code[reader.module.at[reader.first + i]] >>> 16;
export const operandAt = (reader: Reader, i: number, n: number): number =>
  reader.module.code[reader.module.at[reader.first + i] + 1 + n];

export interface Entry {
  key: string;
  value: number;
}

/** Entries of an object literal whose names are written, with the values they hold. Of anything else, none. */
export function writtenEntries(reader: Reader, object: number): Entry[] {
  const out: Entry[] = [];
  if (object === NONE || kindAt(reader, object) !== Kind.Object) return out;
  for (let n = 0; n < operandCount(reader, object); n += 3)
    if (operandAt(reader, object, n) === (EntryKind.Static as number))
      out.push({ key: reader.module.names[operandAt(reader, object, n + 1)], value: operandAt(reader, object, n + 2) });
  return out;
}

/** Ordinals of the return instructions, with a value or without. */
export function endsOf(reader: Reader): number[] {
  const out: number[] = [];
  for (let i = 0; i < reader.count; i++) if (kindAt(reader, i) === Kind.Return) out.push(i);
  return out;
}

/** "Applicant" of `a: Applicant`; '' for a type that is no reference, and for none. */
export const termName = ({ terms, termStart, names }: ModuleIR, term: number): string =>
  term >= 0 && terms[termStart[term]] === (Term.Reference as number) ? names[terms[termStart[term] + 1]] : '';
