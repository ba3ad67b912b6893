/** The questions rules ask, answered from the solved flows in a fixed order. */
import { Kind, NONE } from './ir';
import type { Classifier } from './classify';
import { hostKind } from './hosts';
import { createConstants, type Constants } from './flow/constants';
import type { Hop, RawFlow, RawHash } from './flow/frame';
import type { Solution } from './flow/solve';
import type { SourceLabel } from './flow/values';
import { functionOf, symbolOf, type Program } from './link/program';
import { kindAt, operandAt, operandCount, readerOf } from './link/reader';
import { carrierOf, extentOf, placeOf } from './places';
import type { Config } from './policy';
import { routesOf } from './routes';
import type { Ask, Confidence, Constant, Datum, Flow, Options, Step, WeakHash } from './rule';

const CONFIDENCE: Record<1 | 2 | 3, Confidence> = { 3: 'high', 2: 'medium', 1: 'low' };
const MANY_STEPS = 40;

export interface AskParts {
  program: Program;
  classifier: Classifier;
  solution: Solution;
  config(path: string): Config;
  silent: ReadonlySet<number>;
}

/** `forRule` gives the questions with a rule's options; a flow in a file whose configuration differs asks that file's. */
export function createAsk(parts: AskParts): { forRule(options: Options): Ask } {
  const constants = createConstants(parts.program, parts.solution.engine.calls);
  const flows = mergeFlows(parts, constants);
  const hashes = parts.solution.hashes.filter((hash) => !parts.silent.has(parts.program.moduleOf[hash.fn])).map((hash) => hashOf(parts, hash));
  const own = parts.config('').firstPartyHosts;
  return {
    forRule: (options) => ({
      *flows(...sinks) {
        for (const flow of flows) if (sinks.includes(flow.sink)) yield flow;
      },
      weakHashes: () => hashes,
      routes: () => routesOf(parts.program, parts.classifier, parts.silent),
      host: (value) => hostKind(value, own),
      options,
      list,
    }),
  };
}

/** "the email address, the name and 2 more" */
function list(data: Datum[]): string {
  const titles = [...new Set(data.map((datum) => datum.title))];
  const shown = titles.slice(0, 3).map((title) => `the ${title}`);
  if (titles.length > 3) return `${shown.join(', ')} and ${titles.length - 3} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown[shown.length - 1]}`;
}

function mergeFlows(parts: AskParts, constants: Constants): Flow[] {
  const groups = new Map<string, RawFlow[]>();
  for (const flow of parts.solution.flows) {
    if (parts.silent.has(parts.program.moduleOf[flow.fn])) continue;
    const key = `${flow.fn}:${flow.ordinal}:${flow.site.fn}:${flow.site.ordinal}:${flow.site.part}`;
    const group = groups.get(key);
    if (group) group.push(flow);
    if (!group) groups.set(key, [flow]);
  }
  const out = [...groups.values()].map((group) => flowOf(parts, constants, group)).filter((flow) => flow.data.length > 0);
  return out.sort((a, b) => (a.at.path < b.at.path ? -1 : a.at.path > b.at.path ? 1 : a.at.start - b.at.start || (a.sinkName < b.sinkName ? -1 : a.sinkName > b.sinkName ? 1 : 0)));
}

/** Requests and links must carry access tokens to work; where else they end up is a leak. */
const TOKEN_SINKS: ReadonlySet<Flow['sink']> = new Set<Flow['sink']>(['log', 'prompt', 'file', 'object-storage']);

function flowOf(parts: AskParts, constants: Constants, group: RawFlow[]): Flow {
  const { program } = parts;
  const first = group[0];
  const { site } = first;
  const full = new Map<Datum, string>();
  const data: Datum[] = [];
  for (const flow of group) {
    for (const { label, at } of flow.data) {
      if (label.category === 'access-token' && !TOKEN_SINKS.has(flow.site.sink.kind)) continue;
      const argument = flow.site.argument.replace(/[*].*$/, '').replace(/\[\]/g, '.[]');
      const path = argument === '' || (flow.site.argument.endsWith('*') && /^\d+(\.|$)/.test(at)) ? at : at === '' ? argument : `${argument}.${at}`;
      const datum = datumOf(parts.classifier, label, flow.site.argument.endsWith('*') ? at.replace(/^\d+\.?/, '') : at);
      if (data.some((other) => other.at === datum.at && other.category === datum.category && other.words === datum.words)) continue;
      full.set(datum, path === '' ? '0' : path);
      data.push(datum);
    }
  }
  data.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.category < b.category ? -1 : 1));
  const direct = first.fn === site.fn && first.ordinal === site.ordinal;
  const at = placeOf(program, first.fn, first.ordinal);
  const extent = extentOf(program, first.fn, first.ordinal);
  const module = program.modules[program.moduleOf[first.fn]];
  const necessary = 'necessary' in site.sink ? (site.sink.necessary ?? {}) : {};
  return {
    sink: site.sink.kind,
    part: site.part,
    data,
    at: direct ? (carrierOf(program, first.fn, first.ordinal, [...full.values()]) ?? at) : at,
    extent,
    symbol: symbolOf(program, first.fn),
    path: stepsOf(parts, first, data),
    sinkName: site.words || site.library.words,
    vendor: site.model.vendor ?? site.model.title,
    recipientKind: site.model.kind,
    sinkConfidence: site.library.ambient ? 'medium' : 'high',
    argument: site.argument,
    necessary: (datum) => isNecessary(necessary, full.get(datum) ?? '', datum),
    browser: isBrowser(module.path, module.names, module.imports.map((entry) => entry.specifier)),
    constants: (path) => argumentConstants(program, constants, site.fn, site.ordinal, path),
    instance: (option) => instanceConstants(program, constants, site.library.site, option),
  };
}

