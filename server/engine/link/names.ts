/**
 * Every name of the project under one number, so that what a name says is found out once for all files and asked again
 * by a look into an array.
 */
import { NONE, type ModuleIR } from '../ir';
import { wordsOf } from '../words';

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
  /**
   * A question about names with a small number as its answer (0 to 254), worked out once for each name that is asked about.
   * `among`: only names with such a word (see `wordsOf`) have another answer than 0; the others are not looked at, and
   * neither are texts of more than 60 characters.
   */
  fact(compute: (name: string) => number, among?: (word: string) => boolean): Fact;
  /** The same for a question of yes (1) and no (0). */
  test(compute: (name: string) => boolean, among?: (word: string) => boolean): Fact;
  /** Whether a name is one of these. */
  oneOf(texts: Iterable<string>): Fact;
}

/** The answer for a name's number. */
export type Fact = (name: number) => number;

export function someOf(names: Int32Array, fact: Fact, from = 0, to = names.length): boolean {
  for (let at = from; at < to; at++) if (fact(names[at]) !== 0) return true;
  return false;
}

/** What is longer is no name but a text. */
const LONGEST = 60;
const UNASKED = 255;

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
  const fact: Names['fact'] = (compute, among) => {
    let answers: Uint8Array | null = null;
    if (among) return (name) => (answers ??= worded.answers(compute, among))[name];
    return (name) => {
      answers ??= new Uint8Array(texts.length).fill(UNASKED);
      if (answers[name] === UNASKED) answers[name] = compute(texts[name]);
      return answers[name];
    };
  };
  const worded = byWord(texts);
  const oneOf: Names['oneOf'] = (wanted) => {
    const answers = new Uint8Array(texts.length);
    for (const text of wanted) {
      const found = numbers.get(text);
      if (found !== undefined) answers[found] = 1;
    }
    return (name) => answers[name];
  };
  return {
    texts,
    numberOf: (text) => numbers.get(text) ?? NONE,
    of: (module) => run(module, 0),
    locals: (module) => run(module, 1),
    owned: (module) => run(module, 2),
    parameters: (module) => run(module, 3),
    fact,
    test: (compute, among) => fact((name) => (compute(name) ? 1 : 0), among),
    oneOf,
  };
}

const sizeOf = ({ names, imports, functions }: ModuleIR): number =>
  functions.reduce((sum, { slots, parameters }) => sum + 1 + slots.length + parameters.length, names.length + imports.length);

/** Which names have a word: words are far fewer than names, so most names are done with at once. */
function byWord(texts: readonly string[]): {
  answers(compute: (name: string) => number, among: (word: string) => boolean): Uint8Array;
} {
  let table: Words | null = null;
  return {
    answers(compute, among) {
      const out = new Uint8Array(texts.length);
      const done = new Uint8Array(texts.length);
      const { words, starts, names } = (table ??= wordsIn(texts));
      words.forEach((word, at) => {
        if (!among(word)) return;
        for (let n = starts[at]; n < starts[at + 1]; n++) {
          const name = names[n];
          if (done[name] === 0) out[name] = compute(texts[name]);
          done[name] = 1;
        }
      });
      return out;
    },
  };
}

/** All words, and for each of them the names that have it: `names` from `starts[word]` to `starts[word + 1]`. */
interface Words {
  words: readonly string[];
  starts: Int32Array;
  names: Int32Array;
}

function wordsIn(texts: readonly string[]): Words {
  const numbers = new Map<string, number>();
  const words: string[] = [];
  const counts: number[] = [];
  /** Once for each word of each name, though a name may have a word twice. */
  const eachWord = (visit: (word: number, name: number) => void): void => {
    const last: number[] = [];
    texts.forEach((text, name) => {
      if (text.length > LONGEST) return;
      for (const word of wordsOf(text)) {
        let number = numbers.get(word);
        if (number === undefined) numbers.set(word, (number = words.push(word) - 1));
        if (last[number] === name) continue;
        last[number] = name;
        visit(number, name);
      }
    });
  };
  eachWord((word) => (counts[word] = (counts[word] ?? 0) + 1));
  const starts = new Int32Array(words.length + 1);
  counts.forEach((count, word) => (starts[word + 1] = starts[word] + count));
  const names = new Int32Array(starts[words.length]);
  const next = starts.slice();
  eachWord((word, name) => (names[next[word]++] = name));
  return { words, starts, names };
}
