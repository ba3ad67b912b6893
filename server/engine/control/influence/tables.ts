/** What the code itself says: tables of constants, rows of them, settings. Nobody's attributes, whatever they are called. */
import { Flag, Kind, NONE } from '../../ir';
import type { Bodies, Body } from '../bodies';
import type { Node } from './influence';
import { lastName, nameOfCallee } from '../named';
import { asksTable } from './queries';
import { wordSet, wordsOf } from '../../words';
import { entriesOf, onlyValueOf, valueBehind } from '../parts';
import type { Walking } from './steps';

const TAKES_ONE = /^(find|findLast|filter|at|slice|entries|values|keys|fromEntries|flat|pop|shift)$/;

/** A row of a table that stands in the code: what the program knows, whoever it was looked up for. */
export function isOfTable(parts: Walking, body: Body, i: number, depth = 8): boolean {
  if (i === NONE || depth === 0) return false;
  const next = (at: number): boolean => isOfTable(parts, body, at, depth - 1);
  switch (body.kind(i)) {
    case Kind.Object:
    case Kind.Array:
      return body.operand(i, 0) !== NONE;
    case Kind.Cast:
    case Kind.Get:
    case Kind.Iter:
    case Kind.Otherwise:
      return next(body.operand(i, 0));
    case Kind.Await:
      return isCodes(body, body.operand(i, 0));
    case Kind.Call: {
      if (!TAKES_ONE.test(body.name(i, 1))) return false;
      const receiver = body.operand(i, 0);
      const isOfObject = body.kind(receiver) === Kind.Global && body.name(receiver, 0) === 'Object';
      return next(isOfObject ? body.operand(i, 4) : receiver);
    }
    case Kind.Load: {
      const only = onlyValueOf(parts.bodies, body, i);
      return only !== null && isOfTable(parts, only.home, only.value, depth - 1);
    }
    default:
      return false;
  }
}

/** `await prisma.iCD10Code.findFirst(…)`: a row of a list of codes or tariffs, which is the same for everybody. */
const isCodes = (body: Body, call: number): boolean =>
  body.kind(call) === Kind.Call &&
  asksTable(body, call) &&
  CODES.has(wordsOf(lastName(body, body.operand(call, 0))).at(-1) ?? '');
const CODES = wordSet('code tariff catalog catalogue formulary classification terminology');

/** A member of constants that a module writes down (`RATES.buyers.foreigner`), or of a file of settings that it imports. */
export function isWritten(parts: Walking, body: Body, i: number, path: readonly string[] = [], depth = 8): boolean {
  if (i === NONE || depth === 0) return false;
  const next = (at: number, below: readonly string[]): boolean => isWritten(parts, body, at, below, depth - 1);
  switch (body.kind(i)) {
    case Kind.Cast:
      return next(body.operand(i, 0), path);
    case Kind.Get:
      return !body.has(i, Flag.Computed) && next(body.operand(i, 0), [body.name(i, 1), ...path]);
    case Kind.Call:
      return /^(freeze|deepFreeze)$/.test(body.name(i, 1) || nameOfCallee(body, i)) && next(body.operand(i, 4), path);
    case Kind.Const:
      return path.length === 0 && !body.isNothing(i);
    case Kind.Object: {
      const [name, ...below] = path;
      if (name === undefined) return true;
      const entry = entriesOf(body, i).find((own) => own.name === name);
      return entry !== undefined && next(entry.value, below);
    }
    case Kind.Load:
    case Kind.Global: {
      const only = valueBehind(parts, body, i);
      return only
        ? only.home.index === 0 && isWritten(parts, only.home, only.value, path, depth - 1)
        : isSettings(parts, body, i);
    }
    default:
      return false;
  }
}

/** `import settings from './settings.json'` */
function isSettings({ program }: Walking, body: Body, i: number): boolean {
  if (body.kind(i) !== Kind.Global || !body.has(i, Flag.Import)) return false;
  const target = program.imported(body.module, body.operand(i, 0));
  return target.kind === 'external' && target.specifier.endsWith('.json');
}

/** A parameter for which this very call gives a constant: nobody's, whatever it is called. */
export function isFixed(bodies: Bodies, { fn, ordinal, context }: Node): boolean {
  if (context?.callee !== fn) return false;
  const body = bodies.of(fn);
  const value = body.kind(ordinal) === Kind.Load ? onlyValueOf(bodies, body, ordinal)?.value : ordinal;
  if (value === undefined || body.kind(value) !== Kind.Param) return false;
  const caller = bodies.of(context.call.fn);
  const argument = caller.operand(context.call.ordinal, 4 + body.operand(value, 0));
  return argument !== NONE && caller.kind(argument) === Kind.Const && !caller.isNothing(argument);
}
