/** Where a call sends or puts data, by the words of its model: address, name, options; given at the call or earlier. */
import { EntryKind, Flag, Kind, NONE } from './ir';
import { onBase, type Constants } from './flow/constants';
import type { SinkSite } from './flow/frame';
import type { Point, Trail } from './flow/trail';
import { flagsAt, kindAt, operandAt, operandCount, writtenEntries, type Reader } from './link/reader';
import type { Constant } from './rule';

const FIRST_ARGUMENT = 4;
const LINKS = 6;
/** Options under which an address stands in an object of options. */
const ADDRESS_OPTIONS = ['url', 'uri', 'href', 'hostname', 'host', 'baseURL', 'path'];

export interface Addresses {
  /** "0.headers.x": an argument of a call and a path below it; for markup the argument is the props, for an assignment the value. */
  argument(fn: number, ordinal: number, path: string): Constant[];
  urls(site: SinkSite): Constant[];
  names(site: SinkSite): Constant[];
  /** '' is the options as a whole: the list of their names. */
  option(site: SinkSite, name: string): Constant[];
  /** Configuration of the instance behind the receiver, or of the one that made the model which is asked. */
  instance(site: SinkSite, option: string): Constant[];
  /** Packages of what made the model that is asked. */
  providers(site: SinkSite): string[];
}

export function createAddresses(trail: Trail, constants: Constants): Addresses {
  const argument = (fn: number, ordinal: number, path: string): Constant[] => {
    const found = operandFor(trail.reader(fn), ordinal, path.replace(/\[\]/g, '').split('.'));
    return found ? constants.of(fn, found.ordinal, found.path) : [];
  };

  const instance = (sink: SinkSite, option: string): Constant[] => {
    const { site } = sink.library;
    if (site) return argument(site.fn, site.ordinal, `${site.config}.${option}`);
    if (sink.sink.kind !== 'prompt') return [];
    return providersOf(sink).flatMap((made) =>
      kindAt(trail.reader(made.fn), made.ordinal) === Kind.Call ? argument(made.fn, made.ordinal, `0.${option}`) : [],
    );
  };

  /** `model: local('qwen')`: what `local` is, a call that made it (`createOpenAI({ baseURL })`) or an import. */
  const providersOf = ({ fn, ordinal }: SinkSite): Point[] => {
    const options = operandFor(trail.reader(fn), ordinal, ['0']);
    if (!options) return [];
    return trail
      .origins(fn, options.ordinal)
      .flatMap((point) => entryOf(trail.reader(point.fn), point, 'model'))
      .flatMap((model) => trail.origins(model.fn, model.ordinal))
      .filter(({ fn: at, ordinal: i }) => kindAt(trail.reader(at), i) === Kind.Call)
      .flatMap(({ fn: at, ordinal: i }) => trail.origins(at, operandAt(trail.reader(at), i, 0)));
  };

  const providers = (sink: SinkSite): string[] =>
    providersOf(sink).flatMap((made) => {
      const reader = trail.reader(made.fn);
      const at = kindAt(reader, made.ordinal) === Kind.Call ? operandAt(reader, made.ordinal, 0) : made.ordinal;
      if (kindAt(reader, at) !== Kind.Global || !(flagsAt(reader, at) & Flag.Import)) return [];
      return [reader.module.imports[operandAt(reader, at, 0)].specifier];
    });

  const urls = (site: SinkSite): Constant[] => {
    const { sink } = site;
    if (sink.kind !== 'http') return texts(argument(site.fn, site.ordinal, site.argument));
    const given = sink.url === '' ? earlier(site) : addressAt(site.fn, site.ordinal, sink.url);
    return onBase(given, texts(basesOf(site, sink.url, sink.baseUrl ?? '')));
  };

  /** A base stands beside the URL in the same options, at a path of its own, or in the configuration of the instance. */
  const basesOf = (site: SinkSite, url: string, base: string): Constant[] => {
    const beside = url.endsWith('.url') ? argument(site.fn, site.ordinal, url.replace(/url$/, 'baseURL')) : [];
    if (beside.length > 0 || base === '') return beside;
    return /^\d/.test(base) ? argument(site.fn, site.ordinal, base) : instance(site, base);
  };

  /** An address, or an object of options that has one. */
  const addressAt = (fn: number, ordinal: number, path: string): Constant[] => {
    const own = argument(fn, ordinal, path);
    if (!own.some(({ value }) => Array.isArray(value))) return texts(own);
    const [option] = ADDRESS_OPTIONS.filter((name) => argument(fn, ordinal, `${path}.${name}`).length > 0);
    if (option === undefined) return texts(own);
    const found = texts(argument(fn, ordinal, `${path}.${option}`));
    return option === 'hostname' || option === 'host'
      ? found.map((host) => ({ ...host, value: `//${String(host.value)}` }))
      : found;
  };

  /** The address given when the receiver was made or opened: `new WebSocket(url)`, `request.post(url).send(…)`, `xhr.open('GET', url)`. */
  const earlier = ({ fn, ordinal }: SinkSite): Constant[] => {
    const reader = trail.reader(fn);
    if (kindAt(reader, ordinal) !== Kind.Call || operandAt(reader, ordinal, 1) === NONE) return [];
    const receiver = operandAt(reader, ordinal, 0);
    return [...opened(fn, receiver), ...made(fn, receiver, LINKS)];
  };

  const made = (fn: number, receiver: number, links: number): Constant[] =>
    links === 0
      ? []
      : trail.origins(fn, receiver).flatMap((point) => {
          const reader = trail.reader(point.fn);
          if (kindAt(reader, point.ordinal) !== Kind.Call) return [];
          const found = ['0', '1'].flatMap((path) => addressAt(point.fn, point.ordinal, path)).filter(isAddress);
          return found.length > 0 ? found : made(point.fn, operandAt(reader, point.ordinal, 0), links - 1);
        });

  const opened = (fn: number, receiver: number): Constant[] => {
    const reader = trail.reader(fn);
    if (kindAt(reader, receiver) !== Kind.Load) return [];
    const out: Constant[] = [];
    for (let i = 0; i < reader.count; i++) {
      if (
        kindAt(reader, i) !== Kind.Call ||
        operandAt(reader, i, 1) === NONE ||
        reader.module.names[operandAt(reader, i, 1)] !== 'open'
      )
        continue;
      const other = operandAt(reader, i, 0);
      const same =
        kindAt(reader, other) === Kind.Load &&
        [0, 1].every((n) => operandAt(reader, other, n) === operandAt(reader, receiver, n));
      if (same) out.push(...argument(fn, i, '1'));
    }
    return texts(out);
  };

  const names = (site: SinkSite): Constant[] => {
    const { sink, fn, ordinal } = site;
    const reader = trail.reader(fn);
    const assigned = kindAt(reader, ordinal) === Kind.Set && !(flagsAt(reader, ordinal) & Flag.Computed);
    const path = sink.kind === 'browser-storage' ? sink.key : sink.kind === 'file' ? sink.path : undefined;
    if (path !== undefined) return texts(argument(fn, ordinal, path));
    if (sink.kind === 'browser-storage' && assigned) {
      const value = reader.module.names[operandAt(reader, ordinal, 1)];
      return [{ value, prefix: false, at: { path: reader.module.path, start: 0, end: 0 } }];
    }
    return sink.kind === 'file' ? earlier(site) : [];
  };

  const option = (site: SinkSite, name: string): Constant[] => {
    const { sink, fn, ordinal } = site;
    const path = sink.kind === 'browser-storage' ? sink.flags : sink.kind === 'object-storage' ? sink.options : undefined;
    if (path === undefined) return [];
    // One object with all there is to say: `cookies.set({ name, value, httpOnly })`.
    const isWhole = /^[1-9]/.test(path) && operandCount(trail.reader(fn), ordinal) === FIRST_ARGUMENT + 1;
    const at = isWhole ? '0' : path;
    return argument(fn, ordinal, name === '' ? at : `${at}.${name}`);
  };

  return { argument, urls, names, option, instance, providers };
}

