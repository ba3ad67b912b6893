/**
 * Templates of Astro as a tree of places: HTML with code in braces, in which elements stand again. Never fails: an end without
 * a beginning is ignored, a beginning without an end reaches as far as what it stands in.
 */
import { endOfQuote, endOfTemplate } from './holes';
import { EMPTY, type Attribute, type Text } from './tree';

export interface AstroTag {
  kind: 'tag';
  /** '' is a fragment, `<>`. */
  name: string;
  start: number;
  end: number;
  attributes: AstroAttribute[];
  children: AstroContent[];
}

export interface AstroAttribute extends Attribute {
  /** `name={code}`, `{name}` and `{...rest}`; the latter two have no name. */
  code?: Code;
}

/** `{code}`, with the elements in it. Places are those of the braces. */
export interface Code {
  kind: 'code';
  start: number;
  end: number;
  parts: ({ kind: 'script'; start: number; end: number } | { kind: 'markup'; contents: AstroTag[] })[];
}

export type AstroContent = AstroTag | Text | Code;

/** Their content is no markup. */
const RAW = /^(script|style)$/i;
const DEEPEST = 120;
const NAME = /[A-Za-z][\w.:-]*/y;
/** What an attribute's name may consist of, as in HTML. */
const ATTRIBUTE = /[^\s"'<>/={}`]+/y;
const SPACE = /\s*/y;
/** What stands before an element in code, and not before "less than". */
const BEFORE_ELEMENT = /(?:^|[({[,;?:&|>=!]|\breturn|\bdefault)\s*$/;

/** @param from where the template begins: behind the frontmatter */
export function astroTree(text: string, from: number): AstroContent[] {
  let at = from;
  /** Names of the elements that are open. */
  const open: string[] = [];

  const skip = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? '';
    at += found.length;
    return found;
  };

  /** Contents up to an end tag that closes something, and in code up to the brace that closes it. */
  const contents = (isInCode: boolean): AstroContent[] => {
    const out: AstroContent[] = [];
    let start = at;
    const flush = (): void => {
      if (at > start) out.push({ kind: 'text', start, end: at });
    };
    while (at < text.length) {
      const unit = text[at];
      if (unit === '}' && isInCode) break;
      if (unit === '{') {
        flush();
        out.push(code());
        start = at;
      } else if (unit !== '<') at++;
      else if (text.startsWith('<!--', at)) {
        flush();
        out.push(comment());
        start = at;
      } else if (text[at + 1] === '/') {
        const name = /[\w.:-]*/y;
        name.lastIndex = at + 2;
        if (open.includes(name.exec(text)![0])) break;
        flush();
        toEndOfTag();
        start = at;
      } else if (/[A-Za-z>]/.test(text[at + 1] ?? '')) {
        flush();
        out.push(tag(isInCode));
        start = at;
      } else if (text[at + 1] === '!') {
        flush();
        toEndOfTag();
        start = at;
      } else at++;
    }
    flush();
    return out;
  };

  const toEndOfTag = (): void => {
    const end = text.indexOf('>', at);
    at = end === -1 ? text.length : end + 1;
  };

  const comment = (): Text => {
    const start = at;
    const end = text.indexOf('-->', at + 4);
    at = end === -1 ? text.length : end + 3;
    return { kind: 'comment', start, end: at };
  };

  const tag = (isInCode: boolean): AstroTag => {
    const start = at++;
    const name = skip(NAME);
    const own: AstroTag = { kind: 'tag', name, start, end: at, attributes: [], children: [] };
    const isClosed = attributes(own);
    if (!isClosed && !EMPTY.has(name.toLowerCase()) && open.length < DEEPEST) {
      if (RAW.test(name) || own.attributes.some((each) => each.name === 'is:raw')) raw(name);
      else {
        open.push(name);
        own.children = contents(isInCode);
        open.pop();
        if (text.startsWith(`</${name}`, at) && /[\s>]/.test(text[at + 2 + name.length] ?? '>')) toEndOfTag();
      }
    }
    own.end = at;
    return own;
  };

  /** Up to the end tag, whatever stands before it. */
  const raw = (name: string): void => {
    const end = new RegExp(`</${name}`, 'gi');
    end.lastIndex = at;
    at = end.exec(text)?.index ?? text.length;
    toEndOfTag();
  };

  /** True when the tag closes itself. */
  const attributes = (own: AstroTag): boolean => {
    while (at < text.length) {
      skip(SPACE);
      const start = at;
      const unit = text[at];
      if (unit === '>') {
        at++;
        return false;
      }
      if (unit === '/' && text[at + 1] === '>') {
        at += 2;
        return true;
      }
      if (unit === '{') {
        const value = code();
        own.attributes.push({ name: '', start, end: at, from: -1, to: -1, code: value });
        continue;
      }
      const name = skip(ATTRIBUTE);
      if (name === '') at++;
      else own.attributes.push(valued(name, start));
    }
    return true;
  };

  const valued = (name: string, start: number): AstroAttribute => {
    const plain = { name, start, end: at, from: -1, to: -1 };
    const before = at;
    skip(SPACE);
    if (text[at] !== '=') {
      at = before;
      return plain;
    }
    at++;
    skip(SPACE);
    if (text[at] === '{') {
      const value = code();
      return { ...plain, end: at, code: value };
    }
    if (text[at] === '`') {
      const from = at;
      skipTemplate();
      const value: Code = { kind: 'code', start: from, end: at, parts: [{ kind: 'script', start: from, end: at }] };
      return { ...plain, end: at, code: value };
    }
    const quote = text[at] === '"' || text[at] === "'" ? text[at] : '';
    const from = at + quote.length;
    const end = quote === '' ? -1 : text.indexOf(quote, from);
    if (quote === '') skip(/[^\s>]*/y);
    else at = end === -1 ? text.length : end + 1;
    return { ...plain, end: at, from, to: quote === '' ? at : at - (end === -1 ? 0 : 1) };
  };

  /** Code from its brace on. */
  const code = (): Code => {
    const start = at++;
    const own: Code = { kind: 'code', start, end: at, parts: [] };
    let from = at;
    let depth = 0;
    const script = (): void => {
      if (at > from) own.parts.push({ kind: 'script', start: from, end: at });
    };
    while (at < text.length) {
      const unit = text[at];
      if (unit === '}' && depth-- === 0) break;
      if (unit === '{') depth++;
      if (unit === '"' || unit === "'") at = Math.max(at, endOfQuote(text, at, text.length)) + 1;
      else if (unit === '`') skipTemplate();
      else if (unit === '/' && text[at + 1] === '/') skip(/[^\n]*/y);
      else if (unit === '/' && text[at + 1] === '*') at = after('*/');
      else if (unit === '<' && isElement(from)) {
        script();
        own.parts.push({ kind: 'markup', contents: run() });
        from = at;
      } else at++;
    }
    script();
    own.end = at = Math.min(at + 1, text.length);
    return own;
  };

  const isElement = (from: number): boolean =>
    /^<(?:[A-Za-z>]|!--)/.test(text.slice(at, at + 4)) && BEFORE_ELEMENT.test(text.slice(Math.max(from, at - 40), at));

  /** Elements side by side, which need no element around them. */
  const run = (): AstroTag[] => {
    const out: AstroTag[] = [];
    for (;;) {
      if (text.startsWith('<!--', at)) comment();
      else out.push(tag(true));
      const next = /\s*<(?:[A-Za-z>]|!--)/y;
      next.lastIndex = at;
      const found = next.exec(text)?.[0];
      if (found === undefined) return out;
      skip(SPACE);
    }
  };

  const after = (end: string): number => {
    const found = text.indexOf(end, at + 2);
    return found === -1 ? text.length : found + end.length;
  };

  const skipTemplate = (): void => {
    const end = endOfTemplate(text, at + 1, text.length);
    at = end === -1 ? text.length : end + 1;
  };

  const out: AstroContent[] = [];
  // An end tag that closes nothing ends no template.
  while (at < text.length) out.push(...contents(false));
  return out;
}
