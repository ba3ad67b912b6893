/** Whose something is: by the declared type, the type that was worked out, the name of a variable, the list or the table that it comes from. */
import { Flag, Kind, NONE } from '../../ir';
import { nameOf } from '../../link/type-parts';
import type { Value } from '../../flow/values';
import { ownerSort } from '../../owners';
import type { Body, Spot } from '../bodies';
import { lastName, slotName } from '../named';
import { isSpread, onlyValueOf, parameterOf } from '../parts';
import type { Node } from './influence';
import { isCalledAt, registrationOf } from './step-parameters';
import type { Walking } from './steps';

export interface Owners {
  /** Name of the owner of what an instruction reads members from; '' when nothing tells. */
  ownerOf(fn: number, ordinal: number): string;
  /** The same; a parameter of no telling name is what this very call gives. */
  whose(node: Pick<Node, 'fn' | 'context'>, ordinal: number): string;
  /** The person among the arguments of a helper such as `isAffluent(user)`; '' when there is none. */
  aboutPerson(body: Body, call: number): string;
  /** The last name of an expression: a member, a variable, a callee; '' for any other. */
  nameAt(body: Body, ordinal: number): string;
  /** "rider.homePostcode", at most four names. */
  words(fn: number, ordinal: number): string;
  valueOf(fn: number, ordinal: number): Value | undefined;
}

