/** What a finding is known by when lines move, files are renamed and code is formatted anew. */
import { createHash } from 'node:crypto';
import type { Finding } from '../engine/rule';

/**
 * The fingerprint of a finding: the rule, the function it stands in, and the code of the whole call or declaration without its
 * layout. Two findings may have the same one; whoever must tell them apart counts them.
 * @param code the text of the finding's extent.
 */
export function fingerprintOf({ rule, symbol }: Pick<Finding, 'rule' | 'symbol'>, code: string): string {
  return digest([rule, symbol, withoutLayout(code)]);
}

/** Of the file's text, what the fingerprint is taken of. */
export const codeOf = ({ at, extent }: Pick<Finding, 'at' | 'extent'>, text: string): string => {
  const whole = extent.path === at.path ? extent : at;
  return text.slice(whole.start, whole.end);
};

const LAYOUT = /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\/[^\n]*|\/\*[\s\S]*?\*\/|\s+|;|,(?=\s*[)\]}])/g;

/** Comments, blanks, the kind of quotes, semicolons and last commas are a matter of taste. */
function withoutLayout(code: string): string {
  return code.replace(LAYOUT, (_, quoted: string | undefined) =>
    quoted === undefined
      ? ''
      : quoted.startsWith('`')
        ? quoted
        : `"${quoted.slice(1, -1).replace(/\\(["'])|"/g, (found, mark) => `\\${(mark as string | undefined) ?? found}`)}"`,
  );
}

export const digest = (parts: string[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
