/** Names of schemas and tables whose declarations have a member of interest, and of the types inferred from them. */
import { EntryKind, Flag, Kind, NONE, Term, type ModuleIR } from '../ir';
import { flagsAt, kindAt, operandAt, operandCount, readerOf, type Reader } from '../link/reader';

const LINKS = 8;

/** `createTable('members', { … })`: a project's own way to declare tables of the library. */
const TABLE = /table$/i;
/** Names that every file has for something. */
const COMMON = /^(?:schemas?|tables?|models?|input|body|params|query|data|validator|entity)$/i;

export function schemaNamesOf(
  ir: ModuleIR,
  isSchemaLibrary: (specifier: string) => boolean,
  isTelling: (name: string) => boolean,
): string[] {
  const libraries = ir.imports.map((entry) => isSchemaLibrary(entry.specifier));
  if (!libraries.includes(true)) return [];
  const reader = readerOf(ir, 0);
  const out: string[] = [];
  for (let i = 0; i < reader.count; i++) {
    if (kindAt(reader, i) !== Kind.Store || operandAt(reader, i, 2) !== NONE) continue;
    const { name } = ir.functions[0].slots[operandAt(reader, i, 0)];
    if (COMMON.test(name) || out.includes(name)) continue;
    if (declares(reader, operandAt(reader, i, 1), libraries, isTelling)) out.push(name);
  }
  for (const shape of ir.shapes)
    if (shape.alias !== NONE && !COMMON.test(shape.name) && infersFrom(ir, shape.alias, out)) out.push(shape.name);
  return out;
}

/** `z.object({ email: … }).strict()`: a chain of calls that begins at the library, with an object that names a member. */
function declares(reader: Reader, value: number, libraries: readonly boolean[], isTelling: (name: string) => boolean): boolean {
  let at = value;
  let tells = false;
  for (let link = 0; link < LINKS && at !== NONE; link++) {
    const kind = kindAt(reader, at);
    if (kind === Kind.Load) return tells && TABLE.test(reader.module.functions[0].slots[operandAt(reader, at, 0)].name);
    if (kind === Kind.Global) {
      const entry = operandAt(reader, at, 0);
      const isImport = (flagsAt(reader, at) & Flag.Import) !== 0;
      return tells && isImport && (libraries[entry] || TABLE.test(reader.module.imports[entry].local));
    }
    if (kind !== Kind.Call && kind !== Kind.Get && kind !== Kind.Cast) return false;
    for (let n = 4; kind === Kind.Call && n < operandCount(reader, at); n++)
      if (names(reader, operandAt(reader, at, n), isTelling)) tells = true;
    at = operandAt(reader, at, 0);
  }
  return false;
}

function names(reader: Reader, ordinal: number, isTelling: (name: string) => boolean): boolean {
  if (ordinal === NONE || kindAt(reader, ordinal) !== Kind.Object) return false;
  for (let n = 0; n < operandCount(reader, ordinal); n += 3) {
    const kind = operandAt(reader, ordinal, n);
    if (kind === EntryKind.Static && isTelling(reader.module.names[operandAt(reader, ordinal, n + 1)])) return true;
  }
  return false;
}

/** `z.infer<typeof signUp>`, at the first level, and `typeof guests.$inferSelect`. */
function infersFrom(ir: ModuleIR, term: number, names: readonly string[]): boolean {
  const kind = ir.terms[ir.termStart[term]] as Term;
  if (kind === Term.TypeofValue)
    return ir.names[ir.terms[ir.termStart[term] + 1]].split('.').some((part) => names.includes(part));
  if (kind !== Term.Reference) return false;
  for (let k = ir.termStart[term] + 2; k < ir.termStart[term + 1]; k++) {
    const inner = ir.terms[k];
    const from = inner >= 0 && inner < term ? ir.termStart[inner] : NONE;
    if (from >= 0 && ir.terms[from] === (Term.TypeofValue as number) && names.includes(ir.names[ir.terms[from + 1]])) return true;
  }
  return false;
}
