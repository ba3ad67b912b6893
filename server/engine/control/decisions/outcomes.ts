/** Decisions that a machine made about a person and that go out without a word about why. */
import { EntryKind, Flag, Kind, NONE } from '../../ir';
import { symbolOf } from '../../link/program';
import { extentOf, placeOf } from '../../places';
import type { Outcome } from '../../rule/dependence';
import { usersOf } from '../influence/audience';
import type { Body } from '../bodies';
import { isCount } from '../influence/tallies';
import { createBase } from '../guards/control';
import { conditionsBefore } from '../influence/deciders';
import { createInfluence, type Influence, type Start } from '../influence/influence';
import { isAboutPeople, literalsOf, machineBehind } from './machine';
import { lastName, nameOfCallee } from '../named';
import { argumentsOf } from '../parts';
import type { Walking } from '../influence/steps';
import { isOnOneWay } from '../cfg';
import { BY_PEOPLE, contests, isExplained, reasonsIn, spaced, speaksFully } from './reasons';
import { createUses } from '../guards/uses';
import { refusalIn } from './turned-down';
import { mayJudgeBy, verdictOf } from './verdict-names';

const ANSWERS = /^(json|jsonp|send|render|reply|respond|write|end)$/;
const STORES =
  /^(update|updateOne|updateMany|create|insert|insertOne|save|upsert|set|patch|put|findByIdAndUpdate|findOneAndUpdate|findAndUpdate|values)$/;
const TELLS = /^(send|notify|email|mail|push|sms|publish)($|[A-Z_])/;
const STATUS = /(^|_)(status|state|decision|outcome|verdict|result)$|(Status|Decision|Outcome|Verdict)$/;
export const NEGATIVE =
  /^(deny|denied|denial|reject|rejected|decline|declined|ineligible|disqualified|refused|not[_ -]?eligible|suspended|banned|terminated)$|reject|declin|denied|ineligib|disqualif|abgelehnt|rechazad|rejeitad|recusad|afgewezen|rifiutat|odrzucon/i;
const DECIDES = /^(approved?|accepted|shortlisted|admitted|eligible|qualified|granted|hired)$/i;
export const BAD_NEWS =
  /\b(declined?|rejected|rejection|denied|denial|refused|unsuccessful|not (been )?(approved|eligible|successful|selected)|absage|abgelehnt|ablehnung|refus|rechazad[oa]|rechazo|rejeitad[oa]|recusad[oa]|afgewezen|afwijzing|rifiutat[oa])\b/i;
const SAYS_WHY = /\b(because|due to|reasons?|since your|as your)\b/i;
/** How much somebody may borrow: nothing, or something. */
const LIMIT = /^(credit|loan|borrowing)_?limit$/i;
/** Nothing else than a person is. */
const PERSONS = /^(admitted|hired|shortlisted|creditworthy)$/i;
/** Scores and amounts are figures, no decisions that go out. */
const FIGURE = /score|limit|amount|rate|count|date|at$|by$/i;

/** Only names with such a word are such. */
export const mayDecideBy = (word: string): boolean =>
  mayJudgeBy(word) ||
  /^(send|notify|e?mail|push|sms|publish|accepted|granted)$|(state|status|decision|outcome|verdict|result)$/.test(word);

/** "approved"; terms are "accepted" too, and a machine accepts people only. */
const saysOutcome = (name: string): boolean => DECIDES.test(name) || (verdictOf(name) === 'sure' && !FIGURE.test(name));

/** Cheap: names under which decisions go out. */
export const mayDecide = (name: string): boolean =>
  name.length <= 40 && (saysOutcome(name) || LIMIT.test(name) || STATUS.test(name) || TELLS.test(name));

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
  lacks: Outcome['lacks'];
}

