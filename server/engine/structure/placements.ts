/** Clients that are told a region in the code, and the personal data they are given. */
import { datumOf } from '../data';
import type { RawFlow } from '../flow/frame';
import type { SourceLabel } from '../flow/values';
import { isRegionName, PLACES, regionNameIn, regionOf } from '../inventory/regions';
import { Kind, NONE } from '../ir';
import { kindAt, type Reader } from '../link/reader';
import type { Constant, Datum, Flow } from '../rule';
import type { Placement } from '../rule/structure';
import { argumentsOf, callsOf, entriesOf, methodOf, type Code, type Topic } from './code';
import { arrivalsOf, givenTo, type Arrivals } from './clients';
import type { Uses } from './uses';

const OPTIONS: ReadonlySet<string> = new Set(PLACES);
const topic: Topic = (name) => OPTIONS.has(name) || isTelling(name);
const isAddress = (text: string): boolean => /^[a-z+]+:\/\//.test(text) && regionOf(text) !== '';
const isTelling = (text: string): boolean => isRegionName(text) || isAddress(text);

export function placementsOf(code: Code, uses: Uses, raw: readonly RawFlow[], requests: Iterable<Flow>): Placement[] {
  const out: Placement[] = [];
  const arrivals = arrivalsOf(raw);
  for (const module of code.modulesWith(topic))
    for (const fn of code.functions(module)) {
      const reader = code.trail.reader(fn);
      for (const call of callsOf(reader)) out.push(...placed(code, uses, arrivals, raw, fn, reader, call));
    }
  for (const flow of requests) out.push(...addressed(code, flow));
  return out;
}

function placed(
  code: Code,
  uses: Uses,
  arrivals: Arrivals,
  raw: readonly RawFlow[],
  fn: number,
  reader: Reader,
  call: number,
): Placement[] {
  const told = regionsIn(code, fn, reader, call);
  if (told.length === 0) return [];
  const callee = code.calleeOf(fn, call);
  if (!callee || callee.path.length + callee.specifier.length === 0) return [];
  const vendor = vendorOf(code, callee.specifier, callee.path[0] ?? '');
  const isSetUp = /^(init|initialize|load|config|configure|setup|boot|start)$/.test(methodOf(reader, call));
  const labels = [
    ...givenTo(code, uses, arrivals, { fn, ordinal: call }),
    ...(isSetUp && vendor !== '' ? labelsOf(raw, vendor) : []),
  ];
  const data = dataOf(code, labels);
  if (data.length === 0) return [];
  const words = callee.path.join('.') || callee.specifier;
  return told.map(({ literal, at }) => ({
    ...code.seen({ fn, ordinal: call }, words),
    at,
    vendor,
    ...where(literal),
    data,
    confidence: 'high' as const,
  }));
}

const where = (literal: string): Pick<Placement, 'literal' | 'region'> => ({
  literal: regionNameIn(literal) || literal,
  region: regionOf(literal),
});

/** Literals of a call that say where: options by name, and addresses. */
function regionsIn(code: Code, fn: number, reader: Reader, call: number): { literal: string; at: Constant['at'] }[] {
  const values = argumentsOf(reader, call).flatMap((arg) => {
    if (arg === NONE) return [];
    if (kindAt(reader, arg) !== Kind.Object) return [{ value: arg, isAlone: true }];
    return entriesOf(reader, arg)
      .filter(({ name, value }) => OPTIONS.has(name) && value !== NONE)
      .map(({ value }) => ({ value, isAlone: false }));
  });
  return values.flatMap(({ value, isAlone }) => {
    const kind = kindAt(reader, value);
    if (kind === Kind.Closure || kind === Kind.Element) return [];
    return code.constants.of(fn, value).flatMap(({ value: text, at, environment }) => {
      const isKnown =
        typeof text === 'string' && environment === undefined && (isAlone ? isTelling(text) : regionOf(text) !== '');
      return isKnown ? [{ literal: text, at }] : [];
    });
  });
}

/** Requests and messages whose address says where, when no client was made for them. */
function addressed(code: Code, flow: Flow): Placement[] {
  const data = flow.data.filter(isPersonal);
  if (data.length === 0) return [];
  const { extent, symbol, sinkName: words, vendor, sinkConfidence: confidence } = flow;
  return flow.urls().flatMap(({ value, at, environment }) => {
    if (typeof value !== 'string' || environment !== undefined || !isAddress(value)) return [];
    return [{ at, extent, symbol, words, vendor, ...where(value), data, confidence }];
  });
}

const vendorOf = ({ engine: { matcher } }: Code, specifier: string, root: string): string =>
  (specifier === '' ? matcher.ambient(root)?.model.vendor : matcher.package(specifier)?.vendor) ?? '';

/** What a vendor's library is given anywhere: `init` sets up the one client that all calls share. */
const labelsOf = (raw: readonly RawFlow[], vendor: string): SourceLabel[] =>
  raw.filter(({ site }) => site.model.vendor === vendor).flatMap((flow) => flow.data.map(({ label }) => label));

function dataOf(code: Code, labels: readonly SourceLabel[]): Datum[] {
  const out = new Map<string, Datum>();
  for (const label of labels) {
    const datum = datumOf(code.classifier, label, '', '');
    if (isPersonal(datum)) out.set(`${datum.category}:${datum.words}`, datum);
  }
  return [...out.values()].sort((a, b) => (a.category + a.words < b.category + b.words ? -1 : 1));
}

/** Ids count: a person is moved abroad under a number as well. Tokens, and what nobody can be known by, do not. */
const isPersonal = ({ identifies, state, confidence, category }: Datum): boolean =>
  identifies !== 'no' && state !== 'aggregate' && confidence !== 'low' && category !== 'access-token';
