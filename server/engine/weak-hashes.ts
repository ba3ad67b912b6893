/** Hashes and encodings as rules see them: what went in, how the code names the result, whether a salt is written in the code. */
import type { AskParts } from './ask';
import { datumOf } from './data';
import type { Constants } from './flow/constants';
import type { RawFlow } from './flow/frame';
import { claims } from './flow/hashes';
import { classesAround, enclosingNames, type Trail } from './flow/trail';
import { isShared } from './hash-uses';
import { Kind, NONE } from './ir';
import { symbolOf } from './link/program';
import { kindAt, operandAt, operandCount, type Reader } from './link/reader';
import { extentOf, placeOf } from './places';
import { stepsOf } from './flows';
import type { Datum, WeakHash } from './rule';
import type { Code } from './structure/code';

const PLUS = 10;
const LINKS = 6;

/** The shared code is asked for only where something is hashed. */
export function weakHashesOf(parts: AskParts, code: () => Code, groups: readonly RawFlow[][]): WeakHash[] {
  if (groups.length === 0) return [];
  const { trail, constants } = code();
  return groups
    .filter(([{ fn, ordinal, site }]) =>
      [{ fn, ordinal }, site].every((made) => !isShared(trail, constants, made.fn, made.ordinal)),
    )
    .map((group) => hashOf(parts, group, trail, constants))
    .filter((hash): hash is WeakHash => hash !== null);
}

function hashOf(parts: AskParts, group: RawFlow[], trail: Trail, constants: Constants): WeakHash | null {
  const { program } = parts;
  const [first] = group;
  const { site } = first;
  const claim = claimOf(parts, group);
  if (claim === '' && isPayload(trail, site.fn, site.ordinal)) return null;
  const kind = site.sink.kind === 'encoding' ? 'encoding' : 'hash';
  return {
    data: dataOf(parts, group),
    at: placeOf(program, first.fn, first.ordinal),
    extent: extentOf(program, first.fn, first.ordinal),
    symbol: symbolOf(program, first.fn),
    path: stepsOf(parts, first),
    means: kind === 'hash' && isSalted(trail, constants, site.fn, site.ordinal) ? 'salted' : kind,
    words: algorithmOf(trail, constants, site.fn, site.ordinal) ?? site.words,
    claim,
  };
}

function dataOf({ classifier }: AskParts, group: RawFlow[]): Datum[] {
  const data: Datum[] = [];
  for (const { label, at } of group.flatMap((flow) => flow.data)) {
    const datum = datumOf(classifier, label, at, at);
    if (!data.some((other) => other.category === datum.category && other.words === datum.words && other.at === at))
      data.push(datum);
  }
  return data;
}

/** The name under which the result is kept, or a function, class or file around the hash, that promises anonymity; else ''. */
function claimOf({ program, solution }: AskParts, group: RawFlow[]): string {
  const labels = group.flatMap((flow) => flow.data).map(({ label }) => label);
  const kept = solution.hashes.find(({ label }) =>
    labels.some((own) => own.fn === label.fn && own.ordinal === label.ordinal && own.category === label.category),
  );
  if (kept) return kept.claim;
  const places = [group[0].fn, group[0].site.fn];
  const around = places.flatMap((fn) => [
    ...enclosingNames(program, fn),
    ...classesAround(program, fn),
    program.modules[program.moduleOf[fn]].path.replace(/^.*\/|\.\w+$/g, ''),
  ]);
  return around.find(claims) ?? '';
}

interface Link {
  reader: Reader;
  fn: number;
  ordinal: number;
  /** '' for a plain call. */
  method: string;
}

/** Calls of one chain, from the given one to its first link: `createHash(a).update(b).digest()`. */
function chainOf(trail: Trail, fn: number, ordinal: number): Link[] {
  const out: Link[] = [];
  let at = { fn, ordinal };
  for (let link = 0; link < LINKS; link++) {
    const reader = trail.reader(at.fn);
    if (kindAt(reader, at.ordinal) !== Kind.Call) break;
    const method = operandAt(reader, at.ordinal, 1);
    out.push({ ...at, reader, method: method === NONE ? '' : reader.module.names[method] });
    if (method === NONE) break;
    const origin = trail
      .origins(at.fn, operandAt(reader, at.ordinal, 0))
      .find((point) => kindAt(trail.reader(point.fn), point.ordinal) === Kind.Call);
    if (!origin) break;
    at = origin;
  }
  return out;
}

