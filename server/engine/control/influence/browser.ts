/** What a page keeps in the browser is of the one who looks at it: `Number(localStorage.getItem('visits'))`. */
import { Kind, NONE, type ModuleIR } from '../../ir';
import { wordsOf } from '../../words';
import type { Body } from '../bodies';
import { lastName } from '../named';
import { argumentsOf } from '../parts';
import type { Walking } from './steps';

const STORES = /^(localStorage|sessionStorage|Cookies|cookies|cookieStore)$/;
const KEEPS = /^(getItem|setItem|get|set)$/;

const known = new WeakMap<object, ReadonlySet<string>>();

/** The module of a place, or the one from which it has a name, keeps something of that name in the browser. */
export function isKeptInBrowser(parts: Walking, body: Body, name: string): boolean {
  const bare = name.replace(/^\$/, '');
  const isKept = (module: number): boolean => {
    const words = wordsKept(parts, module);
    return words.size > 0 && wordsOf(bare).some((word) => words.has(word) && !SAYS_LITTLE.test(word));
  };
  if (isKept(body.module)) return true;
  const { imports } = body.reader.module;
  return imports.some(({ local }, at) => {
    if (local !== bare) return false;
    const target = parts.program.imported(body.module, at);
    return target.kind === 'slot' && isKept(target.module);
  });
}

/** What is kept in so many places that it tells nothing of what is kept. */
const SAYS_LITTLE = /^(count|number|total|is|has|last|first|my|user|current)$/;

/** Words of the keys and values with which a module reads and writes a store of the browser. */
function wordsKept({ program, bodies }: Walking, module: number): ReadonlySet<string> {
  const ir = program.modules[module];
  const before = known.get(ir);
  if (before !== undefined) return before;
  const words = new Set<string>();
  if (mayKeep(ir)) ir.functions.forEach((_, index) => keptIn(bodies.of(program.base[module] + index), words));
  known.set(ir, words);
  return words;
}

/** Its names have a store and a method of one; most modules need not be read. */
const mayKeep = ({ names, imports, functions }: ModuleIR): boolean =>
  names.some((name) => KEEPS.test(name)) &&
  (names.some((name) => STORES.test(name)) ||
    imports.some(({ local }) => STORES.test(local)) ||
    functions.some(({ slots }) => slots.some(({ name }) => STORES.test(name))));

function keptIn(body: Body, words: Set<string>): void {
  for (let i = 0; i < body.reader.count; i++) {
    if (body.kind(i) !== Kind.Call || !KEEPS.test(body.name(i, 1))) continue;
    const receiver = body.operand(i, 0);
    if (receiver === NONE || !STORES.test(lastName(body, receiver))) continue;
    for (const at of argumentsOf(body, i)) for (const word of wordsOf(body.text(at) ?? lastName(body, at))) words.add(word);
  }
}
