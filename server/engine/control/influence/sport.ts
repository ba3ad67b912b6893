/** A handicap that is a number is one of a game: how far somebody is behind the best, not what somebody lives with. */
import { isComparison, Kind, NONE, OPERATORS } from '../../ir';
import type { Type } from '../../link/types';
import { wordsOf } from '../../words';
import type { Body } from '../bodies';
import type { Node } from './influence';
import type { Walking } from './steps';

export function isOfGame({ bodies, frames }: Walking, node: Node, name: string): boolean {
  if (wordsOf(name).at(-1) !== 'handicap') return false;
  const type = frames.of(node.fn)?.values[node.ordinal]?.type;
  if (type && isNumber(type)) return true;
  for (let at = node; at.parent; at = at.parent) {
    const body = bodies.of(at.parent.fn);
    const i = at.parent.ordinal;
    if (at.parent.fn === at.fn && body.kind(i) === Kind.Binary) return isMeasured(body, i);
  }
  return false;
}

function isNumber(type: Type): boolean {
  if (type.kind === 'primitive') return type.name === 'number';
  if (type.kind !== 'union') return false;
  const parts = type.parts.filter((part) => !(part.kind === 'primitive' && /^(null|undefined)$/.test(part.name)));
  return parts.length > 0 && parts.every(isNumber);
}

/** It is reckoned with, or held against another one. */
function isMeasured(body: Body, i: number): boolean {
  const operator = OPERATORS[body.operand(i, 0)];
  if (!isComparison(body.operand(i, 0))) return true;
  return (
    /^[<>]/.test(operator) && [1, 2].every((n) => body.operand(i, n) !== NONE && body.kind(body.operand(i, n)) !== Kind.Const)
  );
}
