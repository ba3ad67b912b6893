/** Reading members and elements of abstract values: where labels are born. */
import { NUMBER, STRING, UNKNOWN, type Type } from '../link/types';
import { memberOfLibrary, typeOf, type LibraryValue } from '../match';
import { isIdentifier, isKeyName, isTally } from '../owners';
import { isConstantName } from '../words';
import { fieldCells, libraryBase, staticMethod } from './classes';
import { Flag, Kind, NONE } from '../ir';
import { flagsAt, kindAt } from '../link/reader';
import type { Engine, Frame } from './frame';
import { below, isFull, source } from './labels';
import { inCompany } from './look-alikes';
import { typedInto } from './names';
import { readBeside } from './usage';
import { CALLED, EMPTY, INERT, SPREAD, altered, join, make, typed, type Denoted, type Label, type Value } from './values';
import { elementOf, isInert, memberOf } from '../link/type-parts';

/** Where a reading happens: function and instruction. */
export interface Site {
  fn: number;
  ordinal: number;
}

/** Names that wrap a record without naming it: the owner's name stays the better hint. */
const WRAPPERS = new Set([
  'data',
  'value',
  'current',
  'result',
  'results',
  'rows',
  'items',
  'payload',
  'attributes',
  'props',
  'node',
  'edges',
  'record',
  'records',
  'entity',
  'doc',
  'json',
  'body',
  'input',
  'dto',
  'obj',
  'object',
  'item',
  'entry',
  'values',
  'list',
  '_doc',
  'dataValues',
  'response',
  'res',
]);
/** Members that give the content back rather than a part of it. */
const TRANSPARENT = new Set(['value', 'data', 'current', '_value', 'payload', 'body', '$']);
const COUNTS = new Set(['length', 'size', 'byteLength', 'count', '_count', 'constructor', 'prototype']);

const INDEX = /^\d+$/;

/** Carriers of a message name nothing themselves. */
const CARRIERS = new Set(['req', 'request', 'ctx', 'context', 'event', 'c', 'res', 'response', 'props', 'this', 'data']);

export const hintFrom = (name: string, owner: string): string =>
  (INDEX.test(name) || WRAPPERS.has(name)) && owner !== '' && !CARRIERS.has(owner) ? owner : INDEX.test(name) ? '' : name;

const isKeyOf = (name: string): boolean => /^_?id$/.test(name) || (isKeyName(name) && !/mail|device/i.test(name));

export function read(engine: Engine, value: Value, name: string, site: Site): Value {
  if (value.inert && !value.fields && value.targets.length === 0) return INERT;
  if (COUNTS.has(name) && !value.fields?.has(name)) return INERT;
  if (value.hint === 'env' && isSetting(value, name)) return INERT;
  const member = memberOf(value.type, name);
  const own = value.fields?.get(name) ?? (INDEX.test(name) ? value.fields?.get('[]') : undefined);
  if (!member && !own && isTally(value.hint) && engine.classifier.owner(name) === 'person')
    return make({ type: NUMBER, hint: name });
  // Of what is known as a whole only, the key says nothing of what else it holds.
  const rest = isKeyOf(name) ? undefined : value.fields?.get('*');
  let out = own ?? (name === 'value' ? value.fields?.get(CALLED) : undefined) ?? EMPTY;
  if (rest) out = join(out, rest);
  if (value.type.kind === 'object' && value.type.class) {
    const cells = fieldCells(engine, value.type.class, name);
    for (const cell of cells) out = join(out, engine.look(cell));
    if (out.fields || out.targets.length > 0) out = altered(out, { home: cells[0].key as string });
  }
  const denoted = denotedMember(engine, value, name, site);
  if (denoted === INERT) return INERT;
  if (denoted) out = join(out, denoted);
  const spread = value.fields?.get(SPREAD);
  // `{ ...user, visits }`: what the declared shape of the one says about a member holds for the other.
  if (spread && !own && !member && memberOf(spread.type, name)) return read(engine, spread, name, site);
  let labels: Label[] | null = null;
  // What is personal by where it comes from is known here: callers that hand over the request add nothing.
  const isOrigin = denoted?.labels.some((label) => label.kind === 'source') === true;
  const isListed = INDEX.test(name) && holdsMany(value);
  for (const label of isOrigin ? [] : value.labels)
    labels = isListed && isField(label) ? [...(labels ?? []), label] : passOn(labels, label, name);
  if (spread && !own) for (const label of spread.labels) labels = passOn(labels, label, name);
  if (member && isInert(member.type) && member.personal === undefined && own === undefined) {
    const choice = engine.personal.member(value, name, member);
    // A function that came in stays the caller's: what it is given is theirs to see.
    const handed = member.type.kind === 'function' ? labels?.filter(({ kind }) => kind === 'symbol') : undefined;
    if (!choice) return make({ inert: true, type: member.type, targets: out.targets, labels: handed });
  }
  // A part of a text, as of what an expression matched, is a text.
  const whole = INDEX.test(name) && value.type === STRING ? STRING : out.type;
  const type: Type = member && member.type.kind !== 'unknown' ? member.type : whole;
  const hint = hintFrom(name, value.hint);
  const settled =
    out.labels.some((label) => label.kind === 'source') ||
    out.inert ||
    (own?.fields && own.fields.size > 0) ||
    out.targets.length > 0;
  if (!settled && engine.personal.isDenied(value, name, member)) return make({ inert: true, type, hint });
  const isEntered = settled && out.labels.some((label) => label.kind === 'source' && label.entered !== undefined);
  const told = settled && !isEntered ? null : engine.personal.member(value, name, member);
  const evidence = inCompany(told, name, () => readAt(engine, site));
  // Whatever it is called later.
  if (told && !evidence) return make({ inert: true, type, hint });
  if (evidence && isEntered && !out.labels.every((label) => label.kind === 'source' && label.category === evidence.category))
    return altered(out, { labels: labels ? [...out.labels, ...labels] : out.labels, type, hint });
  if (!settled && !evidence && !libraryOfType(engine, type) && engine.personal.isOfThing(value, name, member))
    return make({ inert: true, type, hint });
  if (evidence) {
    const words = `${value.hint || 'it'}.${name}`;
    const born = source({
      category: evidence.category,
      trust: evidence.trust,
      words: value.hint ? words : name,
      datum: 'field',
      ...site,
    });
    return make({ labels: [born], type, hint, fields: out.fields });
  }
  const typedIn = name === 'value' && !member && out.labels.length === 0 && !labels ? ofField(engine, value, site) : null;
  if (typedIn) return altered(typedIn, { type });
  if (out === EMPTY && !labels) return typed(type, hint);
  return altered(out, {
    labels: labels ? [...out.labels, ...labels] : out.labels,
    type,
    hint: out.hint && (out.targets.length > 0 || isIdentifier(out.hint)) ? out.hint : hint,
  });
}

