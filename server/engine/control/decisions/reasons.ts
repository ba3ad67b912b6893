/** Whether a literal, a call or a function says why a decision was made, by whom, and how to contest it. */
import { EntryKind, Flag, Kind, NONE } from '../../ir';
import { wordsOf } from '../../words';
import type { Body } from '../bodies';
import { literalsOf } from './machine';
import { lastName, nameOfCallee } from '../named';

/** "matchedRules" and "failed_checks" say which. */
const WHICH =
  /^(matched|failed|evaluated|triggered|applied|violated|broken|unmet|missing)_?[a-z]*(rules?|checks?|criteria|conditions?|requirements?|fields?)$/i;
const REASONS = new Set(
  'reason reasoning explanation explain because factor basis rationale justification contribution why violation assessment criterion'.split(
    ' ',
  ),
);
/** Say why only where they say something. */
const REMARKS = new Set('message detail note comment feedback error issue code description summary info'.split(' '));
const GENERIC = new Set(
  'application declined decline error sorry rejected denied your request was is not approved failed unfortunately has been we regret the this status refused ok no invalid decision thank you for applying congratulations congrats success successful accepted eligible ineligible qualified welcome are can cannot unable proceed inform at time currently'.split(
    ' ',
  ),
);
export const BY_PEOPLE =
  /^(decided|reviewed|approved|rejected|declined|denied|updated|closed|handled)_?by(Id)?$|reviewer|moderator|caseworker|underwriterId/i;
/** Who decided it, and not only who wrote it last. */
export const DECIDED_BY = /^(decided|reviewed|approved|rejected|declined|denied|assessed)_?by(_?Id|UserId)?$/i;
const CONTEST = /appeal|review|contact|contest|dispute|objection|human|support|complain|helpline/i;

export const spaced = (text: string): string => text.replace(/[_-]+/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2');

/** A name or a text of the function says how to contest a decision, or who looks at it. */
export function contests(body: Body): boolean {
  for (let i = 0; i < body.reader.count; i++) {
    const kind = body.kind(i);
    if (kind === Kind.Object)
      for (let n = 0; body.operand(i, n + 2) !== NONE; n += 3)
        if (body.operand(i, n) === EntryKind.Static && CONTEST.test(body.name(i, n + 1))) return true;
    const text = kind === Kind.Const ? body.text(i) : kind === Kind.Get && !body.has(i, Flag.Computed) ? body.name(i, 1) : null;
    if (text !== null && CONTEST.test(text)) return true;
    if (kind === Kind.Call && CONTEST.test(body.name(i, 1) || nameOfCallee(body, i))) return true;
  }
  return false;
}

/** All of its entries are known, and none says why or by whom. */
export function speaksFully(body: Body, object: number): boolean {
  if (body.kind(object) !== Kind.Object) return true;
  for (let n = 0; body.operand(object, n + 2) !== NONE; n += 3) {
    if (body.operand(object, n) !== EntryKind.Static) return false;
    const name = body.name(object, n + 1);
    if (BY_PEOPLE.test(name) || isReason(body, name, body.operand(object, n + 2))) return false;
  }
  return true;
}

function isReason(body: Body, name: string, value: number): boolean {
  const words = wordsOf(name);
  const isStrong = WHICH.test(name) || words.some((word) => REASONS.has(word));
  if (!isStrong && !words.some((word) => REMARKS.has(word))) return false;
  if (isLeftEmpty(body, name, value)) return false;
  const literals = literalsOf(body, value);
  return literals === null || literals.some(({ text, ordinal }) => !body.isNothing(ordinal) && !isGeneric(text, isStrong));
}

/** `reasons: []`, and nothing of the function looks at the list again to fill it. */
function isLeftEmpty(body: Body, name: string, value: number): boolean {
  if (body.kind(value) === Kind.Cast) return isLeftEmpty(body, name, body.operand(value, 0));
  if (body.kind(value) !== Kind.Array || body.operand(value, 0) !== NONE) return false;
  for (let i = 0; i < body.reader.count; i++)
    if (body.kind(i) === Kind.Get && !body.has(i, Flag.Computed) && body.name(i, 1) === name) return false;
  return true;
}

/** "Application declined", "error" and "" say nothing; a code in a field for reasons does. */
function isGeneric(text: string, isStrong: boolean): boolean {
  const words =
    spaced(text)
      .toLowerCase()
      .match(/[\p{L}\d]+/gu) ?? [];
  return words.length === 0 || (words.every((word) => GENERIC.has(word)) && (!isStrong || words.length < 4));
}

/** An argument of a call says why. */
export function isExplained(body: Body, call: number): boolean {
  for (let n = 4; body.operand(call, n) !== NONE; n++) {
    const at = body.operand(call, n);
    if (body.kind(at) === Kind.Object ? !speaksDeep(body, at, 4) : wordsOf(lastName(body, at)).some((word) => REASONS.has(word)))
      return true;
  }
  return false;
}

function speaksDeep(body: Body, object: number, depth: number): boolean {
  if (depth === 0 || !speaksFully(body, object)) return depth === 0;
  for (let n = 0; body.operand(object, n + 2) !== NONE; n += 3) {
    const value = body.operand(object, n + 2);
    if (body.kind(value) === Kind.Object && !speaksDeep(body, value, depth - 1)) return false;
  }
  return true;
}

/** Where a function sets reasons: on the record before it is saved, in the same transaction. @returns ordinals, ascending. */
export function reasonsIn(body: Body): number[] {
  const isWord = (name: string): boolean => wordsOf(name).some((word) => word !== 'basis' && REASONS.has(word));
  const out: number[] = [];
  for (let i = 0; i < body.reader.count; i++) {
    if (body.kind(i) === Kind.Set && !body.has(i, Flag.Computed) && isReason(body, body.name(i, 1), body.operand(i, 2)))
      out.push(i);
    if (body.kind(i) !== Kind.Object) continue;
    for (let n = 0; body.operand(i, n + 2) !== NONE; n += 3) {
      const name = body.operand(i, n) === EntryKind.Static ? body.name(i, n + 1) : '';
      if (isWord(name) && isReason(body, name, body.operand(i, n + 2))) out.push(i);
    }
  }
  return out;
}
