/** Ways out for suppressions that say too little, say it wrongly or cover nothing. */
import type { TextEdit } from '../rule/fixes';
import type { Fixer, Mend, Site } from './site';

export const expiredException: Fixer = function* (site) {
  const { finding } = site;
  if (finding.kind === 'no-reason') yield withReason(site);
  if (finding.kind === 'expired') yield* withNewDate(site);
  if (finding.kind === 'unknown-rule') yield* withKnownRule(site);
  yield { title: 'Remove the suppression', safe: finding.kind === 'unused', edits: [removal(site)] };
};

/** The comment with its line when it stands alone there; in markup with its braces. */
function removal({ tree, finding }: Site): TextEdit {
  const { text, path } = tree;
  let { start, end } = finding.at;
  const braces = /\{\s*$/.exec(text.slice(0, start));
  const closing = /^\s*\}/.exec(text.slice(end));
  if (text.startsWith('/*', start) && braces && closing) {
    start -= braces[0].length;
    end += closing[0].length;
  }
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const rest = /^[ \t]*(\r?\n|$)/.exec(text.slice(end));
  if (rest && /^[ \t]*$/.test(text.slice(line, start))) return { at: { path, start: line, end: end + rest[0].length }, text: '' };
  while (start > line && /[ \t]/.test(text[start - 1]!)) start--;
  return { at: { path, start, end }, text: '' };
}

function withReason({ tree, finding }: Site): Mend {
  const { path, text } = tree;
  const written = text.slice(finding.at.start, finding.at.end);
  const close = /\s*(?:\*\/|-->)$/.exec(written)?.[0] ?? '';
  const end = finding.at.end - close.length;
  const open = written.slice(0, written.length - close.length);
  const head = `${/\s--\s*(?:reason:?)?\s*$/.test(open) ? open.replace(/\s--\s*(?:reason:?)?\s*$/, '') : open.trimEnd()} -- reason: `;
  const at = { path, start: finding.at.start, end };
  return { title: 'Give the reason', edits: [{ at, text: head, hole: [head.length, head.length] }] };
}

function* withNewDate({ tree, finding }: Site): Iterable<Mend> {
  const written = tree.text.slice(finding.at.start, finding.at.end);
  const until = /--\s*until:?\s*(\S+)/.exec(written);
  if (!until) return;
  const start = finding.at.start + until.index + until[0].length - until[1]!.length;
  const at = { path: tree.path, start, end: start + until[1]!.length };
  yield { title: 'Give a new date', edits: [{ at, text: '', hole: [0, 0] }] };
}

/** "Did you mean 'pii-in-logs'?" is the way out. */
function* withKnownRule({ tree, finding }: Site): Iterable<Mend> {
  const [, wrong, right] = /rule '([^']+)'.*did you mean '([^']+)'/i.exec(finding.message) ?? [];
  if (!wrong || !right) return;
  const start = finding.at.start + tree.text.slice(finding.at.start, finding.at.end).indexOf(wrong);
  yield { title: `Write ${right}`, edits: [{ at: { path: tree.path, start, end: start + wrong.length }, text: right }] };
}
