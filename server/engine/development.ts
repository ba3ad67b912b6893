/** Code that runs on a developer's machine only: behind `NODE_ENV !== 'production'`, `__DEV__` and their kin. */
import { cfgOf } from './control/cfg';
import { Flag, Kind, LiteralKind, NONE, OPERATORS } from './ir';
import type { Trail } from './flow/trail';
import { flagsAt, kindAt, operandAt, type Reader } from './link/reader';

const MODES = /^(NODE_ENV|MODE|APP_ENV|VERCEL_ENV|ENV|ENVIRONMENT|APP_ENVIRONMENT|env|environment|nodeEnv)$/;
/** What a program calls the answer: `import.meta.env.DEV`, `env.isDevelopment`, `isDevMode()`. */
const SWITCHES = /^(?:__DEV__|DEV|is_?dev(?:elopment)?(?:_?(?:mode|env(?:ironment)?))?)$/i;
const LIVE = /^is_?prod(?:uction)?(?:_?(?:mode|env(?:ironment)?))?$/i;
const AT_HOME = new Set(['development', 'dev', 'local', 'test']);

/** Whether every way to an instruction goes through a test that only development passes. */
export function isInDevelopment(trail: Trail, fn: number, ordinal: number): boolean {
  const reader = trail.reader(fn);
  const { blockOf, dominator, dominates, in: into } = cfgOf(reader);
  for (let block = blockOf[ordinal]; block !== NONE; block = dominator[block]) {
    const [edge, other] = into[block];
    if (!edge || other || edge.when === null || !dominates(block, blockOf[ordinal])) continue;
    if (kindAt(reader, edge.condition) === Kind.Call) {
      if (said(nameOf(reader, edge.condition)) === edge.when) return true;
      continue;
    }
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
  const named = said(path.at(-1) ?? nameOf(reader, i));
  // `!process.env.ENVIRONMENT`: nobody has said where it runs.
  if (kind === Kind.Unary && OPERATORS[operandAt(reader, i, 0)] === '!' && MODES.test(nameOf(reader, operandAt(reader, i, 1))))
    return true;
  if (named !== null || kind !== Kind.Binary) return named;
  const operator = OPERATORS[operandAt(reader, i, 0)];
  const sides = [operandAt(reader, i, 1), operandAt(reader, i, 2)];
  const mode = sides.map((side) => textOf(reader, side)).find((text) => text !== null);
  if (mode === undefined || !sides.some((side) => MODES.test(nameOf(reader, side)))) return null;
  if (operator === '===' || operator === '==') return AT_HOME.has(mode) ? true : mode === 'production' ? false : null;
  return operator.startsWith('!=') && mode === 'production' ? true : null;
}

/** The outcome that only development has, by what the question is called. */
const said = (name: string): boolean | null => (SWITCHES.test(name) ? true : LIVE.test(name) ? false : null);

/** What is read or called is called so; empty where it has no name, and for a variable of the function itself. */
function nameOf(reader: Reader, i: number): string {
  const { module } = reader;
  switch (kindAt(reader, i)) {
    case Kind.Get:
      return module.names[operandAt(reader, i, 1)] ?? '';
    case Kind.Global:
      return flagsAt(reader, i) & Flag.Import
        ? module.imports[operandAt(reader, i, 0)].imported
        : module.names[operandAt(reader, i, 0)];
    case Kind.Load: {
      const owner = operandAt(reader, i, 1);
      return owner === NONE ? '' : module.functions[owner].slots[operandAt(reader, i, 0)].name;
    }
    case Kind.Call:
      return operandAt(reader, i, 1) === NONE ? nameOf(reader, operandAt(reader, i, 0)) : module.names[operandAt(reader, i, 1)];
    default:
      return '';
  }
}

const textOf = (reader: Reader, i: number): string | null =>
  kindAt(reader, i) === Kind.Const && operandAt(reader, i, 0) === LiteralKind.String
    ? reader.module.names[operandAt(reader, i, 1)]
    : null;
