/** Functions that come in as arguments and are called: whoever hands one over runs it with what it is given there. */
import { carries } from './emit';
import { frameOf, type Engine, type Frame, type Invocation } from './frame';
import { below } from './labels';
import { snapshot } from './trees';
import { type SymbolLabel, type Value } from './values';
import type { CallSite } from './call-site';

/** More calls of what a function was given are not followed. */
const MOST = 16;

/** Notes a call of a parameter, of a member of one, or of what an outer function was given. */
export function noteInvocation(engine: Engine, frame: Frame, call: CallSite): void {
  if (call.args.length === 0 || !call.args.some((arg) => carries(engine, arg, true, 2))) return;
  for (const label of call.callee.labels) {
    const owner = label.kind === 'symbol' ? frameOf(frame, label.root) : null;
    if (!owner || label.kind !== 'symbol') continue;
    const args = call.args.map(snapshot);
    const invocation = { callee: call.name === '' ? label : below(label, call.name), args };
    addInvocation(frame, invocation);
    // A handler that nobody calls here runs some day, with what is personal without it.
    if (owner !== frame && args.some((arg) => carries(engine, arg, false, 2) || isOfOuter(owner, arg)))
      addInvocation(owner, invocation);
  }
}

/** What the owner, or a function around it, was given itself. */
const isOfOuter = (owner: Frame, { labels }: Value): boolean =>
  labels.some((label) => label.kind === 'symbol' && frameOf(owner, label.root) !== null);

export function addInvocation(frame: Frame, invocation: Invocation): void {
  const known = (frame.summary.invokes ??= []);
  if (known.length < MOST && !known.some((other) => isSame(other, invocation))) known.push(invocation);
}

const isSame = (a: Invocation, b: Invocation): boolean =>
  a.callee.key === b.callee.key && a.args.length === b.args.length && a.args.every((arg, at) => keyOf(arg) === keyOf(b.args[at]));

const keyOf = ({ labels, type, hint }: Value): string =>
  `${labels.map(({ key }) => key).join()}|${hint}|${type.kind === 'object' ? type.name : type.kind}`;

/** The symbol of the caller that stands for a function it was given itself. */
export const handedOn = (frame: Frame, value: Value): SymbolLabel[] =>
  value.labels.flatMap((label) => (label.kind === 'symbol' && frameOf(frame, label.root) ? [label] : []));
