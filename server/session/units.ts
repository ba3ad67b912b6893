import { digest } from '../cache';
import { isSilentPath, readSource, type Skipped, type Source } from '../disk';
import { isGenerated } from '../disk/silent';
import type { Policies } from './policies';

/** One source file. Its text is read again when it is asked for, so that a project's texts are never held together. */
export interface Unit {
  path: string;
  /** Names the content (and the language): what the IR is cached by. */
  key(): string;
  text(): string;
}

export interface Units {
  loud: Unit[];
  /** Silent ones are not read before somebody imports them. */
  silent: Map<string, Unit>;
  skipped: Skipped[];
}

/** What reading a file on the disk has told. */
export interface Seen {
  key: string;
  generated: boolean;
}

/** Sorts a project's sources into those that are analysed, silent, and not read. */
export async function readUnits(
  paths: string[],
  root: string,
  overlay: Map<string, string>,
  policies: Policies,
  named: Set<string>,
  seen?: Map<string, Seen>,
  rest?: () => Promise<void> | undefined,
): Promise<Units> {
  const units: Units = { loud: [], silent: new Map(), skipped: [] };
  for (const path of paths) {
    const edited = overlay.get(path);
    const source = (): Source | Skipped => (edited === undefined ? readSource(root, path) : sourceOf(edited));
    const isQuiet = !named.has(path) && (isSilentPath(path) || policies.isIgnored(path));
    if (isQuiet) {
      units.silent.set(path, unitOf(path, source));
      continue;
    }
    const known = edited === undefined ? seen?.get(path) : undefined;
    const first = known ?? look(path, source());
    if ('message' in first) {
      units.skipped.push(first);
      continue;
    }
    if (edited === undefined) seen?.set(path, first);
    const unit = unitOf(path, source, first.key);
    if (!named.has(path) && first.generated) units.silent.set(path, unit);
    else units.loud.push(unit);
    const pause = rest?.();
    if (pause) await pause;
  }
  return units;
}

/** A file of the disk is still what was seen of it. */
export const isAsSeen = (path: string, root: string, seen: Map<string, Seen>): boolean => {
  const read = readSource(root, path);
  return 'bytes' in read && seen.get(path)?.key === keyOf(path, read);
};

const look = (path: string, read: Source | Skipped): Seen | Skipped =>
  'bytes' in read ? { key: keyOf(path, read), generated: isGenerated(read.bytes.toString('latin1', 0, 800)) } : read;

function unitOf(path: string, source: () => Source | Skipped, known?: string): Unit {
  let key = known;
  return {
    path,
    key() {
      if (key !== undefined) return key;
      const read = source();
      return (key = 'bytes' in read ? keyOf(path, read) : '');
    },
    text() {
      const read = source();
      if (!('bytes' in read)) throw new Error(read.message);
      // The file may have changed since it was first read: the key must name the text handed out.
      key = keyOf(path, read);
      return read.text();
    },
  };
}

const keyOf = (path: string, source: Source): string => digest(source.bytes) + path.slice(path.lastIndexOf('.'));

const sourceOf = (text: string): Source => ({ bytes: Buffer.from(text), text: () => text });
