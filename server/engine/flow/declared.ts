/** What a declaration alone says about a call: the result of a function type, of a method of an interface. */
import { UNKNOWN, type Type } from '../link/types';
import { hintOfCall } from './names';
import { INERT, make, type Label, type Value } from './values';
import { isInert, memberOf } from '../link/type-parts';
import type { CallSite } from './call-site';

/** The type that calling the callee, or its method, returns as declared; unknown when nothing is declared. */
export function declaredReturn(callee: Value, name: string): Type {
  const type = name === '' ? callee.type : (memberOf(callee.type, name)?.type ?? UNKNOWN);
  return type.kind === 'function' ? type.returns() : UNKNOWN;
}

/**
 * The result of a call whose callee is declared and not read. A declared record speaks for itself; text may be made of
 * what went in.
 */
export function declaredResult(call: CallSite, type: Type, carried: readonly Label[]): Value {
  if (isInert(type)) return INERT;
  const hint = hintOfCall(call.name || call.words, call.name === '' ? '' : call.callee.hint);
  return make({ type, hint, labels: type.kind === 'object' ? [] : carried });
}
