/** Whole records of people handed to what needs less of them. */
import { contents } from '../../flow/emit';
import { datumOf } from '../../data';
import { Kind, NONE } from '../../ir';
import { kindAt } from '../../link/reader';
import type { Datum, Flow } from '../../rule';
import type { Share } from '../../rule/structure';
import { clientProps } from './client-props';
import { entriesOf, functionOf, type Code, type Topic } from '../code';
import { returnsOf } from '../markup';
import { decrypting, finding, secretsAnswered, secretsPicked } from './share-secrets';
import { persisted, persisting } from './share-bodies';
import { addresses, sharedWords, wordsShared } from './share-words';
import type { Uses } from '../uses';

const TO: Record<string, Share['to']> = { crypto: 'token', queue: 'queue', search: 'index' };

export function sharesOf(code: Code, uses: Uses, flows: Iterable<Flow>): Share[] {
  const out: Share[] = [];
  for (const flow of flows) {
    const to = TO[flow.recipientKind];
    const whole = wholeRecords(code, flow.data, to);
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
/** Enough of them where one can harm (a surname with a passport number), or where whoever holds it can read them. */
const FEW = 2;

/** What only people have: a tenant with a day of birth is no organisation. */
const OF_PEOPLE = new Set(['person-name', 'birth-date', 'gender', 'national-id']);

/** Data that are a whole record of a person: unnamed, from a request as it came, or many fields of one owner. */
function wholeRecords(code: Code, data: readonly Datum[], to?: Share['to']): Datum[] {
  const whole = data.filter(
    (datum) => datum.kind !== 'field' && datum.state === 'raw' && datum.identifies !== 'opaque' && datum.confidence !== 'low',
  );
  const ownerOf = (datum: Datum): string => datum.words.split('.')[0];
  const isGrave = ({ category }: Datum): boolean => {
    const found = code.classifier.category(category);
    return found?.grave === true || found?.special === true;
  };
  return whole.filter((datum) => {
    // Of headers single ones are picked, by names that are only known when the code runs.
    if (datum.kind === 'origin') return !/headers/.test(datum.words);
    const sort = code.classifier.owner(ownerOf(datum));
    const beside = whole.filter((other) => ownerOf(other) === ownerOf(datum));
    if (sort !== 'person' && !(sort === 'maybe' && beside.some(({ category }) => OF_PEOPLE.has(category)))) return false;
    const enough = beside.some(isGrave) || (to === 'token' && sort === 'person') ? FEW : MANY;
    return (sort === 'person' && datum.category === 'record') || beside.length >= enough;
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
