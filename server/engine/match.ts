/** Models by package, export and ambient name: the way from a name to what the library does. */
import { nameKey } from './policy/recipients';
import type { Action, Model, ModelType } from './model';
import { remembering } from './remember';

/** A value handed out by a library: its type in the model, how it is written, and where it was made. */
export interface LibraryValue {
  model: Model;
  /** Key of `model.types`. */
  type: string;
  /** "stripe.customers": how a message names it. */
  words: string;
  /** The call that made the instance and where its options stand, for configuration. */
  site: { fn: number; ordinal: number; config: number } | null;
  /** Known by an ambient name only. */
  ambient: boolean;
  /** The ambient names of all models, for values that hold them as members (`window.gtag`). */
  globals?: ReadonlyMap<string, LibraryValue>;
}

export interface Matcher {
  export(specifier: string, name: string): LibraryValue | null;
  /** By the name of an identifier, member or parameter whose declaration we cannot see. */
  ambient(name: string): LibraryValue | null;
  /** A model knows the package: its unlisted exports are of no interest. */
  knows(specifier: string): boolean;
  /** JSX component of a package, or intrinsic element when the specifier is ''. */
  component(specifier: string, name: string): { model: Model; action: Action } | null;
  /** Type an annotation `name` from the package denotes (`log: Logger`). */
  annotated(specifier: string, name: string): LibraryValue | null;
  byHost(host: string): Model | null;
  /** The model of a package or one of its subpaths. */
  package(specifier: string): Model | null;
  /** The first model of a vendor that a policy or a setting would call so. */
  byVendor(name: string): Model | null;
  origins: Origins;
  /** Models of an import specifier. */
  of(specifier: string): readonly Model[];
  models: readonly Model[];
}

export function createMatcher(given: readonly Model[]): Matcher {
  const models = given.map((model) => withMethods(withWhole(model)));
  const exact = new Map<string, Model[]>();
  const prefixes: { prefix: string; model: Model }[] = [];
  const ambients = new Map<string, LibraryValue>();
  for (const model of models) {
    for (const name of model.packages) {
      if (name.endsWith('/*')) prefixes.push({ prefix: name.slice(0, -1), model });
      exact.set(name, [...(exact.get(name) ?? []), model]);
    }
    for (const [name, type] of Object.entries(model.ambient ?? {})) {
      if (ambients.has(name)) continue;
      const globals = model.types[type]?.globals ? ambients : undefined;
      ambients.set(name, { model, type, words: name, site: null, ambient: true, globals });
    }
  }
  const vendors = new Map<string, Model>();
  for (const model of models) if (model.vendor && !vendors.has(nameKey(model.vendor))) vendors.set(nameKey(model.vendor), model);
  const intrinsics = new Map<string, { model: Model; action: Action }>();
  for (const model of models) {
    for (const [name, action] of Object.entries(model.components ?? {}))
      if (/^[a-z]/.test(name) && !intrinsics.has(name)) intrinsics.set(name, { model, action });
  }
  const of = remembering((specifier): Model[] => {
    const bare = specifier.startsWith('node:') ? specifier.slice(5) : specifier;
    const own = [
      ...(exact.get(specifier) ?? []),
      ...(bare === specifier ? (exact.get('node:' + bare) ?? []) : (exact.get(bare) ?? [])),
    ];
    return own.length > 0 ? own : prefixes.filter(({ prefix }) => specifier.startsWith(prefix)).map(({ model }) => model);
  });
  const value = (model: Model, type: string, words: string): LibraryValue => ({ model, type, words, site: null, ambient: false });

  const findExport = (specifier: string, name: string): LibraryValue | null => {
    for (const model of of(specifier)) {
      const type = exported(model, isWhole(name) ? subpathOf(model, specifier) : '') ?? exported(model, name);
      if (type) return value(model, type, isWhole(name) ? model.id : name);
    }
    return null;
  };

  return {
    export: findExport,
    ambient: (name) => ambients.get(name) ?? null,
    knows: (specifier) => of(specifier).length > 0,
    component(specifier, name) {
      if (specifier === '') return intrinsics.get(name) ?? null;
      for (const model of of(specifier)) {
        const action = model.components && Object.hasOwn(model.components, name) ? model.components[name] : undefined;
        if (action) return { model, action };
      }
      return null;
    },
    annotated(specifier, name) {
      const found = specifier === '' ? (ambients.get(name) ?? null) : findExport(specifier, name);
      const made = found && typeOf(found)?.construct?.returns;
      if (found && made && made !== 'receiver') return { ...found, type: made, words: name };
      if (found) return typeOf(found)?.members && !typeOf(found)?.call ? found : null;
      return INSTANCES.test(name) ? instanceOf(of(specifier), name) : null;
    },
    origins: originsOf(models, of),
    package: (specifier) => of(specifier)[0] ?? null,
    byVendor: (name) => vendors.get(nameKey(name)) ?? null,
    of,
    models,
    byHost(host) {
      return models.find((model) => model.hosts?.some((own) => host === own || host.endsWith('.' + own))) ?? null;
    },
  };
}

