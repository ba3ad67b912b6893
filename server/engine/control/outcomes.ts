/** Decisions that a machine made about a person and that go out without a word about why. */
import { EntryKind, Flag, Kind, NONE } from '../ir';
import { symbolOf } from '../link/program';
import { extentOf, placeOf } from '../places';
import type { Outcome } from '../rule/dependence';
import { wordsOf } from '../words';
import { usersOf } from './audience';
import type { Body } from './bodies';
import { createBase } from './control';
import { conditionsBefore } from './deciders';
import { createInfluence, type Influence, type Start } from './influence';
import { isAboutPeople, literalsOf, machineBehind } from './machine';
import { lastName, nameOfCallee } from './named';
import type { Walking } from './steps';
import { createUses } from './uses';
import { mayJudgeBy, verdictOf } from './verdicts';

/** "matchedRules" and "failed_checks" say which. */
const WHICH =
  /^(matched|failed|evaluated|triggered|applied|violated|broken|unmet|missing)_?[a-z]*(rules?|checks?|criteria|conditions?|requirements?|fields?)$/i;
const ANSWERS = /^(json|jsonp|send|render|reply|respond|write|end)$/;
const STORES =
  /^(update|updateOne|updateMany|create|insert|insertOne|save|upsert|set|patch|put|findByIdAndUpdate|findOneAndUpdate|findAndUpdate|values)$/;
const TELLS = /^(send|notify|email|mail|push|sms|publish)($|[A-Z_])/;
const STATUS = /^(status|state|decision|outcome|verdict|result)$|(Status|Decision|Outcome|Verdict)$/;
const NEGATIVE =
  /^(deny|denied|denial|reject|rejected|decline|declined|ineligible|disqualified|refused|not_?eligible|suspended|banned|terminated)$|reject|declin|denied|ineligib|disqualif/i;
const DECIDES = /^(approved?|accepted|shortlisted|admitted|eligible|qualified|granted|hired)$/i;
const BAD_NEWS =
  /\b(declined?|rejected|rejection|denied|denial|refused|unsuccessful|not (been )?(approved|eligible|successful|selected))\b/i;
const SAYS_WHY = /\b(because|due to|reasons?|since your|as your)\b/i;
const REASONS = new Set(
  'reason explanation explain because factor basis rationale justification contribution why violation'.split(' '),
);
/** Say why only where they say something. */
const REMARKS = new Set('message detail note comment feedback error issue code description summary info'.split(' '));
const GENERIC = new Set(
  'application declined decline error sorry rejected denied your request was is not approved failed unfortunately has been we regret the this status refused ok no invalid decision thank you for applying'.split(
    ' ',
  ),
);
const BY_PEOPLE =
  /^(decided|reviewed|approved|rejected|declined|denied|updated|closed|handled)_?by(Id)?$|reviewer|moderator|caseworker|underwriterId/i;
/** Scores and amounts are figures, no decisions that go out. */
const FIGURE = /score|limit|amount|rate|count|date|at$|by$/i;

/** Only names with such a word are such. */
export const mayDecideBy = (word: string): boolean =>
  mayJudgeBy(word) || /^(send|notify|e?mail|push|sms|publish)$|(state|status|decision|outcome|verdict|result)$/.test(word);

/** Cheap: names under which decisions go out. */
export const mayDecide = (name: string): boolean =>
  name.length <= 40 && ((verdictOf(name) === 'sure' && !FIGURE.test(name)) || STATUS.test(name) || TELLS.test(name));

/** @param functions numbers of the functions to look at, ascending. */
export function createOutcomes(parts: Walking, functions: () => readonly number[]): () => readonly Outcome[] {
  let answer: Outcome[] | null = null;
  const influence = createInfluence(parts);
  return () => (answer ??= functions().flatMap((fn) => outcomesIn(parts, influence, fn)));
}

interface Way {
  how: Outcome['how'];
  /** The call or return by which it goes out. */
  ordinal: number;
}

