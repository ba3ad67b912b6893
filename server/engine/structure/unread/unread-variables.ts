/** Variables that take something of a person from a request, and that nothing reads. */
import { datumOf } from '../../data';
import { source } from '../../flow/labels';
import { Flag, Kind, NONE } from '../../ir';
import { flagsAt, kindAt, operandAt, operandCount, type Reader } from '../../link/reader';
import type { UnreadField } from '../../rule/structure';
import { argumentsOf, functionOf, methodOf, slotOf, type Code, type PersonalOf, type Topic } from '../code';
import type { Uses } from '../uses';

/** Calls and members that give the address a request came from, as `ipAddress(req)` and `req.ip` do. */
export const variableTopic: Topic = (name) => /^(ip|ipAddress|getIp|getClientIp|getIpAddress|remoteAddress)$/i.test(name);

/** Names by which a request hands over what a person sent. */
export const bodyTopic: Topic = (name) => name === 'body';

/**
 * @returns variables that take such a thing, or the address of a request, and are read by nobody.
 */
export function unreadVariables(code: Code, uses: Uses, fn: number, personal: PersonalOf): UnreadField[] {
  const reader = code.trail.reader(fn);
  const own = functionOf(code.program, fn);
  const out: UnreadField[] = [];
  for (let i = 0; i < reader.count; i++) {
    if (kindAt(reader, i) !== Kind.Store || operandAt(reader, i, 2) !== NONE) continue;
    const slot = operandAt(reader, i, 0);
    const { name, kind } = own.slots[slot];
    if (kind !== 'const' && kind !== 'let') continue;
    const value = operandAt(reader, i, 1);
    const field = sentAs(code, fn, reader, value);
    const sent = field === '' ? null : personal(code, '', field);
    // Who reads a variable is asked last: the answer takes all functions of its module.
    if (!sent && !isAsked(code, fn, reader, value)) continue;
    if (isLeftOut(reader, value) || isExported(code, fn, slot) || uses.loads(fn, slot).length > 0) continue;
    if (sent) {
      out.push({
        ...code.seen({ fn, ordinal: i }, field),
        datum: sent,
        declared: 'variable',
        required: false,
        confidence: 'high',
      });
      continue;
    }
    const label = source({ category: 'ip-address', words: name, datum: 'field', trust: 3, fn, ordinal: i });
    const datum = datumOf(code.classifier, label, name, name);
    out.push({ ...code.seen({ fn, ordinal: i }, name), datum, declared: 'variable', required: true, confidence: 'high' });
  }
  return out;
}

/** `const { ip, ...others } = event`: taken out so that the others go without it. */
function isLeftOut(reader: Reader, value: number): boolean {
  if (kindAt(reader, value) !== Kind.Get) return false;
  const object = operandAt(reader, value, 0);
  const name = operandAt(reader, value, 1);
  for (let i = 0; i < reader.count; i++) {
    if (kindAt(reader, i) !== Kind.Rest || operandAt(reader, i, 0) !== object) continue;
    for (let n = 1; n < operandCount(reader, i); n++) if (operandAt(reader, i, n) === name) return true;
  }
  return false;
}

/** A variable of the module may be read by whoever imports it. */
const isExported = (code: Code, fn: number, slot: number): boolean => {
  const module = code.program.moduleOf[fn];
  return fn === code.program.base[module] && code.program.modules[module].exports.some((entry) => entry.slot === slot);
};

/** The value is what the request tells about where it came from; a default in another arm changes nothing. */
function isAsked(code: Code, fn: number, reader: Reader, value: number, depth = 4): boolean {
  if (value === NONE || depth === 0) return false;
  switch (kindAt(reader, value)) {
    case Kind.Phi:
      return Array.from({ length: operandCount(reader, value) >> 1 }, (_, n) => operandAt(reader, value, n * 2 + 1)).some((arm) =>
        isAsked(code, fn, reader, arm, depth - 1),
      );
    case Kind.Otherwise:
    case Kind.Cast:
    case Kind.Await:
      return isAsked(code, fn, reader, operandAt(reader, value, 0), depth - 1);
    case Kind.Get: {
      const isComputed = (flagsAt(reader, value) & Flag.Computed) !== 0;
      return !isComputed && variableTopic(reader.module.names[operandAt(reader, value, 1)]);
    }
    case Kind.Call: {
      const callee = methodOf(reader, value) || (code.calleeOf(fn, value)?.path.at(-1) ?? '');
      return variableTopic(callee) && argumentsOf(reader, value).some((arg) => isRequest(code, fn, reader, arg));
    }
    default:
      return false;
  }
}

/** `const { maritalStatus } = req.body`: the name under which a person sent it, or ''. */
function sentAs(code: Code, fn: number, reader: Reader, value: number): string {
  if (value === NONE || kindAt(reader, value) !== Kind.Get || flagsAt(reader, value) & Flag.Computed) return '';
  const body = operandAt(reader, value, 0);
  if (kindAt(reader, body) !== Kind.Get || flagsAt(reader, body) & Flag.Computed) return '';
  const { names } = reader.module;
  if (names[operandAt(reader, body, 1)] !== 'body' || !isRequest(code, fn, reader, operandAt(reader, body, 0))) return '';
  return names[operandAt(reader, value, 1)];
}

function isRequest(code: Code, fn: number, reader: Reader, value: number): boolean {
  if (value === NONE || kindAt(reader, value) !== Kind.Load) return false;
  const { owner, slot } = slotOf(code.program, fn, reader, value);
  return /^(req|request|headers|ctx|context|event|c)$/.test(functionOf(code.program, owner).slots[slot]?.name ?? '');
}
