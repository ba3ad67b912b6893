/** Counts of people by what they are, of groups of any size. */
import { isComparison, Kind, LiteralKind, NONE, OPERATORS } from '../../ir';
import { kindAt, operandAt, type Reader } from '../../link/reader';
import type { Dataset } from '../../rule/structure';
import { callsOf, type Code } from '../code';
import { categoryOf, datumFor } from './dataset-columns';
import { groupingAt } from './group-queries';

const SIZES = /^(count|n|size|total|_count|_all|length)$/i;
const NAMED_LIMIT = /min_?(group|count|size)|k_?anonym|group_?size/i;

/** Counts by what people are, with nothing that keeps small groups back, or with less than the policy asks for. */
export function smallGroups(code: Code, fn: number, reader: Reader, claim: string): Dataset[] {
  const { path, names } = reader.module;
  if (claim === '' || names.some((name) => NAMED_LIMIT.test(name))) return [];
  const allowed = code.config(path).minGroupSize;
  const out: Dataset[] = [];
  for (const call of callsOf(reader)) {
    const grouping = groupingAt(code, fn, reader, call);
    if (!grouping) continue;
    const columns = grouping.columns.flatMap((name) => {
      const category = categoryOf(code, 'person', name);
      return category ? [datumFor(code, { fn, ordinal: call }, category, name)] : [];
    });
    if (!columns.some(({ special }) => special) && columns.length < 2) continue;
    const shown = Math.max(grouping.smallest, comparedSize(code, fn));
    if (shown >= Math.max(2, allowed)) continue;
    const groups = { shown, allowed };
    out.push({
      ...code.seen({ fn, ordinal: call }, claim),
      kind: 'small-groups',
      claim,
      data: columns,
      groups,
      confidence: 'high',
    });
  }
  return out;
}

/** `g.count >= 10` in the function or in what is written inside it: 10; Infinity when the limit is no number; 1 without one. */
function comparedSize(code: Code, fn: number): number {
  const module = code.program.moduleOf[fn];
  const base = code.program.base[module];
  const nested = code.program.children(module)[fn - base] ?? [];
  let found = 1;
  for (const each of [fn, ...nested.map((index) => base + index)]) {
    const reader = code.trail.reader(each);
    for (let i = 0; i < reader.count; i++) {
      if (kindAt(reader, i) !== Kind.Binary || !isComparison(operandAt(reader, i, 0))) continue;
      const [left, right] = [operandAt(reader, i, 1), operandAt(reader, i, 2)];
      const limit = isSize(reader, left) ? right : isSize(reader, right) ? left : NONE;
      if (limit === NONE) continue;
      const isNumber = kindAt(reader, limit) === Kind.Const && operandAt(reader, limit, 0) === LiteralKind.Number;
      // `count > 9` keeps back what `count >= 10` does.
      const more = /^[<>]$/.test(OPERATORS[operandAt(reader, i, 0)]) ? 1 : 0;
      found = Math.max(found, isNumber ? Number(reader.module.names[operandAt(reader, limit, 1)]) + more : Infinity);
    }
  }
  return found;
}

const isSize = (reader: Reader, side: number): boolean =>
  kindAt(reader, side) === Kind.Get && SIZES.test(reader.module.names[operandAt(reader, side, 1)] ?? '');
