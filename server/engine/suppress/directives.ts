import type { CommentIR } from '../ir';
import { nearest } from '../policy/nearest';
import { isDay } from '../policy/time';
import type { Lines } from './lines';

/** One suppression comment, understood. */
export interface Directive {
  /** misspelt: begins as a directive does, and is none. */
  kind: 'next-line' | 'line' | 'file' | 'block' | 'enable' | 'misspelt';
  /** The directive that is meant, of one that is misspelt; ''. */
  meant: string;
  rules: string[];
  /** '' when none is given. */
  reason: string;
  /** As written after `-- until`, or ''. */
  until: string;
  /** As written after `-- approved by`, or ''. */
  approver: string;
  /** Offsets of the comment. */
  start: number;
  end: number;
  /** next-line and line: the line covered, from 0. */
  line: number;
  /** block: offsets covered. */
  from: number;
  to: number;
}

const WORD = /^[\s*]*data-ethics-([a-z][\w-]*)(?=[\s:]|$)/i;
/** What other tools call it. */
const ELSEWHERE = /^(?:ignore|suppress|skip|allow|nolint|silence)/i;
const KINDS = {
  'disable-next-line': 'next-line',
  'disable-line': 'line',
  'disable-file': 'file',
  disable: 'block',
  enable: 'enable',
} as const;

/** All directives of a file in order, with what each covers. */
export function directivesOf(text: string, comments: CommentIR[], lines: Lines): Directive[] {
  const directives = comments
    .flatMap((comment) => parseDirective(text, comment, lines) ?? [])
    .sort((left, right) => left.start - right.start);
  return directives.flatMap((directive, index) => closeBlock(directive, directives.slice(index + 1)));
}

function parseDirective(text: string, comment: CommentIR, lines: Lines): Directive | undefined {
  const word = WORD.exec(comment.text);
  if (!word) return undefined;
  const isKnown = Object.hasOwn(KINDS, word[1]!) && !comment.text.startsWith(':', word[0].length);
  const meant = isKnown ? '' : meantBy(word[1]!);
  if (!isKnown && !meant) return undefined;
  const [head, ...tail] = comment.text.slice(word[0].length).split(/(?:^|\s)--(?:\s|$)/);
  const rules = rulesOf(head!, tail.length > 0);
  if (!rules) return undefined;
  const parts = tail.map((part) => part.trim().replace(/^\*\s*/, ''));
  const untilAt = parts.findIndex((part) => /^until\b/.test(part));
  const until = untilAt < 0 ? '' : (/^until:?\s*(\S+)/.exec(parts[untilAt]!)?.[1] ?? '?');
  const approverAt = parts.findIndex((part) => APPROVED.test(part));
  const approver = approverAt < 0 ? '' : parts[approverAt]!.replace(APPROVED, '').trim();
  const reason = parts
    .filter((_, index) => index !== untilAt && index !== approverAt)
    .join(' -- ')
    .replace(/^reason:?\s*/i, '')
    .trim();
  const { start, end } = comment;
  const isTrailing = /\S/.test(text.slice(lines.startOf(lines.lineAt(start)), start).replace(/\{\s*$/, ''));
  const written = isKnown ? KINDS[word[1] as keyof typeof KINDS] : 'misspelt';
  const kind = written === 'block' && isTrailing && comment.trailing ? 'line' : written;
  const line = kind === 'next-line' ? lines.lineAt(nextCode(text, start, end)) : lines.lineAt(start);
  return { kind, meant, rules, reason, until, approver, start, end, line, from: end, to: text.length };
}

/** `disable-nextline`, `ignore-next-line`: the directive that is meant; '' when the comment is about something else. */
function meantBy(word: string): string {
  const name = word.toLowerCase().replace(ELSEWHERE, 'disable');
  // What other tools mean by a bare "ignore" is the next line.
  if (name === 'disable') return ELSEWHERE.test(word) ? 'disable-next-line' : name;
  return nearest(name, Object.keys(KINDS)) ?? '';
}

const APPROVED = /^approved(?: by)?:?\s*/i;

/** The rule ids between the directive and its reason; undefined when the comment is prose that begins with our word. */
function rulesOf(head: string, hasReason: boolean): string[] | undefined {
  const words = head.split(/[\s,]+/).filter(Boolean);
  const isList =
    words.length <= 1 ||
    head
      .trim()
      .split(/\s*,\s*/)
      .every((item) => /^[\w-]+$/.test(item));
  if (hasReason || isList) return words;
  return words[0]!.includes('-') ? words.slice(0, 1) : undefined;
}

/** A block ends where a later `enable` names its rule, or names none; one directive may end at several places. */
function closeBlock(directive: Directive, later: Directive[]): Directive[] {
  if (directive.kind !== 'block' || directive.rules.length < 1) return [directive];
  const ends = new Map<number, string[]>();
  for (const rule of directive.rules) {
    const close = later.find((other) => other.kind === 'enable' && (!other.rules.length || other.rules.includes(rule)));
    const to = close ? close.start : directive.to;
    ends.set(to, [...(ends.get(to) ?? []), rule]);
  }
  return [...ends].map(([to, rules]) => ({ ...directive, to, rules }));
}

const BETWEEN = /\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|\{\s*\/\*[\s\S]*?\*\/\s*\}/y;

/** Offset of the first code behind a comment: blank lines and further comments are stepped over. */
function nextCode(text: string, start: number, end: number): number {
  // `{/* … */}` in markup: the braces belong to the comment.
  const inBraces = /\{[ \t]*$/.test(text.slice(Math.max(0, start - 20), start)) && /^[ \t]*\}/.test(text.slice(end, end + 20));
  BETWEEN.lastIndex = inBraces ? text.indexOf('}', end) + 1 : end;
  for (let at = BETWEEN.lastIndex; ; at = BETWEEN.lastIndex) {
    if (BETWEEN.test(text)) continue;
    return at;
  }
}

/** An end that is no date has passed: nobody can tell when it would. */
export const isOver = (directive: Directive, today: string): boolean =>
  directive.until !== '' && (!isDay(directive.until) || directive.until < today);
