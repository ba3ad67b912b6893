/** Whether a project is made for people of several languages, or of several countries. */
import { Kind } from '../ir';
import { kindAt, operandAt, operandCount, type Reader } from '../link/reader';
import { entriesOf, textAt, type Code, type Topic } from './code';

const TRANSLATES =
  /^(i18next|react-i18next|next-intl|next-i18next|vue-i18n|@nuxtjs\/i18n|react-intl|svelte-i18n|@angular\/localize|@lingui\/|@ngx-translate\/|typesafe-i18n|i18n-js|@inlang\/)/;
const languages: Topic = (name) =>
  /^(languages|locales|supported_?L(ocales|ngs|anguages)|available_?L(ocales|anguages))$/i.test(name);
const countries: Topic = (name) => /^((supported|available|shipping|allowed)_?)?(countries|country_?codes|markets)$/i.test(name);
const LANGUAGE = /^[a-z]{2}([-_][A-Z]{2})?$/;
const COUNTRY = /^[A-Z]{2}$/;

/** The project is translated, or lists the languages it speaks. */
export function speaksSeveral(code: Code): boolean {
  if (code.modulesImporting((specifier) => TRANSLATES.test(specifier)).length > 0) return true;
  return listsOf(code, languages).some((texts) => texts.every((text) => LANGUAGE.test(text)));
}

/** The project lists the countries it is for, or languages that no one country speaks. */
export function servesCountries(code: Code): boolean {
  if (listsOf(code, countries).some((texts) => texts.every((text) => COUNTRY.test(text)))) return true;
  return listsOf(code, languages).some((texts) => {
    if (!texts.every((text) => LANGUAGE.test(text))) return false;
    const regions = new Set(texts.map((text) => text.slice(3)).filter((region) => region !== ''));
    const spoken = new Set(texts.map((text) => text.slice(0, 2)));
    // Of all pairs of languages, English with Spanish is what one country is told in.
    return regions.size > 1 || [...spoken].some((language) => language !== 'en' && language !== 'es');
  });
}

/** Lists of two texts and more in modules that have a list of that name. */
function listsOf(code: Code, topic: Topic): string[][] {
  return code.modulesWith(topic, 'declared').flatMap((module) =>
    code.functions(module).flatMap((fn) => {
      const reader = code.trail.reader(fn);
      const out: string[][] = [];
      for (let i = 0; i < reader.count; i++) {
        if (kindAt(reader, i) !== Kind.Array || operandCount(reader, i) < 4) continue;
        const texts = textsIn(reader, i);
        if (texts) out.push(texts);
      }
      return out;
    }),
  );
}

/** The texts of a list, or those under `code` of the objects in it; null where something else is in it. */
function textsIn(reader: Reader, list: number): string[] | null {
  const out: string[] = [];
  for (let n = 1; n < operandCount(reader, list); n += 2) {
    const value = operandAt(reader, list, n);
    const isObject = value >= 0 && kindAt(reader, value) === Kind.Object;
    const code = isObject ? entriesOf(reader, value).find(({ name }) => /^(code|value|id|iso)$/.test(name))?.value : value;
    const text = code === undefined ? null : textAt(reader, code);
    if (text === null) return null;
    out.push(text);
  }
  return out;
}
