/** What a call gives back, as an evaluation meets it: rounding and arithmetic, a function of one's own, a sum over a list. */
import { Kind, NONE } from '../../ir';
import type { Program } from '../../link/program';
import type { Bodies, Body } from '../bodies';
import type { Frames } from '../frames';
import { nameOfCallee } from '../named';
import { argumentsOf } from '../parts';
import { both, gathered, isConstant, limit, opaque, print, type Sum } from './arithmetic';
import type { Asked, Walk } from './record-members';

const SAME = new Set([
  'round',
  'ceil',
  'floor',
  'trunc',
  'abs',
  'Number',
  'parseFloat',
  'parseInt',
  'toFixed',
  'BigInt',
  'toString',
  'String',
]);
const LIMITS = new Set(['max', 'min']);
const METHODS: Record<string, string> = {
  times: '*',
  mul: '*',
  multiply: '*',
  multiplyBy: '*',
  multipliedBy: '*',
  plus: '+',
  add: '+',
  minus: '-',
  sub: '-',
  subtract: '-',
  div: '/',
  divide: '/',
  dividedBy: '/',
};

export function createCallValues(
  { program, bodies, frames }: { program: Program; bodies: Bodies; frames: Frames },
  walk: Walk,
): (body: Body, i: number, asked: Asked) => Sum[] {
  const call = (body: Body, i: number, asked: Asked): Sum[] => {
    const { assumed, depth } = asked;
    const method = body.name(i, 1);
    const receiver = body.operand(i, 0);
    const name = method || nameOfCallee(body, i);
    const first = body.operand(i, 4);
    const given = (ordinal: number): Sum[] => walk.of(body, ordinal, { ...asked, depth: depth - 1 });
    if (/^reduce(Right)?$/.test(method)) return reduced(body, i, asked);
    const [target] = frames.callees(body.fn, i);
    if (target !== undefined) {
      const callee = bodies.of(target);
      const own: Sum[][] = [];
      for (let n = 4; body.operand(i, n) !== NONE; n++) own.push(given(body.operand(i, n)));
      const open = walk.openOf(callee, assumed);
      const returns = callee.returns().filter((at) => open.living.has(callee.cfg().blockOf[at]));
      return gathered(returns, (at) => walk.of(callee, callee.operand(at, 0), { assumed, args: own, depth: depth - 2 }));
    }
    if (SAME.has(name)) return first !== NONE && (method === '' || isMath(body, receiver)) ? given(first) : given(receiver);
    if (LIMITS.has(name)) {
      const all: Sum[] = [];
      for (let n = 4; body.operand(i, n) !== NONE; n++) all.push(...given(body.operand(i, n)));
      const open = all.filter((own) => !isConstant(own));
      return limit(open.length > 0 ? open : all);
    }
    if (METHODS[name] && first !== NONE) return both(given(receiver), given(first), METHODS[name], `${body.fn}:${i}`);
    // A signal that is read twice: `this.base()`.
    const [read, ...others] = first === NONE && receiver !== NONE ? given(receiver) : [];
    return [opaque(read && others.length === 0 && !isConstant(read) ? `${print(read)}.${method}()` : `${body.fn}:${i}`)];
  };

  /** What one element adds to what it begins with, or makes of it. */
  const reduced = (body: Body, i: number, asked: Asked): Sum[] => {
    const { assumed, depth } = asked;
    const [run, first = NONE] = argumentsOf(body, i);
    if (run === undefined || body.kind(run) !== Kind.Closure || first === NONE) return [opaque(`${body.fn}:${i}`)];
    const each = bodies.of(program.base[body.module] + body.operand(run, 0));
    const begun = walk.of(body, first, { ...asked, depth: depth - 1 });
    const open = walk.openOf(each, assumed);
    const returns = each.returns().filter((at) => open.living.has(each.cfg().blockOf[at]));
    const own = [begun];
    return gathered(returns, (at) => walk.of(each, each.operand(at, 0), { assumed, args: own, depth: depth - 2 }));
  };

  return call;
}

const isMath = (body: Body, i: number): boolean => body.kind(i) === Kind.Global && /^(Math|Number)$/.test(body.name(i, 0));
