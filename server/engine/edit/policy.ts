/** Ways out that say something about the data or a function once for all, in data-ethics.json. */
import { applyEdits, modify, parseTree } from 'jsonc-parser';
import type { Place } from '../rule';
import type { Fix, FixContext } from '../rule/fixes';

export function policyFixes(context: FixContext, wrappers: string[]): Fix[] {
  const { finding } = context;
  const fields = [...new Set((finding.data ?? []).filter(({ kind }) => kind === 'field').map(({ words }) => words))];
  const fixes = fields
    .filter((words) => /^[A-Za-z_$][\w$]*\.[A-Za-z_$][\w$]*$/.test(words))
    .map((words) => declared(context, ['notPersonal', -1], words, `${words} is not personal data: say so in the policy`));
  for (const name of wrappers) {
    const title = `${name}() masks what it gets: say so in the policy`;
    fixes.push(declared(context, ['masking', 'functions', -1], name, title));
  }
  return fixes.filter((fix) => fix !== undefined);
}

/** The policy with a value more; −1 at the end of its path is the end of a list. Undefined where the policy cannot be read. */
export function declared(context: FixContext, path: (string | number)[], value: unknown, title: string): Fix | undefined {
  const before = context.text(context.policy);
  const text = before.trim() === '' ? '{\n  "version": 1\n}\n' : before;
  const errors: never[] = [];
  if (parseTree(text, errors, { allowTrailingComma: true })?.type !== 'object' || errors.length > 0) return undefined;
  const formattingOptions = {
    insertSpaces: !/\n\t/.test(text),
    tabSize: /\n {4}"/.test(text) ? 4 : 2,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
  const changes = modify(text, path, value, { formattingOptions, isArrayInsertion: path.at(-1) === -1 });
  const place = (start: number, end: number): Place => ({ path: context.policy, start, end });
  const edits =
    text === before
      ? changes.map(({ offset, length, content }) => ({ at: place(offset, offset + length), text: content }))
      : [{ at: place(0, before.length), text: applyEdits(text, changes) }];
  return { title, kind: 'policy', safe: false, edits };
}
