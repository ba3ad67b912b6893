/**
 * Which functions are worth asking what a value depends on: those whose names tell of a price (a decision, an act)
 * where attributes of persons are in sight, in the module itself or in one it imports from.
 */
import { Kind, NONE, type ModuleIR } from '../../ir';
import { isPersonNoun, ownerSort } from '../../owners';
import { wordsOf } from '../../words';
import type { Attributes } from '../../attributes';
import { someOf, type Fact } from '../../link/names';
import type { Program } from '../../link/program';
import { conditionsOf, mayAsk } from './sql';

/** Longer names are texts. */
const LONGEST = 60;

/** What a name says of an attribute: nothing, one that needs a person in sight, one that is enough alone. */
const STRENGTH = { none: 0, 'of-person': 1, sure: 2 } as const;
type Strength = Exclude<keyof typeof STRENGTH, 'none'> | null;

/** What the names of a project say, as far as candidates depend on it; shared by the questions. */
export interface Sights {
  /** Of any attribute of anybody. */
  attribute: Fact;
  /** Of the names that are an attribute at all, another strength. */
  among(strength: (name: string) => Strength): Fact;
  alone(isSure: (name: string) => boolean, among?: (word: string) => boolean): Fact;
  person: Fact;
  /** Of the name of a declared member: it is an attribute of a person by itself, or by which somebody is reached. */
  isTelling(name: string): boolean;
  /** Of a text: columns that a query asks for, by the strength of their names. */
  asked(strength: (name: string) => Strength): Fact;
  /** Where a question begins. */
  target(isTarget: (name: string) => boolean, among?: (word: string) => boolean): Fact;
}

/** What comes with a request or a form is, as a rule, told by a person; a browser has one before it. */
const SENT = new Set(['body', 'form', 'answer', 'navigator']);

export function sightsOf({ names }: Program, { mayBe, mayEnd, isContact }: Attributes): Sights {
  const graded = (strength: (name: string) => Strength, among?: (word: string) => boolean): Fact =>
    names.fact((name) => (name.length > LONGEST ? 0 : STRENGTH[strength(name) ?? 'none']), among);
  const attribute = graded((name) => mayBe(name), mayEnd);
  return {
    attribute,
    among(strength) {
      const own = graded(strength);
      return (name) => (attribute(name) === 0 ? 0 : own(name));
    },
    asked: (strength) =>
      names.fact((text) =>
        mayAsk(text) ? Math.max(0, ...conditionsOf(text).map(({ column }) => STRENGTH[strength(column) ?? 'none'])) : 0,
      ),
    alone: (isSure, among) => graded((name) => (isSure(name) ? 'sure' : null), among),
    person: names.test(
      (name) => name.length <= LONGEST,
      (word) => isPersonNoun(word) || SENT.has(word),
    ),
    isTelling: (name) => name.length <= LONGEST && (mayBe(name, ['protected']) === 'sure' || isContact(name)),
    target: (isTarget, among) => names.test((name) => name.length <= LONGEST && isTarget(name), among),
  };
}

/** @param silent modules that are never reported on. @param texts what a function writes as a text counts as a name. @returns numbers of functions, ascending. */
export function candidatesIn(
  program: Program,
  { strength, person, isTelling }: Pick<Sights, 'person' | 'isTelling'> & { strength: Fact },
  silent: ReadonlySet<number>,
  target: Fact,
  { texts = false, ofClass = () => false }: { texts?: boolean; ofClass?: (name: string) => boolean } = {},
): number[] {
  const { names } = program;
  const known: (Sight | undefined)[] = [];
  const seenIn = (module: number): Sight => (known[module] ??= sightOf(program, module, strength, { person, isTelling }));
  const out: number[] = [];
  program.modules.forEach((ir, module) => {
    if (silent.has(module)) return;
    const sights = [seenIn(module), ...imports(program, module).map(seenIn)];
    const isInSight =
      sights.some((sight) => sight.sure) || (sights.some((sight) => sight.some) && sights.some((sight) => sight.person()));
    if (!isInSight || !someName(program, module, target)) return;
    const named = names.of(module).map(target);
    const imported = names.locals(module).map(target);
    const owned = names.owned(module);
    const declared = owned.map(target);
    const firsts: number[] = [];
    let next = 0;
    for (const own of ir.functions) {
      firsts.push(next);
      next += 1 + own.slots.length;
    }
    ir.functions.forEach((own, index) => {
      const first = firsts[index];
      const isIt =
        someOf(owned, target, first, first + 1 + own.slots.length) || (own.class >= 0 && ofClass(ir.classes[own.class].name));
      if (isIt || mentions(ir, index, { named, imported, declared, firsts, texts })) out.push(program.base[module] + index);
    });
  });
  return out;
}