/** `const { Redis } = require('ioredis')`, `import * as redis`: the package as a whole has what it exports, and is what it exports by default. */
function withWhole(model: Model): Model {
  if (!model.exports) return model;
  if (Object.hasOwn(model.exports, '*')) return withExports(model, model.exports);
  const main = Object.hasOwn(model.exports, 'default') ? model.types[model.exports.default] : undefined;
  const whole = { ...main, members: { ...main?.members, ...model.exports } };
  return { ...model, exports: { ...model.exports, '*': WHOLE }, types: { ...model.types, [WHOLE]: whole } };
}

/**
 * `const { SignJWT } = require('jose')`, `(await import('axios')).default`: what a model says of the whole package holds beside
 * what it says of its exports.
 */
function withExports(model: Model, exports: Record<string, string>): Model {
  const whole = model.types[exports['*']];
  if (!whole) return model;
  const { '*': own, default: main, ...named } = exports;
  const isApart = main !== undefined && own !== 'module';
  const members = { ...named, ...(isApart ? { default: main } : {}), ...whole.members };
  const isNew = Object.keys(members).some((name) => !whole.members || !Object.hasOwn(whole.members, name));
  if (!isNew) return model;
  return { ...model, exports: { ...exports, '*': WHOLE }, types: { ...model.types, [WHOLE]: { ...whole, members } } };
}
/** The type of a package as a whole, where it has more than its main export. */
export const WHOLE = 'the package as a whole';

/** Methods are values as well (`const { info } = logger`, `list.forEach(console.log)`): each gets a type of its own. */
function withMethods(model: Model): Model {
  const types = { ...model.types };
  for (const [name, type] of Object.entries(model.types)) {
    for (const [member, action] of Object.entries(type.members ?? {})) {
      if (typeof action !== 'string') types[methodType(name, member)] = { call: action };
    }
  }
  return { ...model, types };
}

const methodType = (type: string, member: string): string => `${type}.${member}`;

export const typeOf = (value: LibraryValue): ModelType | undefined => value.model.types[value.type];

/** Names of declared types that a package has for what its functions give. */
const INSTANCES = /(Client|ClientType|Instance|Interface|Logger|Transporter|Connection|SDK|Sdk)$/;

/** `private client: LDClient`: the one thing that the package's functions and classes give. */
function instanceOf(models: readonly Model[], words: string): LibraryValue | null {
  for (const model of models) {
    const types = Object.values(model.exports ?? {}).map((name) => model.types[name]);
    const given = new Set(types.map((type) => type?.call?.returns ?? type?.construct?.returns));
    const made = [...given].filter((type) => type !== undefined && type !== 'receiver' && model.types[type]?.members);
    if (made.length === 1 && made[0] !== undefined) return { model, type: made[0], words, site: null, ambient: false };
  }
  return null;
}

const isWhole = (name: string): boolean => name === 'default' || name === '*';

const exported = (model: Model, name: string): string | undefined =>
  model.exports && Object.hasOwn(model.exports, name) ? model.exports[name] : undefined;

/** `lodash/omit`, `lodash.omit`, `crypto-js/sha256`: the export that a subpath is for, when the model has one of that name; else ''. */
function subpathOf(model: Model, specifier: string): string {
  const dotted = /^([\w-]+)\.(\w+)$/.exec(specifier);
  const isPart = dotted !== null && model.packages.includes(dotted[1]);
  if ((model.packages.includes(specifier) || isPackage(specifier)) && !isPart) return '';
  const last = isPart ? dotted[2] : specifier.slice(specifier.lastIndexOf('/') + 1).replace(/\.[cm]?js$/, '');
  return Object.keys(model.exports ?? {}).find((name) => name.toLowerCase() === last.toLowerCase()) ?? '';
}

/** `@langchain/openai` is a package, not the OpenAI of another. */
const isPackage = (specifier: string): boolean => /^@[^/]+\/[^/]+$/.test(specifier);

/**
 * A member of a library value: what it is when read, what calling it does, both, or null when nothing is known.
 * A member that is not listed is a value of the same type where the type says what any member does when called
 * (`client.user.findMany`), and the ambient name on the global object.
 */
