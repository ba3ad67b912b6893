/** Values and the names they go by: globals, parameters, variables. */
import { Flag, NONE, type ModuleIR } from '../ir';
import { flagsAt, operandAt } from '../link/reader';
import { isIdentifier, isKeyName, isMeasure } from '../owners';
import { STRING, UNKNOWN, WRITTEN_OUT } from '../link/types';
import { casesOf } from './cases';
import { frameOf, parameterCell, slotCell, type Engine, type Frame } from './frame';
import { claimByName } from './hashes';
import { asNoKey, below, isKey, source, symbol, WHEN } from './labels';
import { isMaskedName } from './names';
import type { Personal } from './personal';
import { isAnonymous, nameAt, typeIn, valueAt } from './operands';
import { MANY_STORES, type Reaching } from './reach';
import { libraryOfType, ofTarget, type Site } from './read';
import { isPath, lookedUpAs, usedShape } from './usage';
import { wordsOf } from '../words';
import { mapLabels } from './trees';
import { altered, ANSWER, EMPTY, INERT, join, make, ofLabels, ofText, type Label, type Value } from './values';
import { derived, isInert } from '../link/type-parts';

export function global(engine: Engine, frame: Frame, i: number): Value {
  const { reader } = frame;
  if (flagsAt(reader, i) & Flag.Import) {
    const entry = reader.module.imports[operandAt(reader, i, 0)];
    return ofTarget(engine, engine.program.imported(frame.module, operandAt(reader, i, 0)), entry.local || entry.imported);
  }
  const name = nameAt(reader, i, 0);
  if (name === 'undefined' || name === 'NaN' || name === 'Infinity') return INERT;
  const library = engine.matcher.ambient(name);
  if (library) return make({ targets: [{ kind: 'library', value: library }], hint: name });
  // `Religion.find()`: a table or a class is nobody's.
  const evidence = /^[A-Z]/.test(name) ? null : engine.personal.name(name, UNKNOWN);
  if (evidence) return ofLabels([source({ ...evidence, words: name, datum: 'field', fn: frame.fn, ordinal: i })]);
  return make({ hint: name });
}

export function parameter(engine: Engine, frame: Frame, i: number): Value {
  const { reader } = frame;
  const position = operandAt(reader, i, 0);
  const own = reader.module.functions[frame.index].parameters[position];
  const type = typeIn(engine, frame, operandAt(reader, i, 1));
  const told = type.kind === 'unknown' ? frame.nest.given?.get(parameterCell(frame.fn, position)) : null;
  if (told && own.personal === undefined && told.type.kind === 'unknown') return told.fields ? told : ofText(told.text ?? '');
  const evidence =
    own.personal === null
      ? null
      : own.personal
        ? { category: own.personal, trust: 3 as const }
        : own.name
          ? (engine.personal.name(own.name, type) ?? engine.personal.parameter(own.name, type, reader.module, frame.index))
          : null;
  if (evidence)
    return make({
      labels: [
        source({ ...evidence, words: own.name, datum: 'field', fn: frame.fn, ordinal: i }),
        // What a tracker knows a visitor by is no datum yet: `identify(distinctId)` may be given an address.
        ...(evidence.category === 'session-id' ? [symbol(frame.fn, position)] : []),
      ],
      type,
      hint: own.name,
    });
  // One of a few texts is no content, but decides which case of a callee it is.
  if (type.kind === 'union' && isInert(type)) return make({ labels: [symbol(frame.fn, position)], inert: true, type });
  if (isInert(type) && type.kind !== 'function') return make({ inert: true, type });
  // The page or the extension that sent a message is no person.
  const { parameters, name: called } = reader.module.functions[frame.index];
  if (own.name === 'sender' && parameters.some(({ name }) => name === 'sendResponse')) return INERT;
  // `ask(system, user)`: texts that a model is given in these roles.
  const isRole = own.name === 'user' && parameters.some(({ name }) => /^system(Prompt|Message|Text|Instruction)?$/i.test(name));
  const hint = whose(engine, own.name, called);
  const base = make({ labels: [symbol(frame.fn, position)], type: isRole ? STRING : (told?.type ?? type), hint });
  const library = type.kind === 'object' ? null : libraryOfType(engine, type);
  const given = engine.look(engine.cellAt(parameterCell(frame.fn, position)));
  if (!library && (given.labels.length > 0 || given.targets.length > 0)) {
    const known = base.type.kind === 'unknown' ? given.type : base.type;
    return altered(base, { labels: type.kind === 'object' ? [] : given.labels, targets: given.targets, type: known });
  }
  if (given.fields && type.kind === 'unknown') return altered(base, { fields: given.fields });
  const ambient = library ?? (type.kind === 'unknown' && own.name ? engine.matcher.ambient(own.name) : null);
  return ambient ? altered(base, { targets: [{ kind: 'library', value: ambient }] }) : base;
}

