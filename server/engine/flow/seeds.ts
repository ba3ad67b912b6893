/** Where solving begins: functions whose names mention a person, personal data or a modelled origin. */
import type { Classifier } from '../classify';
import type { ModuleIR } from '../ir';
import { someOf } from '../link/names';
import { functionOf, type Program } from '../link/program';
import type { Matcher } from '../match';
import { createInterests, type InterestsOf } from './interests';
import {
  eachName,
  interestingTerms,
  isMethod,
  loads,
  mentions,
  rootOf,
  statesOf,
  typedFieldsOf,
  typedStatesOf,
} from './mentions';

export interface Seeds {
  /** Stand-alone functions (by number) of a module that mention something of interest, themselves or in a nested one. */
  roots(module: number): number[];
  /** Stand-alone functions that mention a function's name, in its module and the modules that import it. */
  mentioning(fn: number): number[];
  /** Stand-alone functions of a module that mention a name, as that of a member or a variable. */
  naming(module: number, name: string): number[];
  /** Stand-alone functions, but the module's own top level, that read a variable of it, there or where it is imported. */
  loading(module: number, slot: number): number[];
  /** Stand-alone functions of all modules in which a text stands, as the name of an event does. */
  saying(text: string): number[];
}

/** The names that each stand-alone function of a module uses, by its index; an import is -2 - its index. */
type Used = (Int32Array | null)[];