export function createOwners(parts: Walking): Owners {
  const { bodies, frames, program } = parts;

  const valueOf = (fn: number, ordinal: number): Value | undefined => frames.of(fn)?.values[ordinal];

  const ownerOf = (fn: number, ordinal: number): string => {
    const declared = declaredName(fn, ordinal);
    if (declared !== '' && ownerSort(declared) !== 'unknown') return declared;
    const value = valueOf(fn, ordinal);
    const type = value ? nameOf(value.type) : '';
    if (type !== '' && ownerSort(type) !== 'unknown') return type;
    const hint = value?.hint || nameAt(bodies.of(fn), ordinal);
    if (hint !== '' && hint.length > 2 && ownerSort(hint) !== 'unknown') return hint;
    const asked = tableBehind(fn, ordinal);
    if (asked !== '') return asked;
    const list = listBehind(fn, ordinal);
    return list === null ? hint || type : ownerOf(list.fn, list.ordinal) || hint;
  };

  /** The same; a parameter of no telling name is what this very call gives: `isDear(p)` asked about a guest. */
  const whose = ({ fn, context }: Pick<Node, 'fn' | 'context'>, ordinal: number): string => {
    const own = ownerOf(fn, ordinal);
    if ((own !== '' && ownerSort(own) !== 'unknown') || context?.callee !== fn || !isCalledAt(parts, context)) return own;
    const position = parameterOf(bodies.of(fn), ordinal);
    if (position === NONE) return own;
    const { call, parent } = context;
    const given = bodies.of(call.fn).operand(call.ordinal, 4 + position);
    return given === NONE ? own : whose({ fn: call.fn, context: parent }, given) || own;
  };

  /** Name of the type that a variable's parameter or annotation says, whether it is found in the project or not. */
  const declaredName = (fn: number, ordinal: number): string => {
    const body = bodies.of(fn);
    if (body.kind(ordinal) !== Kind.Load) return '';
    const owner = body.operand(ordinal, 1);
    const home = owner === NONE ? body : bodies.of(program.base[body.module] + owner);
    const [spot, ...others] = home.stores(body.operand(ordinal, 0));
    if (!spot || others.length > 0 || spot.fn !== home.fn) return '';
    const value = home.operand(spot.ordinal, 1);
    const isTyped = home.kind(value) === Kind.Param || home.kind(value) === Kind.Cast;
    return isTyped ? nameOf(parts.engine.types.of(home.module, home.operand(value, 1))) : '';
  };

  /** The list whose element a callback's parameter or a loop's variable is. */
  const listBehind = (fn: number, ordinal: number): Spot | null => {
    const body = bodies.of(fn);
    if (body.kind(ordinal) === Kind.Iter) return { fn, ordinal: body.operand(ordinal, 0) };
    if (body.kind(ordinal) === Kind.Param) return listOfCallback(fn);
    if (body.kind(ordinal) !== Kind.Load) return null;
    const owner = body.operand(ordinal, 1);
    const home = owner === NONE ? body : bodies.of(program.base[body.module] + owner);
    const spots = home.stores(body.operand(ordinal, 0));
    if (spots.length !== 1 || spots[0].fn !== home.fn) return null;
    const value = home.operand(spots[0].ordinal, 1);
    if (home.kind(value) === Kind.Iter) return { fn: home.fn, ordinal: home.operand(value, 0) };
    return home.kind(value) === Kind.Param ? listOfCallback(home.fn) : null;
  };

  /** `const row = await Applicant.findById(id)`: of whom the row is that a variable holds; '' where nothing tells. */
  const tableBehind = (fn: number, ordinal: number): string => {
    const body = bodies.of(fn);
    const only = body.kind(ordinal) === Kind.Load ? onlyValueOf(bodies, body, ordinal) : null;
    if (!only) return '';
    let call = only.value;
    while (call !== NONE && (only.home.kind(call) === Kind.Await || only.home.kind(call) === Kind.Cast))
      call = only.home.operand(call, 0);
    if (call === NONE || only.home.kind(call) !== Kind.Call || !READS_ROW.test(only.home.name(call, 1))) return '';
    const table = lastName(only.home, only.home.operand(call, 0));
    return ownerSort(table) === 'person' ? table : '';
  };

  const listOfCallback = (fn: number): Spot | null => {
    const at = registrationOf(parts, fn);
    if (!at) return null;
    const caller = bodies.of(at.fn);
    return caller.name(at.ordinal, 1) === '' ? null : { fn: at.fn, ordinal: listIn(caller, caller.operand(at.ordinal, 0)) };
  };

  const nameAt = (body: Body, i: number): string => {
    if (i === NONE) return '';
    switch (body.kind(i)) {
      case Kind.Get:
        return body.has(i, Flag.Computed) ? (body.text(body.operand(i, 1)) ?? '') : body.name(i, 1);
      case Kind.Global:
        return body.has(i, Flag.Import) ? body.reader.module.imports[body.operand(i, 0)].local : body.name(i, 0);
      case Kind.Load:
        return slotName(body, body.operand(i, 0), body.operand(i, 1));
      case Kind.Param:
        return body.reader.module.functions[body.index].parameters[body.operand(i, 0)]?.name ?? '';
      case Kind.Call: {
        const method = body.name(i, 1);
        return method === '' ? nameAt(body, body.operand(i, 0)) : method;
      }
      case Kind.Await:
      case Kind.Cast:
        return nameAt(body, body.operand(i, 0));
      case Kind.This:
        return 'this';
      default:
        return '';
    }
  };

  const words = (fn: number, ordinal: number): string => {
    const body = bodies.of(fn);
    const names: string[] = [];
    let at = ordinal;
    for (let depth = 0; depth < 4 && at !== NONE; depth++) {
      const kind = body.kind(at);
      if (kind === Kind.Await || kind === Kind.Cast) {
        at = body.operand(at, 0);
        continue;
      }
      const isCall = kind === Kind.Call;
      const own = nameAt(body, at);
      if (own !== '') names.unshift(isCall ? `${own}()` : own);
      if (kind !== Kind.Get && !(isCall && body.name(at, 1) !== '')) break;
      at = body.operand(at, 0);
    }
    return names.join('.').replace('this.', '');
  };

  const aboutPerson = (body: Body, call: number): string => {
    for (let n = 4; body.operand(call, n) !== NONE; n++) {
      const at = body.operand(call, n);
      const owner = ownerOf(body.fn, body.kind(at) === Kind.Get ? body.operand(at, 0) : at);
      if (owner !== '' && ownerSort(owner) === 'person') return owner;
    }
    return '';
  };

  return { ownerOf, whose, aboutPerson, nameAt, words, valueOf };
}

/** `[...people].sort(…)`, `people.filter(…).map(…)`: the list that another one is made of. */
function listIn(body: Body, i: number, depth = 4): number {
  if (i === NONE || depth === 0) return i;
  if (body.kind(i) === Kind.Call && KEEPS.test(body.name(i, 1))) return listIn(body, body.operand(i, 0), depth - 1);
  const isCopy = body.kind(i) === Kind.Array && isSpread(body, i, 0) && body.operand(i, 2) === NONE;
  return isCopy ? listIn(body, body.operand(i, 1), depth - 1) : i;
}
const KEEPS = /^(filter|sort|toSorted|slice|reverse|toReversed|concat)$/;

const READS_ROW = /^(find(One|ById|First|Unique|ByPk)?\w*|get|fetch|load|first)$/;
