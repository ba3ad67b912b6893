/** A question that is asked in a function and does not decide what is done there. */
import { Kind, NONE } from '../../ir';
import { kindAt, operandAt, operandCount, type Reader } from '../../link/reader';
import type { Control } from './control';
import { asks } from './facts';
import type { Knowing } from './knowing';
import type { Predicates } from './predicates';

/** Instructions by which a function asks for a choice, in their order. */
interface Questions {
  /** Branches on an answer that has not arrived. */
  unawaited: number[];
  /** Branches on an answer. */
  asking: number[];
  /** Calls whose answer nothing is done with. */
  discarded: number[];
}

export type Mistake = 'unawaited-check' | 'discarded-check' | 'late-check';

/** Whether somebody meant to ask before an instruction (`until`) of a function, and how it went wrong. */
export function createMistakes(
  control: Control,
  knowing: Knowing,
  predicates: Predicates,
): (fn: number, until: number) => Mistake | null {
  const questions = new Map<number, Questions>();
  const questionsIn = (fn: number): Questions => {
    const known = questions.get(fn);
    if (known) return known;
    const found: Questions = { unawaited: [], asking: [], discarded: [] };
    questions.set(fn, found);
    const reader = control.reader(fn);
    const used = usedIn(reader);
    for (let i = 0; i < reader.count; i++) {
      const kind = kindAt(reader, i);
      if (kind === Kind.Branch && operandAt(reader, i, 0) !== NONE) {
        const condition = operandAt(reader, i, 0);
        if (predicates.isUnawaited(fn, condition)) found.unawaited.push(i);
        if (asks(predicates.meaning(fn, condition))) found.asking.push(i);
      }
      if (kind !== Kind.Call || used.has(i) || !/^(has|is|can|may|check|get)/.test(control.name(fn, i))) continue;
      const asked = predicates.choice(fn, i);
      if (asked && !asked.negative) found.discarded.push(i);
    }
    return found;
  };

  return (fn, until) => {
    const { unawaited, asking, discarded } = questionsIn(fn);
    const cfg = knowing.cfg(fn);
    if (unawaited.some((i) => i < until && cfg.controls(cfg.blockOf[i], cfg.blockOf[until]))) return 'unawaited-check';
    if (discarded.length > 0 && discarded[0] < until) return 'discarded-check';
    return (asking.at(-1) ?? 0) > until ? 'late-check' : null;
  };
}

/** Values that something is done with; waiting for one is nothing by itself. */
function usedIn(reader: Reader): ReadonlySet<number> {
  const used = new Set<number>();
  for (let k = reader.count - 1; k >= 0; k--) {
    const kind = kindAt(reader, k);
    if (NAMELESS.has(kind) || (kind === Kind.Await && !used.has(k))) continue;
    for (let n = 0; n < operandCount(reader, k); n++) {
      const isValue = kind === Kind.Store ? n === 1 : kind !== Kind.Call || n === 0 || n > 3;
      if (isValue) used.add(operandAt(reader, k, n));
    }
  }
  return used;
}

/** Operands of these are no values. */
const NAMELESS: ReadonlySet<Kind> = new Set([Kind.Block, Kind.Jump, Kind.Load, Kind.Const, Kind.Global, Kind.Closure]);
