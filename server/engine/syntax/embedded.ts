/** Scripts inside component files: everything else becomes spaces, so that offsets hold. */
import { ts } from '@ts-morph/common';
import { isRun, typeIn } from '../script-types';

const { TS, TSX, JSX } = ts.ScriptKind;
const SCRIPT = /<script\b((?:"[^"]*"|'[^']*'|[^>"'])*)>([\s\S]*?)<\/script\s*>/gi;
/** The same, but for tags that close themselves: `<script type="…" set:html={…} />`. */
const OPEN_SCRIPT = new RegExp(SCRIPT.source.replace('>(', '(?<!\\/)>('), 'gi');
const OPENING = /^[ \t]*<script\b(?:"[^"]*"|'[^']*'|[^>"'])*(?<!\/)>/im;
const FRONTMATTER = /^\s*---[^\n]*\n([\s\S]*?)^---/m;
const COMMENT = /<!--[\s\S]*?-->/g;
const TEXT_FIELD = /<textarea\b[\s\S]*?<\/textarea\s*>/gi;
/** A script that runs once for all components of a file of Svelte. */
const SHARED = /(?:^|\s)(?:module\b|context\s*=\s*["']?module\b)/;
const LANGUAGE = /\blang\s*=\s*["']?(tsx?|typescript|jsx?)\b/i;

/** Nothing of a file, as long as the file. */
export const withoutScripts = (text: string): string => keepOnly(text, []);

export interface Script {
  text: string;
  kind: ts.ScriptKind;
  /** Start, end pairs: where `export let` declares what a component is given (Svelte 4). */
  inputs?: number[];
  /** A script begins and never ends: where it would, nobody knows. */
  isUnclosed?: boolean;
}

export function scriptText(path: string, text: string): Script {
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  switch (extension) {
    case 'ts':
    case 'mts':
    case 'cts':
      return { text, kind: TS };
    case 'tsx':
      return { text, kind: TSX };
    case 'vue':
      return component(text);
    case 'svelte':
      return component(text, []);
    case 'astro':
      return astro(text);
    case 'html':
      return { text: keepOnly(text, pageScripts(text)), kind: JSX };
    default:
      return { text, kind: JSX };
  }
}

function component(text: string, inputs?: number[]): Script {
  let kind = JSX;
  const kept: number[] = [];
  for (const match of text.matchAll(SCRIPT)) {
    const language = LANGUAGE.exec(match[1])?.[1].toLowerCase() ?? '';
    if (language === 'tsx') kind = TSX;
    if (language.startsWith('t') && kind === JSX) kind = TS;
    pushContent(kept, match, 0);
    if (inputs && !SHARED.test(match[1])) pushContent(inputs, match, 0);
  }
  const isUnclosed = OPENING.test(text.replace(COMMENT, '').replace(SCRIPT, ''));
  return { text: keepOnly(text, kept), kind, inputs, isUnclosed };
}

/** Scripts of a page that a browser runs; what stands in a field for text is text. */
function pageScripts(text: string): number[] {
  const kept: number[] = [];
  for (const match of text.replace(COMMENT, blank).replace(TEXT_FIELD, blank).matchAll(SCRIPT)) {
    if (isRun(typeIn(match[1])) && !isBuilt(match[2])) pushContent(kept, match, 0);
  }
  return kept;
}

/** Characters from which a script may be a library that was copied into a page, and of a line that no person writes. */
const BUILT_FROM = 50 * 1024;
const BUILT_LINE = 1000;

/** Most of it stands on lines that are too long for a person to have written. */
function isBuilt(script: string): boolean {
  if (script.length < BUILT_FROM) return false;
  const long = script.split('\n').reduce((sum, { length }) => sum + (length > BUILT_LINE ? length : 0), 0);
  return long > script.length / 2;
}

/** Frontmatter between `---` and client scripts, both TypeScript. */
function astro(text: string): Script {
  const kept: number[] = [];
  const { from, to, template } = frontmatterOf(text);
  if (to > from) kept.push(from, to);
  for (const match of text.slice(template).replace(COMMENT, blank).matchAll(OPEN_SCRIPT)) {
    if (isRun(typeIn(match[1]))) pushContent(kept, match, template);
  }
  return { text: keepOnly(text, kept), kind: TS };
}

/** Where the frontmatter of an Astro component stands, and where its template begins. */
export function frontmatterOf(text: string): { from: number; to: number; template: number } {
  const found = FRONTMATTER.exec(text);
  if (!found) return { from: 0, to: 0, template: 0 };
  const from = found.index + found[0].indexOf('\n', found[0].indexOf('---')) + 1;
  const to = from + found[1].length;
  return { from, to, template: to + 3 };
}

function pushContent(kept: number[], match: RegExpMatchArray, offset: number): void {
  const start = offset + match.index! + '<script>'.length + match[1].length;
  kept.push(start, start + match[2].length);
}

/** `kept`: ascending start, end pairs. */
function keepOnly(text: string, kept: number[]): string {
  let result = '';
  let position = 0;
  for (let index = 0; index < kept.length; index += 2) {
    result += blank(text.slice(position, kept[index])) + text.slice(kept[index], kept[index + 1]);
    position = kept[index + 1];
  }
  return result + blank(text.slice(position));
}

const blank = (text: string): string => text.replace(/[^\r\n]/g, ' ');
