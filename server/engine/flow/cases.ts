/**
 * Code that runs only where a parameter is a certain text: `if (method === 'GET') url += query`. What callers hand over
 * gets there only from those that say so.
 */
import { Kind, LiteralKind, NONE, OPERATORS } from '../ir';
import { kindAt, operandAt, type Reader } from '../link/reader';

export interface Case {
  parameter: number;
  text: string;
}

/** The case in which an instruction runs, or null when it is none or more than one. */
export type Cases = (ordinal: number) => Case | null;

const EQUALS = new Set([OPERATORS.indexOf('==='), OPERATORS.indexOf('==')]);

/** Null for functions that have no such branch. */
export function casesOf(reader: Reader): Cases | null {
  const tests = testsOf(reader);
  if (tests.size === 0) return null;
  const blockOf = new Int32Array(reader.count);
  const entries = new Map<number, number[]>();
  const byBlock = new Map<number, Case | null>();
  for (let i = 0, block = 0; i < reader.count; i++) {
    if (kindAt(reader, i) === Kind.Block) block = i;
    blockOf[i] = block;
  }
  const enter = (block: number, from: number): void => void (entries.get(block) ?? entries.set(block, []).get(block)!).push(from);
  for (let i = 0; i < reader.count; i++) {
    const kind = kindAt(reader, i);
    if (kind === Kind.Jump) enter(operandAt(reader, i, 0), blockOf[i]);
    if (kind !== Kind.Branch) continue;
    const [condition, truthy, falsy] = [0, 1, 2].map((n) => operandAt(reader, i, n));
    enter(truthy, blockOf[i]);
    enter(falsy, blockOf[i]);
    const test = tests.get(condition);
    if (test && truthy !== falsy) byBlock.set(truthy, test);
  }
  const caseOf = (block: number, depth: number): Case | null => {
    const before = entries.get(block);
    if (before?.length !== 1 || depth === 0) return null;
    return byBlock.get(block) ?? caseOf(before[0], depth - 1);
  };
  const known = new Map<number, Case | null>();
  return (ordinal) => {
    const block = blockOf[ordinal];
    let found = known.get(block);
    if (found === undefined) known.set(block, (found = caseOf(block, NESTING)));
    return found;
  };
}

const NESTING = 16;

/** Comparisons of a parameter, or of the variable it came in, with a text. */
function testsOf(reader: Reader): Map<number, Case> {
  const out = new Map<number, Case>();
  let variables: Map<number, number> | null = null;
  for (let i = 0; i < reader.count; i++) {
    if (kindAt(reader, i) !== Kind.Binary || !EQUALS.has(operandAt(reader, i, 0))) continue;
    const text = operandAt(reader, i, 2);
    if (kindAt(reader, text) !== Kind.Const || operandAt(reader, text, 0) !== LiteralKind.String) continue;
    const tested = operandAt(reader, i, 1);
    const kind = kindAt(reader, tested);
    let parameter = NONE;
    if (kind === Kind.Param) parameter = operandAt(reader, tested, 0);
    if (kind === Kind.Load && operandAt(reader, tested, 1) === NONE)
      parameter = (variables ??= parametersIn(reader)).get(operandAt(reader, tested, 0)) ?? NONE;
    if (parameter !== NONE) out.set(i, { parameter, text: reader.module.names[operandAt(reader, text, 1)] });
  }
  return out;
}

/** The parameter that each own variable holds, NONE for one that holds something else, too. */
function parametersIn(reader: Reader): Map<number, number> {
  const out = new Map<number, number>();
  for (let i = 0; i < reader.count; i++) {
    if (kindAt(reader, i) !== Kind.Store || operandAt(reader, i, 2) !== NONE) continue;
    const slot = operandAt(reader, i, 0);
    const value = operandAt(reader, i, 1);
    const isParameter = !out.has(slot) && value !== NONE && kindAt(reader, value) === Kind.Param;
    out.set(slot, isParameter ? operandAt(reader, value, 0) : NONE);
  }
  return out;
}
