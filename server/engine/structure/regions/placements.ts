/** Clients that are told a region in the code, and the personal data they are given. */
import { datumOf } from '../../data';
import type { RawFlow } from '../../flow/frame';
import type { SourceLabel } from '../../flow/values';
import { regionNameIn, regionOf } from '../../inventory/regions';
import { Kind } from '../../ir';
import { kindAt, operandAt, type Reader } from '../../link/reader';
import type { Datum, Flow } from '../../rule';
import type { Placement } from '../../rule/structure';
import { callsOf, memberPath, methodOf, type Code, type Name } from '../code';
import { arrivalsOf, givenTo, labelsIn, type Arrivals } from '../clients';
import { deploymentsOf } from './deployments';
import { sharedRegions } from './shared-clients';
import { isAddress, mayTell, regionsIn } from './told-regions';
import type { Uses } from '../uses';

/**
 * Calls that say themselves where they are worked on, whatever the client was told: the option, the members that lead to the
 * call, and whose they are. The data are those of the call and of what it gives.
 * supabase.com/docs/guides/functions/regional-invocation, developers.cloudflare.com/durable-objects/reference/data-location
 * (2026-11-29).
 */
const CALLS: { option: string; members: RegExp; vendor: string }[] = [
  { option: 'region', members: /(^|\.)functions\.invoke$/, vendor: 'Supabase' },
  { option: 'locationHint', members: /\.(get|getByName)$/, vendor: 'Cloudflare' },
];

export function placementsOf(code: Code, uses: Uses, raw: readonly RawFlow[], requests: Iterable<Flow>): Placement[] {
  const out: Placement[] = [];
  const arrivals = arrivalsOf(raw);
  for (const module of code.modulesWith(mayTell))
    for (const fn of code.functions(module)) {
      const reader = code.trail.reader(fn);
      for (const call of callsOf(reader)) out.push(...placed(code, uses, arrivals, raw, fn, reader, call));
    }
  for (const { spot, told, labels } of sharedRegions(code, uses, arrivals)) {
    const data = dataOf(code, labels);
    if (data.length === 0) continue;
    const { at, literal, region } = told;
    out.push({ ...code.seen(spot, 'AWS.config'), at, vendor: 'Amazon', literal, region, data, confidence: 'high' });
  }
  for (const flow of requests) out.push(...addressed(code, flow));
  out.push(...deploymentsOf(code, arrivals, (labels) => dataOf(code, labels)));
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
  const members = memberPath(code, fn, reader, call).join('.');
  const own = CALLS.find((each) => each.members.test(members) && told.some(({ option }) => option === each.option));
  const callee = calleeOf(code, fn, reader, call);
  const isKnown = callee !== null && callee.path.length + callee.specifier.length > 0;
  if (!own && !isKnown) return [];
  const vendor = own?.vendor ?? vendorOf(code, callee!.specifier, callee!.path[0] ?? '');
  const isSetUp = /^(init|initialize|load|config|configure|setup|boot|start)$/.test(methodOf(reader, call));
  const labels = [
    ...givenTo(code, uses, arrivals, { fn, ordinal: call }),
    ...(own ? labelsIn(code, arrivals, fn, reader, call) : []),
    ...(!own && isSetUp && vendor !== '' ? labelsOf(raw, vendor) : []),
  ];
  const data = dataOf(code, labels);
  if (data.length === 0) return [];
  const words = own ? members : wordsFor(callee!, vendor);
  return told
    .filter(({ option }) => !own || option === own.option)
    .map(({ literal, region, at }) => ({
      ...code.seen({ fn, ordinal: call }, words),
      at,
      vendor,
      literal,
      region,
      data,
      confidence: 'high' as const,
    }));
}

/** The default export of a package has no name of its own. */
const wordsFor = ({ specifier, path }: Name, vendor: string): string =>
  specifier !== '' && path.length < 2 && vendor !== '' && !/^[A-Z]/.test(path[0] ?? '')
    ? [vendor, ...path].join('.')
    : path.join('.') || specifier;

/** A method of what is made on the spot, or was made before, goes by the name of the class: `new Mailgun(form).client(…)`. */
function calleeOf(code: Code, fn: number, reader: Reader, call: number): Name | null {
  const known = code.calleeOf(fn, call);
  if (known || methodOf(reader, call) === '') return known;
  const [made] = code.trail.origins(fn, operandAt(reader, call, 0));
  if (!made || kindAt(code.trail.reader(made.fn), made.ordinal) !== Kind.Call) return null;
  const maker = code.calleeOf(made.fn, made.ordinal);
  return maker && { ...maker, path: [...maker.path, methodOf(reader, call)] };
}

/** Requests and messages whose address says where, when no client was made for them. */
function addressed(code: Code, flow: Flow): Placement[] {
  const data = flow.data.filter(isPersonal);
  if (data.length === 0) return [];
  const { extent, symbol, sinkName: words, vendor, sinkConfidence: confidence } = flow;
  return flow.urls().flatMap(({ value, at, environment }) => {
    if (typeof value !== 'string' || environment !== undefined || !isAddress(value)) return [];
    const literal = regionNameIn(value) || value;
    return [{ at, extent, symbol, words, vendor, literal, region: regionOf(value), data, confidence }];
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