/** `cacheUserProfile(profile)`: the function says whose profile it is. */
function whose({ classifier }: Engine, name: string, called: string): string {
  if (called === '' || classifier.owner(name) !== 'maybe') return name;
  const words = wordsOf(called);
  const at = words.indexOf(wordsOf(name)[0], 1);
  return at > 0 && classifier.owner(words[at - 1]) === 'person' ? `${words[at - 1]} ${name}` : name;
}

/** A decorated parameter receives what its decorator stands for (`@Body() body`). */
export function decorate(engine: Engine, frame: Frame, index: number): void {
  const declared = engine.program.modules[frame.module].classes[index];
  for (const { member, parameter: position, value } of declared.decorators) {
    if (position < 0) continue;
    const given = valueAt(frame, value);
    const fn =
      member === null || member === 'constructor'
        ? declared.constructor_
        : (declared.methods.find((method) => method.name === member)?.function ?? NONE);
    if (fn !== NONE && (given.labels.length > 0 || given.targets.length > 0))
      engine.store(parameterCell(engine.program.base[frame.module] + fn, position), given);
  }
}

export function load(engine: Engine, frame: Frame, i: number, reaching: Reaching): Value {
  const { reader } = frame;
  const slot = operandAt(reader, i, 0);
  const owner = operandAt(reader, i, 1);
  if (owner !== NONE && owner !== frame.index) {
    const outer = frameOf(frame, engine.program.base[frame.module] + owner);
    if (owner === 0 && (!outer || outer.slots[slot] === undefined)) return engine.moduleSlot(frame.module, slot);
    return outer?.slots[slot] ?? EMPTY;
  }
  const stores = reaching(i, slot);
  const outside = frame.outside?.[slot];
  if (stores.length === 0) return outside ?? frame.slots[slot] ?? hoisted(engine, frame, slot);
  if (stores.length > MANY_STORES) {
    const end = stores[stores.length - 1];
    if (end > i && frame.values[end] === undefined) (frame.late ??= []).push(i, end);
    return frame.slots[slot] ?? hoisted(engine, frame, slot);
  }
  for (const at of stores) if (at > i && frame.values[at] === undefined) (frame.late ??= []).push(i, at);
  if (stores.length === 1 && !outside) return frame.values[stores[0]] ?? EMPTY;
  let out = EMPTY;
  for (const at of stores) out = join(out, frame.values[at] ?? EMPTY);
  return outside ? join(out, outside) : out;
}

const hoisted = (engine: Engine, frame: Frame, slot: number): Value =>
  frame.index === 0 ? engine.moduleSlot(frame.module, slot) : EMPTY;

/** Storing gives a value its name: the hint, and evidence when nothing else is known about it. */
export function store(engine: Engine, frame: Frame, i: number): void {
  const { reader } = frame;
  const slot = operandAt(reader, i, 0);
  const owner = operandAt(reader, i, 2);
  const holder = owner === NONE || owner === frame.index ? frame : frameOf(frame, engine.program.base[frame.module] + owner);
  const info = reader.module.functions[owner === NONE ? frame.index : owner].slots[slot];
  const declaredBy = owner === NONE ? frame.index : owner;
  const given = shaped(engine, frame, inCase(frame, i, valueAt(frame, operandAt(reader, i, 1))), declaredBy, slot);
  const site = { fn: frame.fn, ordinal: i };
  const own = looked(engine, frame, named(engine, given, info.name, info.personal, site), declaredBy, slot, site);
  const value = info.personal || !isPathName(own, reader.module, declaredBy, slot) ? own : withoutNames(own);
  claimByName(engine, frame, info.name, value);
  if (!holder) {
    const isKept = value.labels.length > 0 || value.targets.some(({ kind }) => kind === 'library');
    if (owner === 0 && isKept) engine.store(slotCell(frame.module, slot), value);
    return;
  }
  if (holder === frame) frame.values[i] = value;
  if (holder !== frame) {
    const outside = (holder.outside ??= []);
    const before = outside[slot];
    outside[slot] = before ? join(before, value) : value;
    if (value.labels.some((label) => !before?.labels.some((own) => own.key === label.key))) holder.dirty = true;
  }
  const known = holder.slots[slot];
  holder.slots[slot] = known && known !== value ? join(known, value) : value;
}

/** What the function's own parameters bring to a place that runs only in one case. */
export function inCase(frame: Frame, ordinal: number, value: Value): Value {
  if (!value.labels.some((label) => label.kind === 'symbol' && label.root === frame.fn)) return value;
  if (frame.cases === undefined) frame.cases = casesOf(frame.reader);
  const found = frame.cases?.(ordinal);
  if (!found) return value;
  const step = `${WHEN}${found.parameter}=${found.text}`;
  const isOwn = (label: Label): boolean =>
    label.kind === 'symbol' && label.root === frame.fn && label.parameter !== found.parameter && !label.path.includes(step);
  return altered(value, {
    labels: value.labels.map((label) => (label.kind === 'symbol' && isOwn(label) ? below(label, step) : label)),
  });
}

