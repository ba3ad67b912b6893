/** How code calls things around a place: functions, classes, callees. */
import { Flag, Kind, NONE } from '../ir';
import type { Body } from './bodies';

/** Name of the function that a call calls without a receiver, or ''. */
export function nameOfCallee(body: Body, call: number): string {
  return lastName(body, body.operand(call, 0));
}

/** Name of a variable of the function itself (owner NONE), or of one around it. */
export const slotName = (body: Body, slot: number, owner: number): string =>
  body.reader.module.functions[owner === NONE ? body.index : owner].slots[slot].name;

/** The last name of an expression: "email" of `user.email`, "getUser" of `await getUser()`. */
export function lastName(body: Body, i: number): string {
  if (i === NONE) return '';
  switch (body.kind(i)) {
    case Kind.Get:
      return body.has(i, Flag.Computed) ? '' : body.name(i, 1);
    case Kind.Global:
      return body.has(i, Flag.Import) ? body.reader.module.imports[body.operand(i, 0)].local : body.name(i, 0);
    case Kind.Load:
      return slotName(body, body.operand(i, 0), body.operand(i, 1));
    case Kind.Call:
      return body.name(i, 1) || nameOfCallee(body, i);
    case Kind.Await:
    case Kind.Cast:
      return lastName(body, body.operand(i, 0));
    default:
      return '';
  }
}

/** "riskModel.score" */
export const wordsOfCall = (body: Body, call: number): string => {
  const method = body.name(call, 1);
  if (method === '') return nameOfCallee(body, call);
  const receiver = lastName(body, body.operand(call, 0));
  return receiver === '' ? method : `${receiver}.${method}`;
};

/** Names around a place: of its functions and their classes, innermost first. */
export function namesAround(body: Body): string[] {
  const ir = body.reader.module;
  const out: string[] = [];
  for (let index = body.index; index > 0; index = ir.functions[index].parent) {
    out.push(ir.functions[index].name);
    if (ir.functions[index].class >= 0) out.push(ir.classes[ir.functions[index].class].name);
  }
  return out.filter((name) => name !== '');
}
