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

/** Sorts a project's sources into those that are analysed, silent, and not read. */
export function readUnits(
  paths: string[],
  root: string,
  overlay: Map<string, string>,
  policies: Policies,
  named: Set<string>,
): Units {
  const units: Units = { loud: [], silent: new Map(), skipped: [] };
  for (const path of paths) {
    const edited = overlay.get(path);
    const source = (): Source | Skipped => (edited === undefined ? readSource(root, path) : sourceOf(edited));
    const isQuiet = !named.has(path) && (isSilentPath(path) || policies.isIgnored(path));
    if (isQuiet) {
      units.silent.set(path, unitOf(path, source));
      continue;
    }
    const first = source();
    if (!('bytes' in first)) {
      units.skipped.push(first);
      continue;
    }
    const unit = unitOf(path, source, keyOf(path, first));
    if (!named.has(path) && isGenerated(first.bytes.toString('latin1', 0, 800))) units.silent.set(path, unit);
    else units.loud.push(unit);
  }
  return units;
}

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