/** Members that are read beside one from the same value. */
function readAt({ program }: Engine, { fn, ordinal }: Site): string[] {
  const module = program.moduleOf[fn];
  return readBeside(program.modules[module], fn - program.base[module], ordinal);
}

/** `emailRef.current.value`, `email.value` of a state or an element: what somebody types into the field of that name. */
function ofField(engine: Engine, { hint, labels, targets }: Value, site: Site): Value | null {
  if (hint === '' || labels.length > 0 || targets.length > 0) return null;
  const name = typedInto(hint);
  const evidence = name === '' ? null : engine.personal.name(name, UNKNOWN);
  return evidence ? make({ labels: [source({ ...evidence, words: `${hint}.value`, datum: 'field', ...site })], hint }) : null;
}

/** `process.env.SUPPORT_EMAIL` is a setting of the program; its secrets are secrets all the same. */
const isSetting = (value: Value, name: string): boolean =>
  isConstantName(name) &&
  !/PASS|SECRET|TOKEN|KEY|CREDENTIAL/.test(name) &&
  value.type.kind === 'unknown' &&
  !value.fields?.has(name) &&
  value.targets.length === 0;

/** `user.emails[0]` is one of them; `firstName[0]` is a letter. */
const holdsMany = ({ type, hint }: Value): boolean =>
  elementOf(type).kind !== 'unknown' || (type.kind === 'unknown' && /[^su]s$/i.test(hint));
const isField = (label: Label): boolean => label.kind === 'source' && label.datum === 'field';

/** What a label at a node says about a member of it. */
function passOn(into: Label[] | null, label: Label, name: string): Label[] | null {
  if (label.kind === 'source' && !TRANSPARENT.has(name)) return into;
  const isHeld = label.kind === 'symbol' && WRAPPERS.has(name) && isFull(label);
  const passed = label.kind === 'symbol' && !isHeld ? below(label, name) : label;
  if (!into) return [passed];
  into.push(passed);
  return into;
}

/** `this` of a function that belongs to no class: of a component, a store, an object written out. */
export const isOwnName = ({ reader, self }: Frame, at: number): boolean =>
  at !== NONE && self === EMPTY && kindAt(reader, at) === Kind.This && !(flagsAt(reader, at) & Flag.Super);

function denotedMember(engine: Engine, value: Value, name: string, site: Site): Value | null {
  let out: Value | null = null;
  for (const target of value.targets) {
    const found = memberOfTarget(engine, target, value, name, site);
    if (found) out = out ? join(out, found) : found;
  }
  if (out || value.targets.length > 0) return out;
  const typed = libraryOfType(engine, value.type);
  if (typed) return memberOfTarget(engine, { kind: 'library', value: typed }, value, name, site);
  const isBlank =
    value.type.kind === 'unknown' &&
    !value.inert &&
    !value.fields &&
    value.hint !== '' &&
    value.labels.every((label) => label.kind === 'symbol');
  const ambient = isBlank ? engine.matcher.ambient(value.hint) : null;
  const member = ambient ? memberOfLibrary(ambient, name) : null;
  return member && 'type' in member && !('action' in member)
    ? make({ targets: [{ kind: 'library', value: member.type }], hint: name })
    : null;
}

