/** What cleans a text of blanks and markup hides nobody in it, although "sanitize" is said of masks as well. */
import { Kind, LiteralKind } from '../ir';
import { kindAt, operandAt, operandCount, readerOf, type Reader } from '../link/reader';
import { functionTargets } from './targets';
import type { CallSite } from './call-site';
import type { Engine } from './frame';

const CLEANS = /^saniti[sz]e_?(email|phone|phone_?number|input|html|text|string|name|url)$/i;
/** What stands where something was: "***", "[redacted]", "xxxx". */
const FILLS = /\*|•|x{2,}|redact|hidden|mask/i;

/** `sanitizeEmail(text)` of the project, in which nothing is filled in. */
export function onlyCleans(engine: Engine, call: CallSite, name: string): boolean {
  if (!CLEANS.test(name)) return false;
  const functions = functionTargets(engine, call);
  return functions.length > 0 && functions.every(({ fn }) => !fillsIn(engine, fn));
}

function fillsIn({ program }: Engine, fn: number): boolean {
  const module = program.modules[program.moduleOf[fn]];
  const reader = readerOf(module, fn - program.base[program.moduleOf[fn]]);
  for (let i = 0; i < reader.count; i++) if (textsAt(reader, i).some((text) => FILLS.test(text))) return true;
  return false;
}

function textsAt(reader: Reader, i: number): string[] {
  const text = (n: number): string => reader.module.names[operandAt(reader, i, n)] ?? '';
  const kind = kindAt(reader, i);
  if (kind === Kind.Const && operandAt(reader, i, 0) === (LiteralKind.String as number)) return [text(1)];
  if (kind !== Kind.Template) return [];
  return Array.from({ length: operandCount(reader, i) }, (_, n) => n).flatMap((n) => (n % 2 === 0 ? [text(n)] : []));
}
