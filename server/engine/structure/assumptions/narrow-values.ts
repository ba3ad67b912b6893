/** Patterns of letters and numbers and lists of genders, as values. */

/** A whole-text pattern (`/^[A-Za-z ]+$/`) that takes letters of plain Latin and what stands between names, nothing else. */
export function isLatinOnly(literal: string): boolean {
  const [, body = ''] = /^\/\^(.*)\$\/[a-z]*$/s.exec(literal) ?? [];
  const classes = [...body.matchAll(/\[((?:[^\]\\]|\\.)*)\]/g)].map((match) => match[1]!);
  const outside = body.replace(/\[(?:[^\]\\]|\\.)*\]/g, '');
  return (
    classes.some((each) => /a-z/i.test(each)) &&
    classes.every((each) => /^(?:a-z|A-Z|\\s|\\[-'.,/]|[ ,.'’`-])*$/.test(each)) &&
    /^(?:\\s|\\[-'.,/]|[()?:+*{}\d,|\s'-])*$/.test(outside)
  );
}

/** Ten digits in the groups of North America, however they are set apart, with or without a 1 before them. */
export const isAmericanPhone = (literal: string): boolean =>
  /^(\(?[\\+?|]*1[\\+?|1]*\)?\??)?((\\d\{3\}){2}\\d\{4\}|\\d\{10\})$/.test(plainDigits(literal));

/** Five digits, and four more behind a hyphen. */
export const isAmericanPostcode = (literal: string): boolean =>
  /^\\d\{5\}\((-|\[[^\]]*\])?\??\\d\{4\}\)\?$/.test(plainDigits(literal));

/** The digits that a whole-text pattern asks for, without groups that catch nothing and without what may stand between them. */
function plainDigits(literal: string): string {
  const [, body = ''] = /^\/\^(.*)\$\/[a-z]*$/s.exec(literal) ?? [];
  return body
    .replaceAll('(?:', '(')
    .replace(/\[(0-9|\\d)\]/g, '\\d')
    .replace(/\[2-9\]\\d\{2\}/g, '\\d{3}')
    .replace(/\[2-9\]\\d\{9\}/g, '\\d{10}')
    .replace(/\\d\\d\\d\\d/g, '\\d{4}')
    .replace(/\\d\\d\\d/g, '\\d{3}')
    .replace(/\\[()]\??/g, '')
    .replace(/(\[(?:\\?[-. /]|\\s|•|·)+\]|\\s|[- ]|\\[.-])[?*]/g, '')
    .replace(/(?<=\\d\{3\}\)?)([- ]|\\[.-]|\[(?:\\?[-. ]|\\s)+\])(?=\(?\\d)/g, '')
    .replace(/\((\\d\{\d\})\)(?!\?)/g, '$1');
}

const MEN = /^(m|male|man|mr|herr|mann|männlich|maennlich|homme|hombre|uomo|h)$/i;
const WOMEN = /^(f|w|female|woman|mrs|ms|frau|weiblich|femme|mujer|donna)$/i;

export const isTwoGenders = (values: readonly string[]): boolean =>
  values.length === 2 && values.some((value) => MEN.test(value)) && values.some((value) => WOMEN.test(value));
