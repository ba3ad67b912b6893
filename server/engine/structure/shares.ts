/** Whole records of people handed to what needs less of them. */
import { contents } from '../flow/emit';
import { datumOf } from '../data';
import { Flag, Kind, NONE } from '../ir';
import { flagsAt, kindAt, operandAt } from '../link/reader';
import type { Datum, Flow } from '../rule';
import type { Share } from '../rule/structure';
import { argumentsOf, callsOf, entriesOf, functionOf, memberPath, methodOf, type Code, type Topic } from './code';
import { holdsPeople } from './fetch-query';
import { clientProps } from './client-props';
import { returnsOf } from './markup';
import { decrypting, finding, namesOf, secretsAnswered, secretsPicked } from './share-secrets';
import { addresses, sharedWords, wordsShared } from './share-words';
import type { Uses } from './uses';

const TO: Record<string, Share['to']> = { crypto: 'token', queue: 'queue' };

export function sharesOf(code: Code, uses: Uses, flows: Iterable<Flow>): Share[] {
  const out: Share[] = [];
  for (const flow of flows) {
    const to = TO[flow.recipientKind];
    const whole = wholeRecords(code, flow.data);
    if (!to || whole.length === 0 || isReported(flow, whole)) continue;
    const { at, extent, symbol, path, sinkName, sinkConfidence } = flow;
    out.push({ at, extent, symbol, path, words: sinkName, to, data: whole, confidence: sureness(whole, sinkConfidence) });
  }
  for (const module of code.modulesWith(persisting)) for (const fn of code.functions(module)) out.push(...persisted(code, fn));
  for (const module of code.modulesWith(paging)) for (const fn of code.functions(module)) out.push(...pageProps(code, fn));
  out.push(...clientProps(code, uses, (data) => wholeRecords(code, data)));
  const addressed = new Set(code.modulesWith(addresses, 'declared'));
  for (const module of code.modulesWith(sharedWords).filter((each) => addressed.has(each)))
    for (const fn of code.functions(module)) out.push(...wordsShared(code, uses, fn));
  for (const module of code.modulesWith(decrypting))
    for (const fn of code.functions(module)) out.push(...secretsAnswered(code, uses, fn));
  for (const module of code.modulesWith(finding))
    for (const fn of code.functions(module)) out.push(...secretsPicked(code, uses, fn));
  return out;
}

/** Fields of one owner from which on they count as the whole of a record. */
const MANY = 3;

/** Data that are a whole record of a person: unnamed, from a request as it came, or many fields of one owner. */
function wholeRecords(code: Code, data: readonly Datum[]): Datum[] {
  const whole = data.filter(
    (datum) => datum.kind !== 'field' && datum.state === 'raw' && datum.identifies !== 'opaque' && datum.confidence !== 'low',
  );
  const ownerOf = (datum: Datum): string => datum.words.split('.')[0];
  return whole.filter((datum) => {
    // Of headers single ones are picked, by names that are only known when the code runs.
    if (datum.kind === 'origin') return !/headers/.test(datum.words);
    if (code.classifier.owner(ownerOf(datum)) !== 'person') return false;
    return datum.category === 'record' || whole.filter((other) => ownerOf(other) === ownerOf(datum)).length >= MANY;
  });
}

/** What another service reports by a call of its own is no form that a person filled in. */
const isReported = ({ at, symbol }: Flow, whole: readonly Datum[]): boolean =>
  whole.every(({ kind }) => kind === 'origin') && /web_?-?hooks?|callback|\bipn\b/i.test(`${at.path} ${symbol}`);

/** A record that is known by its name only may be a few fields that somebody picked. */
const sureness = (whole: readonly Datum[], confidence: Share['confidence']): Share['confidence'] =>
  confidence === 'high' && whole.every(({ kind, category }) => kind === 'record' && category === 'record')
    ? 'medium'
    : confidence;

const persisting: Topic = (name) => name === 'body' || name === 'json' || name === 'readBody' || name === 'all';
const WRITES =
  /^(create|insert|insertOne|insertMany|build|save|update|updateOne|findByIdAndUpdate|findOneAndUpdate|upsert|createMany)$/;

