/** Raw flows of the solver as rules see them: one per place and sink, with words, places and constants. */
import { isAbsent } from './absent';
import { createAddresses, wordingOf, type Addresses } from './addresses';
import type { AskParts } from './ask';
import { isRunByHand } from './by-hand';
import { datumOf } from './data';
import { isInDevelopment } from './development';
import { isBrowser } from './browser';
import { createConstants } from './flow/constants';
import type { SourceLabel } from './flow/values';
import type { Hop, RawFlow, SinkSite } from './flow/frame';
import { createTrail, type Trail } from './flow/trail';
import { functionOf, symbolOf, type Program } from './link/program';
import { Kind } from './ir';
import { kindAt, operandAt, operandCount, readerOf } from './link/reader';
import type { Story } from './gather';
import { isNecessary, isNeededBy } from './necessary';
import { isCommandLine, isOnDevice, meansElse } from './manifests';
import { isRowKey, withListed } from './nobody';
import { uncheckedBy } from './open-connections';
import { isOwnAccount } from './own-account';
import { carrierOf, extentOf, placeOf } from './places';
import { isReference } from './references';
import { once } from './remember';
import type { Datum, Flow, Step } from './rule';
import type { Code } from './structure/code';
import type { Uses } from './structure/uses';
import { tellsOfNobody } from './taken-fields';

const MANY_STEPS = 40;
const CALLERS = 4;

/** What flows are told with: code and uses of values are worked out when first asked for. */
export interface FlowParts extends AskParts {
  code(): Code;
  uses(): Uses;
}

export function flowOf(parts: FlowParts, { flows: group, callers }: Story): Flow {
  const { program } = parts;
  const [first] = group;
  const { site } = first;
  const { sink } = site;
  const module = program.modules[program.moduleOf[first.fn]];
  const wording = once(() => wordingOf(readerOf(module, first.fn - program.base[program.moduleOf[first.fn]]), first.ordinal));
  const data = withListed(parts.classifier, dataOf(parts, group, isSetting(parts, first)), () => [
    ...wording(),
    ...site.library.words.split('.'),
    symbolOf(program, first.fn),
  ]);
  const at = placeOf(program, first.fn, first.ordinal);
  const direct = first.fn === site.fn && first.ordinal === site.ordinal;
  const necessary = sink.kind === 'third-party' ? (sink.necessary ?? {}) : {};
  const addresses = addressesFor(parts, first);
  const urls = once(() => addresses.urls(site));
  return {
    sink: sink.kind as Flow['sink'],
    part: site.part as Flow['part'],
    data,
    at,
    placeFor: (shown) =>
      direct
        ? (carrierOf(
            program,
            first.fn,
            first.ordinal,
            shown.filter(isTelling).map((datum) => datum.path),
          ) ?? at)
        : at,
    extent: extentOf(program, first.fn, first.ordinal),
    symbol: symbolOf(program, first.fn),
    path: stepsOf(parts, first),
    sinkName: sinkNameOf(site),
    vendor: site.model.vendor ?? '',
    recipientKind: site.model.kind,
    sinkConfidence: site.library.ambient ? 'medium' : 'high',
    argument: site.argument,
    necessary: (datum) =>
      sink.kind === 'http'
        ? isNeededBy(urls(), parts.solution.engine.matcher, datum, program.modules[program.moduleOf[site.fn]])
        : isNecessary(necessary, datum),
    browser:
      isOnDevice(parts.facts, module.path) ||
      isBrowser(
        module.path,
        module.names,
        module.imports.map((entry) => entry.specifier),
      ),
    commandLine: isCommandLine(parts.facts, module.path) || isRunByHand(program, program.moduleOf[first.fn]),
    inDevelopment: () => {
      const trail = trailFor(parts, first);
      return isInDevelopment(trail, first.fn, first.ordinal) || isInDevelopment(trail, site.fn, site.ordinal);
    },
    wording,
    callers,
    urls,
    names: () => addresses.names(site),
    option: (name) => addresses.option(site, name),
    constants: (path) => addresses.argument(site.fn, site.ordinal, path),
    instance: (option) => addresses.instance(site, option),
    providers: () => addresses.providers(site),
    unchecked: () => uncheckedBy(program, trailFor(parts, first), site),
  };
}

/** "logger.info"; a verb alone says too little: "set of zustand". */
function sinkNameOf({ words, library, model }: SinkSite): string {
  const name = words || library.words;
  return /^(?:set|add|put|save|write)$/.test(name) ? `${name} of ${model.title}` : name;
}

const isTelling = (datum: Datum): boolean => datum.identifies !== 'opaque';

/** Constants as seen from this flow: a parameter on its way is what the call on its way gives it. */
export function addressesFor(parts: AskParts, flow: RawFlow): Addresses {
  const trail = trailFor(parts, flow);
  return createAddresses(trail, createConstants(parts.program, trail));
}

function trailFor({ program, solution }: AskParts, flow: RawFlow): Trail {
  const way: Hop[] = [];
  for (let hop = flow.hops; hop; hop = hop.next) way.push(hop);
  return createTrail(program, (fn) => {
    const all = solution.engine.calls.get(fn) ?? [];
    const own = way.filter(
      (hop) => all.some((site) => site.fn === hop.fn && site.ordinal === hop.ordinal) || names(program, hop, fn),
    );
    return own.length > 0 ? own : all.slice(0, CALLERS);
  });
}