function outcomesIn(parts: Walking, influence: Influence, fn: number): Outcome[] {
  const body = parts.bodies.of(fn);
  const out = new Map<number, Outcome>();
  let isOpen: boolean | null = null;
  const asksWhy = (): boolean => (isOpen ??= isAboutPeople(body) && !explains(body) && !isExplainedInside(parts, body));
  const add = (value: number, words: string, way: Way, starts: readonly Start[]): void => {
    if (out.has(way.ordinal) || !asksWhy()) return;
    const machine = machineBehind(influence, parts.bodies.of, starts);
    if (!machine || (way.how === 'return' && isExplainedAbove(parts, fn))) return;
    const { program } = parts;
    out.set(way.ordinal, {
      how: way.how,
      decision: words,
      by: machine.words,
      sort: machine.sort,
      confidence: machine.sort !== 'rules' && way.how !== 'return' ? 'high' : 'medium',
      at: placeOf(program, fn, way.ordinal),
      extent: extentOf(program, fn, way.ordinal),
      symbol: symbolOf(program, fn),
      words,
      path: [
        { at: extentOf(program, machine.spot.fn, machine.spot.ordinal), words: `${machine.words} decides here` },
        { at: placeOf(program, fn, way.ordinal), words: 'the decision goes out here' },
      ],
    });
  };
  for (let i = 0; i < body.reader.count; i++) {
    const kind = body.kind(i);
    if (kind === Kind.Object) {
      const decided = decisionIn(body, i);
      const way = decided && wayOut(body, i);
      if (decided && way) add(decided.value, decided.name, way, startsOf(body, decided.value, way.ordinal));
    }
    if (
      kind === Kind.Set &&
      !body.has(i, Flag.Computed) &&
      !body.has(i, Flag.Delete) &&
      isDecision(body, body.name(i, 1), body.operand(i, 2))
    )
      if (isRecord(lastName(body, body.operand(i, 0))))
        add(body.operand(i, 2), body.name(i, 1), { how: 'record', ordinal: i }, startsOf(body, body.operand(i, 2), i));
    if (kind === Kind.Call && isTelling(body, i)) {
      const said = textsIn(body, i);
      if (!said.some((text) => BAD_NEWS.test(spaced(text))) || said.some((text) => SAYS_WHY.test(text)) || isExplained(body, i))
        continue;
      add(i, 'the message', { how: 'message', ordinal: i }, conditionsBefore(body, i));
    }
  }
  return [...out.values()];
}

/** `changes.push(text)` tells nobody. */
function isTelling(body: Body, call: number): boolean {
  const method = body.name(call, 1);
  if (method === 'push') return /push|notif|messag|sms|mail|messenger/i.test(lastName(body, body.operand(call, 0)));
  return TELLS.test(method || nameOfCallee(body, call));
}

const isRecord = (name: string): boolean =>
  /application|applicant|candidate|claim|loan|customer|user|account|borrower|tenant|request/i.test(name);