/** `Member.create({ ...req.body })`, `new Member(req.body)`, `prisma.user.update({ data: req.body })`: whatever a client sends is written down. */
function persisted(code: Code, fn: number): Share[] {
  const reader = code.trail.reader(fn);
  const out: Share[] = [];
  for (const call of callsOf(reader)) {
    const isNew = (flagsAt(reader, call) & Flag.New) !== 0;
    if (!isNew && !WRITES.test(methodOf(reader, call))) continue;
    const path = isNew
      ? (code.calleeOf(fn, call)?.path ?? memberPath(code, fn, reader, call).slice(0, -1))
      : memberPath(code, fn, reader, call);
    const owner = path.at(isNew ? -1 : -2) ?? '';
    if (owner === '' || !(code.classifier.owner(owner) === 'person' || holdsPeople(code, fn, call, owner))) continue;
    if (isNew && !isModel(code, fn, operandAt(reader, call, 0))) continue;
    const given = argumentsOf(reader, call).find((arg) => holdsBody(code, fn, arg));
    if (given === undefined) continue;
    out.push({
      ...code.seen({ fn, ordinal: call }, isNew ? `new ${owner}` : path.join('.')),
      to: 'storage',
      path: [],
      confidence: 'high',
      data: [bodyOf(code, fn, call)],
    });
  }
  return out;
}

/** A model of a database, whose instances are saved as they are made. */
const isModel = (code: Code, fn: number, callee: number): boolean =>
  code.frames
    .of(fn)
    ?.values[callee]?.targets.some((target) => target.kind === 'library' && target.value.model.kind === 'database') === true;

const ENTRIES = /^(\.\.\.|data|\$set)$/;

function holdsBody(code: Code, fn: number, value: number, depth = 4): boolean {
  if (value === NONE || depth === 0) return false;
  const reader = code.trail.reader(fn);
  if (kindAt(reader, value) === Kind.Object)
    return entriesOf(reader, value).some((entry) => ENTRIES.test(entry.name) && holdsBody(code, fn, entry.value, depth - 1));
  if (kindAt(reader, value) === Kind.Await || kindAt(reader, value) === Kind.Cast)
    return holdsBody(code, fn, operandAt(reader, value, 0), depth);
  if (kindAt(reader, value) === Kind.Call) return givesBody(code, fn, value);
  if (isBody(code, code.nameOf(fn, value)?.path ?? namesOf(code, fn, reader, value))) return true;
  if (kindAt(reader, value) !== Kind.Load) return false;
  const stored = code.trail.back({ fn, ordinal: value, path: [] }) ?? [];
  return stored.some((point) => holdsBody(code, point.fn, point.ordinal, depth - 1));
}

/** `request.body()`, `await request.json()`, `await readBody(event)`: the call itself gives the body, and nothing has looked at it. */
const givesBody = (code: Code, fn: number, call: number): boolean =>
  code.frames
    .of(fn)
    ?.values[call]?.labels.some(
      (label) => label.kind === 'source' && label.datum === 'origin' && label.ordinal === call && label.words === BODY,
    ) === true;
const BODY = 'the request body';

/** `req.body`, or a part of it that is one thing by its own name (`req.body.profile`). */
function isBody(code: Code, path: readonly string[]): boolean {
  const at = path.lastIndexOf('body');
  const isRequest = at > 0 && /^(req|request|ctx|context)$/.test(path[at - 1]);
  return isRequest && (at === path.length - 1 || (at === path.length - 2 && code.classifier.owner(path[at + 1]) === 'person'));
}

const bodyOf = (code: Code, fn: number, ordinal: number): Datum =>
  datumOf(
    code.classifier,
    {
      kind: 'source',
      category: 'record',
      words: 'the request body',
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

const paging: Topic = (name) => name === 'props';

/** `getServerSideProps` writes its props into the page, where the browser keeps all of them. */
function pageProps(code: Code, fn: number): Share[] {
  if (!/^(getServerSideProps|getStaticProps|getInitialProps)$/.test(functionOf(code.program, fn).name)) return [];
  const frame = code.frames.of(fn);
  const reader = code.trail.reader(fn);
  if (!frame) return [];
  const out: Share[] = [];
  for (const value of returnsOf(reader)) {
    if (kindAt(reader, value) !== Kind.Object) continue;
    const props = entriesOf(reader, value).find((entry) => entry.name === 'props')?.value ?? NONE;
    if (props === NONE || kindAt(reader, props) !== Kind.Object) continue;
    for (const { name, value: prop } of entriesOf(reader, props)) {
      const found = prop === NONE || !frame.values[prop] ? [] : contents(code.engine, frame.values[prop], { fn, ordinal: prop });
      const data = wholeRecords(
        code,
        found.flatMap(({ label, at }) => (label.kind === 'source' ? [datumOf(code.classifier, label, at, at)] : [])),
      );
      if (data.length === 0) continue;
      out.push({
        ...code.seen({ fn, ordinal: value }, name),
        at: code.seen({ fn, ordinal: prop }, '').at,
        to: 'page',
        path: [],
        data,
        confidence: 'high',
      });
    }
  }
  return out;
}
