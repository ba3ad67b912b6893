/** Functions called through `call`, `apply` and what `bind` made of them. */
import { typeOf } from '../match';
import { make, type Denoted, type Value } from './values';
import type { CallSite } from './call-site';

/** `save.call(self, user)`: a function's own `call` and `apply`, and not a method of an object that is called so. */
export const isOfFunction = ({ name, callee }: CallSite): boolean =>
  (name === 'call' || name === 'apply') && callee.targets.some(({ kind }) => kind === 'function');

/** Arguments as the function itself gets them, where it is called through its own `call` or `apply`. */
export function borrowedArguments(call: CallSite, bound: readonly Value[]): Value[] {
  if (call.name === 'call') return [...bound, ...call.args.slice(1)];
  if (call.name === 'apply') {
    const list = call.args[1];
    const named = list?.fields ? [...list.fields].filter(([name]) => /^\d$/.test(name)).map(([, value]) => value) : [];
    return [...bound, ...(named.length > 0 ? named : list ? [list, list] : [])];
  }
  return [...bound, ...call.args];
}

/** The function with its first arguments fixed. */
export function boundFunction(call: CallSite): Value {
  const [self, ...args] = call.args;
  const targets = call.callee.targets.map((target): Denoted => {
    if (target.kind === 'function') return { ...target, self: self ?? null, bound: [...target.bound, ...args] };
    return target.kind === 'library' ? { ...target, bound: [...(target.bound ?? []), ...args] } : target;
  });
  return make({ inert: true, targets });
}

/** `logger.info.call(logger, …)` is the call of a library's function, not of a member it does not have. */
export function isBorrowed(call: CallSite): boolean {
  if (call.name !== 'call' && call.name !== 'apply' && call.name !== 'bind') return false;
  return call.callee.targets.some(
    (target) =>
      target.kind === 'library' &&
      typeOf(target.value)?.call !== undefined &&
      !Object.hasOwn(typeOf(target.value)?.members ?? {}, call.name),
  );
}
