/** Code that runs on a developer's machine only: behind `NODE_ENV !== 'production'`, `__DEV__` and their kin. */
import { cfgOf } from './control/cfg';
import { Kind, LiteralKind, NONE, OPERATORS } from './ir';
import type { Trail } from './flow/trail';
import { kindAt, operandAt, type Reader } from './link/reader';

const MODES = /^(NODE_ENV|MODE|APP_ENV|VERCEL_ENV|env|environment|nodeEnv)$/;
const SWITCHES = /^(__DEV__|DEV)$/;
const AT_HOME = new Set(['development', 'dev', 'local', 'test']);

/** Whether every way to an instruction goes through a test that only development passes. */
export function isInDevelopment(trail: Trail, fn: number, ordinal: number): boolean {
  const reader = trail.reader(fn);
  const { blockOf, dominator, dominates, in: into } = cfgOf(reader);
  for (let block = blockOf[ordinal]; block !== NONE; block = dominator[block]) {
    const [edge, other] = into[block];
    if (!edge || other || edge.when === null || !dominates(block, blockOf[ordinal])) continue;
    if (kindAt(reader, edge.condition) === Kind.Call) continue;
    const points = trail.origins(fn, edge.condition);
    if (
      points.length > 0 &&
      points.every(({ fn: at, ordinal: i, path }) => passesAtHome(trail.reader(at), i, path) === edge.when)
    )
      return true;
  }
  return false;
}

/** The outcome of a condition that only development can have; null when it says nothing about that. */
function passesAtHome(reader: Reader, i: number, path: readonly string[]): boolean | null {
  const kind = kindAt(reader, i);
  // `import.meta.env.DEV`
  if (SWITCHES.test(path.at(-1) ?? nameOf(reader, i))) return true;
  if (kind !== Kind.Binary) return null;
  const operator = OPERATORS[operandAt(reader, i, 0)];
  const sides = [operandAt(reader, i, 1), operandAt(reader, i, 2)];
  const mode = sides.map((side) => textOf(reader, side)).find((text) => text !== null);
  if (mode === undefined || !sides.some((side) => MODES.test(nameOf(reader, side)))) return null;
  if (operator === '===' || operator === '==') return AT_HOME.has(mode) ? true : mode === 'production' ? false : null;
  return operator.startsWith('!=') && mode === 'production' ? true : null;
}

const nameOf = (reader: Reader, i: number): string =>
  kindAt(reader, i) === Kind.Get
    ? (reader.module.names[operandAt(reader, i, 1)] ?? '')
    : kindAt(reader, i) === Kind.Global
      ? (reader.module.names[operandAt(reader, i, 0)] ?? '')
      : '';

const textOf = (reader: Reader, i: number): string | null =>
  kindAt(reader, i) === Kind.Const && operandAt(reader, i, 0) === LiteralKind.String
    ? reader.module.names[operandAt(reader, i, 1)]
    : null;
