import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from './failure';

/**
 * Writes a text, with the folders it lies in.
 * @param sorry what to say when that fails, given the code of the system ("EACCES"); with `isNew` also "EEXIST".
 * @throws Failure with these words.
 */
export function writeText(path: string, text: string, sorry: (code: string | undefined) => string, isNew = false): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { flag: isNew ? 'wx' : 'w' });
  } catch (error) {
    throw new Failure(sorry((error as NodeJS.ErrnoException).code));
  }
}
