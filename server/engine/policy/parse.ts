import { linesOf } from '../suppress/lines';
import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';

/** One thing wrong with a policy file. Lines and columns count from 1. */
export interface ConfigError {
  path: string;
  line: number;
  column: number;
  message: string;
}

export interface Parsed {
  path: string;
  /** The text that the nodes' offsets belong to. */
  text: string;
  root: Node;
  /** Line and column of an offset. */
  locate(offset: number): { line: number; column: number };
  /** Where `value` stands under a top-level key, else the key itself. */
  whereIs(key: string, value: string): { line: number; column: number };
}

/** Parses JSON with comments and trailing commas. Pushes what is wrong; undefined when there is nothing to validate. `kind` is what the file is called in messages. */
export function parseObject(path: string, text: string, errors: ConfigError[], kind = 'policy'): Parsed | undefined {
  const problems: ParseError[] = [];
  const content = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
  const excess = excessOf(content, kind);
  if (excess) {
    errors.push({ path, line: 1, column: 1, message: excess });
    return undefined;
  }
  const root = parseTree(content, problems, { allowTrailingComma: true });
  const locate = locator(content);
  const problem = problems[0];
  // One mistake in JSON makes the parser stumble over everything behind it: the first is the one to mend.
  if (problem) errors.push({ path, ...locate(problem.offset), message: `This is not valid JSON: ${words(problem)}.` });
  if (!problem && root?.type !== 'object') {
    errors.push({ path, line: 1, column: 1, message: `A ${kind} file is one object: { "version": 1, … }.` });
  }
  if (root?.type !== 'object') return undefined;
  return { path, text: content, root, locate, whereIs: (key, value) => locate(placeOf(root, key, value)) };
}

/** Characters; a baseline of a large old code base has many entries. */
const LARGEST: Record<string, number> = { policy: 1_000_000, baseline: 20_000_000 };
const DEEPEST = 60;

/** What makes a file nothing that somebody wrote; the parser would take its time over it, or its stack. */
function excessOf(text: string, kind: string): string {
  const largest = LARGEST[kind]!;
  if (text.length > largest)
    return `This ${kind} file has ${text.length} characters; ${largest} are the most we read.${kind === 'policy' ? " Split it with 'extends'." : ''}`;
  let depth = 0;
  let deepest = 0;
  for (const [bracket] of text.matchAll(/"(?:[^"\\\n]|\\.)*"|[[\]{}]/g)) {
    if (bracket === '{' || bracket === '[') deepest = Math.max(deepest, ++depth);
    if (bracket === '}' || bracket === ']') depth--;
  }
  return deepest > DEEPEST ? `This ${kind} file is nested ${deepest} deep; ${DEEPEST} is the most we read.` : '';
}

function placeOf(root: Node, key: string, value: string): number {
  const property = root.children?.find((child) => child.children?.[0]?.value === key);
  const written = property?.children?.[1];
  const node = [written, ...(written?.children ?? [])].find((candidate) => candidate?.value === value);
  return (node ?? property ?? root).offset;
}

function locator(text: string): Parsed['locate'] {
  const lines = linesOf(text);
  return (offset) => {
    const line = lines.lineAt(offset);
    return { line: line + 1, column: offset - lines.startOf(line) + 1 };
  };
}

/** "CommaExpected" → "a comma is expected here". */
function words(problem: ParseError): string {
  const code = printParseErrorCode(problem.error);
  if (code === 'InvalidSymbol') return 'this word is not a value; text needs double quotes';
  const name = code.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return name.endsWith(' expected') ? `a ${name.slice(0, -9)} is expected here` : `${name} here`;
}
