/**
 * A facts file: two lines of text, then entries as in `ir.bin`.
 *   line 1  "data-ethics facts 1" and the digest of line 2
 *   line 2  a JSON object: version, build, part, files, unparsed; blanks behind it make the two lines whole words
 */
import { closeSync, mkdirSync, openSync, readFileSync, readSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { ModuleIR } from '../engine/ir';
import type { Part, PartFacts } from '../session/parts';
import { digest } from './digest';
import { readEntries, readModule, writeEntries } from './entries';

/** Folder in which facts are looked for; git leaves it out. */
export const FACTS_FOLDER = '.data-ethics/facts';

/** Who writes and who may read: the version people know, and the build. */
export interface Writer {
  version: string;
  build: string;
}

interface Head extends Writer {
  part: Part;
  files: [path: string, key: string][];
  unparsed: string[];
}

const MAGIC = 'data-ethics facts 1 ';

/**
 * Does a file begin as facts do?
 * @throws what the file system throws.
 */
export function isFacts(path: string): boolean {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(MAGIC.length);
    readSync(file, head);
    return head.toString('latin1') === MAGIC;
  } finally {
    closeSync(file);
  }
}

/**
 * Writes a facts file, or nothing: a reader never sees half of one.
 * @throws what the file system throws.
 */
export function writePart(path: string, facts: Omit<PartFacts, 'name'>, { version, build }: Writer): void {
  const { part, files, unparsed } = facts;
  const json = JSON.stringify({ version, build, part, files, unparsed } satisfies Head);
  const modules = new Map<string, ModuleIR>();
  for (const [, key] of files) {
    const module = facts.module(key);
    if (module && module !== 'damaged') modules.set(key, module);
  }
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true });
  if (basename(folder) === basename(FACTS_FOLDER)) writeFileSync(join(folder, '.gitignore'), '*\n');
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeEntries(temporary, build, modules, headOf(json));
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/**
 * @param name how the file is called where people see it.
 * @returns what is wrong with it, as the end of a sentence that begins with its name, when it cannot be used.
 * @throws what the file system throws.
 */
export function readPart(path: string, name: string, { version, build }: Writer): PartFacts | string {
  const bytes = readFileSync(path);
  if (bytes.toString('latin1', 0, MAGIC.length) !== MAGIC)
    return 'is not a file of facts. check --shard and check --package write them.';
  const first = bytes.indexOf(10);
  const second = bytes.indexOf(10, first + 1);
  const json = second < 0 ? '' : bytes.toString('utf8', first + 1, second);
  if (second < 0 || digest(json) !== bytes.toString('latin1', MAGIC.length, first)) return DAMAGED;
  const head = JSON.parse(json) as Head;
  if (head.build !== build)
    return `was written by another build of data-ethics (${head.version} ${head.build}; this is ${version} ${build}). Use the same one for all parts and for merge.`;
  const entries = readEntries(bytes.subarray(second + 1), build);
  const needed = new Set(head.files.map(([, key]) => key));
  for (const key of head.unparsed) needed.delete(key);
  if ([...needed].some((key) => !entries.has(key))) return DAMAGED;
  return {
    part: head.part,
    name,
    files: head.files,
    unparsed: head.unparsed,
    module(key) {
      const entry = entries.get(key);
      return entry && (readModule(entry) ?? 'damaged');
    },
  };
}

const DAMAGED = 'is damaged or cut off. Fetch or write it again.';

function headOf(json: string): Buffer {
  const padded = (text: string): string => text + ' '.repeat(-Buffer.byteLength(`${MAGIC}${digest('')}\n${text}\n`) & 3);
  const body = padded(json);
  return Buffer.from(`${MAGIC}${digest(body)}\n${body}\n`);
}