/** An object of which nothing is declared. */
const OPEN = derived('', new Map());

const isName = (label: Label): boolean =>
  label.kind === 'source' && (label.category === 'person-name' || label.category === 'username');

const isPathName = (value: Value, module: ModuleIR, holder: number, slot: number): boolean =>
  value.labels.some(isName) && isPath(module, holder, slot);

const withoutNames = (value: Value): Value =>
  altered(value, { labels: value.labels.filter((label) => !isName(label)), type: STRING });

/** A value of no known shape gets the one that the uses of its variable tell. */
function shaped(engine: Engine, frame: Frame, value: Value, owner: number, slot: number): Value {
  if (value.type.kind !== 'unknown' && value.type.kind !== 'named' && value.type.kind !== 'library') return value;
  if (!isAnonymous(value) || libraryOfType(engine, value.type)) return value;
  const type = usedShape(engine, frame.reader.module, owner, slot);
  return type.kind === 'unknown' ? value : altered(value, { type });
}

/** What a query compares with a person's member is that member's value, whatever the variable is called. */
function looked(engine: Engine, frame: Frame, value: Value, owner: number, slot: number, site: Site): Value {
  if (!isAnonymous(value) || !(value.type.kind === 'unknown' || value.type.kind === 'primitive')) return value;
  const category = lookedUpAs(engine, frame.reader.module, owner, slot);
  if (category === null || engine.classifier.category(category)?.identifies === 'opaque') return value;
  return altered(value, { labels: [source({ category, trust: 2, words: value.hint, datum: 'field', ...site })] });
}

export function named(engine: Engine, value: Value, name: string, personal: string | null | undefined, site: Site): Value {
  if (name === '') return value;
  // `const customer = $(row).data('customer')`: not the record as a whole, which may be its key, but its members.
  if (value === ANSWER && engine.classifier.owner(name) === 'person') return make({ hint: name, type: OPEN });
  if (personal === null) return altered(value, { labels: [], inert: true });
  const excluded = value.labels.length > 0 ? engine.classifier.excludes(name) : null;
  if (excluded !== null && isKey(excluded)) return mapLabels(value, asNoKey);
  if (excluded !== null)
    return altered(value, { labels: value.labels.filter((label) => label.kind === 'symbol' || label.category !== excluded) });
  const evidence = personal
    ? { category: personal, trust: 3 as const }
    : isAnonymous(value) && value.type !== WRITTEN_OUT && !isMaskedName(value.hint) && !isKeyOf(value.hint, name)
      ? (engine.personal.name(name, value.type) ?? besideOthers(engine, name, value, site))
      : null;
  if (evidence) return altered(value, { labels: [source({ ...evidence, words: name, datum: 'field', ...site })], hint: name });
  if (isKeyName(name) && isPlainKey(engine, name)) return asKey(engine, value, name);
  // `email: conflict.maskedEmail` stays what it was called where it was made.
  if (isMaskedName(value.hint)) return value;
  // The function said whose it is.
  if (value.hint.endsWith(` ${name}`)) return value;
  // `{ user: session.id }` holds the key of one.
  const isKept = isIdentifier(value.hint) || isMeasure(value.hint) || engine.classifier.owner(name) === 'unknown';
  if (value.hint !== '' && isKept) return value;
  return value.inert && !value.fields
    ? value
    : altered(value, { hint: value.targets.some((target) => target.kind === 'library') ? value.hint : name });
}

/** A variable that is called as a parameter could be: what stands beside it tells. */
function besideOthers(
  { personal, program }: Engine,
  name: string,
  { type }: Value,
  { fn }: Site,
): ReturnType<Personal['beside']> {
  const module = program.moduleOf[fn];
  return personal.beside(name, type, program.modules[module], fn - program.base[module]);
}

/** `emailId: sent.id` is the key of what was sent, and no address. */
const isKeyOf = (read: string, name: string): boolean => isIdentifier(read) && isKeyName(name);

/** "prescriptionId" names nothing but a key; "emailId" and "deviceId" name more. */
function isPlainKey(engine: Engine, name: string): boolean {
  const found = engine.classifier.name(name);
  return found === null || found.category.identifies === 'opaque';
}

/** An element of `visit.prescriptions` that is called an id is the key of one, and so is what was picked from a list of people. */
function asKey(engine: Engine, value: Value, name: string): Value {
  const isTelling = (label: Label): boolean =>
    label.kind === 'symbol' ||
    label.datum === 'origin' ||
    (label.category !== 'record' && engine.classifier.category(label.category)?.identifies !== 'quasi');
  const labels = value.labels.every(isTelling) ? value.labels : value.labels.filter(isTelling);
  const isOpen = value.type.kind === 'unknown' && value.hint !== '' && value.targets.length === 0;
  return labels === value.labels && !isOpen ? value : altered(value, { labels, hint: isOpen ? name : value.hint });
}
