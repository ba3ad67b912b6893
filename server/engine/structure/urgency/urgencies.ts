/** Text that hurries a person, and where its number or its deadline comes from. */
import { cfgOf } from '../../control/cfg';
import { isComparison, Kind, LiteralKind, NONE } from '../../ir';
import { kindAt, operandAt, type Reader } from '../../link/reader';
import type { Urgency } from '../../rule/structure';
import { textAt, type Code } from '../code';
import { attributesOf, childrenOf, elementsOf, tagOf, wordingOf } from '../markup';
import { createSources, judgedBy, type Source } from './urgency-sources';
import { urgentTexts } from './urgency-texts';
import { isCounted, mayHurry, pressureOf, type Pressure } from './urgency-words';
import type { Uses } from '../uses';

type Sources = (fn: number, value: number) => Set<Source>;

export function urgenciesOf(code: Code, uses: Uses): Urgency[] {
  const out: Urgency[] = [];
  const sources = createSources(code, uses);
  for (const module of code.modulesWith(mayHurry)) {
    for (const fn of code.functions(module)) {
      const reader = code.trail.reader(fn);
      /** Elements that spoke for themselves, and what holds them in its sentence. */
      const spoken = new Set<number>();
      for (const element of elementsOf(reader)) {
        const inline = inlineBelow(reader, element);
        if (inline.some((each) => spoken.has(each))) {
          if (isInline(reader, element)) spoken.add(element);
          continue;
        }
        const found = urgencyAt(code, sources, fn, reader, element);
        if (!found) continue;
        spoken.add(element);
        out.push(found);
      }
      out.push(...urgentTexts(code, uses, sources, fn, reader));
    }
  }
  return out;
}

/** Parts of a sentence. */
const INLINE = /^(motion\.)?(span|strong|b|em|i|mark|small|time|u|bdi|label)$|^(Text|Typography|Badge)$/;
const CLOCK = /count|timer|clock/i;
const isInline = (reader: Reader, value: number): boolean =>
  kindAt(reader, value) === Kind.Element && INLINE.test(tagOf(reader, value));

const inlineBelow = (reader: Reader, element: number): number[] =>
  childrenOf(reader, element).flatMap((child) => (isInline(reader, child) ? [child, ...inlineBelow(reader, child)] : []));

/** Texts and values of an element and of the parts of its sentence, in order; a dial and the label beside it are of one. */
function spokenIn(reader: Reader, element: number): number[] {
  const children = childrenOf(reader, element);
  const isElement = (child: number): boolean => kindAt(reader, child) === Kind.Element;
  const blocks = children.filter((child) => isElement(child) && !isInline(reader, child));
  const dials = children.filter((child) => isElement(child) && isDial(reader, child));
  const hasDial = tagOf(reader, element) !== '' && blocks.length < 4 && dials.length > 0;
  return children.flatMap((child) => {
    if (!isElement(child)) return [child];
    if (isInline(reader, child)) return spokenIn(reader, child);
    return hasDial && (isDial(reader, child) || isLabel(reader, child)) ? allBelow(reader, child) : [];
  });
}

/** An icon and a line of text. */
const isLabel = (reader: Reader, element: number): boolean =>
  childrenOf(reader, element).every(
    (child) => kindAt(reader, child) !== Kind.Element || isInline(reader, child) || childrenOf(reader, child).length === 0,
  );

const allBelow = (reader: Reader, element: number): number[] =>
  childrenOf(reader, element).flatMap((child) => (kindAt(reader, child) === Kind.Element ? allBelow(reader, child) : [child]));

const UNITS =
  /[\d\s:.,|·-]|\b(h|hrs?|hours?|m|min|mins?|minutes?|s|sec|secs?|seconds?|d|days?|std|stunden|minuten|sek|sekunden|tage|j|jours?|heures?|secondes?|horas?|minutos?|segundos?|d[ií]as?|ore|minuti|secondi|giorni)\b/gi;

/** Nothing but values and what they count: `<div><b>{hours}</b>h <b>{minutes}</b>m</div>`. */
function isDial(reader: Reader, element: number): boolean {
  const parts = allBelow(reader, element);
  const texts = parts.map((part) => textAt(reader, part));
  return (
    parts.length > 0 &&
    parts.length < 16 &&
    texts.filter((text) => text === null).length > 1 &&
    texts.every((text) => text === null || text.replace(UNITS, '') === '')
  );
}

