/** Applying a summary: symbols become what the arguments carry, sinks are reached from here. */
import { contents, emit } from './emit';
import type { Engine, Frame, Summary } from './frame';
import { frameOf } from './frame';
import { parameterType, without } from './evaluate';
import { BELOW, MINUS, after, asText } from './labels';
import { element, read, type Site } from './read';
import {
  EMPTY,
  INERT,
  container,
  join,
  make,
  mapLabels,
  ofLabels,
  put,
  type Bindings,
  type Denoted,
  type SymbolLabel,
  type Value,
} from './values';

export interface Arguments {
  args: readonly Value[];
  self: Value;
}

export function apply(
  engine: Engine,
  frame: Frame,
  summary: Summary,
  bindings: Bindings,
  words: string,
  site: Site,
  nested: boolean,
): Value {
  for (const edge of summary.sinks.values()) {
    const value = resolve(engine, edge.label, bindings, site);
    if (!value) continue;
    const found = contents(engine, value, site).map(({ label, at }) => ({
      label: after(label, edge.label),
      at: at === '' ? edge.at : edge.at === '' ? at : `${edge.at}.${at}`,
    }));
    const inner = edge.hops ?? edge.site;
    const place = nested ? { fn: inner.fn, ordinal: inner.ordinal } : site;
    emit(engine, frame, found, edge.site, place, nested ? edge.hops : { ...site, words, next: edge.hops });
  }
  return substitute(engine, summary.returns, bindings, site);
}

/** The argument a symbol stands for, read along the symbol's path; null when the symbol is not ours to bind. */
function resolve(engine: Engine, label: SymbolLabel, bindings: Bindings, site: Site): Value | null {
  const bound = bindings.get(label.root);
  if (!bound) return null;
  let value = bound.args[label.parameter] ?? EMPTY;
  if (label.path.length > 0 && isUntold(value)) value = { ...value, type: parameterType(engine, label.root, label.parameter) };
  for (const name of label.path) value = step(engine, value, name, site);
  return value;
}

/** A mere name: the type the callee declares says more about its members. */
const isUntold = (value: Value): boolean => value !== EMPTY && !value.inert && isBare(value) && value.type.kind === 'unknown';

function step(engine: Engine, value: Value, name: string, site: Site): Value {
  if (name === '[]') return element(value);
  if (name === BELOW) return ofLabels(contents(engine, value, site).map(({ label }) => asText(label)));
  return name.startsWith(MINUS) ? without(value, new Set(name.slice(1).split(','))) : read(engine, value, name, site);
}

export function substitute(engine: Engine, value: Value, bindings: Bindings, site: Site, depth = 4): Value {
  if (value.labels.length === 0 && !value.fields && !value.targets.some((target) => target.kind === 'function' && target.frame))
    return value;
  let out: Value = {
    ...value,
    labels: value.labels.filter((label) => label.kind === 'source' || !bindings.has(label.root)),
    parts: null,
  };
  if (value.fields && depth > 0)
    out.fields = new Map([...value.fields].map(([name, child]) => [name, substitute(engine, child, bindings, site, depth - 1)]));
  out.targets = value.targets.map((target) => bind(target, bindings));
  for (const label of value.labels) {
    if (label.kind !== 'symbol') continue;
    const bound = resolve(engine, label, bindings, site);
    if (!bound) continue;
    const arrived =
      label.state === 'raw' && label.trust === 3 && label.through.length === 0
        ? bound
        : mapLabels(bound, (own) => after(own, label));
    out = isBare(out)
      ? { ...arrived, hint: arrived.hint || out.hint, type: arrived.type.kind === 'unknown' ? out.type : arrived.type }
      : join(out, arrived);
  }
  return out;
}

const isBare = (value: Value): boolean => value.labels.length === 0 && !value.fields && value.targets.length === 0;

/** A closure made by the callee keeps the arguments it was made with. */
function bind(target: Denoted, bindings: Bindings): Denoted {
  if (target.kind !== 'function' || !target.frame) return target;
  if (![...bindings.keys()].some((root) => frameOf(target.frame, root))) return target;
  return { ...target, bindings: new Map([...(target.bindings ?? []), ...bindings]) };
}

/** Arguments as the parameters see them: a rest parameter gathers, a spread argument may be any of the later ones. */
export function bindArguments(args: readonly Value[], spreadMask: number, restIndex: number): Value[] {
  let out = [...args];
  const spread = spreadMask === 0 ? -1 : 31 - Math.clz32(spreadMask & -spreadMask);
  if (spread >= 0 && spread < args.length) {
    const any = args
      .slice(spread)
      .reduce((sum, value, i) => join(sum, (spreadMask >> (spread + i)) & 1 ? element(value) : value), EMPTY);
    const inner = args[spread];
    out = out.slice(0, spread);
    for (let i = 0; i < 6; i++) out.push(inner.fields?.get(String(i)) ?? any);
  }
  if (restIndex < 0 || out.length <= restIndex) return out;
  const rest = container();
  out.slice(restIndex).forEach((value, i) => put(rest, i < 8 && spread < 0 ? String(i) : '[]', value));
  return [...out.slice(0, restIndex), rest];
}

export const nothing = (): Value => make({ ...INERT });
