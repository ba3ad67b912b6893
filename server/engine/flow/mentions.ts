/** What a function names: members, variables, imports, texts and types, read off its instructions without following any. */
import { EntryKind, Flag, Kind, LiteralKind, NONE, Term, type MemberIR, type ModuleIR } from '../ir';
import { flagsAt, kindAt, operandAt, operandCount, readerOf, type Reader } from '../link/reader';

/** The stand-alone function a nested one belongs to. */
export function rootOf(ir: ModuleIR, index: number): number {
  let at = index;
  while (at > 0) {
    const own = ir.functions[at];
    if (own.parent === 0 && (own.name !== '' || own.class !== NONE)) return at;
    at = own.parent;
  }
  return 0;
}

/** A function's parameters, result or instructions name something of interest. */
export function mentions(
  ir: ModuleIR,
  index: number,
  bits: Uint8Array,
  imported: readonly boolean[],
  held: Int32Array,
  terms: Uint8Array,
): boolean {
  const own = ir.functions[index];
  if (own.parameters.some((parameter) => parameter.term >= 0 && terms[parameter.term] === 1)) return true;
  if (own.returns >= 0 && terms[own.returns] === 1) return true;
  let found = false;
  eachName(
    ir,
    index,
    null,
    (name) => {
      if (name === ANY || (name >= 0 ? bits[name] === 1 : imported[-2 - name])) found = true;
    },
    held,
  );
  if (found) return true;
  const end = ir.at[own.first + own.count];
  for (let word = ir.at[own.first]; word < end; word += 1 + (ir.code[word] >>> 16)) {
    const kind = ir.code[word] & 0xff;
    if (kind === Kind.Cast && terms[ir.code[word + 2]] === 1) return true;
    // `ref<User | null>(null)`
    if (kind === Kind.Call && ir.code[word + 3] !== NONE && terms[ir.code[word + 3]] === 1) return true;
  }
  return false;
}

/** A module variable of interest is read or written. */
const ANY = -1e9;

/** Names a function's instructions use; an import is -2 - its index. */
export function eachName(
  ir: ModuleIR,
  index: number,
  nameIndex: ReadonlyMap<string, number> | null,
  visit: (name: number) => void,
  loads?: Int32Array,
): void {
  const own = ir.functions[index];
  const end = ir.at[own.first + own.count];
  for (let word = ir.at[own.first]; word < end; word += 1 + (ir.code[word] >>> 16)) {
    const flags = (ir.code[word] >> 8) & 0xff;
    switch ((ir.code[word] & 0xff) as Kind) {
      case Kind.Global:
        visit(flags & Flag.Import ? -2 - ir.code[word + 1] : ir.code[word + 1]);
        break;
      case Kind.Get:
      case Kind.Set:
        if (!(flags & Flag.Computed)) visit(ir.code[word + 2]);
        break;
      case Kind.Call:
        if (ir.code[word + 2] !== NONE) visit(ir.code[word + 2]);
        break;
      case Kind.Const:
        if (ir.code[word + 1] === (LiteralKind.String as number)) visit(ir.code[word + 2]);
        break;
      case Kind.Load: {
        const owner = ir.code[word + 2];
        if (owner === 0 && index !== 0 && loads?.[ir.code[word + 1]] === 1) visit(ANY);
        if (!nameIndex || (owner !== 0 && index !== 0)) break;
        const name = nameIndex.get(ir.functions[owner === NONE ? index : owner].slots[ir.code[word + 1]].name);
        if (name !== undefined) visit(name);
        break;
      }
      case Kind.Store:
        if (ir.code[word + 3] === 0 && index !== 0 && loads?.[ir.code[word + 1]] === 1) visit(ANY);
        break;
      case Kind.Object:
        for (let n = 0; n < ir.code[word] >>> 16; n += 3) {
          const kind = ir.code[word + 1 + n];
          if (kind !== EntryKind.Computed && kind !== EntryKind.Spread) visit(ir.code[word + 2 + n]);
        }
        break;
    }
  }
}

/** A function reads a variable of the module. */
export function loads(ir: ModuleIR, index: number, slot: number): boolean {
  const owner = index === 0 ? NONE : 0;
  const own = ir.functions[index];
  const end = ir.at[own.first + own.count];
  for (let word = ir.at[own.first]; word < end; word += 1 + (ir.code[word] >>> 16))
    if ((ir.code[word] & 0xff) === Kind.Load && ir.code[word + 1] === slot && ir.code[word + 2] === owner) return true;
  return false;
}

export const isMethod = (ir: ModuleIR, term: number): boolean => ir.terms[ir.termStart[term]] === (Term.Function as number);

