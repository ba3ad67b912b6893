/** Whole records of people handed to what needs less of them. */
import { contents } from '../flow/emit';
import { datumOf } from '../data';
import { Flag, Kind, NONE } from '../ir';
import { flagsAt, kindAt, operandAt, type Reader } from '../link/reader';
import type { Datum, Flow } from '../rule';
import type { Share } from '../rule/structure';
import { argumentsOf, callsOf, entriesOf, functionOf, memberPath, methodOf, type Code, type Topic } from './code';
import { returnsOf } from './markup';
import { decrypting, finding, secretsAnswered, secretsPicked } from './share-secrets';
import { addresses, sharedWords, wordsShared } from './share-words';
import { holdersOf, type Uses } from './uses';

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
  for (const module of code.modulesWith(persisting))
    for (const fn of code.functions(module)) out.push(...persisted(code, uses, fn));
  for (const module of code.modulesWith(paging)) for (const fn of code.functions(module)) out.push(...pageProps(code, fn));
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

const persisting: Topic = (name) => name === 'body';
const WRITES =
  /^(create|insert|insertOne|insertMany|build|save|update|updateOne|findByIdAndUpdate|findOneAndUpdate|upsert|createMany)$/;

/** `Member.create({ ...req.body })`, `prisma.user.update({ data: req.body })`: whatever a client sends is written down. */
function persisted(code: Code, uses: Uses, fn: number): Share[] {
  const reader = code.trail.reader(fn);
  const out: Share[] = [];
  for (const call of callsOf(reader)) {
    const isMade = (flagsAt(reader, call) & Flag.New) !== 0 && methodOf(reader, call) === '' && isSaved(code, uses, fn, call);
    if (!isMade && !WRITES.test(methodOf(reader, call))) continue;
    const written = memberPath(code, fn, reader, call);
    const path = isMade ? [...written.slice(0, -1), 'save'] : written;
    const owner = path.at(-2) ?? '';
    if (path.length < 2 || code.classifier.owner(owner) !== 'person') continue;
    const given = argumentsOf(reader, call).find((arg) => holdsBody(code, fn, reader, arg));
    if (given === undefined) continue;
    out.push({
      ...code.seen({ fn, ordinal: call }, path.join('.')),
      to: 'storage',
      path: [],
      confidence: 'high',
      data: [bodyOf(code, fn, call)],
    });
  }
  return out;
}

/** `const member = new Member(req.body); await member.save()`. */
const isSaved = (code: Code, uses: Uses, fn: number, made: number): boolean =>
  holdersOf(code, uses, { fn, ordinal: made }).some((held) => {
    const reader = code.trail.reader(held.fn);
    return uses
      .of(held.fn, held.ordinal)
      .some(
        (user) =>
          kindAt(reader, user) === Kind.Call && operandAt(reader, user, 0) === held.ordinal && methodOf(reader, user) === 'save',
      );
  });

function holdsBody(code: Code, fn: number, reader: Reader, value: number): boolean {
  if (value === NONE) return false;
  if (kindAt(reader, value) === Kind.Object)
    return entriesOf(reader, value).some(
      ({ name, value: entry }) => (name === '...' || name === 'data' || name === '$set') && holdsBody(code, fn, reader, entry),
    );
  const path = code.nameOf(fn, value)?.path ?? parameterPath(code, fn, value);
  return path.at(-1) === 'body' && /^(req|request|ctx|context)$/.test(path[path.length - 2] ?? '');
}

/** "req.body" of a handler's parameter. */
function parameterPath(code: Code, fn: number, value: number): string[] {
  const reader = code.trail.reader(fn);
  if (kindAt(reader, value) !== Kind.Get) return [];
  const name = reader.module.names[operandAt(reader, value, 1)];
  const object = operandAt(reader, value, 0);
  if (kindAt(reader, object) !== Kind.Load) return [];
  const owner = operandAt(reader, object, 1);
  const module = code.program.moduleOf[fn];
  const holder = owner === NONE ? functionOf(code.program, fn) : code.program.modules[module].functions[owner];
  return [holder.slots[operandAt(reader, object, 0)]?.name ?? '', name];
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
