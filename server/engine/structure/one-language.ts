/** Texts of people in any language, judged by a list of words of one. */
import { Flag, Kind } from '../ir';
import { outermostOf } from '../link/program';
import { flagsAt, kindAt, operandAt, type Reader } from '../link/reader';
import type { NarrowField } from '../rule/structure';
import { methodOf, type Code } from './code';

const LANGUAGE =
  /^(lang|language|locale|languageCode|lng|detectedLanguage)$|^(franc|cld3?|langdetect|languagedetect|detectLanguage)$/i;

/** The function, one around it or one inside of it looks at the language of what it reads, or detects it. */
function asksLanguage(code: Code, fn: number): boolean {
  const module = code.program.moduleOf[fn];
  const ir = code.program.modules[module];
  const { functions, names } = ir;
  if (!names.some((name) => LANGUAGE.test(name))) return false;
  const base = code.program.base[module];
  const root = outermostOf(ir, fn - base);
  if (root === 0) return true;
  return functions.some((_, index) => outermostOf(ir, index) === root && mentionsLanguage(code.trail.reader(base + index)));
}

function mentionsLanguage(reader: Reader): boolean {
  const { names, imports } = reader.module;
  for (let i = 0; i < reader.count; i++) {
    const kind = kindAt(reader, i);
    const name =
      kind === Kind.Get && !(flagsAt(reader, i) & Flag.Computed)
        ? names[operandAt(reader, i, 1)]
        : kind === Kind.Call
          ? methodOf(reader, i)
          : kind === Kind.Global
            ? flagsAt(reader, i) & Flag.Import
              ? imports[operandAt(reader, i, 0)].local
              : names[operandAt(reader, i, 0)]
            : '';
    if (LANGUAGE.test(name)) return true;
  }
  return false;
}

/** `new Sentiment().analyze(text)`: the package knows words of English only. */
export function english(code: Code, fn: number, reader: Reader, call: number): NarrowField[] {
  if (methodOf(reader, call) !== 'analyze' || asksLanguage(code, fn)) return [];
  const isIt = code.trail.origins(fn, operandAt(reader, call, 0)).some((point) => {
    if (kindAt(code.trail.reader(point.fn), point.ordinal) !== Kind.Call) return false;
    const name = code.calleeOf(point.fn, point.ordinal);
    return name?.specifier === 'sentiment' || (name?.specifier === '' && name.path.join('.') === 'Sentiment');
  });
  return isIt
    ? [{ ...code.seen({ fn, ordinal: call }, 'Sentiment'), kind: 'one-language', field: '', datum: null, confidence: 'high' }]
    : [];
}
