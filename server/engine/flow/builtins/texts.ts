/** Methods of texts that take something away, or write it in another way. */
import { Kind, LiteralKind, NONE } from '../../ir';
import { kindAt, operandAt, operandCount, type Reader } from '../../link/reader';
import { STRING } from '../../link/types';
import type { Engine, Frame } from '../frame';
import { noteEncoding } from '../hashes';
import { inState, ofHead } from '../labels';
import { element } from '../read';
import { mapLabels } from '../trees';
import { EMPTY, INERT, altered, container, join, ofLabels, put, type Value } from '../values';
import type { CallSite } from '../call-site';
import { first, string, textOf } from './builtin';

/** A replacement that names no part of the match masks nothing by itself; a filler for every character does. */
export function replaced(engine: Engine, frame: Frame, call: CallSite): Value | null {
  const own = string(engine, frame, call);
  const filler = call.args[1]?.text;
  // `'Dear {{name}}'.replace('{{name}}', user.name)`: what is put in.
  const given = call.args[1] && call.args[1].targets.length === 0 ? textOf(engine, [call.args[1]], call.site, true) : INERT;
  const out = own && given.labels.length > 0 ? join(own, given) : own;
  return filler !== null && filler !== undefined && /^[*xX•#.]+$/.test(filler) && out ? INERT : out;
}

/** `email.split('@')[1]` is a domain: no person; `authorization.split(' ')[0]` is no key; `url.split('?')[0]` has lost its parameters. */
export function splitText(engine: Engine, frame: Frame, call: CallSite): Value | null {
  const out = altered(string(engine, frame, call) ?? EMPTY, { type: STRING });
  const parts = container();
  if (first(call).text === '@') {
    parts.fields?.set('0', out);
    parts.fields?.set('1', INERT);
    return parts;
  }
  if (/^[?#]$/.test(first(call).text ?? ''))
    parts.fields?.set(
      '0',
      mapLabels(out, (label) => inState(label, 'masked')),
    );
  // `Bearer key` and `user:key` of the Basic scheme: the scheme and who asks are no keys.
  if (/^[ :]$/.test(first(call).text ?? '')) parts.fields?.set('0', mapLabels(out, ofHead));
  put(parts, '[]', out);
  return parts;
}

export function encoded(engine: Engine, frame: Frame, call: CallSite): Value | null {
  const out = string(engine, frame, call);
  if (out && /^(base64|base64url|hex)$/.test(first(call).text ?? ''))
    noteEncoding(engine, frame, call.ordinal, `toString('${first(call).text}')`, out.labels);
  return out;
}

/** `[...text].reverse().join('')`: the same text, read from its end. */
export function joined(engine: Engine, frame: Frame, call: CallSite): Value {
  const { callee, site } = call;
  const items = join(element(callee), ofLabels(callee.labels));
  const out = textOf(engine, [items], site, items.inert);
  if (first(call).text === '' && isReversedText(frame.reader, operandAt(frame.reader, call.ordinal, 0)))
    noteEncoding(engine, frame, call.ordinal, 'reverse()', out.labels);
  return out;
}

/** A call of `reverse` on the characters of a text: `text.split('')`, `[...text]`, `Array.from(text)`. */
function isReversedText(reader: Reader, i: number): boolean {
  if (i === NONE || !/^(?:r|toR)eversed?$/.test(methodOf(reader, i))) return false;
  const list = operandAt(reader, i, 0);
  if (kindAt(reader, list) === Kind.Array) return operandCount(reader, list) === 2 && operandAt(reader, list, 0) !== 0;
  const method = methodOf(reader, list);
  if (operandCount(reader, list) !== 5) return false;
  return method === 'from' || (method === 'split' && textAt(reader, operandAt(reader, list, 4)) === '');
}

const methodOf = (reader: Reader, i: number): string =>
  kindAt(reader, i) === Kind.Call && operandAt(reader, i, 1) !== NONE ? reader.module.names[operandAt(reader, i, 1)] : '';

const textAt = (reader: Reader, i: number): string | null =>
  i !== NONE && kindAt(reader, i) === Kind.Const && operandAt(reader, i, 0) === LiteralKind.String
    ? reader.module.names[operandAt(reader, i, 1)]
    : null;
