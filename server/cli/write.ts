import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  mkdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from './failure';

/**
 * Writes a text, or bytes in the encoding a file has, with the folders it lies in. The one place of the command line that writes.
 * A file that is there is replaced as a whole, or stays as it is.
 * @param sorry what to say when that fails, given the code of the system ("EACCES"); with `isNew` also "EEXIST".
 * @throws Failure with these words.
 */
export function writeText(
  path: string,
  content: string | Buffer,
  sorry: (code: string | undefined) => string,
  isNew = false,
): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    if (isNew) writeFileSync(path, content, { flag: 'wx' });
    else replace(path, content);
  } catch (error) {
    throw new Failure(sorry(codeOf(error)));
  }
}

/** What keeps us from writing beside a file does not keep us from writing into it: a folder of others, a file that is mounted. */
const ONLY_INTO = new Set(['EACCES', 'EPERM', 'EROFS', 'EBUSY', 'EXDEV', 'EEXIST']);

function replace(path: string, content: string | Buffer): void {
  const there = statSync(path, { throwIfNoEntry: false });
  if (there) accessSync(path, constants.W_OK);
  // A pipe or a terminal is no file, and a second name of a file must go on to name it.
  if (there && (!there.isFile() || there.nlink > 1)) return writeFileSync(path, content);
  // What a link leads to is written, and the link stays.
  const target = there ? realpathSync(path) : path;
  const beside = `${target}.${process.pid}.tmp`;
  let isOurs = false;
  try {
    writeFileSync(beside, '', { flag: 'wx' });
    isOurs = true;
    if (there) {
      // Whose file it is comes first: a new owner takes part of the mode away.
      chownSync(beside, there.uid, there.gid);
      chmodSync(beside, there.mode);
    }
    writeFileSync(beside, content, { flush: true });
    renameSync(beside, target);
  } catch (error) {
    if (isOurs) rmSync(beside, { force: true });
    if (!ONLY_INTO.has(codeOf(error) ?? '')) throw error;
    writeFileSync(target, content);
  }
}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;