export function memberOfLibrary(of: LibraryValue, name: string): { type: LibraryValue } | { action: Action } | null {
  const value = holderOf(of, name);
  const type = typeOf(value);
  const words = value.words === '' ? name : `${value.words}.${name}`;
  const member = type?.members && Object.hasOwn(type.members, name) ? type.members[name] : undefined;
  if (typeof member === 'string')
    return { type: { ...value, type: member === 'receiver' ? value.type : member, words, globals: undefined } };
  if (member) return { type: { ...value, type: methodType(value.type, name), words, globals: undefined }, action: member };
  const global = value.globals?.get(name);
  if (global) return { type: { ...global, words } };
  return type?.otherwise ? { type: { ...value, words }, action: type.otherwise } : null;
}

/** `require('mixpanel-browser')` is the main export: what the module has not, that has. */
export function holderOf(value: LibraryValue, name: string): LibraryValue {
  if (value.type !== 'module') return value;
  const members = typeOf(value)?.members;
  const main = members && !Object.hasOwn(members, name) ? members.default : undefined;
  return typeof main === 'string' && main !== 'module' ? { ...value, type: main } : value;
}

/** Origins of personal data: the names that read one, and what must be in sight for a name to be meant so. */
export interface Origins {
  /** Members and functions whose result is personal by origin: body, headers, getSession. */
  names: ReadonlySet<string>;
  /** Ambient identifiers that hand one out: req, request, ctx. */
  ambients: ReadonlySet<string>;
  /** The module hands one out. */
  from(specifier: string): boolean;
  /** The export hands one out itself: as its result, or to a function given to it (`NextAuth({ callbacks })`). */
  gives(specifier: string, name: string): boolean;
}

function originsOf(models: readonly Model[], of: (specifier: string) => readonly Model[]): Origins {
  const names = new Set<string>();
  const ambients = new Set<string>();
  const giving = new Set<Model>();
  for (const model of models) {
    const own = new Set<string>();
    for (const type of Object.values(model.types)) {
      for (const name of Object.keys(type.reads ?? {})) own.add(name);
      for (const [name, member] of Object.entries(type.members ?? {}))
        if (typeof member !== 'string' && member.source) own.add(name);
    }
    for (const [name, type] of Object.entries({ ...model.exports, ...model.ambient }))
      if (model.types[type]?.call?.source) own.add(name);
    if (own.size === 0) continue;
    giving.add(model);
    for (const name of own) names.add(name);
    for (const [name, type] of Object.entries(model.ambient ?? {})) if (leadsToOrigin(model, type)) ambients.add(name);
  }
  return {
    names,
    ambients,
    from: (specifier) => of(specifier).some((model) => giving.has(model)),
    gives: (specifier, name) => of(specifier).some((model) => isGiving(model, exported(model, name))),
  };
}

function isGiving(model: Model, name: string | undefined): boolean {
  const type = name === undefined ? undefined : model.types[name];
  return [type?.call, type?.construct].some(
    (action) => action?.source !== undefined || handsOver(model, action) || asksBy(model, action),
  );
}

/** A value of the type hands out something personal by origin, itself or by what its members and calls give. */
function leadsToOrigin(model: Model, name: string, seen = new Set<string>()): boolean {
  const type = model.types[name];
  if (!type || seen.has(name)) return false;
  seen.add(name);
  if (type.source || type.reads) return true;
  const members = Object.values(type.members ?? {});
  const actions = [type.call, type.construct, type.otherwise, ...members.filter((member) => typeof member !== 'string')];
  if (actions.some((action) => action?.source || handsOver(model, action))) return true;
  const next = [...members.filter((member) => typeof member === 'string'), ...actions.map((action) => action?.returns ?? '')];
  return next.some((other) => leadsToOrigin(model, other, seen));
}

/** A function given to the call receives something personal by origin. */
function handsOver(model: Model, action: Action | undefined): boolean {
  const types = (action?.callback ?? [])
    .flatMap((callback) => callback.parameters)
    .filter((parameter) => parameter.startsWith('type:'));
  return types.some((type) => {
    const handed = model.types[type.slice('type:'.length)];
    return handed?.source !== undefined || Object.keys(handed?.reads ?? {}).length > 0;
  });
}

/** A function given to the call makes a request, or one that is given to what it receives: `createApi({ endpoints: (build) => … })`. */
function asksBy(model: Model, action: Action | undefined): boolean {
  return (action?.callback ?? []).some(({ parameters, result }) => {
    const handed = parameters.flatMap((type) =>
      type.startsWith('type:') ? Object.values(model.types[type.slice('type:'.length)]?.members ?? {}) : [],
    );
    return result === 'request' || handed.some((member) => typeof member !== 'string' && asksBy(model, member));
  });
}