/** Modules in which, or in whose imports, a name is surely that of a person: where none is, nothing is graded but things. */
export function createPersons(
  program: Program,
  strengthOf: (name: string) => 'sure' | 'of-person' | null,
): (module: number) => boolean {
  const isTelling = (name: string): boolean => strengthOf(name) === 'sure';
  const strength = program.names.fact((name) => (name.length > LONGEST ? 0 : STRENGTH[strengthOf(name) ?? 'none']));
  const isPerson = (name: string): boolean => name.length <= LONGEST && ownerSort(name) === 'person';
  const person = program.names.test(isPerson, (word) => isPersonNoun(word) || word === 'application');
  const known: (boolean | undefined)[] = [];
  const own = (module: number): boolean =>
    (known[module] ??=
      someName(program, module, person) ||
      isSpokenOf(program, module, strength) ||
      program.modules[module].shapes.some(
        // A record with a birthday and a religion is somebody's, whatever it is called.
        ({ name, members }) => isPerson(name) || members.filter((member) => isTelling(member.name)).length > 1,
      ));
  return (module) => own(module) || imports(program, module).some(own);
}

/** Variables that are called after a gender and an age: of things nobody knows both. */
function isSpokenOf({ names }: Program, module: number, strength: Fact): boolean {
  const held = [...names.owned(module), ...names.parameters(module)];
  const telling = new Set(held.filter((name) => strength(name) !== 0));
  return telling.size > 1 && [...telling].some((name) => strength(name) === STRENGTH.sure);
}

/** What a module's names speak of: an attribute that is enough alone, one that needs a person, a person. */
interface Sight {
  sure: boolean;
  some: boolean;
  person(): boolean;
}

function sightOf(
  program: Program,
  module: number,
  strength: Fact,
  { person, isTelling }: Pick<Sights, 'person' | 'isTelling'>,
): Sight {
  const { shapes } = program.modules[module];
  let hasPerson: boolean | undefined;
  return {
    sure: someName(program, module, (name) => (strength(name) === STRENGTH.sure ? 1 : 0)),
    some: someName(program, module, strength),
    person: () =>
      (hasPerson ??=
        someName(program, module, person) ||
        shapes.some(
          ({ name, members }) =>
            (name.length <= LONGEST && wordsOf(name).some(isPersonNoun)) || members.some((member) => isTelling(member.name)),
        )),
  };
}

function someName({ names }: Program, module: number, is: Fact): boolean {
  return someOf(names.of(module), is) || someOf(names.locals(module), is) || someOf(names.owned(module), is);
}

function imports(program: Program, module: number): number[] {
  const out = new Set<number>();
  program.modules[module].imports.forEach((_, index) => {
    const target = program.imported(module, index);
    if (target.kind !== 'external') out.add(target.module);
  });
  return [...out];
}

/** Which numbers of names, of imports and of the names and slots of all functions are what is looked for. */
interface Mentioned {
  named: Int32Array;
  imported: Int32Array;
  declared: Int32Array;
  /** Where in `declared` each function begins. */
  firsts: readonly number[];
  texts: boolean;
}

/** Names of members, methods, globals, variables and functions around it, properties and elements that the function's instructions use. */
function mentions(ir: ModuleIR, index: number, { named, imported, declared, firsts, texts }: Mentioned): boolean {
  const own = ir.functions[index];
  const end = ir.at[own.first + own.count];
  const is = (name: number): boolean => name !== NONE && named[name] === 1;
  for (let word = ir.at[own.first]; word < end; word += 1 + (ir.code[word] >>> 16)) {
    const flags = (ir.code[word] >> 8) & 0xff;
    const count = ir.code[word] >>> 16;
    switch ((ir.code[word] & 0xff) as Kind) {
      case Kind.Global:
        if (flags & 1 ? imported[ir.code[word + 1]] === 1 : is(ir.code[word + 1])) return true;
        break;
      case Kind.Load:
        // A variable of a function around it: what sets a state.
        if (ir.code[word + 2] !== NONE && declared[firsts[ir.code[word + 2]] + 1 + ir.code[word + 1]] === 1) return true;
        break;
      case Kind.Get:
      case Kind.Set:
      case Kind.Call:
        if (!((ir.code[word] & 0xff) !== Kind.Call && flags & 2) && is(ir.code[word + 2])) return true;
        break;
      case Kind.Object:
        for (let n = 0; n < count; n += 3) if (ir.code[word + 1 + n] === 0 && is(ir.code[word + 2 + n])) return true;
        break;
      case Kind.Const:
        if (texts && count > 1 && is(ir.code[word + 2])) return true;
        break;
      case Kind.Element:
        if (is(ir.code[word + 1])) return true;
        for (let n = 0; n < ir.code[word + 3]; n++) if (is(ir.code[word + 5 + n * 3])) return true;
        break;
    }
  }
  return false;
}
