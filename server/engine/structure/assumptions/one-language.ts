/** Texts of people in any language, judged by a list of words of one. */
import { Flag, Kind, NONE } from '../../ir';
import { outermostOf } from '../../link/program';
import { flagsAt, kindAt, operandAt, type Reader } from '../../link/reader';
import type { NarrowField } from '../../rule/structure';
import { argumentsOf, methodOf, textAt, type Code } from '../code';
import { speaksSeveral } from '../many-places';

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

/** Packages that know words of English only, with the call that judges a text. */
const JUDGES: Record<string, { call: RegExp; maker?: RegExp; language?: RegExp }> = {
  sentiment: { call: /^analyze$/, maker: /^(Sentiment)?$/ },
  natural: { call: /^getSentiment$/, maker: /SentimentAnalyzer$/, language: /^English$/ },
  'vader-sentiment': { call: /^polarity_scores$/ },
};

export const knowsEnglishOnly = (specifier: string): boolean => Object.hasOwn(JUDGES, specifier);

/** `new Sentiment().analyze(text)`: the package knows words of English only. */
export function english(code: Code, fn: number, reader: Reader, call: number): NarrowField[] {
  if (!Object.values(JUDGES).some((judge) => judge.call.test(methodOf(reader, call)))) return [];
  if (!judgesEnglish(code, fn, reader, call) || asksLanguage(code, fn)) return [];
  const isOfMany = speaksSeveral(code);
  return [
    {
      ...code.seen({ fn, ordinal: call }, 'Sentiment'),
      kind: 'one-language',
      field: '',
      datum: null,
      isOfMany,
      confidence: 'high',
    },
  ];
}

function judgesEnglish(code: Code, fn: number, reader: Reader, call: number): boolean {
  const direct = code.calleeOf(fn, call);
  if (direct && JUDGES[direct.specifier] && !JUDGES[direct.specifier].maker) return true;
  return code.trail.origins(fn, operandAt(reader, call, 0)).some((point) => {
    const own = code.trail.reader(point.fn);
    if (kindAt(own, point.ordinal) !== Kind.Call) return false;
    const name = code.calleeOf(point.fn, point.ordinal);
    if (name?.specifier === '' && name.path.join('.') === 'Sentiment') return true;
    const judge = name ? JUDGES[name.specifier] : undefined;
    if (!name || !judge?.maker?.test(name.path.at(-1) ?? '')) return false;
    const [first = NONE] = argumentsOf(own, point.ordinal);
    return !judge.language || judge.language.test(textAt(own, first) ?? '');
  });
}
