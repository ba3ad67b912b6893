import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Skipped } from '../disk';

export type SkipReason = 'unreadable' | 'huge' | 'minified' | 'binary';

/** A file's bytes, and its text when somebody asks for it. */
export interface Source {
  bytes: Buffer;
  text(): string;
}

const HUGE = 2 * 1024 * 1024;
const MINIFIED_FROM = 50 * 1024;
const MINIFIED_LINE = 500;

/** Reads one source file, or says why it is not read. */
export function readSource(root: string, path: string): Source | Skipped {
  const skip = (reason: SkipReason, message: string): Skipped => ({ path, reason, message });
  try {
    const absolute = join(root, path);
    const { size } = statSync(absolute);
    if (size > HUGE)
      return skip('huge', `The file has ${(size / 1048576).toFixed(1)} MB; files over 2 MB are not read by people or by us.`);
    const bytes = readFileSync(absolute);
    const encoding = encodingOf(bytes);
    if (encoding === 'binary') return skip('binary', 'The file holds bytes that are not text.');
    if (bytes.length > MINIFIED_FROM && bytes.length / countLines(bytes) > MINIFIED_LINE) {
      return skip('minified', 'The lines are too long for a person to have written: this is built or minified code.');
    }
    return { bytes, text: () => decode(bytes, encoding) };
  } catch (error) {
    return skip('unreadable', `The file cannot be read (${(error as NodeJS.ErrnoException).code ?? 'error'}).`);
  }
}

/** Text of a file that is no source, in whichever encoding an editor has kept it. */
export function textOf(bytes: Buffer): string {
  const encoding = encodingOf(bytes);
  return encoding === 'utf16le' || encoding === 'utf16be' ? decode(bytes, encoding) : bytes.toString('utf8');
}

type Encoding = 'utf8' | 'utf16le' | 'utf16be' | 'binary';

function encodingOf(bytes: Buffer): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf16be';
  return bytes.includes(0) ? 'binary' : 'utf8';
}

/** Without the byte order mark, as an editor holds the text: offsets count from the character behind it. */
function decode(bytes: Buffer, encoding: Encoding): string {
  if (encoding === 'utf16le') return bytes.toString('utf16le', 2);
  if (encoding === 'utf16be')
    return Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2)))
      .swap16()
      .toString('utf16le');
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  return bytes.toString('utf8', start);
}

function countLines(bytes: Buffer): number {
  let lines = 1;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines++;
  return lines;
}
