import type { TextEdit } from './rule/fixes';

/** The text after edits of one file. Edits are given in any order and do not overlap. */
export function editedText(text: string, edits: TextEdit[]): string {
  const sorted = edits
    .map((edit, index) => ({ edit, index }))
    .sort((a, b) => b.edit.at.start - a.edit.at.start || b.index - a.index);
  return sorted.reduce((result, { edit }) => result.slice(0, edit.at.start) + edit.text + result.slice(edit.at.end), text);
}
