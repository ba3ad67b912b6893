/** What is known not to be there where it is told: behind `if (!user.email)` there is no address to tell. */
import { cfgOf, type Edge } from './control/cfg';
import { Flag, Kind, NONE, OPERATORS, type ModuleIR } from './ir';
import { isBlank } from './link/operands';
import { flagsAt, kindAt, operandAt, readerOf, type Reader } from './link/reader';

/**
 * Whether every way to an instruction of a function finds a value missing.
 * @param index number of the function in its module
 * @param words the value as the function reads it: "user.email", "email"
 */
export function isAbsent(module: ModuleIR, index: number, ordinal: number, words: string): boolean {
  const reader = readerOf(module, index);
  const at = { reader, index };
  const missing = missingIn(module, at);
  if (missing.size === 0) return false;
  const { blockOf, dominator, starts } = cfgOf(reader);
  for (let block = blockOf[ordinal]; block !== NONE; block = dominator[block])
    if (missing.get(block)?.every((tested) => tested.some((one) => isOrHolds(one, words))))
      return !isFilledBetween(at, starts[block], ordinal, words);
  return false;
}

const known = new WeakMap<ModuleIR, Map<number, Map<number, string[][]>>>();

/** Blocks that are entered only where something is missing: by each edge, what may be. */
function missingIn(module: ModuleIR, at: Within): Map<number, string[][]> {
  const functions = known.get(module) ?? new Map<number, Map<number, string[][]>>();
  known.set(module, functions);
  const before = functions.get(at.index);
  if (before) return before;
  const out = new Map<number, string[][]>();
  const { dominates, in: into } = cfgOf(at.reader);
  for (const [block, edges] of into.entries()) {
    const first = edges.filter((edge) => !dominates(block, edge.from));
    const found = first.map((edge) => missingBy(at, edge));
    if (first.length > 0 && found.every((tested) => tested.length > 0)) out.set(block, found);
  }
  functions.set(at.index, out);
  return out;
}

interface Within {
  reader: Reader;
  index: number;
}

/** What is missing where a way leads along an edge: "user.email". */
function missingBy(at: Within, { condition, when }: Edge): string[] {
  if (when === null) return [];
  const { reader } = at;
  const told = (values: number[]): string[] => values.map((value) => wordsAt(at, value)).filter((words) => words !== '');
  if (kindAt(reader, condition) !== Kind.Binary) return when ? [] : told([condition]);
  const operator = OPERATORS[operandAt(reader, condition, 0)];
  const sides = [operandAt(reader, condition, 1), operandAt(reader, condition, 2)];
  if (!(when ? /^===?$/ : /^!==?$/).test(operator) || !sides.some((side) => isBlank(reader, side))) return [];
  return told(sides);
}

/** `user` is not there, and so nothing of it is; the words of a datum may leave out where it all began (`req.user.email`). */
const isOrHolds = (tested: string, words: string): boolean =>
  words === tested || words.startsWith(`${tested}.`) || tested.endsWith(`.${words}`);

/** `if (!email) { email = await ask(); … }` */
function isFilledBetween(at: Within, from: number, to: number, words: string): boolean {
  const { reader } = at;
  const names = words.split('.');
  for (let i = from; i < to; i++) {
    const kind = kindAt(reader, i);
    if (kind === Kind.Store && names.includes(slotName(at, i))) return true;
    if (kind === Kind.Set && names.includes(reader.module.names[operandAt(reader, i, 1)])) return true;
  }
  return false;
}

/** "user.email"; empty for what is no variable and no member of one. */
function wordsAt(at: Within, i: number): string {
  const { reader } = at;
  const kind = kindAt(reader, i);
  if (kind === Kind.Load) return slotName(at, i);
  if (kind === Kind.Await || kind === Kind.Cast) return wordsAt(at, operandAt(reader, i, 0));
  if (kind !== Kind.Get || flagsAt(reader, i) & Flag.Computed) return '';
  const owner = wordsAt(at, operandAt(reader, i, 0));
  const name = reader.module.names[operandAt(reader, i, 1)];
  return owner === '' ? name : `${owner}.${name}`;
}

function slotName({ reader, index }: Within, i: number): string {
  const outer = operandAt(reader, i, kindAt(reader, i) === Kind.Store ? 2 : 1);
  return reader.module.functions[outer === NONE ? index : outer].slots[operandAt(reader, i, 0)].name;
}
