/** What arrives at a sink: content of a value, with its place below the argument, placed and kept once. */
import type { Engine, Frame, Hop, RawFlow, SinkEdge, SinkSite } from './frame';
import { frameOf } from './frame';
import type { PersonalField } from './personal-fields';
import { ownerSort } from '../owners';
import { entering, isGone, source } from './labels';
import type { Site } from './read';
import { BLANK } from '../link/types';
import { nameOf } from '../link/type-parts';
import { SPREAD, altered, type Label, type SourceLabel, type SymbolLabel, type Value } from './values';

export interface Content {
  label: Label;
  at: string;
}

/**
 * Every label at and below a value, and what its declared shape or its name says it holds.
 * Where a shape or a name makes the value personal, symbols say nothing more.
 */
export function contents(engine: Engine, value: Value, site: Site, text = false): Content[] {
  const out: Content[] = [];
  collect(engine, value, '', 6, site, text, out);
  return out;
}

function collect(engine: Engine, value: Value, at: string, depth: number, site: Site, text: boolean, out: Content[]): void {
  if (value.inert && !value.fields) return;
  let sources = 0;
  for (const label of value.labels) {
    if (label.kind !== 'source' || isGone(label.state)) continue;
    out.push({ label, at });
    sources++;
  }
  const declared = sources === 0 && !text ? declaredContent(engine, value, site) : NO_CONTENT;
  for (const content of declared) {
    if (value.fields?.has(content.at.split('.')[0])) continue;
    out.push({ label: content.label, at: under(at, content.at) });
  }
  if (declared.length === 0)
    for (const label of value.labels) if (label.kind === 'symbol' && !isGone(label.state)) out.push({ label, at });
  if (!value.fields || depth === 0) return;
  for (const [name, child] of value.fields) {
    if (name === '@keys') {
      if (!text) for (const label of child.labels) if (tellsWho(engine, label)) out.push({ label, at });
      continue;
    }
    if (text && name !== '[]' && name !== '*' && !/^\d$/.test(name)) continue;
    const blank =
      child.type === BLANK && !child.inert && child.labels.length === 0 ? engine.personal.member(value, name, null) : null;
    if (blank)
      out.push({
        label: source({ ...blank, words: `${value.hint || 'it'}.${name}`, datum: 'record', ...site }),
        at: under(at, name),
      });
    const isTold = name === SPREAD && isSpelledOut(value);
    const own = isTold ? altered(child, { labels: child.labels.filter((label) => label.kind === 'source') }) : child;
    collect(engine, own, under(at, name === '*' || name === SPREAD ? '' : name), depth - 1, site, text, out);
  }
}

/** `hits[user.email]`: a key that says who somebody is, and not what sort of people a row counts. */
const tellsWho = ({ classifier }: Engine, label: Label): boolean =>
  label.kind === 'source' &&
  label.datum === 'field' &&
  !isGone(label.state) &&
  classifier.category(label.category)?.identifies === 'direct';

/** `{ ...member, savedAt }`: the declared shape of what was spread has said what is in it. */
const isSpelledOut = ({ fields }: Value): boolean =>
  [...(fields?.values() ?? [])].some(({ labels }) => labels.some((label) => label.kind === 'source' && label.datum === 'record'));

const NO_CONTENT: { label: SourceLabel; at: string }[] = [];

const under = (at: string, name: string): string => (name === '' ? at : at === '' ? name : `${at}.${name}`);

function declaredContent(engine: Engine, value: Value, site: Site): { label: SourceLabel; at: string }[] {
  const owner = value.hint || nameOf(value.type);
  const fields = ofItsOwn(engine, value, engine.personal.fields(value.type));
  const prefix = value.type.kind === 'array' ? '[].' : '';
  if (fields.length > 0) {
    return fields.map((field) => ({
      label: source({ category: field.category, words: `${owner}.${field.path}`, datum: 'record', trust: field.trust, ...site }),
      at: prefix + field.path,
    }));
  }
  if (value.type.kind === 'object' || value.type.kind === 'map' || value.type.kind === 'primitive' || value.targets.length > 0)
    return [];
  // A literal tells what is in it; one that is empty (`leads: []`) holds nobody.
  if ((value.fields !== null && !isFallback(value)) || !engine.personal.isRecord(value)) return [];
  if (isOfConnection(engine, owner, site)) return [];
  const trust = isAnswer(owner) ? 2 : 3;
  return [{ label: source({ category: 'record', words: owner, datum: 'record', trust, ...site }), at: '' }];
}

/** The "candidate" of a module that connects browsers is an address to try. */
function isOfConnection({ program }: Engine, owner: string, { fn }: Site): boolean {
  return /candidates?$/i.test(owner) && program.modules[program.moduleOf[fn]].names.some((name) => CONNECTS.test(name));
}

