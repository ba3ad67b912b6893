/** Text that hurries a person, and where its number or its deadline comes from. */
import { Flag, Kind, LiteralKind, NONE } from '../ir';
import { flagsAt, kindAt, operandAt, operandCount, type Reader } from '../link/reader';
import type { Urgency } from '../rule/structure';
import { argumentsOf, functionOf, methodOf, type Code, type Topic } from './code';
import { closuresOf } from './closures';
import { attributesOf, childrenOf, elementsOf, returnsOf, tagOf, wordingOf } from './markup';

const URGENT =
  /\b(only|just|last|nur(?: noch)?|plus que|solo|quedan)\b[^.]{0,20}\b(left|remaining|in stock|available|seats?|rooms?|tickets?|übrig|verfügbar|auf lager|disponibles?|rimast\w)|\bleft in stock\b|\b(people|others|visitors|shoppers|personen|personnes|personas|persone)\b[^.]{0,40}\b(viewing|looking|watching|interested|bought|booked|sehen|regardent|viendo|guardando)|\b(viewing|looking at|bought|booked) (this|it)\b[^.]{0,30}\b(now|today|right now|in the last|last)|\b(offer|deal|sale|discount|price|angebot|rabatt|offre|oferta|offerta)\b[^.]{0,30}\b(ends?|expires?|endet|läuft ab|se termine|termina|scade)\b|\bhurry\b|\bact (fast|now)\b|beeil|dépêchez|date prisa/i;
const topic: Topic = (name) =>
  name.length > 3 &&
  name.length < 200 &&
  /\b(left|viewing|looking|bought|booked|hurry|ends?|expires?|watching|stock|endet|übrig|sehen|termine|termina|remaining|act)\b/i.test(
    name,
  ) &&
  /\s|^hurry/i.test(name);

type Source = 'random' | 'clock' | 'constant' | 'person' | 'other';

export function urgenciesOf(code: Code): Urgency[] {
  const out: Urgency[] = [];
  for (const module of code.modulesWith(topic)) {
    for (const fn of code.functions(module)) {
      const reader = code.trail.reader(fn);
      for (const element of elementsOf(reader)) {
        const found = urgencyAt(code, fn, reader, element);
        if (found) out.push(found);
      }
    }
  }
  return out;
}

