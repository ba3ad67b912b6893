/** Sentences that hurry a person and are put together as text: `h('span', {}, \`Only ${left} left\`)`, `box.textContent = …`. */
import { Kind, OPERATORS } from '../../ir';
import { kindAt, operandAt, operandCount, type Reader } from '../../link/reader';
import type { Urgency } from '../../rule/structure';
import { methodOf, textAt, type Code } from '../code';
import { judgedBy, type Source } from './urgency-sources';
import { pressureOf } from './urgency-words';
import type { Uses } from '../uses';

const LOGS = /^(log|info|warn|error|debug|trace|t|translate)$/;

/** Minutes that are left: a coupon that is made now may well end on a day that is counted from now. */
const LEFT =
  /…\s?(?:h|hrs?|hours?|m|min|mins|minutes?|s|sec|secs|seconds?|stunden?|minuten?|sekunden?|heures?|secondes?|horas?|minutos?|segundos?)(?!\p{L})/iu;

/** Texts that reach no element, with a number that is drawn by lot, hangs on the person or begins anew with each visit. */
export function urgentTexts(
  code: Code,
  uses: Uses,
  sources: (fn: number, value: number) => Set<Source>,
  fn: number,
  reader: Reader,
): Urgency[] {
  const out: Urgency[] = [];
  for (let i = 0; i < reader.count; i++) {
    const parts = partsOf(reader, i);
    if (parts.length === 0 || !isShown(uses, fn, reader, i)) continue;
    const text = sentenceOf(parts);
    const pressure = pressureOf(text);
    if (!pressure) continue;
    const values = parts.flatMap((part) => (typeof part === 'number' ? [part] : []));
    const found = new Set(values.flatMap((value) => [...sources(fn, value)]));
    const from = judgedBy(found, pressure);
    if (from === null || from === 'constant' || (from === 'visit' && !(pressure === 'ending' && LEFT.test(text)))) continue;
    out.push({ ...code.seen({ fn, ordinal: i }, 'text'), text: text.slice(0, 60), from, confidence: 'high' });
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
        !isSum(reader, user) &&
        !(kindAt(reader, user) === Kind.Call && LOGS.test(methodOf(reader, user))) &&
        !(kindAt(reader, user) === Kind.Call && operandAt(reader, user, 0) === template),
    );

/** Texts and values of a template literal, or of a sum that begins or goes on with a text. */
function partsOf(reader: Reader, i: number): (string | number)[] {
  if (kindAt(reader, i) === Kind.Binary) return isSum(reader, i) ? summandsOf(reader, i) : [];
  if (kindAt(reader, i) !== Kind.Template) return [];
  const out: (string | number)[] = [];
  for (let n = 0; n < operandCount(reader, i); n++)
    out.push(n % 2 === 0 ? (reader.module.names[operandAt(reader, i, n)] ?? '') : operandAt(reader, i, n));
  return out;
}

const isSum = (reader: Reader, i: number): boolean =>
  kindAt(reader, i) === Kind.Binary && OPERATORS[operandAt(reader, i, 0)] === '+';

/** From the left; sums are long to the left only. */
function summandsOf(reader: Reader, sum: number): (string | number)[] {
  const out: (string | number)[] = [];
  let at = sum;
  for (; isSum(reader, at); at = operandAt(reader, at, 1)) {
    const right = operandAt(reader, at, 2);
    out.unshift(textAt(reader, right) ?? right);
  }
  out.unshift(textAt(reader, at) ?? at);
  return out.some((part) => typeof part === 'string') ? out : [];
}

const sentenceOf = (parts: readonly (string | number)[]): string =>
  parts
    .map((part) => (typeof part === 'number' ? '…' : part))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
