/** A call with the values of its operands, and the words a message has for it. */
import { Flag, Kind, NONE } from '../ir';
import { flagsAt, kindAt, operandAt, operandCount } from '../link/reader';
import { valueAt } from './operands';
import type { Frame } from './frame';
import type { Site } from './read';
import type { Value } from './values';

export interface CallSite {
  ordinal: number;
  site: Site;
  flags: number;
  /** Callee, or receiver of a method call. */
  callee: Value;
  /** '' for a plain call. */
  name: string;
  args: Value[];
  spreadMask: number;
  /** First type argument, as a term. */
  typeArgument: number;
  /** "logger.info": made when it is asked for. */
  readonly words: string;
}

class CallInstruction implements CallSite {
  private known: string | null = null;
  constructor(
    private readonly frame: Frame,
    readonly ordinal: number,
    readonly site: Site,
    readonly flags: number,
    readonly callee: Value,
    readonly name: string,
    readonly args: Value[],
    readonly spreadMask: number,
    readonly typeArgument: number,
  ) {}
  get words(): string {
    return (this.known ??= wordsOfCallee(this.frame, this.ordinal, this.callee, this.name));
  }
}

/** The same call as a library or another function gets it. */
export const restated = (call: CallSite, name: string, args: Value[], words: string): CallSite => ({
  ordinal: call.ordinal,
  site: call.site,
  flags: call.flags,
  callee: call.callee,
  name,
  args,
  spreadMask: 0,
  typeArgument: call.typeArgument,
  words,
});

/** A call instruction with the values of its operands. */
export function callAt(frame: Frame, i: number): CallSite {
  const { reader } = frame;
  const name = operandAt(reader, i, 1);
  const args: Value[] = [];
  for (let n = 4; n < operandCount(reader, i); n++) args.push(valueAt(frame, operandAt(reader, i, n)));
  const callee = valueAt(frame, operandAt(reader, i, 0));
  const method = name === NONE ? '' : reader.module.names[name];
  return new CallInstruction(
    frame,
    i,
    { fn: frame.fn, ordinal: i },
    flagsAt(reader, i),
    callee,
    method,
    args,
    operandAt(reader, i, 3),
    operandAt(reader, i, 2),
  );
}

/** "logger.info", "this.mailer.send", "audit": as a message names the callee. */
function wordsOfCallee(frame: Frame, i: number, callee: Value, method: string): string {
  let words = method;
  const put = (name: string): void => {
    if (name !== '') words = words === '' ? name : `${name}.${words}`;
  };
  let at = operandAt(frame.reader, i, 0);
  for (let depth = 0; depth < 4 && at !== NONE; depth++) {
    const kind = kindAt(frame.reader, at);
    const { names: table } = frame.reader.module;
    if (kind === Kind.Get && !(flagsAt(frame.reader, at) & Flag.Computed)) {
      put(table[operandAt(frame.reader, at, 1)]);
      at = operandAt(frame.reader, at, 0);
      continue;
    }
    if (kind === Kind.This) put(flagsAt(frame.reader, at) & Flag.Super ? 'super' : 'this');
    if (kind === Kind.Global) {
      const index = operandAt(frame.reader, at, 0);
      put(flagsAt(frame.reader, at) & Flag.Import ? frame.reader.module.imports[index].local : table[index]);
    }
    if (kind === Kind.Load) {
      const owner = operandAt(frame.reader, at, 1);
      put(frame.reader.module.functions[owner === NONE ? frame.index : owner].slots[operandAt(frame.reader, at, 0)].name);
    }
    break;
  }
  return words || callee.hint;
}
