/**
 * The cache on disk: IR by content hash in one file of raw arrays, and the last complete result.
 * Whatever is corrupt, truncated, foreign or cannot be read is as if it were not there.
 */
import { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ModuleIR } from './engine/ir';
import { digest } from './cache/digest';
import { readEntries, readModule, writeEntries } from './cache/entries';

export { digest };

export interface Cache {
  /** The module lowered from a content, with the path it had then. Asking for it keeps it. */
  get(key: string): ModuleIR | undefined;
  put(key: string, module: ModuleIR): void;
  /** Writes what was asked for or put since opening; the rest belongs to files that are gone. */
  save(): void;
  /** The result last saved, when it was saved under this key. */
  result<T>(key: string): T | undefined;
  saveResult(key: string, value: unknown): void;
}

/** A cache in a folder. Content written by another version of the engine is not used. */
export function openCache(dir: string, version: string): Cache {
  let entries: Map<string, Buffer> | undefined;
  const kept = new Map<string, Buffer | ModuleIR>();
  const stored = (): Map<string, Buffer> => (entries ??= readEntries(readOrNothing(join(dir, IR_FILE)), version));
  return {
    get(key) {
      const entry = stored().get(key);
      const module = entry && readModule(entry);
      if (!module) return undefined;
      kept.set(key, entry);
      return module;
    },
    put: (key, module) => void kept.set(key, module),
    save() {
      const same = kept.size === stored().size && [...kept.values()].every((entry) => Buffer.isBuffer(entry));
      if (!same) replace(dir, IR_FILE, (path) => writeEntries(path, version, kept));
    },
    result<T>(key: string) {
      const [head, body] = splitLine(readOrNothing(join(dir, RESULT_FILE)).toString('utf8'));
      return head === headOf(version, key, body) ? (JSON.parse(body) as T) : undefined;
    },
    saveResult(key, value) {
      const body = JSON.stringify(value);
      replace(dir, RESULT_FILE, (path) => writeFileSync(path, `${headOf(version, key, body)}\n${body}`));
    },
  };
}

/** A cache that remembers nothing. */
export function noCache(): Cache {
  return { get: () => undefined, put: () => {}, save: () => {}, result: () => undefined, saveResult: () => {} };
}

/** Where a project's cache lies: beside its packages, else in a folder of its own, else with the system's temporary files. */
export function cacheFolder(root: string): string {
  const modules = join(root, 'node_modules');
  if (isWritable(modules)) return join(modules, '.cache', 'data-ethics');
  if (isWritable(root)) return join(root, '.data-ethics', 'cache');
  return join(tmpdir(), `data-ethics-${digest(root).slice(0, 16)}`);
}

const IR_FILE = 'ir.bin';
const RESULT_FILE = 'findings.json';

const headOf = (version: string, key: string, body: string): string => `${digest(`${version}\n${key}`)} ${digest(body)}`;

function splitLine(text: string): [string, string] {
  const end = text.indexOf('\n');
  return end < 0 ? ['', ''] : [text.slice(0, end), text.slice(end + 1)];
}

/** Two runs at once each write a file of their own; the later rename wins, and a reader never sees half a file. */
function replace(dir: string, name: string, write: (path: string) => void): void {
  const temporary = join(dir, `${name}.${process.pid}.tmp`);
  try {
    mkdirSync(dir, { recursive: true });
    writeFileSync(join(dir, '.gitignore'), '*\n');
    write(temporary);
    renameSync(temporary, join(dir, name));
  } catch {
    // A cache that cannot be written costs time, not correctness.
    remove(temporary);
  }
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Where nothing can be written, nothing lies about.
  }
}

function readOrNothing(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    return Buffer.alloc(0);
  }
}

function isWritable(dir: string): boolean {
  if (!existsSync(dir)) return false;
  try {
    accessSync(dir, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