function urgencyAt(code: Code, sources: Sources, fn: number, reader: Reader, element: number): Urgency | null {
  const children = childrenOf(reader, element);
  const attributes = attributesOf(reader, element);
  const own = [
    ...spokenIn(reader, element),
    ...attributes
      .filter(({ name }) => /^(label|title|text|prefix|suffix|message|children)$/.test(name))
      .map(({ value }) => value),
  ].filter((value) => value !== NONE && kindAt(reader, value) !== Kind.Element);
  const clocks = children.filter((child) => kindAt(reader, child) === Kind.Element && CLOCK.test(tagOf(reader, child)));
  const alone = textIn(code, fn, reader, own);
  const pressing = pressureOf(alone);
  // "<h2>Hurry, the offer ends</h2> <Countdown to={…} />": the heading speaks for the clock beside it.
  const text = pressing || clocks.length === 0 ? alone : textIn(code, fn, reader, headings(reader, children));
  const pressure = pressing ?? pressureOf(text);
  if (!pressure) return null;
  const numbers = [
    ...(pressing ? own : []),
    ...attributes
      .filter(({ name }) =>
        /^(to|until|end|ends?At|deadline|date|targetDate|expires?(At|In)?|seconds|minutes|count|value|initial\w*|duration)$/.test(
          name,
        ),
      )
      .map(({ value }) => value),
    // "Offer ends in <Countdown to={…} />"
    ...clocks.flatMap((child) => attributesOf(reader, child).map(({ value }) => value)),
  ].filter((value) => value !== NONE && kindAt(reader, value) !== Kind.Const);
  const from = numbers.length > 0 ? fromOf(sources, fn, numbers, pressure) : writtenIn(reader, own, text, pressure);
  if (from === null || (from === 'constant' && (!pressing || isLookedAt(reader, element)))) return null;
  const at = pressing ? element : clocks[0];
  return {
    ...code.seen({ fn, ordinal: at }, `<${tagOf(reader, at)}>`),
    text: text.slice(0, 60),
    from,
    confidence: from === 'constant' ? 'medium' : 'high',
  };
}

/** A condition on the way compares a number: the sentence is shown where it is so. */
function isLookedAt(reader: Reader, element: number): boolean {
  const { deciding, out } = cfgOf(reader);
  const isNumber = (value: number): boolean =>
    kindAt(reader, value) === Kind.Const
      ? operandAt(reader, value, 0) === LiteralKind.Number
      : kindAt(reader, value) === Kind.Binary && [1, 2].some((n) => isNumber(operandAt(reader, value, n)));
  return deciding(element).some((block) => {
    const condition = out[block][0]?.condition ?? NONE;
    if (condition === NONE || kindAt(reader, condition) !== Kind.Binary) return false;
    return isComparison(operandAt(reader, condition, 0)) && [1, 2].some((n) => isNumber(operandAt(reader, condition, n)));
  });
}

const fromOf = (sources: Sources, fn: number, numbers: number[], pressure: Pressure): Urgency['from'] | null =>
  judgedBy(new Set(numbers.flatMap((value) => [...sources(fn, value)])), pressure);

/** A sentence without a value in it holds its number itself. */
const writtenIn = (reader: Reader, own: number[], text: string, pressure: Pressure): Urgency['from'] | null =>
  own.every((value) => textAt(reader, value) !== null) && isCounted(text, pressure) ? 'constant' : null;

const textIn = (code: Code, fn: number, reader: Reader, values: readonly number[]): string =>
  values
    .map((value) => textWithGaps(code, fn, reader, value))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();

/** What headings and paragraphs among the children say themselves. */
const headings = (reader: Reader, children: readonly number[]): number[] =>
  children
    .filter((child) => kindAt(reader, child) === Kind.Element && /^(h[1-6]|p|strong|b|em|span)$/.test(tagOf(reader, child)))
    .flatMap((child) => childrenOf(reader, child))
    .filter((value) => value !== NONE && kindAt(reader, value) !== Kind.Element);

function textWithGaps(code: Code, fn: number, reader: Reader, value: number): string {
  const said = wordingOf(code, fn, value);
  const kind = kindAt(reader, value);
  return said === '' && (kind === Kind.Load || kind === Kind.Get || kind === Kind.Call || kind === Kind.Binary) ? '…' : said;
}
