/** The only place that runs the parser. */
import { ts } from '@ts-morph/common';
import { scriptText } from './embedded';

export interface Parsed {
  /** Text that was parsed: same length as the file, everything but scripts blanked. */
  text: string;
  file: ts.SourceFile;
  syntaxErrors: number;
}

/** Parses one file; undefined when it is nested so deeply that the parser's stack does not suffice. */
export function parse(path: string, original: string): Parsed | undefined {
  const { text, kind } = scriptText(path, original);
  const options = { languageVersion: ts.ScriptTarget.Latest, jsDocParsingMode: ts.JSDocParsingMode.ParseNone };
  try {
    const file = ts.createSourceFile(path, text, options, false, kind);
    const { parseDiagnostics } = file as unknown as { parseDiagnostics: unknown[] };
    return { text, file, syntaxErrors: parseDiagnostics.length };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