/** createHash('sha256'), as it is written where the hash begins. */
function algorithmOf(trail: Trail, constants: Constants, fn: number, ordinal: number): string | null {
  const chain = chainOf(trail, fn, ordinal);
  const start = chain[chain.length - 1];
  if (chain.length < 2 || chain[0].method !== 'digest' || operandCount(start.reader, start.ordinal) < 5) return null;
  const [algorithm] = constants.of(start.fn, operandAt(start.reader, start.ordinal, 4));
  return typeof algorithm?.value === 'string' && !algorithm.prefix
    ? `${start.method || 'createHash'}('${algorithm.value}')`
    : null;
}

/** What is hashed was written out as JSON before: a whole payload, of which there is no short list to try. */
function isPayload(trail: Trail, fn: number, ordinal: number): boolean {
  return fedBy(chainOf(trail, fn, ordinal)).some((call) =>
    inputsOf(call).some((value) =>
      trail.origins(call.fn, value).some((point) => {
        const reader = trail.reader(point.fn);
        const method = kindAt(reader, point.ordinal) === Kind.Call ? operandAt(reader, point.ordinal, 1) : NONE;
        return method !== NONE && reader.module.names[method] === 'stringify';
      }),
    ),
  );
}

const inputsOf = ({ reader, ordinal }: Link): number[] =>
  Array.from({ length: Math.max(0, operandCount(reader, ordinal) - 4) }, (_, n) => operandAt(reader, ordinal, 4 + n)).filter(
    (value) => value !== NONE,
  );

/** A text of the code itself is mixed into what is hashed: joined to it, or given to an `update` of its own. */
function isSalted(trail: Trail, constants: Constants, fn: number, ordinal: number): boolean {
  const chain = chainOf(trail, fn, ordinal);
  if (
    updatesOf(chain).some((call) =>
      inputsOf(call)
        .slice(0, 1)
        .some((value) => isWritten(constants, call.fn, value)),
    )
  )
    return true;
  return fedBy(chain).some((call) =>
    inputsOf(call).some((value) =>
      trail.origins(call.fn, value).some((point) => hasWrittenPart(trail, constants, point.fn, point.ordinal)),
    ),
  );
}

/** Calls whose arguments a hash is made of: the last one itself, and each `update`. */
const fedBy = (chain: Link[]): Link[] => [...chain.slice(0, 1), ...updatesOf(chain)];

const updatesOf = (chain: Link[]): Link[] => [...chain.filter(({ method }) => method === 'update'), ...siblingUpdates(chain)];

/** `hash.update(…)` on the variable whose `digest` is taken. */
function siblingUpdates(chain: Link[]): Link[] {
  const [last] = chain;
  const receiver = last ? operandAt(last.reader, last.ordinal, 0) : NONE;
  if (!last || last.method === '' || kindAt(last.reader, receiver) !== Kind.Load) return [];
  const out: Link[] = [];
  for (let i = 0; i < last.reader.count; i++) {
    if (kindAt(last.reader, i) !== Kind.Call || operandAt(last.reader, i, 1) === NONE) continue;
    const other = operandAt(last.reader, i, 0);
    const same =
      kindAt(last.reader, other) === Kind.Load &&
      [0, 1].every((n) => operandAt(last.reader, other, n) === operandAt(last.reader, receiver, n));
    const method = last.reader.module.names[operandAt(last.reader, i, 1)];
    if (same && method === 'update') out.push({ reader: last.reader, fn: last.fn, ordinal: i, method });
  }
  return out;
}

/** A text put together from parts, of which one is written in the code. */
function hasWrittenPart(trail: Trail, constants: Constants, fn: number, ordinal: number): boolean {
  const reader = trail.reader(fn);
  const kind = kindAt(reader, ordinal);
  if (kind === Kind.Binary && operandAt(reader, ordinal, 0) === PLUS) {
    const sides = [operandAt(reader, ordinal, 1), operandAt(reader, ordinal, 2)];
    return sides.some((side) => isWritten(constants, fn, side) || hasWrittenPart(trail, constants, fn, side));
  }
  if (kind !== Kind.Template) return false;
  for (let n = 0; n < operandCount(reader, ordinal); n++) {
    const isText = n % 2 === 0;
    if (
      isText
        ? isSalt(reader.module.names[operandAt(reader, ordinal, n)])
        : isWritten(constants, fn, operandAt(reader, ordinal, n))
    )
      return true;
  }
  return false;
}

const isWritten = (constants: Constants, fn: number, ordinal: number): boolean =>
  constants.of(fn, ordinal).some(({ value, prefix }) => typeof value === 'string' && !prefix && isSalt(value));

/** A text of four letters or digits and more: a shorter one only separates. */
const isSalt = (text: string): boolean => (text.match(/\w/g) ?? []).length >= 4;
