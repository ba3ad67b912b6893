/** Identifiers of people that go further than they need to: beside a name in a text, and in place of an id. */
import { datumOf } from '../../data';
import { source } from '../../flow/labels';
import { Flag, Kind, NONE } from '../../ir';
import { flagsAt, kindAt, operandAt, operandCount, type Reader } from '../../link/reader';
import type { Datum } from '../../rule';
import type { Share } from '../../rule/structure';
import { entriesOf, functionOf, slotOf, type Code, type Topic } from '../code';
import type { Uses } from '../uses';

const EMAIL = 'email';
/** Texts for other people to read, as objects carry them. */
const SAID = /^(details?|message|description|reason|note|summary|comment)$/i;
/** An id that another system knows somebody by. */
const FOREIGN_ID = /^(external|remote|foreign|third_?party)_?(id|user_?id|customer_?id)$/i;
/** Of a channel that reaches somebody, the address is the id. */
const CHANNEL = /^channel(_?(id|type|name|kind))?$/i;
const PAGES = /\.(tsx|jsx|vue|svelte|astro|html)$/;

export const addresses: Topic = (name) => name.length < 40 && /e_?-?mail/i.test(name);
export const sharedWords: Topic = (name) => name.length < 30 && (SAID.test(name) || FOREIGN_ID.test(name));

export function wordsShared(code: Code, uses: Uses, fn: number): Share[] {
  const reader = code.trail.reader(fn);
  const out: Share[] = [];
  for (let i = 0; i < reader.count; i++) {
    if (kindAt(reader, i) !== Kind.Object) continue;
    const entries = entriesOf(reader, i);
    for (const { name, value } of entries) {
      if (value === NONE) continue;
      const isText = SAID.test(name) && kindAt(reader, value) === Kind.Template && !PAGES.test(reader.module.path);
      const found = isText
        ? namedTwice(code, fn, reader, value)
        : FOREIGN_ID.test(name) && !entries.some((entry) => CHANNEL.test(entry.name))
          ? addressIn(code, fn, reader, value)
          : null;
      if (!found || isHandedOver(uses, fn, reader, i)) continue;
      // The same id in one function is one decision.
      if (!isText && (isSearched(uses, fn, reader, i) || out.some((share) => share.to === 'id'))) continue;
      out.push({
        ...code.seen({ fn, ordinal: value }, name),
        to: isText ? 'text' : 'id',
        path: [],
        data: [found],
        confidence: 'high',
      });
    }
  }
  return out;
}

/** `${user.name} (${user.email})`: the address of somebody whom the text names already. */
function namedTwice(code: Code, fn: number, reader: Reader, template: number): Datum | null {
  const values = Array.from({ length: operandCount(reader, template) >> 1 }, (_, n) => operandAt(reader, template, n * 2 + 1));
  for (const value of values) {
    const address = addressIn(code, fn, reader, value);
    const owner = pathOf(code, fn, reader, value).slice(0, -1).join('.');
    if (!address || owner === '') continue;
    const isNamed = values.some((other) => {
      const path = pathOf(code, fn, reader, other);
      return path.join('.').startsWith(`${owner}.`) && /^(display|full|first|last)?name$/i.test(path.at(-1)!);
    });
    if (isNamed) return address;
  }
  return null;
}

function addressIn(code: Code, fn: number, reader: Reader, value: number): Datum | null {
  const path = pathOf(code, fn, reader, value);
  const name = path.at(-1) ?? '';
  if (name === '') return null;
  const evidence = code.classifier.field(path.at(-2) ?? null, name);
  const own = code.classifier.name(name);
  const isIt =
    evidence && evidence.strength !== 'possible'
      ? evidence.category === EMAIL
      : own?.specific === true && own.category.id === EMAIL;
  if (!isIt) return null;
  const words = path.join('.');
  return datumOf(code.classifier, source({ category: EMAIL, words, datum: 'field', trust: 3, fn, ordinal: value }), words, words);
}

/** "expense.User.email" of a value that is read so. */
function pathOf(code: Code, fn: number, reader: Reader, value: number): string[] {
  const path: string[] = [];
  for (let at = value, steps = 0; steps < 8 && at !== NONE; steps++) {
    const kind = kindAt(reader, at);
    if (kind === Kind.Get && !(flagsAt(reader, at) & Flag.Computed)) {
      path.unshift(reader.module.names[operandAt(reader, at, 1)]);
      at = operandAt(reader, at, 0);
    } else if (kind === Kind.Cast || kind === Kind.Otherwise) at = operandAt(reader, at, 0);
    else {
      if (kind === Kind.Global && !(flagsAt(reader, at) & Flag.Import))
        path.unshift(reader.module.names[operandAt(reader, at, 0)]);
      if (kind === Kind.Load) {
        const { owner, slot } = slotOf(code.program, fn, reader, at);
        path.unshift(functionOf(code.program, owner).slots[slot]?.name ?? '');
      }
      return path;
    }
  }
  return path;
}

const SENDS = /^(info|warn|error|debug|log|trace|send\w*|notify\w*|mail\w*|captureException|captureMessage)$/i;

/** Given to a log or a message, which other rules speak about. */
const isHandedOver = (uses: Uses, fn: number, reader: Reader, object: number): boolean =>
  uses.of(fn, object).some((user) => {
    if (kindAt(reader, user) !== Kind.Call) return false;
    const method = operandAt(reader, user, 1);
    return method !== NONE && SENDS.test(reader.module.names[method]);
  });

/** A condition of a query: what is looked up is what was stored. */
function isSearched(uses: Uses, fn: number, reader: Reader, object: number, depth = 8): boolean {
  return (
    depth > 0 &&
    uses.of(fn, object).some((user) => {
      const kind = kindAt(reader, user);
      if (kind === Kind.Array || kind === Kind.Phi || kind === Kind.Otherwise)
        return isSearched(uses, fn, reader, user, depth - 1);
      if (kind !== Kind.Object) return false;
      const entry = entriesOf(reader, user).find(({ value }) => value === object);
      return /^(where|OR|AND|NOT|filter)$/.test(entry?.name ?? '') || isSearched(uses, fn, reader, user, depth - 1);
    })
  );
}
