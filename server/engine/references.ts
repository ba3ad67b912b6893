/** Members of documents that hold the key of another document: `patient: { type: ObjectId, ref: 'Patient' }`. */
import { Kind, NONE } from './ir';
import { functionOf, type Program } from './link/program';
import { kindAt, operandAt, readerOf, writtenEntries, type Reader } from './link/reader';

const known = new WeakMap<Program, Map<number, ReadonlySet<string>>>();

/** `this.patient` in a function of the module that writes the schema down, and that populates nothing. */
export function isReference(program: Program, fn: number, name: string): boolean {
  const module = program.moduleOf[fn];
  const { imports } = program.modules[module];
  if (!imports.some(({ specifier }) => specifier === 'mongoose')) return false;
  if (functionOf(program, fn).class !== NONE) return false;
  const reader = readerOf(program.modules[module], fn - program.base[module]);
  return referencesOf(program, module).has(name) && isOnlyOwn(reader, name) && !populates(reader);
}

/** `await this.populate('patient')` puts the documents in the place of their keys. */
function populates(reader: Reader): boolean {
  for (let i = 0; i < reader.count; i++) {
    if (kindAt(reader, i) !== Kind.Call) continue;
    const method = operandAt(reader, i, 1);
    if (method !== NONE && /^(?:execP|p)opulate$/.test(reader.module.names[method])) return true;
  }
  return false;
}

/** Every member of that name is one of `this`. */
function isOnlyOwn(reader: Reader, name: string): boolean {
  let found = false;
  for (let i = 0; i < reader.count; i++) {
    if (kindAt(reader, i) !== Kind.Get || reader.module.names[operandAt(reader, i, 1)] !== name) continue;
    if (kindAt(reader, operandAt(reader, i, 0)) !== Kind.This) return false;
    found = true;
  }
  return found;
}

function referencesOf(program: Program, module: number): ReadonlySet<string> {
  const modules = known.get(program) ?? new Map<number, ReadonlySet<string>>();
  known.set(program, modules);
  let found = modules.get(module);
  if (!found)
    modules.set(
      module,
      (found = new Set(program.modules[module].functions.flatMap((_, fn) => readIn(readerOf(program.modules[module], fn))))),
    );
  return found;
}

function readIn(reader: Reader): string[] {
  const out: string[] = [];
  for (let i = 0; i < reader.count; i++)
    for (const { key, value } of writtenEntries(reader, i))
      if (writtenEntries(reader, value).some((entry) => entry.key === 'ref')) out.push(key);
  return out;
}
