/** Texts put together from values. */
import { OPERATORS } from '../ir';
import { operandAt, operandCount } from '../link/reader';
import type { Engine, Frame } from './frame';
import { contents } from './emit';
import { isKeyName } from '../owners';
import { FRAGMENT, inState, QUERY, source, spoken } from './labels';
import { STRING } from '../link/types';
import { nameAt, operandValue, siteAt } from './operands';
import type { Site } from './read';
import { INERT, make, ofLabels, ofText, unite, type Label, type Value } from './values';

export const PLUS = OPERATORS.indexOf('+');

/** An address of which what follows stands behind the "#": the browser keeps that part. */
const opensFragment = (before: string | null): boolean =>
  before !== null && before.includes('#') && /(^|[/?]\S*)#[^\s#]*$/.test(before);

/** The known beginning of an address: it tells which program a link opens, wherever the address ends up. */
const ADDRESS = /^(?:[a-z][a-z0-9+.-]*:\/\/[\w.-]+[/?#]\S*|(?:mailto|tel|sms|geo|whatsapp):\S*)$/i;
/** "/@anna" is what somebody is called in public. */
const HANDLE = /(?:^|\/)@$/;

/** "/unsubscribe?email=", also after a beginning that is not known. */
const PARAMETER = /(?:^|\/\S*)[?&][\w.-]+=$/;

/** What a value that follows these words is part of. */
function steps(before: string | null): string[] {
  if (before === null || before === '') return [];
  const out = opensFragment(before) ? [FRAGMENT] : [];
  if (ADDRESS.test(before)) out.push(before.slice(0, LONGEST));
  if (HANDLE.test(before)) out.push('@');
  if (PARAMETER.test(before)) out.push(QUERY);
  return out;
}

const LONGEST = 60;

/** Who a program is to its database is nobody's data. */
const opensDatabase = (before: string): boolean =>
  /^(postgres(ql)?|mysql|mariadb|mongodb(\+srv)?|rediss?|amqps?|mssql|sqlserver|clickhouse):\/\//.test(before);

/** Only a sum can be a text. */
export function binary(engine: Engine, frame: Frame, i: number): Value {
  if (operandAt(frame.reader, i, 0) !== PLUS) return INERT;
  return joined(engine, operandValue(frame, i, 1), operandValue(frame, i, 2), siteAt(frame, i));
}

export function template(engine: Engine, frame: Frame, i: number): Value {
  const { reader } = frame;
  const parts: Value[] = [];
  let literal = nameAt(reader, i, 0);
  for (let n = 1; n < operandCount(reader, i); n += 2) {
    if (opensDatabase(literal)) return INERT;
    const part = operandValue(frame, i, n);
    parts.push(behind(engine, literal, part, siteAt(frame, i)));
    literal += nameAt(reader, i, n + 1);
  }
  return parts.length === 0 ? ofText(literal) : text(engine, parts, siteAt(frame, i));
}

/** Two texts put together with "+". */
const joined = (engine: Engine, left: Value, right: Value, site: Site): Value =>
  text(engine, [left, behind(engine, left.text, right, site)], site);

/** A value as part of a text, with what stands before it there. */
function behind(engine: Engine, before: string | null, value: Value, site: Site): Value {
  const way = value.inert ? [] : steps(before);
  if (way.length === 0) return value;
  const given = contents(engine, value, site, true).map(({ label }) => label);
  const labels = calledBy(engine, before, value, given, site) ?? given;
  return labels.length === 0
    ? value
    : ofLabels(labels.map((label) => way.reduce((out, step) => inState(out, 'raw', step), label)));
}

/** `?phone=${number}`: what is given to a function that puts it there is what the address calls it. */
function calledBy(
  { classifier }: Engine,
  before: string | null,
  { hint, type }: Value,
  labels: readonly Label[],
  site: Site,
): Label[] | null {
  const key = KEY.exec(before ?? '')?.[1];
  const found = key === undefined ? null : classifier.name(key);
  if (!found || labels.length === 0 || labels.some(({ kind }) => kind === 'source')) return null;
  const isEnough = found.specific || found.category.asText?.includes(key!.toLowerCase());
  const isNeutral = classifier.owner(hint) === 'unknown' || /^(?:val|value|input|text|term|query|param|arg)$/.test(hint);
  const isPlain =
    (type.kind === 'unknown' || (type.kind === 'primitive' && type.name === 'string')) && !isKeyName(hint) && isNeutral;
  if (!isEnough || !isPlain || found.category.identifies !== 'direct') return null;
  return [source({ category: found.category.id, words: key!, datum: 'field', trust: 3, ...site })];
}

const KEY = /[?&]([\w.-]+)=$/;

/** Text built from values: their direct content, not what a record would hold. */
function text(engine: Engine, parts: readonly Value[], site: Site): Value {
  let labels: readonly Label[] = [];
  for (const part of parts)
    labels = unite(
      labels,
      contents(engine, part, site, true).map(({ label }) => spoken(label)),
    );
  return labels.length === 0 && parts.every((part) => part.inert) ? INERT : make({ labels, type: STRING });
}
