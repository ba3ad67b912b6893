/** What the interfaces of consent tools say, by their models: which members hold answers, what their ids stand for, when they call back. */
import { EntryKind, Flag, Kind, NONE } from '../../ir';
import { flagsAt, kindAt, operandAt, operandCount } from '../../link/reader';
import type { ConsentPurpose, Model } from '../../model';
import { textsAmong, type Base } from './control';
import { choiceName, topicOf } from './wording';

export interface ToolAnswer {
  topic: ConsentPurpose;
  negative: boolean;
  words: string;
}

export interface Platforms {
  /** An answer of a tool; null for another part of it, undefined where no tool is known. */
  answer(fn: number, ordinal: number): ToolAnswer | null | undefined;
  /** Texts or names of a registration of which a tool is known: it runs only after a yes, or after any answer. */
  event(fn: number, texts: readonly string[]): 'yes' | 'answered' | undefined;
  /** The call hands answers to a function that is given to it, whatever they are. */
  handsAnswers(fn: number, call: number): boolean;
}

/** The way from a tool to a value: names of members, texts that calls on the way are given, and which models may be meant. */
interface Way {
  models: readonly Model[];
  names: readonly string[];
  texts: readonly string[];
}

const DEPTH = 12;
const WINDOWS = /^(window|globalThis|self|top|parent)$/;
/** The whole of an imported package, whatever it is called. */
const WHOLE = '*';

