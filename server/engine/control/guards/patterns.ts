/** Regular expressions that ask for a choice by the name of a cookie: `/consent=granted/.test(document.cookie)`. */
import { Kind, LiteralKind, NONE } from '../../ir';
import { kindAt, operandAt, operandCount, type Reader } from '../../link/reader';

/** The words of the regular expressions that a call is made on or with. */
export function patternsAt(reader: Reader, call: number): string[] {
  const values = operandAt(reader, call, 1) === NONE ? [] : [operandAt(reader, call, 0)];
  for (let n = 4; n < operandCount(reader, call); n++) values.push(operandAt(reader, call, n));
  return values.flatMap((value) =>
    value !== NONE && kindAt(reader, value) === Kind.Const && operandAt(reader, value, 0) === LiteralKind.Regexp
      ? [wordsOfPattern(reader.module.names[operandAt(reader, value, 1)] ?? '')]
      : [],
  );
}

/** Classes and groups of a pattern are no words. */
const wordsOfPattern = (source: string): string =>
  source
    .replace(/^\/|\/[a-z]*$/g, '')
    .replace(/\\[a-zA-Z]|\[[^\]]*\]|\(\?[:=!]/g, ' ')
    .replace(/[^\w=-]+/g, ' ')
    .trim();
