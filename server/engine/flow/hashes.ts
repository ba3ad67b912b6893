/** Unkeyed hashes and encodings of personal content, and whether the code calls the result anonymous. */
import { contents, emit } from './emit';
import type { LibraryCall } from './actions';
import type { Engine, Frame, HashSink, SinkSite } from './frame';
import type { Model } from '../model';
import { wordsOf } from '../words';
import type { LibraryValue } from '../match';
import type { Site } from './read';
import { flatten } from './trees';
import { type Label, type Value } from './values';

const HINT = /anon|pseud|seudon|identif|hashed/i;
const CLAIM =
  /(^| )(anon[yi]m|anoniem|anon( |$)|pseudon[yi]m|seudonim|deidentif|de identif)|hashed id$|pseudo (id|user|name|email|key)/;
const ENCODERS = /(^|\.)(btoa|toBase64|fromByteArray)$|base64\.encode$/i;

/** A name that promises that nobody can be recognised. */
export const claims = (name: string): boolean => HINT.test(name) && CLAIM.test(wordsOf(name).join(' '));

/** A library call that hashes without a key. */
export function noteHash(engine: Engine, frame: Frame, call: LibraryCall, labels: readonly Label[]): void {
  if (call.action.state === 'weak-hash') note(engine, frame, 'hash', call.words, call.library, call.site, labels);
}

/** A built-in that encodes. */
export function noteEncoding(engine: Engine, frame: Frame, ordinal: number, words: string, labels: readonly Label[]): void {
  const library: LibraryValue = { model: BUILT_IN, type: '', words, site: null, ambient: false };
  note(engine, frame, 'encoding', words, library, { fn: frame.fn, ordinal }, labels);
}

const BUILT_IN: Model = {
  id: '',
  title: '',
  kind: 'utility',
  packages: [],
  types: {},
  source: '',
  examples: { finds: [], silent: [] },
};

/** A library call that by its name only changes the form of what it gets. */
export function noteEncoder(
  engine: Engine,
  frame: Frame,
  library: LibraryValue,
  words: string,
  args: readonly Value[],
  site: Site,
): void {
  if (!ENCODERS.test(words)) return;
  const labels = args.flatMap((arg) => contents(engine, arg, site).map(({ label }) => label));
  note(engine, frame, 'encoding', words, library, site, labels);
}

function note(
  engine: Engine,
  frame: Frame,
  kind: HashSink['kind'],
  words: string,
  library: LibraryValue,
  site: Site,
  labels: readonly Label[],
): void {
  const raw = labels.filter((label) => label.state === 'raw').map((label) => ({ label, at: '' }));
  if (raw.length === 0) return;
  const at: SinkSite = {
    ...site,
    sink: { kind },
    part: 'hash',
    argument: '0',
    model: library.model,
    library,
    words,
    key: `${site.fn}:${site.ordinal}:hash`,
  };
  emit(engine, frame, raw, at, site, null);
}

/** A value kept under a name that promises anonymity: the hashes behind it are claimed anonymous. */
export function claimByName(_engine: Engine, frame: Frame, name: string, value: Value): void {
  if ((value.labels.length === 0 && !value.fields) || name === '' || !claims(name)) return;
  for (const label of flatten(value)) {
    if (label.kind === 'source') (frame.nest.hashes ??= new Map()).set(`${name}:${label.key}`, { label, claim: name });
  }
}
