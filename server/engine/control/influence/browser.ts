/** What a page keeps in the browser is of the one who looks at it: `Number(localStorage.getItem('visits'))`. */
import { Kind, NONE, type ModuleIR } from '../../ir';
import type { Body } from '../bodies';
import { lastName } from '../named';
import type { Walking } from './steps';

const STORES = /^(localStorage|sessionStorage|Cookies|cookies|cookieStore)$/;
const KEEPS = /^(getItem|setItem|get|set)$/;

const known = new WeakMap<object, boolean>();

/** The module of a place, or the one from which it has a name, counts in the browser. */
export function isKeptInBrowser(parts: Walking, body: Body, name: string): boolean {
  if (keepsIn(parts, body.module)) return true;
  const bare = name.replace(/^\$/, '');
  const { imports } = body.reader.module;
  return imports.some(({ local }, at) => {
    if (local !== bare) return false;
    const target = parts.program.imported(body.module, at);
    return target.kind === 'slot' && keepsIn(parts, target.module);
  });
}

function keepsIn({ program, bodies }: Walking, module: number): boolean {
  const ir = program.modules[module];
  const before = known.get(ir);
  if (before !== undefined) return before;
  const keeps = mayKeep(ir) && ir.functions.some((_, index) => keepsAt(bodies.of(program.base[module] + index)));
  known.set(ir, keeps);
  return keeps;
}

/** Its names have a store and a method of one; most modules need not be read. */
const mayKeep = ({ names, imports, functions }: ModuleIR): boolean =>
  names.some((name) => KEEPS.test(name)) &&
  (names.some((name) => STORES.test(name)) ||
    imports.some(({ local }) => STORES.test(local)) ||
    functions.some(({ slots }) => slots.some(({ name }) => STORES.test(name))));

function keepsAt(body: Body): boolean {
  for (let i = 0; i < body.reader.count; i++) {
    if (body.kind(i) !== Kind.Call || !KEEPS.test(body.name(i, 1))) continue;
    const receiver = body.operand(i, 0);
    if (receiver !== NONE && STORES.test(lastName(body, receiver))) return true;
  }
  return false;
}