/** The library value that a declared type stands for. */
export function libraryOfType(engine: Engine, type: Type): LibraryValue | null {
  if (type.kind === 'library') return engine.matcher.annotated(type.specifier, type.name);
  if (type.kind === 'named') return engine.matcher.annotated('', type.name);
  if (type.kind === 'union') return type.parts.map((part) => libraryOfType(engine, part)).find((found) => found !== null) ?? null;
  return type.kind === 'object' && type.class ? libraryBase(engine, type.class) : null;
}

function memberOfTarget(engine: Engine, target: Denoted, value: Value, name: string, site: Site): Value | null {
  if (target.kind === 'namespace') {
    const found = engine.program.exported(target.module, name);
    return found ? ofTarget(engine, found, name) : null;
  }
  if (target.kind === 'class')
    return (
      staticMethod(engine, target.ref, name) ??
      engine.look(engine.cellAt(`static:${target.ref.module}:${target.ref.class}:${name}`))
    );
  if (target.kind !== 'library') return null;
  const personal = typeOf(target.value)?.reads;
  const origin = personal && Object.hasOwn(personal, name) ? personal[name] : undefined;
  if (origin) {
    const label = source({
      category: origin.category,
      words: origin.words,
      datum: origin.category === 'record' ? 'origin' : 'field',
      trust: 3,
      ...site,
    });
    const next = origin.type
      ? [{ kind: 'library' as const, value: { ...target.value, type: origin.type, words: `${target.value.words}.${name}` } }]
      : [];
    return make({ labels: [label], hint: origin.owner ?? name, targets: next });
  }
  const member = memberOfLibrary(target.value, name);
  if (member && 'type' in member)
    return typeOf(member.type)?.nobody ? INERT : make({ targets: [{ kind: 'library', value: member.type }], hint: name });
  return null;
}

/** The value an export leads to. */
export function ofTarget(engine: Engine, target: ReturnType<Engine['program']['exported']>, name: string): Value {
  if (!target) return EMPTY;
  if (target.kind === 'namespace') return make({ targets: [{ kind: 'namespace', module: target.module }], hint: name });
  if (target.kind === 'slot' || (target.kind === 'shape' && target.slot >= 0))
    return engine.moduleSlot(target.module, target.slot);
  if (target.kind === 'shape') return INERT;
  const library = engine.matcher.export(target.specifier, target.name);
  if (library) return make({ targets: [{ kind: 'library', value: { ...library, words: name } }], hint: name });
  if (/client$/.test(target.specifier) && engine.schemas.models.has(target.name)) return INERT;
  const ambient = engine.matcher.knows(target.specifier) ? null : engine.matcher.ambient(name);
  return make({ targets: ambient ? [{ kind: 'library', value: ambient }] : [], hint: name });
}

/** What a loop gives of a container: of a map, a key and its value. */
export function iterated(value: Value): Value {
  const keys = value.fields?.get('@keys');
  if (!keys) return element(value);
  const pair = new Map([
    ['0', keys],
    ['1', element(value)],
  ]);
  return make({ fields: pair });
}

/** Any element of a container. */
export function element(value: Value): Value {
  if (value.inert && !value.fields) return INERT;
  const type = elementOf(value.type);
  let out: Value = value.fields?.get('[]') ?? EMPTY;
  const rest = value.fields?.get('*');
  if (rest) out = join(out, rest);
  // Of a map, what was put in under a name as well.
  if (value.fields?.has('@keys')) for (const [name, item] of value.fields) if (name !== '@keys') out = join(out, item);
  for (let i = 0; i < 8 && value.fields; i++) {
    const item = value.fields.get(String(i));
    if (item) out = join(out, item);
  }
  // Beside those that were written down there is one of which nothing is known.
  const other = value.fields?.get('[]');
  if (out.fields && other && !other.fields && !other.inert)
    out = altered(out, { fields: new Map([...out.fields, ['*', EMPTY]]) });
  const labels =
    value.labels.length === 0
      ? value.labels
      : value.labels.map((label) => (label.kind === 'symbol' ? below(label, '[]') : label));
  // The members of a literal are known: none of them is the record itself.
  if (out === EMPTY && labels.length === 0) return typed(type, (value.fields?.size ?? 0) > 0 ? '' : value.hint);
  return altered(out, {
    labels: labels.length === 0 ? out.labels : [...out.labels, ...labels],
    type: type === UNKNOWN ? out.type : type,
    hint: out.hint || value.hint,
    inert: false,
  });
}