function isNecessary(necessary: Record<string, string[] | '*'>, path: string, datum: Datum): boolean {
  if (datum.special) return false;
  return Object.entries(necessary).some(([key, categories]) => {
    const prefix = key.replace(/\[\]/g, '.[]');
    if (path !== prefix && !path.startsWith(prefix + '.')) return false;
    return categories === '*' || categories.includes(datum.category);
  });
}

function datumOf(classifier: Classifier, label: SourceLabel, at: string): Datum {
  const category = classifier.category(label.category);
  const record = label.category === 'record';
  return {
    category: label.category,
    title: category?.title ?? (label.datum === 'origin' ? label.words.replace(/^the /, '') : record ? `record of the ${label.words.replace(/^.*\./, '')}` : label.category.replace(/-/g, ' ')),
    words: label.words,
    state: label.state,
    confidence: CONFIDENCE[label.trust],
    special: category?.special ?? false,
    grave: category?.grave ?? false,
    identifies: category?.identifies ?? (record ? 'direct' : 'no'),
    kind: label.datum,
    at,
    through: [...label.through],
  };
}

const ARRIVES: Record<Flow['sink'], string> = {
  log: 'written to the log here', 'third-party': 'sent to the third party here', prompt: 'put into the prompt here', http: 'sent by HTTP here', url: 'put into the URL here',
  'browser-storage': 'kept in the browser here', file: 'written to the file here', 'object-storage': 'stored here',
};

/** One worded step each: where the data is read, through which calls it goes, where it arrives. */
function stepsOf(parts: AskParts, flow: RawFlow, data: Datum[]): Step[] {
  const { program } = parts;
  const steps: Step[] = [];
  for (const { label } of flow.data.slice(0, 3)) {
    const at = extentOf(program, label.fn, label.ordinal);
    if (!steps.some((step) => step.at.start === at.start && step.at.path === at.path)) steps.push({ at, words: `${label.words} read here` });
  }
  let hop: Hop | null = flow.hops;
  for (; hop && steps.length < MANY_STEPS - 1; hop = hop.next) steps.push({ at: placeOf(program, hop.fn, hop.ordinal), words: `passed to ${hop.words || 'a function'}${hop.words.startsWith('<') ? '' : '()'} here` });
  steps.push({ at: placeOf(program, flow.site.fn, flow.site.ordinal), words: ARRIVES[flow.site.sink.kind] });
  return data.length === 0 ? [] : steps;
}

/** "0.headers.x": an argument of a call and a path below it; for markup the argument is the props. */
function argumentConstants(program: Program, constants: Constants, fn: number, ordinal: number, path: string): Constant[] {
  const reader = readerOf(program.modules[program.moduleOf[fn]], fn - program.base[program.moduleOf[fn]]);
  const [head, ...rest] = path.replace(/\[\]/g, '').split('.');
  if (kindAt(reader, ordinal) === Kind.Set) return constants.of(fn, operandAt(reader, ordinal, operandCount(reader, ordinal) - 1), rest);
  if (kindAt(reader, ordinal) !== Kind.Call) return [];
  const index = 4 + Number(head);
  return Number.isNaN(index) || index >= operandCount(reader, ordinal) ? [] : constants.of(fn, operandAt(reader, ordinal, index), rest);
}

function instanceConstants(program: Program, constants: Constants, site: { fn: number; ordinal: number; config: number } | null, option: string): Constant[] {
  return site ? argumentConstants(program, constants, site.fn, site.ordinal, `${site.config}.${option}`) : [];
}

function hashOf(parts: AskParts, hash: RawHash): WeakHash {
  const { program, classifier } = parts;
  const at = placeOf(program, hash.fn, hash.ordinal);
  const steps = hash.labels.slice(0, 3).map((label): Step => ({ at: extentOf(program, label.fn, label.ordinal), words: `${label.words} read here` }));
  return {
    data: hash.labels.map((label) => datumOf(classifier, label, '')),
    at,
    extent: extentOf(program, hash.fn, hash.ordinal),
    symbol: symbolOf(program, hash.fn),
    path: [...steps, { at, words: `${hash.means === 'encoding' ? 'encoded' : 'hashed without a key'} here` }],
    means: hash.means,
    words: hash.words,
    claim: hash.claim,
  };
}

const SERVER_ONLY = /^(node:|fs$|fs\/|path$|http$|express$|fastify$|koa$|@nestjs\/|next\/server|next\/headers|@prisma\/client|server-only)/;

function isBrowser(path: string, names: readonly string[], specifiers: readonly string[]): boolean {
  if (names.includes('use client')) return true;
  if (names.includes('use server') || specifiers.some((specifier) => SERVER_ONLY.test(specifier))) return false;
  return /\.(tsx|jsx|vue|svelte)$/.test(path);
}

export { functionOf, NONE };
