/** Functions that come in as arguments and are called: whoever hands one over runs it with what it is given there. */
import { frameOf, type Engine, type Frame, type Invocation } from './frame';
import { below } from './labels';
import { snapshot, type SymbolLabel, type Value } from './values';
import type { CallSite } from './call-site';

/** More calls of what a function was given are not followed. */
const MOST = 16;

/** Notes a call of a parameter, of a member of one, or of what an outer function was given. */
export function noteInvocation(engine: Engine, frame: Frame, call: CallSite): void {
  if (call.args.length === 0 || !call.args.some((arg) => tells(engine, arg))) return;
  for (const label of call.callee.labels) {
    if (label.kind !== 'symbol' || !frameOf(frame, label.root)) continue;
    const args = call.args.map(snapshot);
    addInvocation(frame, { callee: call.name === '' ? label : below(label, call.name), args });
  }
}

export function addInvocation(frame: Frame, invocation: Invocation): void {
  const known = (frame.summary.invokes ??= []);
  if (known.length < MOST && !known.some((other) => isSame(other, invocation))) known.push(invocation);
}

const isSame = (a: Invocation, b: Invocation): boolean =>
  a.callee.key === b.callee.key && a.args.length === b.args.length && a.args.every((arg, at) => keyOf(arg) === keyOf(b.args[at]));

const keyOf = ({ labels, type, hint }: Value): string =>
  `${labels.map(({ key }) => key).join()}|${hint}|${type.kind === 'object' ? type.name : type.kind}`;

/** What is handed over is personal, or may be once the callers are known. */
function tells(engine: Engine, value: Value, depth = 2): boolean {
  if (value.labels.length > 0) return true;
  if (!value.inert && (engine.personal.fields(value.type).length > 0 || engine.personal.isRecord(value))) return true;
  return depth > 0 && [...(value.fields?.values() ?? [])].some((child) => tells(engine, child, depth - 1));
}

/** The symbol of the caller that stands for a function it was given itself. */
export const handedOn = (frame: Frame, value: Value): SymbolLabel[] =>
  value.labels.flatMap((label) => (label.kind === 'symbol' && frameOf(frame, label.root) ? [label] : []));
