/** Stores of zustand and pinia, whose state is what a function gives back. */
import { Kind } from '../../ir';
import { kindAt } from '../../link/reader';
import { entriesOf, functionOf, slotOf, textAt, argumentsOf, type Code } from '../code';
import type { Uses } from '../uses';

const MAKES = /^(create|createStore|createWithEqualityFn|defineStore)$/;
/** What stands between a store and its state. */
const WRAPS = /^(persist|devtools|immer|subscribeWithSelector|combine|temporal)$/;

/** Names of the store that begins with an object; empty when it is none of a store. */
export function storeOf(code: Code, uses: Uses, fn: number, object: number): string[] {
  const reader = code.trail.reader(fn);
  const isGiven = uses.of(fn, object).some((user) => kindAt(reader, user) === Kind.Return);
  const made = isGiven ? uses.made(fn) : null;
  if (!made || !reader.module.imports.some(({ specifier }) => /^(zustand|pinia)(\/|$)/.test(specifier))) return [];
  const isMethod = functionOf(code.program, fn).name === 'state';
  return climbed(code, uses, made.fn, made.ordinal, isMethod, 6);
}

/** From the function that gives the state to the name of what it makes. */
function climbed(code: Code, uses: Uses, fn: number, value: number, isMethod: boolean, depth: number): string[] {
  if (depth === 0) return [];
  const reader = code.trail.reader(fn);
  return uses.of(fn, value).flatMap((user) => {
    if (kindAt(reader, user) === Kind.Object && isMethod && entriesOf(reader, user).some((entry) => entry.value === value))
      return climbed(code, uses, fn, user, false, depth - 1);
    if (kindAt(reader, user) !== Kind.Call) return [];
    const called = code.calleeOf(fn, user)?.path.at(-1) ?? '';
    if (MAKES.test(called) || called === '')
      return [textAt(reader, argumentsOf(reader, user)[0]) ?? '', ...variables(code, uses, fn, user)];
    if (!WRAPS.test(called)) return [];
    const names = argumentsOf(reader, user)
      .flatMap((argument) => (kindAt(reader, argument) === Kind.Object ? entriesOf(reader, argument) : []))
      .flatMap(({ name, value }) => (name === 'name' ? (textAt(reader, value) ?? []) : []));
    return [...names, ...climbed(code, uses, fn, user, isMethod, depth - 1)];
  });
}

function variables(code: Code, uses: Uses, fn: number, value: number): string[] {
  const reader = code.trail.reader(fn);
  return uses.of(fn, value).flatMap((user) => {
    if (kindAt(reader, user) !== Kind.Store) return [];
    const { owner, slot } = slotOf(code.program, fn, reader, user);
    return [functionOf(code.program, owner).slots[slot].name];
  });
}
