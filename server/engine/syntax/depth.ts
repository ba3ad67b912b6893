/** What to leave out of a text that no parser can take as it is, so that the rest of the file is not lost. */

export interface Cut {
  /** As long as the text was, with blanks for what was left out. */
  text: string;
  /** Where what was left out first begins; -1 when nothing was. */
  at: number;
}

const DEEPEST_BRACKET = 200;

/** Without what stands in too many brackets. Brackets in strings and comments count too. */
export function flattened(text: string): Cut {
  let depth = 0;
  let result = '';
  let from = 0;
  let at = -1;
  for (let index = 0; index < text.length; index++) {
    const unit = text[index];
    if (unit === '(' || unit === '[' || unit === '{') {
      if (++depth !== DEEPEST_BRACKET) continue;
      if (at === -1) at = index;
      result += text.slice(from, index + 1);
      from = index + 1;
    } else if (unit === ')' || unit === ']' || unit === '}') {
      if (depth-- !== DEEPEST_BRACKET) continue;
      result += blank(text.slice(from, index));
      from = index;
    }
  }
  return { text: result + (depth >= DEEPEST_BRACKET ? '' : text.slice(from)).padEnd(text.length - result.length), at };
}

/** A line that begins with a word, but none that goes on with the statement before. */
const BEGINS = /^(?!(?:else|catch|finally|extends|implements|as|satisfies)\b)[\w$@]/gm;

/** Without the statements that are too deep by themselves, as far as statements begin where their line does. */
export function withoutDeepStatements(text: string, isTooDeep: (part: string) => boolean): Cut {
  const starts = [0, ...[...text.matchAll(BEGINS)].map(({ index }) => index), text.length];
  let at = -1;
  let result = '';
  for (const [index, end] of starts.slice(1).entries()) {
    const part = text.slice(starts[index], end);
    const isLost = isTooDeep(part);
    if (isLost && at === -1) at = starts[index]!;
    result += isLost ? blank(part) : part;
  }
  return { text: result, at };
}

const blank = (text: string): string => text.replace(/[^\r\n]/g, ' ');
