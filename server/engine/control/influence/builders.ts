/** What is built step by step: `new Features().add(trips).add(age).build()` depends on all that was put into it. */
import { Kind, NONE } from '../../ir';
import type { Node } from './influence';
import type { Emit, Walking } from './steps';

/** A method reads what the links of the chain before it put there. */
export function chainBefore({ bodies }: Walking, { fn, context }: Node, emit: Emit): void {
  if (context?.callee !== fn) return;
  const caller = bodies.of(context.call.fn);
  const receiver = caller.operand(context.call.ordinal, 0);
  if (receiver === NONE || caller.kind(receiver) !== Kind.Call || caller.name(receiver, 1) === '') return;
  emit({ fn: caller.fn, ordinal: receiver, path: [], context: context.parent, via: 'call', left: context });
}

/** A method that gives its object back: what it was given is in there now, and what was before. */
export function givenBack(parts: Walking, node: Node, emit: Emit): void {
  const { fn, context } = node;
  if (context?.callee !== fn || node.parent?.fn === fn) return;
  const caller = parts.bodies.of(context.call.fn);
  for (let n = 4; caller.operand(context.call.ordinal, n) !== NONE; n++)
    emit({
      fn: caller.fn,
      ordinal: caller.operand(context.call.ordinal, n),
      path: [],
      context: context.parent,
      via: 'call',
      left: context,
    });
  chainBefore(parts, node, emit);
}