function outcomesIn(parts: Walking, influence: Influence, fn: number): Outcome[] {
  const body = parts.bodies.of(fn);
  const out = new Map<number, Outcome>();
  let isOpen: boolean | null = null;
  let isOfPeople: boolean | null = null;
  let given: number[] | null = null;
  /** Reasons on a way that never leads past a decision are those of another one. */
  const isExplainedAt = (decided: number): boolean => {
    const { blockOf } = body.cfg();
    return (given ??= reasonsIn(body)).some((at) => isOnOneWay(body.cfg(), blockOf[at], blockOf[decided]));
  };
  const asksWhy = (decided: number, words: string): boolean =>
    (PERSONS.test(words) || (isOfPeople ??= isAboutPeople(body))) &&
    (isOpen ??= !isExplainedInside(parts, body)) &&
    !isExplainedAt(decided);
  const add = (value: number, words: string, way: Way, starts: readonly Start[]): void => {
    if (out.has(way.ordinal) || (way.lacks === 'reasons' && !asksWhy(way.ordinal, words))) return;
    const machine = machineBehind(influence, parts.bodies.of, starts);
    if (!machine || (way.how === 'return' && isExplainedAbove(parts, fn))) return;
    const { program } = parts;
    out.set(way.ordinal, {
      how: way.how,
      decision: words,
      by: machine.words,
      sort: machine.sort,
      lacks: way.lacks,
      confidence: way.lacks === 'appeal' ? 'low' : machine.sort !== 'rules' && way.how !== 'return' ? 'high' : 'medium',
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
      if (decided && way && (way.lacks === 'reasons' || (isAboutPeople(body) && !contests(body))))
        add(decided.value, decided.name, way, startsOf(body, decided.value, way.ordinal));
    }
    if (
      kind === Kind.Set &&
      !body.has(i, Flag.Computed) &&
      !body.has(i, Flag.Delete) &&
      isDecision(body, body.name(i, 1), body.operand(i, 2))
    )
      if (isRecord(lastName(body, body.operand(i, 0))))
        add(
          body.operand(i, 2),
          body.name(i, 1),
          { how: 'record', ordinal: i, lacks: 'reasons' },
          startsOf(body, body.operand(i, 2), i),
        );
    if (kind === Kind.Call && ANSWERS.test(body.name(i, 1)) && !isExplained(body, i)) {
      const word = argumentsOf(body, i).find((at) => isOneOfWords(body, at));
      if (word !== undefined)
        add(word, `'${refusalIn(body, word)}'`, { how: 'answer', ordinal: i, lacks: 'reasons' }, startsOf(body, word, i));
    }
    if (kind === Kind.Call && isTelling(body, i)) {
      const said = textsIn(body, i);
      if (!said.some((text) => BAD_NEWS.test(spaced(text))) || said.some((text) => SAYS_WHY.test(text)) || isExplained(body, i))
        continue;
      add(i, 'the message', { how: 'message', ordinal: i, lacks: 'reasons' }, conditionsBefore(body, i));
    }
  }
  for (const at of body.returns()) {
    const word = body.operand(at, 0);
    if (isOneOfWords(body, word))
      add(word, `'${refusalIn(body, word)}'`, { how: 'return', ordinal: at, lacks: 'reasons' }, startsOf(body, word, at));
  }
  return [...out.values()];
}

/** `isRisky ? 'denied' : 'approved'`: one of the words turns somebody down. */
const isOneOfWords = (body: Body, value: number): boolean =>
  (literalsOf(body, value) ?? []).length > 1 && refusalIn(body, value) !== null;

/** `changes.push(text)` tells nobody. */
export function isTelling(body: Body, call: number): boolean {
  const method = body.name(call, 1);
  if (method === 'push') return /push|notif|messag|sms|mail|messenger/i.test(lastName(body, body.operand(call, 0)));
  return TELLS.test(method || nameOfCallee(body, call));
}

const isRecord = (name: string): boolean =>
  /application|applicant|candidate|claim|loan|customer|user|account|borrower|tenant|request/i.test(name);
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
  if (isCount(body, value)) return false;
  if (LIMIT.test(name)) {
    const limits = literalsOf(body, value) ?? [];
    return limits.length > 1 && limits.some(({ text }) => text === '0');
  }
  if (!isStatus && !saysOutcome(name)) return false;
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

/** Up from a literal to the call or the return that takes it; null when it does not go out, or goes no further than a record with its reasons. */
function wayOut(body: Body, object: number, depth = 5): Way | null {
  if (depth === 0) return null;
  if (!speaksFully(body, object)) return toldWithReasons(body, object);
  for (const user of usersOf(body).get(object) ?? []) {
    const kind = body.kind(user);
    const way = kind === Kind.Object || kind === Kind.Cast ? wayOut(body, user, depth - 1) : null;
    if (way) return way;
    if (kind !== Kind.Call || body.operand(user, 0) === object) continue;
    const name = body.name(user, 1) || nameOfCallee(body, user);
    const how = ANSWERS.test(name) ? 'answer' : STORES.test(name) ? 'record' : TELLS.test(name) ? 'message' : null;
    if (how && !isExplained(body, user)) return { how, ordinal: user, lacks: 'reasons' };
  }
  for (const at of body.returns()) if (body.operand(at, 0) === object) return { how: 'return', ordinal: at, lacks: 'reasons' };
  return null;
}

/** An answer or a message of which all entries are known, some say why, and nobody has decided it. */
function toldWithReasons(body: Body, object: number): Way | null {
  if (body.kind(object) !== Kind.Object) return null;
  for (let n = 0; body.operand(object, n + 2) !== NONE; n += 3)
    if (body.operand(object, n) !== EntryKind.Static || BY_PEOPLE.test(body.name(object, n + 1))) return null;
  for (const user of usersOf(body).get(object) ?? []) {
    if (body.kind(user) !== Kind.Call || body.operand(user, 0) === object) continue;
    const name = body.name(user, 1) || nameOfCallee(body, user);
    if (ANSWERS.test(name)) return { how: 'answer', ordinal: user, lacks: 'appeal' };
    if (TELLS.test(name)) return { how: 'message', ordinal: user, lacks: 'appeal' };
  }
  return null;
}

/** A callback gives the reasons of each: `results.map((one) => ({ …, reasons }))`. */
function isExplainedInside({ bodies, program }: Walking, body: Body): boolean {
  const { functions } = body.reader.module;
  const isInside = (index: number): boolean => functions[index].parent === body.index && functions[index].name === '';
  return (
    body.index > 0 &&
    functions.some((_, index) => isInside(index) && reasonsIn(bodies.of(program.base[body.module] + index)).length > 0)
  );
}

/** A caller adds the reasons. */
function isExplainedAbove({ engine, frames, bodies }: Walking, fn: number): boolean {
  return createUses(createBase(engine, frames), frames)
    .of(fn)
    .some((use) => reasonsIn(bodies.of(use.fn)).length > 0);
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
