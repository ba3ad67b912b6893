/** What every question about structure starts from: telling names, calls by the name they go to, places. */
import type { Classifier } from '../classify';
import { createConstants, type Constants } from '../flow/constants';
import type { Engine } from '../flow/frame';
import { createTrail, type Trail } from '../flow/trail';
import type { Frames } from '../control/frames';
import { EntryKind, Flag, Kind, LiteralKind, NONE } from '../ir';
import { someOf } from '../link/names';
import { functionOf, symbolOf, type Program } from '../link/program';
import { flagsAt, kindAt, operandAt, operandCount, type Reader } from '../link/reader';
import { extentOf, placeOf } from '../places';
import type { Config } from '../policy';
import type { Datum } from '../rule';
import type { Seen } from '../rule/consent';

/** An instruction of a function. */
export interface Spot {
  fn: number;
  ordinal: number;
}

/** What a value is called from a package or the global scope on: `Sentry.replayIntegration` of "@sentry/react". */
export interface Name {
  /** '' for a global. */
  specifier: string;
  /** Exported name ('*' and 'default' left out), then members. */
  path: readonly string[];
}

export interface Code {
  program: Program;
  engine: Engine;
  classifier: Classifier;
  frames: Frames;
  trail: Trail;
  constants: Constants;
  config(path: string): Config;
  /**
   * Modules that are reported on, one of whose names passes; each distinct name is tested once per topic.
   * `declared`: names of functions, variables and parameters count too, not only those that are used.
   */
  modulesWith(topic: Topic, extent?: 'used' | 'declared', among?: (word: string) => boolean): readonly number[];
  /** Modules that are reported on and whose path passes. */
  modulesAt(test: (path: string) => boolean): readonly number[];
  /** Modules that are reported on and import a package whose specifier passes. */
  modulesImporting(test: (specifier: string) => boolean): readonly number[];
  /** Functions of a module, by number. */
  functions(module: number): readonly number[];
  nameOf(fn: number, ordinal: number): Name | null;
  /** Name of what a call goes to, with its method. */
  calleeOf(fn: number, ordinal: number): Name | null;
  seen(spot: Spot, words: string): Seen;
}

/** What a field of an owner ('' where nobody says whose it is) tells of a person, or null. */
export type PersonalOf = (code: Code, owner: string, name: string) => Datum | null;

/** A test of names (identifiers, members, literal texts, the file) that says whether a module can matter to a question. */
export type Topic = (name: string) => boolean;

export interface CodeParts {
  engine: Engine;
  frames: Frames;
  silent: ReadonlySet<number>;
}

const STEPS = 8;

export function createCode({ engine, frames, silent }: CodeParts): Code {
  const { program } = engine;
  const trail = createTrail(program, (fn) => engine.calls.get(fn) ?? []);
  const topics = new Map<Topic, readonly number[]>();

  const modulesWith: Code['modulesWith'] = (topic, extent = 'used', among) => {
    const known = topics.get(topic);
    if (known) return known;
    const { names } = program;
    const passes = names.test(topic, among);
    const found: number[] = [];
    program.modules.forEach((_, module) => {
      if (silent.has(module)) return;
      const isDeclared =
        extent === 'declared' && (someOf(names.owned(module), passes) || someOf(names.parameters(module), passes));
      if (isDeclared || someOf(names.of(module), passes)) found.push(module);
    });
    topics.set(topic, found);
    return found;
  };

  const modulesImporting = (test: (specifier: string) => boolean): number[] => {
    const memo = new Map<string, boolean>();
    const passes = (specifier: string): boolean => memo.get(specifier) ?? memo.set(specifier, test(specifier)).get(specifier)!;
    return program.modules.flatMap((ir, module) =>
      !silent.has(module) && ir.imports.some((entry) => !entry.typeOnly && passes(entry.specifier)) ? [module] : [],
    );
  };

  const nameOf = (fn: number, ordinal: number): Name | null => {
    let points = [{ fn, ordinal, path: [] as readonly string[] }];
    for (let step = 0; step < STEPS && points.length > 0 && points[0].ordinal !== NONE; step++) {
      const [point] = points;
      const reader = trail.reader(point.fn);
      const before = trail.back(point);
      if (before && before.length > 0) {
        points = before;
        continue;
      }
      if (kindAt(reader, point.ordinal) !== Kind.Global) return null;
      return globalName(program, point.fn, reader, point.ordinal, point.path);
    }
    return null;
  };

  return {
    program,
    engine,
    classifier: engine.classifier,
    frames,
    trail,
    constants: createConstants(program, trail),
    config: engine.config,
    modulesWith,
    modulesAt: (test) =>
      [...program.modules.keys()].filter((module) => !silent.has(module) && test(program.modules[module].path)),
    modulesImporting,
    functions: (module) => {
      const first = program.base[module];
      return Array.from({ length: program.base[module + 1] - first }, (_, index) => first + index);
    },
    nameOf,
    calleeOf: (fn, ordinal) => {
      const reader = trail.reader(fn);
      const found = nameOf(fn, operandAt(reader, ordinal, 0));
      const method = operandAt(reader, ordinal, 1);
      if (!found || method === NONE) return found;
      return { ...found, path: [...found.path, reader.module.names[method]] };
    },
    seen: ({ fn, ordinal }, words) => ({
      at: placeOf(program, fn, ordinal),
      extent: extentOf(program, fn, ordinal),
      symbol: symbolOf(program, fn),
      words,
    }),
  };
}

