/** The only place that runs the parser. */
import { ts } from '@ts-morph/common';
import { scriptText, withoutScripts } from './embedded';
import { flattened, withoutDeepStatements } from './depth';
import { templateOf } from './template';
import type { Written } from './templates/written';

export interface Parsed {
  /** Text that was parsed: the file with everything but scripts blanked, and its template as JSX behind it. */
  text: string;
  file: ts.SourceFile;
  syntaxErrors: number;
  /** Start, end pairs: where `export let` declares what a component is given. */
  inputs?: number[];
  /** Places given up before parsing. */
  opaque: number;
  /** Offset of what is nested so deeply that it was left out. */
  tooDeep?: number;
  /** Markup that was parsed as code behind the scripts, with the way back to where it stands. */
  template?: Written;
}

/** Parses one file; undefined when it is nested so deeply that the parser's stack does not suffice. */
export function parse(path: string, original: string): Parsed | undefined {
  const { text, kind, inputs, isUnclosed } = scriptText(path, original);
  const parsed = parsedAs(path, original, text, kind);
  if (parsed) parsed.inputs = inputs;
  if (parsed && isUnclosed) parsed.syntaxErrors++;
  // The scripts of a page that a server fills are none yet: its markup stays.
  const isUnfilled = /\.html$/i.test(path) && parsed?.syntaxErrors !== 0;
  return isUnfilled ? parsedAs(path, original, withoutScripts(original), kind) : parsed;
}

function parsedAs(path: string, original: string, text: string, kind: ts.ScriptKind): Parsed | undefined {
  const whole = withTemplate(path, original, text, kind);
  if (whole) return whole;
  return attempt(path, text, kind, 0) ?? shallow(path, text, kind);
}

/** A text that is too deep, without what makes it so. Mistakes in what is left may be of our making. */
function shallow(path: string, text: string, kind: ts.ScriptKind): Parsed | undefined {
  const isTooDeep = (part: string): boolean => attempt(path, part, kind, 0) === undefined;
  for (const cut of [() => flattened(text), () => withoutDeepStatements(text, isTooDeep)]) {
    const { text: rest, at } = cut();
    const parsed = at === -1 ? undefined : attempt(path, rest, kind, 1);
    if (parsed) return { ...parsed, syntaxErrors: 0, tooDeep: at };
  }
  return undefined;
}

/** Scripts and markup in one; without the markup's code, or at last without the markup, when it is too deep or no code. */
function withTemplate(path: string, original: string, text: string, kind: ts.ScriptKind): Parsed | undefined {
  const write = unlessTooDeep(() => templateOf(path, original, text));
  if (write === undefined) return undefined;
  for (const isBare of [false, true]) {
    const template = unlessTooDeep(() => write(isBare));
    if (!template) continue;
    const parsed = attempt(path, text + template.text(), kind === ts.ScriptKind.TS ? ts.ScriptKind.TSX : kind, isBare ? 1 : 0);
    if (parsed?.syntaxErrors === 0) return { ...parsed, template };
  }
  return undefined;
}

function attempt(path: string, text: string, kind: ts.ScriptKind, opaque: number): Parsed | undefined {
  const options = { languageVersion: ts.ScriptTarget.Latest, jsDocParsingMode: ts.JSDocParsingMode.ParseNone };
  return unlessTooDeep(() => {
    const file = ts.createSourceFile(path, text, options, false, kind);
    const { parseDiagnostics } = file as unknown as { parseDiagnostics: unknown[] };
    return { text, file, syntaxErrors: parseDiagnostics.length, opaque };
  });
}

/**
 * A script that stands in a text between two offsets, as a function without parameters whose places are those of the text;
 * undefined when it is no code. What stands in holes (pairs of offsets) is a name, or a part of a text.
 */
export function parseScript(
  text: string,
  start: number,
  end: number,
  holes: readonly (readonly [number, number])[],
): ts.ArrowFunction | undefined {
  let body = '';
  let from = start;
  for (const [opening, closing] of holes) {
    body += text.slice(from, opening) + '_'.repeat(closing - opening);
    from = closing;
  }
  const before = '(()=>{';
  const script = ' '.repeat(Math.max(0, start - before.length)) + before + body + text.slice(from, end) + '\n})';
  const parsed = start < before.length ? undefined : attempt('script.js', script, ts.ScriptKind.JS, 0);
  if (parsed?.syntaxErrors !== 0) return undefined;
  const [only] = parsed.file.statements as readonly ts.Statement[];
  return ((only as ts.ExpressionStatement).expression as ts.ParenthesizedExpression).expression as ts.ArrowFunction;
}

/** Undefined when something is nested so deeply that the stack does not suffice. */
function unlessTooDeep<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