const spaced = (text: string): string => text.replace(/[_-]+/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2');

/** Among the entries of a literal: the decision; null when there is none, or when somebody answers for it. */
function decisionIn(body: Body, object: number): { name: string; value: number } | null {
  for (let n = 0; body.operand(object, n + 2) !== NONE; n += 3) {
    if (body.operand(object, n) !== EntryKind.Static) continue;
    const name = body.name(object, n + 1);
    const value = body.operand(object, n + 2);
    if (isDecision(body, name, value)) return { name, value };
  }
  return null;
}

/** A worse outcome, or one of several. */
function isDecision(body: Body, name: string, value: number): boolean {
  const isStatus = STATUS.test(name);
  if (!isStatus && (verdictOf(name) !== 'sure' || FIGURE.test(name))) return false;
  const literals = literalsOf(body, value);
  if (literals === null) return !isStatus && (DECIDES.test(name) || NEGATIVE.test(name)) && isComputed(body, value);
  if (literals.some(({ ordinal }) => body.isNothing(ordinal))) return false;
  if (isStatus) return literals.some(({ text }) => NEGATIVE.test(text));
  return literals.some(({ text }) => text === (NEGATIVE.test(name) ? 'true' : 'false'));
}

/** Worked out here; what is handed on was decided elsewhere. */
function isComputed(body: Body, value: number): boolean {
  const kind = body.kind(value);
  if (kind === Kind.Load) {
    if (body.operand(value, 1) !== NONE) return false;
    return body.reaching(value, body.operand(value, 0)).some((store) => isComputed(body, body.operand(store, 1)));
  }
  return kind === Kind.Binary || kind === Kind.Unary || kind === Kind.Phi || kind === Kind.Call || kind === Kind.Await;
}

const startsOf = (body: Body, value: number, ordinal: number): Start[] => {
  const literals = literalsOf(body, value);
  const own: Start[] = [{ fn: body.fn, ordinal: value, via: 'same' }];
  return literals?.length === 1 ? conditionsBefore(body, ordinal) : own;
};

/** Up from a literal to the call or the return that takes it; null when a reason goes with it, or when it does not go out. */
function wayOut(body: Body, object: number, depth = 5): Way | null {
  if (depth === 0 || !speaksFully(body, object)) return null;
  for (const user of usersOf(body).get(object) ?? []) {
    const kind = body.kind(user);
    const way = kind === Kind.Object || kind === Kind.Cast ? wayOut(body, user, depth - 1) : null;
    if (way) return way;
    if (kind !== Kind.Call || body.operand(user, 0) === object) continue;
    const name = body.name(user, 1) || nameOfCallee(body, user);
    const how = ANSWERS.test(name) ? 'answer' : STORES.test(name) ? 'record' : TELLS.test(name) ? 'message' : null;
    if (how && !isExplained(body, user)) return { how, ordinal: user };
  }
  for (const at of body.returns()) if (body.operand(at, 0) === object) return { how: 'return', ordinal: at };
  return null;
}

/** All of its entries are known, and none says why or by whom. */
function speaksFully(body: Body, object: number): boolean {
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
  const literals = literalsOf(body, value);
  return literals === null || literals.some(({ text, ordinal }) => !body.isNothing(ordinal) && !isGeneric(text, isStrong));
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
function isExplained(body: Body, call: number): boolean {
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

/** The function sets reasons somewhere: on the record before it is saved, in the same transaction. */
function explains(body: Body): boolean {
  const isWord = (name: string): boolean => wordsOf(name).some((word) => word !== 'basis' && REASONS.has(word));
  for (let i = 0; i < body.reader.count; i++) {
    if (body.kind(i) === Kind.Set && !body.has(i, Flag.Computed) && isReason(body, body.name(i, 1), body.operand(i, 2)))
      return true;
    if (body.kind(i) !== Kind.Object) continue;
    for (let n = 0; body.operand(i, n + 2) !== NONE; n += 3) {
      const name = body.operand(i, n) === EntryKind.Static ? body.name(i, n + 1) : '';
      if (isWord(name) && isReason(body, name, body.operand(i, n + 2))) return true;
    }
  }
  return false;
}

/** A callback gives the reasons of each: `results.map((one) => ({ …, reasons }))`. */
function isExplainedInside({ bodies, program }: Walking, body: Body): boolean {
  const { functions } = body.reader.module;
  const isInside = (index: number): boolean => functions[index].parent === body.index && functions[index].name === '';
  return (
    body.index > 0 && functions.some((_, index) => isInside(index) && explains(bodies.of(program.base[body.module] + index)))
  );
}

/** A caller adds the reasons. */
function isExplainedAbove({ engine, frames, bodies }: Walking, fn: number): boolean {
  return createUses(createBase(engine, frames), frames)
    .of(fn)
    .some((use) => explains(bodies.of(use.fn)));
}

/** Literal texts in the arguments of a call. */
export function textsIn(body: Body, call: number): string[] {
  const out: string[] = [];
  const visit = (i: number, depth: number): void => {
    if (i === NONE || depth === 0) return;
    const text = body.text(i);
    if (text !== null) out.push(text);
    if (body.kind(i) === Kind.Template) for (let n = 0; body.operand(i, n) !== NONE; n += 2) out.push(body.name(i, n));
    if (body.kind(i) === Kind.Object)
      for (let n = 0; body.operand(i, n + 2) !== NONE; n += 3) visit(body.operand(i, n + 2), depth - 1);
    if (body.kind(i) === Kind.Array) for (let n = 1; body.operand(i, n) !== NONE; n += 2) visit(body.operand(i, n), depth - 1);
    if (body.kind(i) === Kind.Phi) for (let n = 1; body.operand(i, n) !== NONE; n += 2) visit(body.operand(i, n), depth - 1);
  };
  for (let n = 4; body.operand(call, n) !== NONE; n++) visit(body.operand(call, n), 5);
  return out;
}