export function createSeeds(program: Program, classifier: Classifier, matcher: Pick<Matcher, 'origins' | 'of'>): Seeds {
  const tables = program.modules.map(() => null as Used | null);
  const { names } = program;
  const interestsOf = createInterests(program, classifier, matcher);
  /** What no name looks like is the text of a literal. */
  const isText = names.test((name) => name.length > 60 || (/[\s:@#]/.test(name) && !/^#[\w-]+$/.test(name)));

  const namesUsed = (module: number): Used => {
    const known = tables[module];
    if (known) return known;
    const ir = program.modules[module];
    const nameIndex = new Map(ir.names.map((name, at) => [name, at]));
    const sets: (Set<number> | undefined)[] = [];
    ir.functions.forEach((own, index) => {
      const set = (sets[rootOf(ir, index)] ??= new Set<number>());
      eachName(ir, index, nameIndex, (name) => set.add(name));
    });
    return (tables[module] = ir.functions.map((_, index) => (sets[index] ? Int32Array.from(sets[index]) : null)));
  };

  const reading = (module: number, slot: number): number[] => {
    const ir = program.modules[module];
    const roots = ir.functions.flatMap((_, index) => (loads(ir, index, slot) ? [program.base[module] + rootOf(ir, index)] : []));
    return [...new Set(roots)];
  };

  const mentioning = (fn: number): number[] => {
    const module = program.moduleOf[fn];
    const { name } = functionOf(program, fn);
    if (name === '' || name.length < 3) return [];
    const slot = program.modules[module].functions[0].slots.findIndex((own) => own.name === name);
    const out = slot < 0 ? [] : reading(module, slot);
    const number = names.numberOf(name);
    for (const other of [module, ...program.importers(module)]) {
      const index = names.of(other).indexOf(number);
      const local = program.modules[other].imports.findIndex((entry) => entry.imported === name || entry.local === name);
      if (index < 0 && local < 0) continue;
      namesUsed(other).forEach((used, root) => {
        if (used && (used.includes(index) || (local >= 0 && used.includes(-2 - local)))) out.push(program.base[other] + root);
      });
    }
    return out;
  };

  const imported = new Map<number, Map<number, number[]>>();
  /** Functions of other modules that read an exported variable, by its slot. */
  const importing = (module: number): Map<number, number[]> => {
    const known = imported.get(module);
    if (known) return known;
    const out = new Map<number, number[]>();
    imported.set(module, out);
    for (const other of program.importers(module))
      program.modules[other].imports.forEach((_, entry) => {
        const found = program.imported(other, entry);
        if (found?.kind !== 'slot' || found.module !== module) return;
        const readers = out.get(found.slot) ?? [];
        out.set(found.slot, readers);
        namesUsed(other).forEach((used, root) => {
          if (used?.includes(-2 - entry)) readers.push(program.base[other] + root);
        });
      });
    return out;
  };

  const using = (module: number, number: number): number[] => {
    const index = names.of(module).indexOf(number);
    if (index < 0) return [];
    return namesUsed(module).flatMap((used, root) => (used?.includes(index) ? [program.base[module] + root] : []));
  };
  return {
    roots: (module) => rootsOf(program, module, interestsOf, isText),
    mentioning,
    naming: (module, name) => using(module, names.numberOf(name)),
    loading: (module, slot) => [
      ...reading(module, slot).filter((fn) => fn !== program.base[module]),
      ...(importing(module).get(slot) ?? []),
    ],
    saying: (text) => {
      const number = names.numberOf(text);
      return program.modules.flatMap((_, module) => using(module, number));
    },
  };
}

function rootsOf(program: Program, module: number, interestsOf: InterestsOf, isText: (name: number) => number): number[] {
  const { names } = program;
  const ir = program.modules[module];
  const interests = interestsOf(module);
  const bits = Uint8Array.from(names.of(module), (name) => (isText(name) ? 0 : interests.of(name)));
  const imported = ir.imports.map((entry) => interests.imports(entry));
  const owned = names.owned(module);
  const held = owned.subarray(1, 1 + ir.functions[0].slots.length).map(interests.of);
  for (const slot of statesOf(ir, bits)) held[slot] = 1;
  const declares = declarations(ir, owned, interests.of);
  const speaks = bits.includes(1) || imported.includes(true) || held.includes(1) || declares.includes(Declares.Content);
  if (!speaks && !someOf(names.parameters(module), interests.of) && !ir.functions.some(marksParameter)) return [];
  const terms = interestingTerms(ir, bits);
  for (const at of [...rowFields(ir, terms), ...typedFieldsOf(ir, terms)]) bits[at] = 1;
  for (const slot of typedStatesOf(ir, terms)) held[slot] = 1;
  const out = new Set<number>();
  ir.functions.forEach((_, index) => {
    if (declares[index] !== Declares.Nothing || mentions(ir, index, bits, imported, held, terms)) out.add(rootOf(ir, index));
  });
  return [...out].sort((a, b) => a - b).map((index) => program.base[module] + index);
}

enum Declares {
  Nothing,
  /** Its own name is of interest, which is enough where its module mentions something. */
  Name,
  /** A variable of it is. */
  Content,
}

/** What each function declares by names; `owned` holds its name and those of its variables, one function after the other. */
function declarations(ir: ModuleIR, owned: Int32Array, interests: (name: number) => number): Declares[] {
  let first = 0;
  return ir.functions.map(({ slots }) => {
    const own = first;
    first += 1 + slots.length;
    if (someOf(owned, interests, own + 1, first) || slots.some((slot) => slot.personal)) return Declares.Content;
    return interests(owned[own]) === 1 ? Declares.Name : Declares.Nothing;
  });
}

const marksParameter = ({ parameters }: ModuleIR['functions'][number]): boolean =>
  parameters.some((parameter) => parameter.personal);

/** A field of a class that holds rows or records (`repository: Repository<User>`) is where its methods get them: its names. */
function rowFields(ir: ModuleIR, terms: Uint8Array): number[] {
  const fields = new Set(
    ir.shapes
      .filter(({ kind }) => kind === 'class')
      .flatMap(({ members }) => members)
      .flatMap(({ term, name }) => (term >= 0 && terms[term] === 1 && !isMethod(ir, term) ? [name] : [])),
  );
  return fields.size === 0 ? [] : ir.names.flatMap((name, at) => (fields.has(name) ? [at] : []));
}
