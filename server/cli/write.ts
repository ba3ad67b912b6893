import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from './failure';

/**
 * Writes a text, or bytes in the encoding a file has, with the folders it lies in. The one place of the command line that writes.
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
    writeFileSync(path, content, { flag: isNew ? 'wx' : 'w' });
  } catch (error) {
    throw new Failure(sorry((error as NodeJS.ErrnoException).code));
  }
}
