import { basename, dirname, resolve } from 'node:path';
import { readSource } from '../disk';
import { Failure } from './failure';
import type { Io } from './io';

/** Prints what a file is lowered to, for work on the engine. */
export async function printIr(file: string, io: Io): Promise<void> {
  const absolute = resolve(io.cwd, file);
  const source = readSource(dirname(absolute), basename(absolute));
  if (!('text' in source)) throw new Failure(`${file}: ${source.message}`);
  const [{ lower }, { printModule }] = await Promise.all([import('../engine/syntax/lower'), import('../engine/print')]);
  io.out(printModule(lower(basename(absolute), source.text())));
}
