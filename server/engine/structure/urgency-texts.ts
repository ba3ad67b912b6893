/** Sentences that hurry a person and are put together as text: `h('span', {}, \`Only ${left} left\`)`, `box.textContent = …`. */
import { Kind, NONE } from '../ir';
import { kindAt, operandAt, operandCount, type Reader } from '../link/reader';
import type { Urgency } from '../rule/structure';
import { methodOf, type Code } from './code';
import type { Source } from './urgency-sources';
import { pressureOf } from './urgency-words';
import type { Uses } from './uses';

const LOGS = /^(log|info|warn|error|debug|trace|t|translate)$/;

/** Texts that reach no element, with a number that is drawn by lot or hangs on the person. */
export function urgentTexts(
  code: Code,
  uses: Uses,
  sources: (fn: number, value: number) => Set<Source>,
  fn: number,
  reader: Reader,
): Urgency[] {
  const out: Urgency[] = [];
  for (let i = 0; i < reader.count; i++) {
    if (kindAt(reader, i) !== Kind.Template || !isShown(uses, fn, reader, i)) continue;
    const text = sentenceOf(reader, i);
    if (!pressureOf(text)) continue;
    const found = new Set(valuesOf(reader, i).flatMap((value) => [...sources(fn, value)]));
    const from = found.has('random') ? 'random' : found.has('person') ? 'person' : null;
    if (from) out.push({ ...code.seen({ fn, ordinal: i }, 'text'), text: text.slice(0, 60), from, confidence: 'high' });
  }
  return out;
}

/** Not a part of an element, which speaks for itself, and not for the log. */
const isShown = (uses: Uses, fn: number, reader: Reader, template: number): boolean =>
  uses
    .of(fn, template)
    .every(
      (user) =>
        kindAt(reader, user) !== Kind.Element &&
        !(kindAt(reader, user) === Kind.Call && LOGS.test(methodOf(reader, user))) &&
        !(kindAt(reader, user) === Kind.Call && operandAt(reader, user, 0) === template),
    );

const sentenceOf = (reader: Reader, template: number): string => {
  const pieces: string[] = [];
  for (let n = 0; n < operandCount(reader, template); n += 2)
    pieces.push(reader.module.names[operandAt(reader, template, n)] ?? '');
  return pieces.join('…').replace(/\s+/g, ' ').trim();
};

const valuesOf = (reader: Reader, template: number): number[] => {
  const out: number[] = [];
  for (let n = 1; n < operandCount(reader, template); n += 2) out.push(operandAt(reader, template, n));
  return out.filter((value) => value !== NONE);
};
