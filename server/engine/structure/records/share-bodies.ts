/** Bodies of requests that are written down as they came: whatever a client sends is in the record. */
import { datumOf } from '../../data';
import { Flag, Kind, NONE } from '../../ir';
import { flagsAt, kindAt, operandAt, operandCount, type Reader } from '../../link/reader';
import type { Datum } from '../../rule';
import type { Share } from '../../rule/structure';
import { argumentsOf, callsOf, entriesOf, memberPath, methodOf, textAt, type Code, type Topic } from '../code';
import { holdsPeople } from './fetch-query';
import { namesOf } from './share-secrets';

export const persisting: Topic = (name) => name === 'body' || name === 'json' || name === 'readBody' || name === 'all';
const WRITES =
  /^(create|insert|insertOne|insertMany|build|save|update|updateOne|findByIdAndUpdate|findOneAndUpdate|upsert|createMany)$/;

/** `Member.create({ ...req.body })`, `new Member(req.body)`, `prisma.user.update({ data: req.body })`: whatever a client sends is written down. */
export function persisted(code: Code, fn: number): Share[] {
  const reader = code.trail.reader(fn);
  const out: Share[] = [];
  for (const call of callsOf(reader)) {
    const isNew = (flagsAt(reader, call) & Flag.New) !== 0;
    if (!isNew && !WRITES.test(methodOf(reader, call))) continue;
    const path = isNew
      ? (code.calleeOf(fn, call)?.path ?? memberPath(code, fn, reader, call).slice(0, -1))
      : memberPath(code, fn, reader, call);
    const owner = isNew ? (path.at(-1) ?? '') : tableOf(reader, call) || (path.at(-2) ?? '');
    if (owner === '') continue;
    // Cheap first: few calls are given a body, and what a call gives takes an evaluation of its function.
    const given = argumentsOf(reader, call).findIndex((arg) => holdsBody(code, fn, arg));
    if (given < 0 || !(code.classifier.owner(owner) === 'person' || holdsPeople(code, fn, call, owner))) continue;
    if ((isNew && !isModel(code, fn, operandAt(reader, call, 0))) || isPicked(code, fn, call, given)) continue;
    out.push({
      ...code.seen({ fn, ordinal: call }, isNew ? `new ${owner}` : path.length > 1 ? path.join('.') : `${owner}.${path[0]}`),
      to: 'storage',
      path: [],
      confidence: 'high',
      data: [bodyOf(code, fn, call)],
    });
  }
  return out;
}

/** `db.collection('members').insertOne(…)`, `knex('members').insert(…)`: the text by which the receiver was picked, or ''. */
function tableOf(reader: Reader, call: number): string {
  for (let at = operandAt(reader, call, 0), steps = 0; steps < DEEPEST && at !== NONE; steps++) {
    if (kindAt(reader, at) !== Kind.Call) return '';
    const [first] = argumentsOf(reader, at);
    const text = first === undefined || first === NONE ? null : textAt(reader, first);
    if (text !== null) return text;
    at = operandAt(reader, at, 0);
  }
  return '';
}
const DEEPEST = 4;

const DEPTH = 2;

/** A function of the project takes the body, and writes down what it picks of it only. */
function isPicked(code: Code, fn: number, call: number, argument: number): boolean {
  const callees = code.frames.callees(fn, call);
  return callees.length > 0 && !callees.some((callee) => handsOn(code, callee, argument, DEPTH));
}

function handsOn(code: Code, fn: number, position: number, depth: number): boolean {
  const reader = code.trail.reader(fn);
  const isGiven = (ordinal: number): boolean =>
    kindAt(reader, ordinal) === Kind.Param && operandAt(reader, ordinal, 0) === position;
  return [...callsOf(reader)].some((call) => {
    if (!(flagsAt(reader, call) & Flag.New) && !WRITES.test(methodOf(reader, call))) return false;
    return argumentsOf(reader, call).some((arg, argument) => {
      if (!holds(code, fn, arg, (at, ordinal) => at === fn && isGiven(ordinal))) return false;
      return depth === 1 || code.frames.callees(fn, call).every((callee) => handsOn(code, callee, argument, depth - 1));
    });
  });
}

