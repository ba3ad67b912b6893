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
  for (let i = 0; i < reader.count; i++) {
    if (kindAt(reader, i) !== Kind.Binary || !EQUALS.has(operandAt(reader, i, 0))) continue;
    const text = operandAt(reader, i, 2);
    if (kindAt(reader, text) !== Kind.Const || operandAt(reader, text, 0) !== LiteralKind.String) continue;
    const parameter = parameterOf(reader, operandAt(reader, i, 1));
    if (parameter !== NONE) out.set(i, { parameter, text: reader.module.names[operandAt(reader, text, 1)] });
  }
  return out;
}

function parameterOf(reader: Reader, ordinal: number): number {
  if (kindAt(reader, ordinal) === Kind.Param) return operandAt(reader, ordinal, 0);
  if (kindAt(reader, ordinal) !== Kind.Load || operandAt(reader, ordinal, 1) !== NONE) return NONE;
  const slot = operandAt(reader, ordinal, 0);
  let parameter = NONE;
  for (let i = 0; i < reader.count; i++) {
    if (kindAt(reader, i) !== Kind.Store || operandAt(reader, i, 0) !== slot || operandAt(reader, i, 2) !== NONE) continue;
    const value = operandAt(reader, i, 1);
    if (parameter !== NONE || value === NONE || kindAt(reader, value) !== Kind.Param) return NONE;
    parameter = operandAt(reader, value, 0);
  }
  return parameter;
}