function globalName(program: Program, fn: number, reader: Reader, ordinal: number, path: readonly string[]): Name {
  const index = operandAt(reader, ordinal, 0);
  if (!(flagsAt(reader, ordinal) & Flag.Import)) return { specifier: '', path: [reader.module.names[index], ...path] };
  const target = program.imported(program.moduleOf[fn], index);
  const entry = reader.module.imports[index];
  const specifier = target.kind === 'external' ? target.specifier : entry.specifier;
  const exported = target.kind === 'external' ? target.name : entry.imported;
  if (exported !== '*' && exported !== 'default') return { specifier, path: [exported, ...path] };
  const part = path.length === 0 ? PART_OF_PACKAGE.exec(specifier) : null;
  return { specifier, path: part ? [part[1]] : path };
}

/** `import omit from 'lodash/omit'`, `require('lodash.omit')`: the part of a package that is a function of that name. */
const PART_OF_PACKAGE = /^(?:@[\w-]+\/)?[\w-]+[/.](?:[\w-]+\/)*(?!js$)(\w+)$/;

/** Ordinals of the calls of a function, in order. */
export function* callsOf(reader: Reader): Iterable<number> {
  for (let i = 0; i < reader.count; i++) if (kindAt(reader, i) === Kind.Call) yield i;
}

export const argumentsOf = (reader: Reader, call: number): number[] => {
  const out: number[] = [];
  for (let n = 4; n < operandCount(reader, call); n++) out.push(operandAt(reader, call, n));
  return out;
};

export const methodOf = (reader: Reader, call: number): string => {
  const name = operandAt(reader, call, 1);
  return name === NONE ? '' : reader.module.names[name];
};

/** Members as they are written: "prisma.user.findMany", "users.findOne". */
export function memberPath(code: Code, fn: number, reader: Reader, call: number): string[] {
  const out = [methodOf(reader, call)];
  for (let at = operandAt(reader, call, 0), steps = 0; steps < 6 && at !== NONE; steps++) {
    if (kindAt(reader, at) !== Kind.Get) {
      if (kindAt(reader, at) === Kind.Global) {
        const index = operandAt(reader, at, 0);
        const isImport = (flagsAt(reader, at) & Flag.Import) !== 0;
        out.unshift(isImport ? reader.module.imports[index].local : reader.module.names[index]);
      }
      if (kindAt(reader, at) === Kind.Load) {
        const owner = operandAt(reader, at, 1);
        const module = code.program.modules[code.program.moduleOf[fn]];
        out.unshift(
          module.functions[owner === NONE ? fn - code.program.base[code.program.moduleOf[fn]] : owner].slots[
            operandAt(reader, at, 0)
          ]?.name ?? '',
        );
      }
      break;
    }
    out.unshift(reader.module.names[operandAt(reader, at, 1)] ?? '');
    at = operandAt(reader, at, 0);
  }
  return out;
}

/** Text of a string literal, or null. */
export const textAt = (reader: Reader, ordinal: number): string | null =>
  ordinal !== NONE && kindAt(reader, ordinal) === Kind.Const && operandAt(reader, ordinal, 0) === LiteralKind.String
    ? reader.module.names[operandAt(reader, ordinal, 1)]
    : null;

/** Boolean a literal is, also where its type is written beside it (`flag: boolean = true`); or null. */
export const flagAt = (reader: Reader, ordinal: number): boolean | null => {
  if (ordinal === NONE) return null;
  if (kindAt(reader, ordinal) === Kind.Cast) return flagAt(reader, operandAt(reader, ordinal, 0));
  return kindAt(reader, ordinal) === Kind.Const && operandAt(reader, ordinal, 0) === LiteralKind.Boolean
    ? reader.module.names[operandAt(reader, ordinal, 1)] === 'true'
    : null;
};

/** Named entries of an object literal: name and value, spreads under '...'. */
export function entriesOf(reader: Reader, object: number): { name: string; value: number }[] {
  const out: { name: string; value: number }[] = [];
  for (let n = 0; n < operandCount(reader, object); n += 3) {
    const kind = operandAt(reader, object, n);
    const key = operandAt(reader, object, n + 1);
    const name = kind === EntryKind.Spread ? '...' : kind === EntryKind.Computed ? '' : reader.module.names[key];
    out.push({ name, value: operandAt(reader, object, n + 2) });
  }
  return out;
}

/** Slot of the function (or an outer one) that a load or a store names. */
export const slotOf = (program: Program, fn: number, reader: Reader, ordinal: number): { owner: number; slot: number } => {
  const at = kindAt(reader, ordinal) === Kind.Load ? 1 : 2;
  const owner = operandAt(reader, ordinal, at);
  return {
    owner: owner === NONE ? fn : program.base[program.moduleOf[fn]] + owner,
    slot: operandAt(reader, ordinal, 0),
  };
};

/** Names of functions around a place and of the function itself, innermost first. */
export function namesAround(program: Program, fn: number): string[] {
  const { functions } = program.modules[program.moduleOf[fn]];
  const out: string[] = [];
  for (let index = fn - program.base[program.moduleOf[fn]]; index > 0; index = functions[index].parent)
    out.push(functions[index].name);
  return out.filter((name) => name !== '');
}

export { functionOf, extentOf, placeOf, symbolOf };