/** Of a function that is called everywhere not all calls are known; the one on the way has its name. */
const names = (program: Program, { words }: Hop, fn: number): boolean =>
  words !== '' && words.slice(words.lastIndexOf('.') + 1) === functionOf(program, fn).name;

/** Requests and links must carry access tokens to work; where else they end up is a leak. */
const TOKEN_SINKS: ReadonlySet<string> = new Set([
  'log',
  'prompt',
  'file',
  'object-storage',
  'browser-storage',
  'hash',
  'encoding',
]);

/** Whoever runs the program set it: "adminPhone" is nobody's number but the operator's own. */
function isSetting(parts: AskParts, flow: RawFlow): (label: SourceLabel) => boolean {
  const constants = once(() => createConstants(parts.program, trailFor(parts, flow)));
  return ({ datum, words, fn, ordinal }) => {
    if (datum !== 'field' || words.includes('.')) return false;
    const reader = readerOf(
      parts.program.modules[parts.program.moduleOf[fn]],
      fn - parts.program.base[parts.program.moduleOf[fn]],
    );
    const kept = kindAt(reader, ordinal) === Kind.Store ? operandAt(reader, ordinal, 1) : ordinal;
    const found = constants().of(fn, kept);
    const isSet = found.some(({ environment }) => environment !== undefined);
    return isSet && found.every(({ environment, value }) => environment !== undefined || value === null || value === '');
  };
}

function dataOf(parts: FlowParts, group: RawFlow[], isConfigured: (label: SourceLabel) => boolean): Datum[] {
  const data: Datum[] = [];
  for (const flow of group) {
    for (const { label, at } of flow.data) {
      if (label.category === 'access-token' && !TOKEN_SINKS.has(flow.site.sink.kind)) continue;
      if (isOfElse(parts, label) || isConfigured(label) || isMissing(parts, flow, label)) continue;
      if (flow.site.sink.kind === 'log' && tellsOfNobody(parts.code, parts.uses, label)) continue;
      const datum = datumOf(parts.classifier, label, ...pathsOf(parts, flow.site, at));
      if (!data.some((other) => other.path === datum.path && other.category === datum.category && other.words === datum.words))
        data.push(datum);
    }
  }
  return data.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.category < b.category ? -1 : 1));
}

/** Of what another function read, this one's conditions say nothing. */
function isMissing({ program }: AskParts, flow: RawFlow, { fn, words }: SourceLabel): boolean {
  const module = program.moduleOf[fn];
  return fn === flow.fn && isAbsent(program.modules[module], fn - program.base[module], flow.ordinal, words);
}

function isOfElse({ program, classifier, facts }: AskParts, label: SourceLabel): boolean {
  const { category, words, fn } = label;
  if (isOwnAccount(program, facts, label)) return true;
  if (category === 'record' && isReference(program, fn, words)) return true;
  const known = classifier.category(category);
  if (known && known.identifies !== 'opaque' && isRowKey(program, facts, words)) return true;
  return known !== undefined && meansElse(facts, program.modules[program.moduleOf[fn]].path, known, words);
}

/** Path below the sink's argument, and path from the call's arguments on. An argument path with `*` gathers several arguments. */
function pathsOf({ program }: AskParts, { argument, fn, ordinal }: SinkSite, at: string): [string, string] {
  const below = (head: string): string => (head === '' ? at : at === '' ? head : `${head}.${at}`);
  if (!argument.includes('*')) return [at, below(argument.replace(/\[\]/g, '.[]'))];
  const from = argument === '*' ? 0 : Number(argument.replace('*', ''));
  const reader = readerOf(program.modules[program.moduleOf[fn]], fn - program.base[program.moduleOf[fn]]);
  const single = operandCount(reader, ordinal) === 4 + from + 1;
  return single ? [at, below(String(from))] : [at.replace(/^\d+\.?/, ''), at];
}

const ARRIVES: Record<string, string> = {
  log: 'written to the log here',
  'third-party': 'sent to the third party here',
  prompt: 'put into the prompt here',
  http: 'sent by HTTP here',
  url: 'put into the URL here',
  'browser-storage': 'kept in the browser here',
  file: 'written to the file here',
  'object-storage': 'stored here',
  share: 'handed over here',
  hash: 'hashed without a key here',
  encoding: 'encoded here',
};

/** One worded step each: where the data is read, through which calls it goes, where it arrives. */
export function stepsOf({ program, classifier }: AskParts, flow: RawFlow): Step[] {
  const steps: Step[] = [];
  // An id that goes along is no part of the story of what tells who somebody is.
  const telling = flow.data.filter(({ label }) => classifier.category(label.category)?.identifies !== 'opaque');
  for (const { label } of (telling.length > 0 ? telling : flow.data).slice(0, 3)) {
    const at = extentOf(program, label.fn, label.ordinal);
    if (!steps.some((step) => step.at.start === at.start && step.at.path === at.path))
      steps.push({ at, words: `${label.words} read here` });
  }
  for (let hop: Hop | null = flow.hops; hop && steps.length < MANY_STEPS - 1; hop = hop.next) {
    const called = hop.words === '' ? 'a function' : hop.words.startsWith('<') ? hop.words : `${hop.words}()`;
    steps.push({ at: placeOf(program, hop.fn, hop.ordinal), words: `passed to ${called} here` });
  }
  steps.push({ at: placeOf(program, flow.site.fn, flow.site.ordinal), words: ARRIVES[flow.site.sink.kind] });
  return steps;
}
