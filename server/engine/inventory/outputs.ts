/** Schemas that only say what is given out: `.output(Order)`, `responses: { 200: Order }`. What they name is not asked of anybody. */
import { Flag, Kind, NONE } from '../ir';
import type { Program } from '../link/program';
import { flagsAt, kindAt, operandAt, type Reader } from '../link/reader';
import { argumentsOf, entriesOf } from './values';

/** Calls of builders of endpoints: tRPC, oRPC, next-safe-action. */
const GIVES = /^(?:output|outputSchema|returns)$/;
/** Keys of contracts and routes: ts-rest, Fastify, Hono. */
const RESPONSES = /^(?:responses?|output|outputSchema)$/;
const TAKES =
  /^(?:input|inputSchema|body|query|params|pathParams|parse|safeParse|parseAsync|safeParseAsync|zodResolver|zValidator)$/;

/** Written at the output itself. */
const INLINE = 'output';
const DEPTH = 8;

export interface Outputs {
  /** Reads one function. @returns what each value is a part of: the variable of the module that holds the whole. */
  wholes(module: number, own: number, reader: Reader): Map<number, string>;
  /** Asked when every function has been read: the whole is given out and taken in nowhere. */
  isOutput(whole: string): boolean;
}

export function createOutputs(program: Program): Outputs {
  const given = new Set<string>([INLINE]);
  const taken = new Set<string>();

  const note = (into: Set<string>, module: number, own: number, reader: Reader, value: number, depth = DEPTH): void => {
    if (value === NONE || depth === 0) return;
    const inner = (at: number): void => note(into, module, own, reader, at, depth - 1);
    switch (kindAt(reader, value)) {
      case Kind.Load: {
        const owner = operandAt(reader, value, 1);
        if ((owner === NONE ? own : owner) === 0) into.add(`${module}:${operandAt(reader, value, 0)}`);
        return;
      }
      case Kind.Global: {
        if (!(flagsAt(reader, value) & Flag.Import)) return;
        const target = program.imported(module, operandAt(reader, value, 0));
        if (target.kind === 'slot') into.add(`${target.module}:${target.slot}`);
        return;
      }
      case Kind.Object:
        for (const [, entry] of entriesOf(reader, value)) inner(entry);
        return;
      case Kind.Call:
        inner(operandAt(reader, value, 0));
        argumentsOf(reader, value).forEach(inner);
        return;
      case Kind.Get:
      case Kind.Cast:
        inner(operandAt(reader, value, 0));
    }
  };

  return {
    isOutput: (whole) => given.has(whole) && !taken.has(whole),
    wholes(module, own, reader) {
      const wholes = new Map<number, string>();
      const belongs = (value: number, whole: string | undefined): void => {
        if (value !== NONE && whole !== undefined && !wholes.has(value)) wholes.set(value, whole);
      };
      const says = (name: string, value: number, giving: RegExp): boolean => {
        if (TAKES.test(name)) note(taken, module, own, reader, value);
        if (!giving.test(name)) return false;
        note(given, module, own, reader, value);
        belongs(value, INLINE);
        return true;
      };
      for (let i = reader.count - 1; i >= 0; i--) {
        const whole = wholes.get(i);
        switch (kindAt(reader, i)) {
          case Kind.Store:
            if (own === 0 && operandAt(reader, i, 2) === NONE)
              belongs(operandAt(reader, i, 1), `${module}:${operandAt(reader, i, 0)}`);
            break;
          case Kind.Object:
            for (const [key, value] of entriesOf(reader, i)) if (!says(key, value, RESPONSES)) belongs(value, whole);
            break;
          case Kind.Call: {
            const method = operandAt(reader, i, 1);
            const receiver = operandAt(reader, i, 0);
            const name = method === NONE ? calledName(reader, receiver) : reader.module.names[method];
            if (/parse/i.test(name)) note(taken, module, own, reader, receiver);
            for (const argument of argumentsOf(reader, i)) if (!says(name, argument, GIVES)) belongs(argument, whole);
            belongs(receiver, whole);
            break;
          }
          case Kind.Get:
          case Kind.Cast:
            belongs(operandAt(reader, i, 0), whole);
            break;
        }
      }
      return wholes;
    },
  };
}

/** `zodResolver` of `zodResolver(Schema)`. */
function calledName(reader: Reader, callee: number): string {
  if (callee === NONE || kindAt(reader, callee) !== Kind.Global) return '';
  const operand = operandAt(reader, callee, 0);
  return (flagsAt(reader, callee) & Flag.Import ? reader.module.imports[operand]?.local : reader.module.names[operand]) ?? '';
}
