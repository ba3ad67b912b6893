/**
 * Layout of `ir.bin`, in 32-bit words of this machine's byte order:
 *   file   MAGIC · FORMAT · digest of the version (8 words) · entry*
 *   entry  MARK · checksum of all that follows · words that follow · key length, JSON length (bytes) ·
 *          lengths of the five arrays · key · JSON · arrays
 * Key and JSON are padded to whole words, so that the arrays can be used where they lie.
 */
import { createHash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import type { ModuleIR } from '../engine/ir';

const MAGIC = 0x52494544;
const FORMAT = 1;
const MARK = 0x59544e45;
const HEAD = 10;
const ENTRY_HEAD = 10;
const ARRAYS = ['code', 'at', 'places', 'terms', 'termStart'] as const;

/** Key → bytes of the entry, for every entry that lies whole in the file. Checksums are looked at when an entry is read. */
export function readEntries(file: Buffer, version: string): Map<string, Buffer> {
  const entries = new Map<string, Buffer>();
  const bytes = file.byteOffset % 4 === 0 ? file : Buffer.from(new Uint8Array(file).buffer);
  const words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
  const head = headWords(version);
  if (words.length < HEAD || head.some((word, index) => words[index] !== word)) return entries;
  for (let at = HEAD; at + ENTRY_HEAD <= words.length;) {
    const length = words[at + 2]!;
    const end = at + 3 + length;
    if (words[at] !== MARK || length < ENTRY_HEAD - 3 || end > words.length) break;
    const keyLength = words[at + 3]!;
    const keyStart = (at + ENTRY_HEAD) * 4;
    if (keyLength >= 0 && keyStart + keyLength <= end * 4) {
      entries.set(bytes.toString('latin1', keyStart, keyStart + keyLength), bytes.subarray(at * 4, end * 4));
    }
    at = end;
  }
  return entries;
}

/** The module of an entry: its arrays are views of the file's bytes. Undefined when the checksum is wrong. */
export function readModule(entry: Buffer): ModuleIR | undefined {
  const words = new Int32Array(entry.buffer, entry.byteOffset, entry.length >> 2);
  if (words[1] !== checksum(words.subarray(2), 0)) return undefined;
  const [keyLength, jsonLength] = [words[3]!, words[4]!];
  const jsonStart = ENTRY_HEAD * 4 + padded(keyLength);
  const rest = JSON.parse(entry.toString('latin1', jsonStart, jsonStart + jsonLength)) as Omit<ModuleIR, (typeof ARRAYS)[number]>;
  let at = (jsonStart + padded(jsonLength)) / 4;
  const arrays = ARRAYS.map((_, index) => words.subarray(at, (at += words[5 + index]!)));
  const [code, places, terms] = [arrays[0]!, arrays[2]!, arrays[3]!];
  return { ...rest, code, at: arrays[1]!, places, terms, termStart: arrays[4]! };
}

/**
 * Writes a whole file, entry by entry: an entry already stored is copied, a module is laid out.
 * @param before bytes that stand before it; whole words.
 */
export function writeEntries(path: string, version: string, entries: Map<string, Buffer | ModuleIR>, before?: Buffer): void {
  const file = openSync(path, 'w');
  try {
    const out = staged(file);
    if (before) out.add(before);
    out.add(asBytes(headWords(version)));
    for (const key of [...entries.keys()].sort()) {
      const entry = entries.get(key)!;
      for (const part of Buffer.isBuffer(entry) ? [entry] : layOut(key, entry)) out.add(part);
    }
    out.flush();
  } finally {
    closeSync(file);
  }
}

function layOut(key: string, module: ModuleIR): Uint8Array[] {
  const { code, at, places, terms, termStart, ...rest } = module;
  const arrays = [code, at, places, terms, termStart];
  const json = ascii(JSON.stringify(rest));
  const text = Buffer.alloc(padded(key.length) + padded(json.length));
  text.write(key, 0, 'latin1');
  text.write(json, padded(key.length), 'latin1');
  const lengths = arrays.map((array) => array.length);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const head = Int32Array.from([MARK, 0, ENTRY_HEAD - 3 + text.length / 4 + total, key.length, json.length, ...lengths]);
  const textWords = new Int32Array(text.buffer, text.byteOffset, text.length / 4);
  let sum = checksum(head.subarray(2), 0);
  for (const part of [textWords, ...arrays]) sum = checksum(part, sum);
  head[1] = sum;
  return [asBytes(head), text, ...arrays.map(asBytes)];
}

/** Gathers small writes into large ones. */
function staged(file: number): { add(part: Uint8Array): void; flush(): void } {
  const stage = Buffer.alloc(1 << 22);
  let used = 0;
  const flush = (): void => {
    writeAll(file, stage.subarray(0, used));
    used = 0;
  };
  const add = (part: Uint8Array): void => {
    if (used + part.length > stage.length) flush();
    if (part.length > stage.length) return writeAll(file, part);
    stage.set(part, used);
    used += part.length;
  };
  return { add, flush };
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
}

function checksum(words: Int32Array, start: number): number {
  let sum = start;
  for (let index = 0; index < words.length; index++) sum = (Math.imul(sum, 31) + words[index]! + 1) | 0;
  return sum;
}

/** JSON that is one byte a character, so that it is read without decoding. */
function ascii(json: string): string {
  return json.replace(/[\u0080-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function headWords(version: string): Int32Array {
  const digest = createHash('sha256').update(version).digest();
  return Int32Array.from([MAGIC, FORMAT, ...new Int32Array(Uint8Array.from(digest).buffer)]);
}

const asBytes = (words: Int32Array): Uint8Array => new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
const padded = (length: number): number => (length + 3) & ~3;