/** For each type term: 1 when it names something of interest, or holds a member that does. */
export function interestingTerms(ir: ModuleIR, bits: Uint8Array): Uint8Array {
  const out = new Uint8Array(ir.termStart.length);
  const seedNames = new Set(ir.names.filter((_, i) => bits[i] === 1));
  const isTelling = ({ name, term }: MemberIR): boolean => seedNames.has(name) || (term >= 0 && out[term] === 1);
  // `typeof guests.$inferSelect`
  const isTold = (name: number): boolean => bits[name] === 1 || ir.names[name].split('.').some((part) => seedNames.has(part));
  for (let term = 0; term < ir.termStart.length - 1; term++) {
    const from = ir.termStart[term];
    const kind = ir.terms[from] as Term;
    if (kind === Term.Reference && bits[ir.terms[from + 1]] === 1) out[term] = 1;
    const first = kind === Term.Reference ? from + 2 : from + 1;
    if (kind === Term.TypeofValue && isTold(ir.terms[from + 1])) out[term] = 1;
    if (kind === Term.Primitive || kind === Term.Literal || kind === Term.TypeofValue) continue;
    if (kind === Term.Object) {
      if (ir.shapes[ir.terms[from + 1]]?.members.some(isTelling)) out[term] = 1;
      continue;
    }
    for (let k = first; k < ir.termStart[term + 1]; k++)
      if (ir.terms[k] >= 0 && ir.terms[k] < term && out[ir.terms[k]] === 1) out[term] = 1;
  }
  return out;
}

const STATES: ReadonlySet<string> = new Set(['reactive', 'shallowReactive', 'ref', 'shallowRef', '$state', 'writable']);

/** Variables of the module that begin as `reactive({ email: '' })`: whoever mentions one has what is typed into it. */
export function statesOf(ir: ModuleIR, bits: Uint8Array): number[] {
  const reader = readerOf(ir, 0);
  const isTelling = (object: number): boolean => {
    for (let n = 0; n < operandCount(reader, object); n += 3)
      if (operandAt(reader, object, n) === (EntryKind.Static as number) && bits[operandAt(reader, object, n + 1)] === 1)
        return true;
    return false;
  };
  const isState = (call: number): boolean => {
    const callee = operandAt(reader, call, 0);
    const argument = operandCount(reader, call) > 4 ? operandAt(reader, call, 4) : NONE;
    if (callee < 0 || argument < 0 || kindAt(reader, callee) !== Kind.Global || kindAt(reader, argument) !== Kind.Object)
      return false;
    const name = operandAt(reader, callee, 0);
    const isImport = (flagsAt(reader, callee) & Flag.Import) !== 0;
    return STATES.has(isImport ? ir.imports[name].imported : ir.names[name]) && isTelling(argument);
  };
  return madeBy(reader, isState);
}

/** Variables of the module that a call makes whose type argument is of interest: `ref<User | null>(null)`. */
export function typedStatesOf(ir: ModuleIR, terms: Uint8Array): number[] {
  const reader = readerOf(ir, 0);
  return madeBy(reader, (call) => isTyped(reader, call, terms));
}

/** Names of the fields of classes that begin so: `profile = signal<Profile | null>(null)`. */
export function typedFieldsOf(ir: ModuleIR, terms: Uint8Array): number[] {
  const out: number[] = [];
  ir.functions.forEach((own, index) => {
    if (own.class === NONE) return;
    const reader = readerOf(ir, index);
    for (let i = 0; i < reader.count; i++) {
      if (kindAt(reader, i) !== Kind.Set || flagsAt(reader, i) & Flag.Computed) continue;
      const [object, value] = [operandAt(reader, i, 0), operandAt(reader, i, 2)];
      if (value < 0 || kindAt(reader, object) !== Kind.This || kindAt(reader, value) !== Kind.Call) continue;
      if (isTyped(reader, value, terms)) out.push(operandAt(reader, i, 1));
    }
  });
  return out;
}

function isTyped(reader: Reader, call: number, terms: Uint8Array): boolean {
  const term = operandAt(reader, call, 2);
  return term !== NONE && terms[term] === 1;
}

function madeBy(reader: Reader, isIt: (call: number) => boolean): number[] {
  const out: number[] = [];
  for (let i = 0; i < reader.count; i++) {
    if (kindAt(reader, i) !== Kind.Store) continue;
    const value = operandAt(reader, i, 1);
    if (value >= 0 && kindAt(reader, value) === Kind.Call && isIt(value)) out.push(operandAt(reader, i, 0));
  }
  return out;
}