const CONNECTS = /^(?:RTCPeerConnection|RTCIceCandidate|addIceCandidate|onicecandidate|iceCandidate|ice[-_]candidate)$/i;

/** `pharmacy: { name: string; email: string }`: in a shape without a name, where a business is reached is no secret. */
function ofItsOwn({ classifier }: Engine, { hint, type }: Value, fields: readonly PersonalField[]): readonly PersonalField[] {
  if (fields.length === 0 || nameOf(type) !== '' || ownerSort(hint) !== 'organisation') return fields;
  const isReached = (category: string): boolean => classifier.category(category)?.group === 'contact';
  return fields.filter(
    ({ path, category }) => path.includes('.') || !isReached(category) || isSaid(classifier.field(hint, path)?.strength),
  );
}

const isSaid = (strength: string | undefined): boolean => strength === 'likely' || strength === 'certain';

/** `response.data || []`: an empty literal, where there is nothing else; what else there is may be anybody. */
const isFallback = (value: Value): boolean => value.fields?.size === 0 && value.parts?.length === 1;

/** The raw answer of a server may hold the person, or why there is none. */
const isAnswer = (name: string): boolean => /[a-z](Response|Resp|Res|Reply|Result)$/.test(name);

/** A value holds personal content, to a depth; in deep solving also what parameters of the caller may bring. */
export function carries(engine: Engine, value: Value, deep: boolean, depth = 3): boolean {
  if (value.labels.some((label) => label.kind === 'source' || deep)) return true;
  if (!value.inert && (engine.personal.fields(value.type).length > 0 || engine.personal.isRecord(value))) return true;
  if (!value.fields || depth === 0) return false;
  for (const child of value.fields.values()) if (carries(engine, child, deep, depth - 1)) return true;
  return false;
}

/** Content reaches a sink, seen from `frame`; `place` is where a finding goes. */
export function emit(
  engine: Engine,
  frame: Frame,
  found: readonly Content[],
  site: SinkSite,
  place: Site,
  hops: Hop | null,
): void {
  for (const { label, at } of found) {
    if (isGone(label.state)) continue;
    if (label.kind === 'source' && site.sink.kind === 'cell') {
      const entered = { fn: place.fn, ordinal: place.ordinal, fillers: fillersOf(site, hops) };
      engine.enter(site.argument, entering(label, entered), at);
      continue;
    }
    if (label.kind === 'source') {
      addFlow(frame, label, at, site, place, hops);
      continue;
    }
    if (site.sink.kind === 'cell' && isFar(hops)) continue;
    const owner = frameOf(frame, label.root);
    if (!owner || owner.summary.sinks.length >= EDGES || isKnown(owner.summary.sinks, label, at, site)) continue;
    owner.summary.sinks.push({ label, at, site, hops });
  }
}

/** More ways from one function's parameters to sinks are not followed. */
const EDGES = 200;

const isKnown = (sinks: readonly SinkEdge[], label: SymbolLabel, at: string, site: SinkSite): boolean =>
  sinks.some((edge) => edge.site.key === site.key && edge.at === at && edge.label.key === label.key);

/** Who fills a cell through more calls than these is not followed: in large programs nearly everything is kept somewhere. */
const CELL_HOPS = 2;
const isFar = (hops: Hop | null): boolean => {
  let count = 0;
  for (let hop = hops; hop; hop = hop.next) count++;
  return count >= CELL_HOPS;
};

/** The function that fills a cell, and those between it and the caller that handed the content over. */
function fillersOf(site: SinkSite, hops: Hop | null): number[] {
  const out = [site.fn];
  for (let hop = hops?.next ?? null; hop; hop = hop.next) if (!out.includes(hop.fn)) out.push(hop.fn);
  return out;
}

/** Content that a caller put into a cell is shown where it was put in: the class around the cell is nobody's. */
function addFlow(frame: Frame, label: SourceLabel, at: string, site: SinkSite, where: Site, hops: Hop | null): void {
  const place = label.entered ?? where;
  const key = `${place.fn}:${place.ordinal}:${site.fn}:${site.ordinal}:${site.part}:${site.argument}`;
  const flows = (frame.nest.flows ??= new Map<string, RawFlow>());
  const flow: RawFlow = flows.get(key) ?? { ...place, site, hops, data: [] };
  if (
    !flow.data.some(
      (other) =>
        other.at === at &&
        other.label.category === label.category &&
        other.label.words === label.words &&
        other.label.state === label.state,
    )
  ) {
    flow.data.push({ label, at });
  }
  flows.set(key, flow);
}