function urgencyAt(code: Code, fn: number, reader: Reader, element: number): Urgency | null {
  const children = childrenOf(reader, element);
  const attributes = attributesOf(reader, element);
  // Texts of the element itself; an element inside speaks for itself.
  const own = [
    ...children,
    ...attributes
      .filter(({ name }) => /^(label|title|text|prefix|suffix|message|children)$/.test(name))
      .map(({ value }) => value),
  ].filter((value) => value !== NONE && kindAt(reader, value) !== Kind.Element);
  const clocks = children.filter(
    (child) => kindAt(reader, child) === Kind.Element && /count|timer|clock/i.test(tagOf(reader, child)),
  );
  const alone = textIn(code, fn, reader, own);
  const isUrgent = URGENT.test(alone);
  // "<h2>Hurry, the offer ends</h2> <Countdown to={…} />": the heading speaks for the clock beside it.
  const text = isUrgent || clocks.length === 0 ? alone : textIn(code, fn, reader, headings(reader, children));
  if (!isUrgent && !URGENT.test(text)) return null;
  const numbers = [
    ...(isUrgent ? own : []),
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
  const sources = new Set(numbers.flatMap((value) => [...sourcesOf(code, fn, value, 12)]));
  const from = sources.has('random')
    ? 'random'
    : sources.has('person')
      ? 'person'
      : sources.has('other')
        ? null
        : sources.has('clock')
          ? 'visit'
          : sources.has('constant')
            ? 'constant'
            : null;
  if (from === null || (!isUrgent && from === 'constant')) return null;
  const at = isUrgent ? element : clocks[0];
  return {
    ...code.seen({ fn, ordinal: at }, `<${tagOf(reader, at)}>`),
    text: text.slice(0, 60),
    from,
    confidence: from === 'constant' ? 'medium' : 'high',
  };
}

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

const textWithGaps = (code: Code, fn: number, reader: Reader, value: number): string =>
  kindAt(reader, value) === Kind.Load ||
  kindAt(reader, value) === Kind.Get ||
  (kindAt(reader, value) === Kind.Call && wordingOf(code, fn, value) === '')
    ? '…'
    : wordingOf(code, fn, value);

const RANDOM = /^(random|randomInt|randomBetween|randInt|getRandomInt|sample|shuffle|randomNumber|randomIntFromInterval)$/;
const KEEPS = /^(useState|useRef|useMemo|ref|computed|signal|createSignal|shallowRef|useSignal)$/;

/** Where the numbers in a value come from. */
function sourcesOf(code: Code, fn: number, value: number, depth: number): Set<Source> {
  if (value === NONE || depth === 0) return new Set(['other']);
  const reader = code.trail.reader(fn);
  const operand = (n: number): number => operandAt(reader, value, n);
  const all = (...values: number[]): Set<Source> => new Set(values.flatMap((each) => [...sourcesOf(code, fn, each, depth - 1)]));
  switch (kindAt(reader, value)) {
    case Kind.Const:
      return new Set(operand(0) === LiteralKind.Number ? ['constant'] : []);
    case Kind.Binary:
    case Kind.Otherwise:
      return kindAt(reader, value) === Kind.Binary ? all(operand(1), operand(2)) : all(operand(0), operand(1));
    case Kind.Template:
      return all(...Array.from({ length: operandCount(reader, value) >> 1 }, (_, n) => operand(n * 2 + 1)));
    case Kind.Unary:
      return all(operand(1));
    case Kind.Cast:
    case Kind.Await:
      return all(operand(0));
    case Kind.Phi: {
      const arms = Array.from({ length: operandCount(reader, value) >> 1 }, (_, n) => operand(n * 2 + 1));
      const out = all(...arms);
      // A number of one's own for some people: the branch before the join asks who they are.
      const chosen = out.has('constant') && asksWho(code, fn, reader, value);
      return chosen ? new Set<Source>([...out, 'person']) : out;
    }
    case Kind.Get: {
      const name = flagsAt(reader, value) & Flag.Computed ? '' : reader.module.names[operand(1)];
      if (/^(0|value|current)$/.test(name)) return all(operand(0));
      return new Set(['other']);
    }
    case Kind.Call:
      return ofCall(code, fn, reader, value, depth);
    case Kind.Load: {
      const points = code.trail.back({ fn, ordinal: value, path: [] }) ?? [];
      if (points.length === 0) return new Set(['other']);
      return new Set(points.flatMap((point) => [...sourcesOf(code, point.fn, point.ordinal, depth - 1)]));
    }
    default:
      return new Set(['other']);
  }
}

function ofCall(code: Code, fn: number, reader: Reader, call: number, depth: number): Set<Source> {
  const method = methodOf(reader, call);
  const args = argumentsOf(reader, call);
  const path = code.calleeOf(fn, call)?.path ?? [];
  const last = method || (path.at(-1) ?? '');
  const all = (...values: number[]): Set<Source> => new Set(values.flatMap((each) => [...sourcesOf(code, fn, each, depth - 1)]));
  if (RANDOM.test(last)) return new Set(['random']);
  if (path.join('.') === 'Date.now' || last === 'now' || (last === 'Date' && args.length === 0)) return new Set(['clock']);
  if (
    last === 'Date' ||
    /^(floor|ceil|round|max|min|abs|Number|String|parseInt|toString|toFixed|toLocaleString|getTime|valueOf|format|add|addMinutes|addHours|addDays|addSeconds)$/.test(
      last,
    )
  ) {
    const receiver = method !== '' && !/^(floor|ceil|round|max|min|abs)$/.test(last) ? [operandAt(reader, call, 0)] : [];
    return all(...receiver, ...args.filter((arg) => arg !== NONE));
  }
  if (KEEPS.test(last)) {
    const [initial] = args;
    if (initial === undefined || initial === NONE) return new Set(['other']);
    const closures = kindAt(reader, initial) === Kind.Closure ? closuresOf(code, fn, initial) : [];
    // A state that begins with a literal is filled from somewhere later.
    if (closures.length === 0) return kindAt(reader, initial) === Kind.Const ? new Set(['other']) : all(initial);
    return returned(code, closures, depth);
  }
  const targets = method === '' ? closuresOf(code, fn, operandAt(reader, call, 0)) : [];
  return targets.length > 0 ? returned(code, targets, depth) : new Set(['other']);
}

const returned = (code: Code, targets: number[], depth: number): Set<Source> =>
  new Set(
    targets.flatMap((target) =>
      returnsOf(code.trail.reader(target)).flatMap((value) => [...sourcesOf(code, target, value, depth - 1)]),
    ),
  );

/** The last branch before a join compares something of a person. */
function asksWho(code: Code, fn: number, reader: Reader, phi: number): boolean {
  for (let i = phi - 1; i >= 0; i--) {
    if (kindAt(reader, i) !== Kind.Branch) continue;
    return namesIn(code, fn, reader, operandAt(reader, i, 0), 4).some((name) => code.classifier.owner(name) === 'person');
  }
  return false;
}

function namesIn(code: Code, fn: number, reader: Reader, value: number, depth: number): string[] {
  if (value === NONE || depth === 0) return [];
  const kind = kindAt(reader, value);
  const below = (...values: number[]): string[] => values.flatMap((each) => namesIn(code, fn, reader, each, depth - 1));
  if (kind === Kind.Get) return below(operandAt(reader, value, 0));
  if (kind === Kind.Binary) return below(operandAt(reader, value, 1), operandAt(reader, value, 2));
  if (kind === Kind.Unary) return below(operandAt(reader, value, 1));
  if (kind === Kind.Global && !(flagsAt(reader, value) & Flag.Import)) return [reader.module.names[operandAt(reader, value, 0)]];
  if (kind !== Kind.Load) return [];
  const owner = operandAt(reader, value, 1);
  const holder = owner === NONE ? functionOf(code.program, fn) : code.program.modules[code.program.moduleOf[fn]].functions[owner];
  return [holder.slots[operandAt(reader, value, 0)]?.name ?? ''];
}
