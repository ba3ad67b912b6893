/** Conditions that decide whether something happens, as starts of a walk. */
import { NONE } from '../../ir';
import type { Body } from '../bodies';
import type { Start } from './influence';

/** Of a function with more conditions before an action than these, the nearest are asked about. */
const NEAR = 32;

/** What decides whether an instruction runs. */
export function conditionsBefore(body: Body, ordinal: number): Start[] {
  return body
    .conditions(body.cfg().blockOf[ordinal], 0)
    .slice(-NEAR)
    .map((condition) => branchOn(body, condition));
}

/** What decides whether a store or an assignment to a member happens: each condition once for a variable or a member. */
export interface Deciders {
  /** Conditions under which another value than this one stays in the variable. */
  store(ordinal: number): Start[];
  /** The same for a member of an object that was there before. */
  member(ordinal: number, name?: string): Start[];
  /** All conditions, also those of which one way leaves the function. */
  any(ordinal: number): Start[];
  /** All conditions of a literal or of the return that gives it back. */
  written(ordinal: number): Start[];
}

export function createDeciders(body: Body): Deciders {
  const told = new Map<string, Set<number>>();
  const fresh = (key: string, conditions: readonly number[]): Start[] => {
    const before = told.get(key) ?? new Set();
    told.set(key, before);
    return conditions.filter((ordinal) => !before.has(ordinal) && before.add(ordinal)).map((ordinal) => branchOn(body, ordinal));
  };
  const meeting = (ordinal: number, top: number): number[] =>
    body.conditions(body.cfg().blockOf[ordinal], top).filter((at) => body.rejoins(at));
  return {
    store(ordinal) {
      const owner = body.operand(ordinal, 2);
      const slot = body.operand(ordinal, 0);
      const isOfOther = owner !== NONE && owner !== body.index;
      if (!isOfOther && body.storeBlocks(slot).length < 2) return [];
      const top = isOfOther ? 0 : body.meetingOfStores(slot);
      return fresh(`${owner}:${slot}`, meeting(ordinal, top));
    },
    member: (set, name = body.name(set, 1)) => fresh(`.${name}`, meeting(set, 0)),
    any: (set) => fresh(`.${body.name(set, 1)}`, body.conditions(body.cfg().blockOf[set], 0)),
    written: (at) => fresh('{}', body.conditions(body.cfg().blockOf[at], 0)),
  };
}

export const branchOn = ({ fn }: Body, ordinal: number): Start => ({ fn, ordinal, via: 'branch' });