/** A model of a database, whose instances are saved as they are made. */
const isModel = (code: Code, fn: number, callee: number): boolean =>
  code.frames
    .of(fn)
    ?.values[callee]?.targets.some((target) => target.kind === 'library' && target.value.model.kind === 'database') === true;

const ENTRIES = /^(\.\.\.|data|\$set)$/;

const holdsBody = (code: Code, fn: number, value: number): boolean =>
  holds(code, fn, value, (at, ordinal) => {
    const reader = code.trail.reader(at);
    if (kindAt(reader, ordinal) === Kind.Call) return givesBody(code, at, ordinal);
    return isBody(code, code.nameOf(at, ordinal)?.path ?? namesOf(code, at, reader, ordinal));
  });

/** `request.body()`, `await request.json()`, `await readBody(event)`: the call itself gives the body, and nothing has looked at it. */
const givesBody = (code: Code, fn: number, call: number): boolean =>
  code.frames
    .of(fn)
    ?.values[call]?.labels.some(
      (label) => label.kind === 'source' && label.datum === 'origin' && label.ordinal === call && label.words === BODY,
    ) === true;
const BODY = 'the request body';

const CARRYING: ReadonlySet<Kind> = new Set([Kind.Load, Kind.Cast, Kind.Await, Kind.Otherwise, Kind.Phi]);

/** A value is meant, or an object that holds it whole: spread into it, or as what is to be written. */
function holds(code: Code, fn: number, value: number, isMeant: (fn: number, value: number) => boolean, depth = 8): boolean {
  if (value === NONE || depth === 0) return false;
  const reader = code.trail.reader(fn);
  if (kindAt(reader, value) === Kind.Object)
    return entriesOf(reader, value).some((entry) => ENTRIES.test(entry.name) && holds(code, fn, entry.value, isMeant, depth - 1));
  if (isMeant(fn, value)) return true;
  if (kindAt(reader, value) === Kind.Array)
    return elementsOf(reader, value).some((element) => holds(code, fn, element, isMeant, depth - 1));
  // `Object.assign({}, req.body, { joinedAt })`
  if (kindAt(reader, value) === Kind.Call && memberPath(code, fn, reader, value).join('.') === 'Object.assign')
    return argumentsOf(reader, value).some((arg) => holds(code, fn, arg, isMeant, depth - 1));
  if (!CARRYING.has(kindAt(reader, value))) return false;
  const stored = code.trail.back({ fn, ordinal: value, path: [] }) ?? [];
  return stored.some((point) => holds(code, point.fn, point.ordinal, isMeant, depth - 1));
}

/** `req.body`, or a part of it that is one thing by its own name (`req.body.profile`). */
function isBody(code: Code, path: readonly string[]): boolean {
  const at = path.lastIndexOf('body');
  const isRequest = at > 0 && /^(req|request|ctx|context)$/.test(path[at - 1]);
  return isRequest && (at === path.length - 1 || (at === path.length - 2 && code.classifier.owner(path[at + 1]) === 'person'));
}

function elementsOf(reader: Reader, list: number): number[] {
  const out: number[] = [];
  for (let n = 1; n < operandCount(reader, list); n += 2) out.push(operandAt(reader, list, n));
  return out;
}

const bodyOf = (code: Code, fn: number, ordinal: number): Datum =>
  datumOf(
    code.classifier,
    {
      kind: 'source',
      category: 'record',
      words: BODY,
      datum: 'origin',
      trust: 3,
      state: 'raw',
      through: [],
      fn,
      ordinal,
      key: '',
    },
    '',
    '',
  );
