/** Values of which one arrives: after branches, and with a default. */
import { Kind, LiteralKind } from '../ir';
import { kindAt, operandAt, operandCount } from '../link/reader';
import { NUMBER } from '../link/types';
import type { Engine, Frame } from './frame';
import { isAnonymous, operandValue } from './operands';
import { INERT, altered, join, type Value } from './values';
import { inCase } from './variables';

export function phi(engine: Engine, frame: Frame, i: number): Value | null {
  const { reader } = frame;
  const parts: Value[] = [];
  for (let n = 0; n < operandCount(reader, i); n += 2)
    parts.push(inCase(frame, operandAt(reader, i, n), operandValue(frame, i, n + 1)));
  if (parts.length === 0) return null;
  return isCaption(engine, parts) ? INERT : parts.reduce((sum, part) => join(sum, part));
}

export function otherwise(engine: Engine, frame: Frame, i: number): Value {
  const { reader } = frame;
  const value = operandValue(frame, i, 0);
  // What is a number when it is missing is no record when it is there.
  const fallback = operandAt(reader, i, 1);
  const isNumber = kindAt(reader, fallback) === Kind.Const && operandAt(reader, fallback, 0) === LiteralKind.Number;
  if (isNumber && isAnonymous(value) && value.type.kind === 'unknown') return altered(value, { type: NUMBER });
  const parts = [value, operandValue(frame, i, 1)];
  return isCaption(engine, parts) ? INERT : join(parts[0], parts[1]);
}

/** `texts[language] || 'Password'`: what is called so when it is missing is the word for it, not one. */
function isCaption({ classifier }: Engine, parts: readonly Value[]): boolean {
  const says = ({ text }: Value): boolean => text !== null && /^\p{Lu}/u.test(text) && classifier.name(text) !== null;
  return parts.some(says) && parts.every((part) => part.text !== null || (isAnonymous(part) && part.labels.length === 0));
}
