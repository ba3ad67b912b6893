/** Patterns of letters and lists of genders, as values. */

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

const MEN = /^(m|male|man|mr|herr|mann|männlich|maennlich|homme|hombre|uomo|h)$/i;
const WOMEN = /^(f|w|female|woman|mrs|ms|frau|weiblich|femme|mujer|donna)$/i;

export const isTwoGenders = (values: readonly string[]): boolean =>
  values.length === 2 && values.some((value) => MEN.test(value)) && values.some((value) => WOMEN.test(value));
