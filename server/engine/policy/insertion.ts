/** Edits of a policy file that leave every line alone that they are not about. */
import { findNodeAtLocation, type Node } from 'jsonc-parser';

/** Replaces `length` characters at `offset`. */
export interface Change {
  offset: number;
  length: number;
  content: string;
}

type Keys = (string | number)[];

/** Writes a value under these keys; what is missing on the way is made. */
export function writing(text: string, root: Node, keys: Keys, value: unknown): Change {
  const present = findNodeAtLocation(root, keys);
  if (present) return { offset: present.offset, length: present.length, content: spaced(value) };
  let depth = keys.length - 1;
  while (depth > 0 && !findNodeAtLocation(root, keys.slice(0, depth))) depth--;
  const parent = depth > 0 ? findNodeAtLocation(root, keys.slice(0, depth))! : root;
  const whole = keys.slice(depth + 1).reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
  const entry = `${JSON.stringify(String(keys[depth]))}: ${spaced(whole)}`;
  const last = parent.children?.at(-1);
  if (!last) return { offset: parent.offset, length: parent.length, content: `{ ${entry} }` };
  const end = last.offset + last.length;
  const before = text.slice(text.lastIndexOf('\n', last.offset - 1) + 1, last.offset);
  // The last entry has a line to itself: so gets the new one.
  const lead = before.trim() === '' && text.includes('\n') ? `,${text.includes('\r\n') ? '\r\n' : '\n'}${before}` : ', ';
  return { offset: end, length: 0, content: lead + entry };
}

/** Takes out what stands under these keys, with the comma that belonged to it. */
export function removing(text: string, root: Node, keys: Keys): Change[] {
  const value = findNodeAtLocation(root, keys);
  const entry = value?.parent?.type === 'property' ? value.parent : value;
  const siblings = entry?.parent?.children ?? [];
  const index = entry ? siblings.indexOf(entry) : -1;
  if (!entry || index < 0) return [];
  const [before, after] = [siblings[index - 1], siblings[index + 1]];
  const end = entry.offset + entry.length;
  const from = before ? before.offset + before.length : entry.offset;
  // The first of several leaves the white space in front of it to the next.
  if (!before && after) return [{ offset: entry.offset, length: after.offset - entry.offset, content: '' }];
  // The only one takes a trailing comma along.
  const more = before ? 0 : (/^\s*,/.exec(text.slice(end, end + 100))?.[0].length ?? 0);
  return [{ offset: from, length: end + more - from, content: '' }];
}

/** JSON on one line, with room to read. */
export function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}: ${spaced(inner)}`);
  return entries.length > 0 ? `{ ${entries.join(', ')} }` : '{}';
}
