/**
 * Every name of the project under one number, so that what a name says is found out once for all files and asked again
 * by a look into an array.
 */
import { NONE, type ModuleIR } from '../ir';

export interface Names {
  /** Each distinct name, by number. */
  texts: readonly string[];
  /** The number of a name, or NONE when nothing in the project has it. */
  numberOf(text: string): number;
  /** Numbers of `module.names`, in their order. */
  of(module: number): Int32Array;
  /** Numbers of the local names of a module's imports, in their order. */
  locals(module: number): Int32Array;
  /** Numbers of the names of a module's functions and of their slots, function by function. */
  owned(module: number): Int32Array;
  /** Numbers of the parameters of all functions of a module. */
  parameters(module: number): Int32Array;
  /** A question about names with a small number as its answer (0 to 255), worked out once for each name that is asked about. */
  fact(compute: (name: string) => number): Fact;
  /** The same for a question of yes (1) and no (0). */
  test(compute: (name: string) => boolean): Fact;
}

/** The answer for a name's number. */
export type Fact = (name: number) => number;

export function someOf(names: Int32Array, fact: Fact, from = 0, to = names.length): boolean {
  for (let at = from; at < to; at++) if (fact(names[at]) !== 0) return true;
  return false;
}

/** Per module: its names, locals of imports, names of functions and slots, parameters. */
const RUNS = 4;

export function numberNames(modules: readonly ModuleIR[]): Names {
  const numbers = new Map<string, number>();
  const texts: string[] = [];
  const number = (text: string): number => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, texts.length);
    return texts.push(text) - 1;
  };
  const words = new Int32Array(modules.reduce((sum, module) => sum + sizeOf(module), 0));
  const starts = new Int32Array(RUNS * modules.length + 1);
  let used = 0;
  modules.forEach(({ names, imports, functions }, module) => {
    starts[RUNS * module] = used;
    for (const name of names) words[used++] = number(name);
    starts[RUNS * module + 1] = used;
    for (const { local } of imports) words[used++] = number(local);
    starts[RUNS * module + 2] = used;
    for (const { name, slots } of functions) {
      words[used++] = number(name);
      for (const slot of slots) words[used++] = number(slot.name);
    }
    starts[RUNS * module + 3] = used;
    for (const { parameters } of functions) for (const parameter of parameters) words[used++] = number(parameter.name);
  });
  starts[RUNS * modules.length] = used;

  const run = (module: number, kind: number): Int32Array =>
    words.subarray(starts[RUNS * module + kind], starts[RUNS * module + kind + 1]);
  // What is asked of a name is asked while its words are at hand: all questions there are, at the first of them.
  const facts: { answers: Uint8Array; compute: (name: string) => number }[] = [];
  /** How many of the facts are known of each name: the first so many. */
  const known = new Uint16Array(texts.length);
  const learn = (name: number): void => {
    while (known[name] < facts.length) {
      const { answers, compute } = facts[known[name]++];
      answers[name] = compute(texts[name]);
    }
  };
  const fact = (compute: (name: string) => number): Fact => {
    const answers = new Uint8Array(texts.length);
    const own = facts.push({ answers, compute });
    return (name) => {
      if (known[name] < own) learn(name);
      return answers[name];
    };
  };
  return {
    texts,
    numberOf: (text) => numbers.get(text) ?? NONE,
    of: (module) => run(module, 0),
    locals: (module) => run(module, 1),
    owned: (module) => run(module, 2),
    parameters: (module) => run(module, 3),
    fact,
    test: (compute) => fact((name) => (compute(name) ? 1 : 0)),
  };
}

const sizeOf = ({ names, imports, functions }: ModuleIR): number =>
  functions.reduce((sum, { slots, parameters }) => sum + 1 + slots.length + parameters.length, names.length + imports.length);
