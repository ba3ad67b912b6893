/** Unkeyed hashes and encodings of personal content, and whether the code calls the result anonymous. */
import { Kind, LiteralKind } from '../ir';
import { functionOf } from '../link/program';
import { kindAt, operandAt } from '../link/reader';
import { wordsOf } from '../words';
import type { LibraryCall } from './actions';
import type { Engine, Frame } from './frame';
import { flatten, type Label, type SourceLabel, type Value } from './values';

const CLAIM = /^(anonym|anon$|pseudonym|deidentif|hashed id|pseudo)/;

/** A name that promises that nobody can be recognised. */
function claims(name: string): boolean {
  const words = wordsOf(name);
  return words.some((word) => CLAIM.test(word)) || /hashed id$|de identified/.test(words.join(' '));
}

export function noteHash(engine: Engine, frame: Frame, call: LibraryCall, labels: readonly Label[]): void {
  if (call.action.state !== 'weak-hash') return;
  const sources = labels.filter((label): label is SourceLabel => label.kind === 'source' && label.state === 'raw');
  if (sources.length > 0) record(engine, frame, call.site.ordinal, 'hash', call.words, sources);
}

export function noteEncoding(engine: Engine, frame: Frame, ordinal: number, words: string, labels: readonly Label[]): void {
  const sources = labels.filter((label): label is SourceLabel => label.kind === 'source' && label.state === 'raw');
  if (sources.length > 0) record(engine, frame, ordinal, 'encoding', words, sources);
}

function record(engine: Engine, frame: Frame, ordinal: number, means: 'hash' | 'encoding', words: string, labels: SourceLabel[]): void {
  const key = `${frame.fn}:${ordinal}`;
  const { module } = frame;
  const names = [functionOf(engine.program, frame.fn).name, engine.program.modules[module].path.replace(/^.*\/|\.\w+$/g, '')];
  for (let at = frame.parent; at; at = at.parent) names.push(functionOf(engine.program, at.fn).name);
  const named = names.find((name) => name !== '' && claims(name));
  const before = frame.nest.hashes.get(key);
  frame.nest.hashes.set(key, { fn: frame.fn, ordinal, means, words, labels, claim: before?.claim || (named ?? '') });
}

/** A value kept under a name that promises anonymity: the hashes behind it are claimed anonymous. */
export function claimByName(_engine: Engine, frame: Frame, name: string, value: Value): void {
  if (name === '' || frame.nest.hashes.size === 0 || !claims(name)) return;
  const labels = flatten(value);
  for (const hash of frame.nest.hashes.values()) {
    if (hash.claim !== '') continue;
    if (hash.labels.some((own) => labels.some((label) => label.kind === 'source' && label.fn === own.fn && label.ordinal === own.ordinal && label.category === own.category))) {
      hash.claim = name;
    }
  }
}

/** `sha256(SALT + value)` with a literal salt protects no more than no salt at all. */
export const isLiteral = (frame: Frame, ordinal: number): boolean => kindAt(frame.reader, ordinal) === Kind.Const && operandAt(frame.reader, ordinal, 0) === LiteralKind.String;
