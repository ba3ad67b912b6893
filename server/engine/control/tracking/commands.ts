/** What a call tells a tracker, by what is written in its arguments. */
import type { Frame } from '../../flow/frame';
import { EntryKind, Kind, NONE } from '../../ir';
import { kindAt, operandAt, operandCount } from '../../link/reader';
import { isNothing } from '../bodies';
import { choiceName } from '../guards/wording';

/** `dataLayer.push({ event: … })`, and not the function that stands for the queue. */
export function isEvent(frame: Frame, i: number): boolean {
  const { reader } = frame;
  if (operandCount(reader, i) <= 4) return false;
  const kind = kindAt(reader, operandAt(reader, i, 4));
  return (
    kind === Kind.Array || (kind === Kind.Object && hasField(frame, i, 'event') && !tellsChoice(frame, operandAt(reader, i, 4)))
  );
}

/** A tag manager is told what somebody chose, so that it can keep to it. */
function tellsChoice({ reader, values }: Frame, object: number): boolean {
  for (let n = 0; n < operandCount(reader, object); n += 3) {
    if (operandAt(reader, object, n) !== EntryKind.Static) continue;
    const key = reader.module.names[operandAt(reader, object, n + 1)];
    const text = key === 'event' ? (values[operandAt(reader, object, n + 2)]?.text ?? '') : key;
    if (/consent|cookie.?(preference|choice|setting|polic|accept)/i.test(text)) return true;
  }
  return false;
}

export function hasField(frame: Frame, i: number, name: string): boolean {
  const { reader } = frame;
  const first = operandCount(reader, i) > 4 ? operandAt(reader, i, 4) : NONE;
  if (first === NONE || kindAt(reader, first) !== Kind.Object) return false;
  for (let n = 0; n < operandCount(reader, first); n += 3)
    if (operandAt(reader, first, n) === EntryKind.Static && reader.module.names[operandAt(reader, first, n + 1)] === name)
      return true;
  return false;
}

/** `client.capture({ distinctId: 'server', event })`: a name that is written in the code is nobody's. */
export function isOfNobody({ reader, values }: Frame, i: number): boolean {
  const first = operandCount(reader, i) > 4 ? operandAt(reader, i, 4) : NONE;
  if (first === NONE || kindAt(reader, first) !== Kind.Object) return false;
  let written = false;
  for (let n = 0; n < operandCount(reader, first); n += 3) {
    if (operandAt(reader, first, n) !== EntryKind.Static) return false;
    const key = reader.module.names[operandAt(reader, first, n + 1)];
    if (!/^(distinct_?id|user_?id|anonymous_?id)$/i.test(key)) continue;
    if (typeof values[operandAt(reader, first, n + 2)]?.text !== 'string') return false;
    written = true;
  }
  return written;
}

/** `setOptOut(true)`, `opt_out_capturing()`; not `setOptOut(false)`. */
export function isOptingOut({ reader }: Frame, i: number, words: string): boolean {
  if (!/opt_?out|disable|stop/i.test(words)) return false;
  const first = operandCount(reader, i) > 4 ? operandAt(reader, i, 4) : NONE;
  return first === NONE || kindAt(reader, first) !== Kind.Const || reader.module.names[operandAt(reader, first, 1)] !== 'false';
}

/** `gtag('set', 'ads_data_redaction', true)` sets how the tag works, and tells nothing of anybody. */
const isSetting = (reader: Frame['reader'], i: number): boolean => {
  const [command, name] = [4, 5].map((n) => (n < operandCount(reader, i) ? operandAt(reader, i, n) : NONE));
  const textOf = (value: number): string =>
    value !== NONE && kindAt(reader, value) === Kind.Const ? (reader.module.names[operandAt(reader, value, 1)] ?? '') : '';
  return (
    textOf(command) === 'set' &&
    /^(ads_data_redaction|url_passthrough|linker|developer_id\.|cookie_|currency|allow_)/.test(textOf(name))
  );
};

/** `gtag('set', { user_id: null })`, `setUserId(undefined)`: nobody is told of any more. */
export function tellsNothing({ reader }: Frame, i: number): boolean {
  const last = operandCount(reader, i) > 4 ? operandAt(reader, i, operandCount(reader, i) - 1) : NONE;
  if (last === NONE) return false;
  if (kindAt(reader, last) !== Kind.Object) return isNothing(reader, last) || isSetting(reader, i);
  const count = operandCount(reader, last);
  for (let n = 0; n < count; n += 3) {
    if (operandAt(reader, last, n) !== EntryKind.Static) return false;
    // What somebody chose is told so that it is kept to.
    const isChoice = choiceName(reader.module.names[operandAt(reader, last, n + 1)]) !== null;
    if (!isChoice && !isNothing(reader, operandAt(reader, last, n + 2))) return false;
  }
  return count > 0;
}

/** `gtag('config', id, { user_id: null })`: who was signed in is forgotten. */
export function forgets({ reader }: Frame, i: number): boolean {
  const last = operandCount(reader, i) > 5 ? operandAt(reader, i, operandCount(reader, i) - 1) : NONE;
  if (last === NONE || kindAt(reader, last) !== Kind.Object || operandCount(reader, last) === 0) return false;
  return Array.from({ length: operandCount(reader, last) / 3 }, (_, n) => operandAt(reader, last, 3 * n + 2)).every(
    (value) => value !== NONE && isNothing(reader, value),
  );
}