export function createPlatforms(base: Base): Platforms {
  const { program, engine } = base;
  const tools = engine.matcher.models.filter(({ consent }) => consent?.answers ?? consent?.events);
  const roots = new Map<string, Model[]>();
  for (const model of tools)
    for (const entry of [...(model.consent?.answers ?? []), ...Object.keys(model.ambient ?? {})]) {
      const [root] = entry.replace(/\(\)/g, '').split('.');
      const known = roots.get(root) ?? [];
      if (!known.includes(model)) roots.set(root, [...known, model]);
    }
  const keyed = new Map<number, Map<number, string>>();

  const wayTo = (fn: number, i: number, depth: number): Way | null => {
    if (i === NONE || depth === 0) return null;
    const reader = base.reader(fn);
    const operand = (n: number): number => operandAt(reader, i, n);
    const below = (object: number, name: string, texts: readonly string[] = []): Way | null => {
      const before = wayTo(fn, object, depth - 1);
      if (before) return { ...before, names: [...before.names, name], texts: [...before.texts, ...texts] };
      return kindAt(reader, object) === Kind.Global && WINDOWS.test(base.name(fn, object)) ? rootOf(name, texts) : null;
    };
    switch (kindAt(reader, i)) {
      case Kind.Cast:
      case Kind.Await:
      case Kind.Otherwise:
        return wayTo(fn, operand(0), depth - 1);
      case Kind.Global:
        return flagsAt(reader, i) & Flag.Import ? imported(fn, operand(0)) : rootOf(reader.module.names[operand(0)]);
      case Kind.Get:
        return below(operand(0), base.name(fn, i) || numberAt(fn, operand(1), flagsAt(reader, i)));
      case Kind.Call: {
        const texts = textsAmong(base, fn, i);
        if (operand(1) !== NONE) return below(operand(0), reader.module.names[operand(1)], texts);
        const callee = wayTo(fn, operand(0), depth - 1);
        return callee && { ...callee, texts: [...callee.texts, ...texts] };
      }
      case Kind.Load: {
        const owner = operand(1) === NONE ? fn : program.base[program.moduleOf[fn]] + operand(1);
        const stores = base.stores(owner, operand(0), owner === fn ? i : NONE);
        if (stores.length !== 1) return null;
        return wayTo(stores[0].fn, operandAt(base.reader(stores[0].fn), stores[0].ordinal, 1), depth - 1);
      }
      case Kind.Param:
        return operand(0) === 0 ? handed(fn, depth) : null;
      default:
        return null;
    }
  };

  const rootOf = (name: string, texts: readonly string[] = []): Way | null => {
    const models = roots.get(name);
    return models ? { models, names: [name], texts } : null;
  };

  const imported = (fn: number, index: number): Way | null => {
    const { specifier, imported: name } = program.modules[program.moduleOf[fn]].imports[index];
    const models = engine.matcher.of(specifier).filter((model) => tools.includes(model));
    const isWhole = name === '*' || name === 'default' || name === '';
    return models.length === 0 ? null : { models, names: [isWhole ? WHOLE : name], texts: [] };
  };

  /** What a tool hands to a function: with an event, to a callback option, or as the argument of a callback. */
  const handed = (fn: number, depth: number): Way | null => {
    const key = keysOf(program.moduleOf[fn]).get(fn);
    const option = key === undefined ? [] : tools.filter((model) => model.consent?.events?.[key] && isInSight(fn, model));
    if (key !== undefined && option.length > 0) return { models: option, names: [`@${key}`], texts: [] };
    const site = base.registration(fn);
    if (!site) return null;
    for (const text of textsAmong(base, site.fn, site.ordinal)) {
      const models = tools.filter((model) => model.consent?.events?.[text]);
      if (models.length > 0) return { models, names: [`@${text}`], texts: [] };
    }
    const way = calleeOf(site.fn, site.ordinal, depth - 1);
    return way && { ...way, names: [...way.names.slice(0, -1), `${way.names.at(-1)}()`] };
  };

  const calleeOf = (fn: number, call: number, depth: number): Way | null => {
    const reader = base.reader(fn);
    if (operandAt(reader, call, 1) === NONE) return wayTo(fn, operandAt(reader, call, 0), depth);
    const object = operandAt(reader, call, 0);
    const name = reader.module.names[operandAt(reader, call, 1)];
    const way = wayTo(fn, object, depth);
    if (way) return { ...way, names: [...way.names, name] };
    return kindAt(reader, object) === Kind.Global && WINDOWS.test(base.name(fn, object)) ? rootOf(name) : null;
  };

  const numberAt = (fn: number, i: number, flags: number): string => {
    const reader = base.reader(fn);
    if (!(flags & Flag.Computed) || i === NONE || kindAt(reader, i) !== Kind.Const) return WHOLE;
    return reader.module.names[operandAt(reader, i, 1)] ?? WHOLE;
  };

  /** Functions that are written as a property of a literal, by function. */
  const keysOf = (module: number): Map<number, string> => {
    const known = keyed.get(module);
    if (known) return known;
    const out = new Map<number, string>();
    program.modules[module].functions.forEach((_, index) => {
      const reader = base.reader(program.base[module] + index);
      for (let i = 0; i < reader.count; i++) {
        if (kindAt(reader, i) !== Kind.Object) continue;
        for (let n = 0; n < operandCount(reader, i); n += 3) {
          const value = operandAt(reader, i, n + 2);
          if (operandAt(reader, i, n) !== EntryKind.Static || value === NONE || kindAt(reader, value) !== Kind.Closure) continue;
          out.set(program.base[module] + operandAt(reader, value, 0), reader.module.names[operandAt(reader, i, n + 1)]);
        }
      }
    });
    keyed.set(module, out);
    return out;
  };

  const isInSight = (fn: number, model: Model): boolean => {
    const ir = program.modules[program.moduleOf[fn]];
    return (
      ir.imports.some(({ specifier }) => specifier !== '' && engine.matcher.of(specifier).includes(model)) ||
      Object.keys(model.ambient ?? {}).some((name) => ir.names.includes(name))
    );
  };

  return {
    answer(fn, ordinal) {
      if (tools.length === 0) return undefined;
      const way = wayTo(fn, ordinal, DEPTH);
      if (!way) return undefined;
      const words = base.words(fn, ordinal);
      for (const model of way.models) {
        const entry = (model.consent?.answers ?? []).find((each) => isBelow(way.names, each.split('.')));
        if (entry === undefined || /^(length|size|forEach|map)$/.test(way.names.at(-1) ?? '')) continue;
        const said = [...way.names.slice(1), ...way.texts];
        const negative = way.names.some((name) => model.consent?.objections?.includes(name));
        return { topic: purposeIn(model, said), negative, words };
      }
      // A member that the model does not list and whose own name speaks of a choice is left to its name.
      return choiceName(way.names.at(-1) ?? '') && way.names.length > 1 ? undefined : null;
    },
    event(fn, texts) {
      for (const model of tools)
        for (const text of texts) {
          const found = model.consent?.events?.[text];
          // `onConsent` is anybody's name.
          if (found && (!/^on[A-Z]/.test(text) || isInSight(fn, model))) return found;
        }
      return undefined;
    },
    handsAnswers(fn, call) {
      const way = tools.length === 0 ? null : calleeOf(fn, call, DEPTH);
      if (!way) return false;
      const names = [...way.names.slice(0, -1), `${way.names.at(-1)}()`];
      return way.models.some((model) =>
        model.consent?.answers?.some((each) => isBelow(names, each.split('.').slice(0, names.length))),
      );
    },
  };
}

/** Whether a way leads to an entry or below it; of a package that is imported whole the first name does not count. */
function isBelow(names: readonly string[], entry: readonly string[]): boolean {
  const own = names[0] === WHOLE && entry.length === 1 ? names.slice(1) : names;
  return entry.length <= own.length && entry.every((name, at) => name === own[at] || (at === 0 && own[at] === WHOLE));
}

/** What the last id on the way that the tool or its name knows stands for. */
function purposeIn({ consent }: Model, said: readonly string[]): ConsentPurpose {
  for (const name of [...said].reverse()) {
    const id = name.replace(/^,|,$/g, '');
    const known = consent?.purposes?.[id] ?? consent?.purposes?.[id.toLowerCase()];
    if (known) return known;
    const topic = topicOf(id);
    if (topic !== 'unknown' && topic !== 'contact') return topic;
  }
  return 'unknown';
}
