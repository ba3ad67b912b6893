/** Choices that are yes where a caller, or whoever sends a form, says nothing; fields of classes that begin with yes. */
import { cfgOf } from '../../control/cfg';
import { Flag, Kind } from '../../ir';
import { flagsAt, kindAt, operandAt, type Reader } from '../../link/reader';
import type { Preset } from '../../rule/structure';
import { wordsOf } from '../../words';
import { flagAt, functionOf, namesAround, type Code } from '../code';
import { choiceIn } from './consent-words';
import { isSent, nameOfValue } from './preset-values';

/** Functions that take somebody in. */
const TAKES_IN = /^(subscribe|register|signup|sign|create|add|save|join|order|checkout|enrol|enroll|invite)$/;

/** `register(email, { newsletter = true })`, `const { marketingOptIn = true } = req.body` */
export function parameters(code: Code, fn: number, reader: Reader): Preset[] {
  if (/\.(vue|svelte|astro|html)$/.test(reader.module.path)) return [];
  const out: Preset[] = [];
  for (let i = 0; i < reader.count; i++) {
    if (kindAt(reader, i) !== Kind.Otherwise || !(flagsAt(reader, i) & Flag.Default)) continue;
    if (flagAt(reader, operandAt(reader, i, 1)) !== true) continue;
    const value = operandAt(reader, i, 0);
    const name =
      kindAt(reader, value) === Kind.Param
        ? (functionOf(code.program, fn).parameters[operandAt(reader, value, 0)]?.name ?? '')
        : nameOfValue(code, fn, reader, value);
    const choice = choiceIn(name);
    if (choice === '' || isShown(reader)) continue;
    // "newsletter" alone may be a part of a page or a sort of message.
    const isAct =
      choice.includes(' ') || namesAround(code.program, fn).some((each) => wordsOf(each).some((word) => TAKES_IN.test(word)));
    if (isAct || isSent(code, fn, reader, value))
      out.push({ ...code.seen({ fn, ordinal: i }, `${name} = true`), choice, form: 'fallback', confidence: 'medium' });
  }
  return out;
}

/** `class Form { newsletterOptIn = true }`, `constructor() { this.userConsent = true; }` */
export function fields(code: Code, fn: number, reader: Reader): Preset[] {
  const { kind } = functionOf(code.program, fn);
  if (kind !== 'initializer' && kind !== 'constructor') return [];
  const out: Preset[] = [];
  for (let i = 0; i < reader.count; i++) {
    if (kindAt(reader, i) !== Kind.Set || flagsAt(reader, i) & Flag.Computed) continue;
    if (kindAt(reader, operandAt(reader, i, 0)) !== Kind.This || flagAt(reader, operandAt(reader, i, 2)) !== true) continue;
    const name = reader.module.names[operandAt(reader, i, 1)];
    const choice = choiceIn(name);
    if (choice === '' || (kind === 'constructor' && isConditional(reader, i))) continue;
    out.push({ ...code.seen({ fn, ordinal: i }, name), choice, form: 'state', confidence: 'high' });
  }
  return out;
}

/** Whether it happens hangs on a condition. */
const isConditional = (reader: Reader, ordinal: number): boolean => cfgOf(reader).deciding(ordinal).length > 0;

/** A component: what is given to it says what it shows. */
function isShown(reader: Reader): boolean {
  for (let i = 0; i < reader.count; i++) if (kindAt(reader, i) === Kind.Element) return true;
  return false;
}