/** What an object literal holds under a name. */
const entryOf = (reader: Reader, { fn, ordinal }: Point, name: string): Point[] =>
  writtenEntries(reader, ordinal).flatMap((entry) =>
    entry.key === name && entry.value !== NONE ? [{ fn, ordinal: entry.value, path: [] }] : [],
  );

/** The instruction behind the first steps of an argument path, and what of the path is left. */
function operandFor(reader: Reader, ordinal: number, [head, ...rest]: string[]): { ordinal: number; path: string[] } | null {
  const kind = kindAt(reader, ordinal);
  if (kind === Kind.Set) return { ordinal: operandAt(reader, ordinal, operandCount(reader, ordinal) - 1), path: rest };
  if (kind === Kind.Element) {
    for (let n = 0; n < operandAt(reader, ordinal, 2); n++) {
      const [entry, name, value] = [0, 1, 2].map((k) => operandAt(reader, ordinal, 3 + n * 3 + k));
      if (entry === EntryKind.Static && reader.module.names[name] === rest[0]) return { ordinal: value, path: rest.slice(1) };
    }
    return null;
  }
  const index = FIRST_ARGUMENT + Number(head);
  if (kind !== Kind.Call || head === '' || Number.isNaN(index) || index >= operandCount(reader, ordinal)) return null;
  return { ordinal: operandAt(reader, ordinal, index), path: rest };
}

const texts = (constants: Constant[]): Constant[] =>
  constants.filter(({ value, environment }) => typeof value === 'string' || environment !== undefined);

const isAddress = ({ value, environment }: Constant): boolean =>
  environment !== undefined || /^([a-z][a-z\d+.-]*:)?\/|\.\w{1,5}$/i.test(String(value));

/** Literal words in the arguments of a call or an assignment: texts and names of fields, as far as they are written there. */
export function wordingOf(reader: Reader, ordinal: number, depth = 4): string[] {
  if (ordinal === NONE || depth === 0) return [];
  const operand = (n: number): number => operandAt(reader, ordinal, n);
  const name = (n: number): string => reader.module.names[operand(n)] ?? '';
  const count = operandCount(reader, ordinal);
  const inner = (n: number): string[] => wordingOf(reader, operand(n), depth - 1);
  const each = (from: number, step: number, words: (n: number) => string[]): string[] => {
    const out: string[] = [];
    for (let n = from; n < count; n += step) out.push(...words(n));
    return out;
  };
  switch (kindAt(reader, ordinal)) {
    case Kind.Const:
      return [name(1)];
    case Kind.Template:
      return [name(0), ...each(1, 2, (n) => [...inner(n), name(n + 1)])];
    case Kind.Binary:
      return [...inner(1), ...inner(2)];
    case Kind.Object:
      return each(0, 3, (n) => [...(operand(n) === EntryKind.Static ? [name(n + 1)] : []), ...inner(n + 2)]);
    case Kind.Array:
      return each(1, 2, inner);
    case Kind.Call:
      return each(FIRST_ARGUMENT, 1, inner);
    default:
      return [];
  }
}
