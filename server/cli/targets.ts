import { realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { isSource, projectPath, rootOf } from '../disk';
import { Failure } from './failure';

/** One project to check, and what of it to report on. */
export interface Target {
  /** Absolute, real path. */
  root: string;
  /** Project paths to report on; '' for everything. */
  paths: string[];
  /** Files given by name, as project paths. */
  named: string[];
  projectPath(absolute: string): string;
  /** A project path as seen from the current folder when the project lies in it, else from the project. */
  shownPath(path: string): string;
  /** The text of standard input, and which file it is. */
  input?: { path: string; text: string };
}

/**
 * The projects behind the paths of a command line, one for each root.
 * @param tell is told of files that are never analysed and named beside others, as the globs of a shell do.
 */
export function targetsOf(paths: string[], cwd: string, tell: (words: string) => void = () => {}): Target[] {
  const targets = new Map<string, Target>();
  const others: string[] = [];
  for (const path of paths.length ? paths : ['.']) {
    const real = realPath(path, cwd);
    const isFolder = statSync(real).isDirectory();
    if (!isFolder && !isSource(real)) {
      others.push(path);
      continue;
    }
    const root = rootOf(real);
    const target = targets.get(root) ?? targetAt(root, cwd);
    const inner = target.projectPath(real);
    target.paths.push(inner);
    if (!isFolder) target.named.push(inner);
    targets.set(root, target);
  }
  const shown = `${others.slice(0, MOST_SHOWN).join(', ')}${others.length > MOST_SHOWN ? ` and ${others.length - MOST_SHOWN} more` : ''}`;
  const words = others.length === 1 ? `${shown} is not a file` : `${shown} are not files`;
  if (targets.size === 0) throw new Failure(`${words} we can analyse. ${KINDS}`);
  if (others.length) tell(`data-ethics: ${words} we can analyse, and left out. ${KINDS}\n`);
  return [...targets.values()].sort((left, right) => (left.root < right.root ? -1 : 1));
}

/** Standard input in the place of a file, which need not exist. */
export function inputTarget(filename: string, text: string, cwd: string): Target {
  if (!isSource(filename)) throw new Failure(`--stdin-filename ${filename} is not a kind of file we can analyse. ${KINDS}`);
  const absolute = resolve(cwd, filename);
  let folder = dirname(absolute);
  while (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) folder = dirname(folder);
  const target = targetAt(rootOf(folder), cwd);
  const path = target.projectPath(join(realpathSync(folder), relative(folder, absolute)));
  return { ...target, paths: [path], named: [path], input: { path, text } };
}

const MOST_SHOWN = 5;
const KINDS = 'We read ts, tsx, mts, cts, js, jsx, mjs, cjs, vue, svelte, astro and html, but no .d.ts files.';

function targetAt(root: string, cwd: string): Target {
  const fromHere = relative(realpathSync(cwd), root);
  const isInside = fromHere === '' || (!fromHere.startsWith('..') && !isAbsolute(fromHere));
  const prefix = isInside ? fromHere.split('\\').join('/') : '';
  const shownPath = (path: string): string =>
    path.startsWith('../') ? join(fromHere, path) : prefix ? `${prefix}/${path}` : path;
  return { root, paths: [], named: [], projectPath: (absolute) => projectPath(root, absolute), shownPath };
}

function realPath(path: string, cwd: string): string {
  try {
    return realpathSync(resolve(cwd, path));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new Failure(`there is no ${path} in ${cwd}. Check the spelling; a glob must match something.`);
    throw new Failure(`${path} cannot be read (${code}). Check its permissions.`);
  }
}
