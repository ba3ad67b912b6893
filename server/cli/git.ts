/** What git knows about a project. Only reads: no hook, no pager, no helper of the repository runs, and nothing is fetched. */
import { execFileSync } from 'node:child_process';
import { Failure } from './failure';

const SAFE = ['core.fsmonitor=false', 'core.hooksPath=', 'core.quotePath=false', 'diff.external=', 'protocol.allow=never'];
const ENVIRONMENT = { GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', GIT_NO_LAZY_FETCH: '1', GIT_PAGER: 'cat', LC_ALL: 'C' };
const LARGEST_ANSWER = 512 * 1024 * 1024;

/** What git prints; undefined when it fails. @throws Failure when there is no git. */
export function git(folder: string, ...args: string[]): string | undefined {
  try {
    return execFileSync('git', [...SAFE.flatMap((setting) => ['-c', setting]), ...args], {
      cwd: folder,
      env: { ...process.env, ...ENVIRONMENT },
      encoding: 'utf8',
      maxBuffer: LARGEST_ANSWER,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new Failure('git is not installed, or not on the PATH.');
    return undefined;
  }
}

/** A file that differs from the base. Paths are relative to the folder that was asked about. */
export interface Change {
  path: string;
  /** Text at the base; undefined when the file was not there. */
  before: string | undefined;
  /** First and last line of each changed piece as it is now, from 1. Where lines were only taken out, their neighbours. */
  lines: [first: number, last: number][];
}

export interface Changes {
  /** "1a2b3c4", the commit that is compared with. */
  base: string;
  changed: Change[];
  /** Texts of the index that differ from the folder's; only when the index was asked for. */
  staged: Map<string, string>;
}

/** What is different from where this branch left another one. @throws Failure */
export function changesSince(folder: string, revision: string): Changes {
  ensureRepository(folder);
  const base = git(folder, 'merge-base', '--end-of-options', revision, 'HEAD')?.trim();
  if (!base)
    throw new Failure(
      `git finds no common commit of '${revision}' and HEAD in ${folder}. Check the name; a shallow clone needs its history (fetch-depth: 0).`,
    );
  const changed = diff(folder, base, [base]);
  for (const path of list(git(folder, 'ls-files', '--others', '--exclude-standard', '-z')))
    changed.push({ path, before: undefined, lines: [[1, Infinity]] });
  return { base: base.slice(0, 7), changed, staged: new Map() };
}

/** What the next commit would change. @throws Failure */
export function changesStaged(folder: string): Changes {
  ensureRepository(folder);
  const base = git(folder, 'rev-parse', '--verify', 'HEAD')?.trim() ?? EMPTY_TREE;
  const other = list(git(folder, 'diff', '--name-only', '--relative', '-z'));
  const staged = new Map(other.map((path) => [path, git(folder, 'show', `:./${path}`) ?? '']));
  return { base: base.slice(0, 7), changed: diff(folder, base, ['--cached', base]), staged };
}

/** The person git writes commits as; '' when it does not know. */
export const userOf = (folder: string): string => git(folder, 'config', 'user.name')?.trim() ?? '';

/** What a repository without a commit is compared with. */
const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

function ensureRepository(folder: string): void {
  if (git(folder, 'rev-parse', '--git-dir') === undefined)
    throw new Failure(`${folder} is in no git repository, so nothing can be said about changes. Leave out --since and --staged.`);
}

const list = (answer: string | undefined): string[] => (answer ?? '').split('\0').filter(Boolean);

function diff(folder: string, base: string, what: string[]): Change[] {
  const flags = ['--no-ext-diff', '--no-textconv', '--no-color', '--no-renames', '--relative', '--unified=0'];
  const patch = git(folder, 'diff', ...flags, '--src-prefix=a/', '--dst-prefix=b/', ...what) ?? '';
  const before = (path: string): string | undefined => git(folder, 'show', `${base}:./${path}`);
  return changesIn(patch).map(({ path, isNew, lines }) => ({ path, before: isNew ? undefined : before(path), lines }));
}

/** The files and lines of a patch without context. */
function changesIn(patch: string): { path: string; isNew: boolean; lines: Change['lines'] }[] {
  return patch
    .split(/^diff --git /m)
    .slice(1)
    .flatMap((part) => {
      const head = part.slice(0, part.search(/^@@ /m) >>> 0);
      const [from, to] = [/^--- (.+)$/m.exec(head)?.[1], /^\+\+\+ (.+)$/m.exec(head)?.[1]].map(nameIn);
      const path = to ?? from;
      if (path === undefined) return [];
      const lines = [...part.matchAll(/^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@/gm)].map(([, start, count]) =>
        piece(Number(start), count === undefined ? 1 : Number(count)),
      );
      return [{ path, isNew: from === undefined, lines }];
    });
}

const piece = (start: number, count: number): [number, number] => (count === 0 ? [start, start + 1] : [start, start + count - 1]);

/** "a/src/x.ts", quoted by git when it holds odd characters, and a tab behind one with blanks; /dev/null is no file. */
function nameIn(field: string | undefined): string | undefined {
  if (field === undefined || field === '/dev/null') return undefined;
  const plain = field.startsWith('"') ? unquoted(field) : field.replace(/\t$/, '');
  return plain.slice(2);
}

function unquoted(field: string): string {
  try {
    return JSON.parse(field) as string;
  } catch {
    return field.slice(1, -1);
  }
}

/** "1a2b3c4d5e6f", or '' where there is no repository and where there is no git. */
export function commitOf(folder: string): string {
  try {
    return git(folder, 'rev-parse', '--short=12', 'HEAD')?.trim() ?? '';
  } catch {
    return '';
  }
}
