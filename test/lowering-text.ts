/** Text → printed IR, cut to what a test is about. */
import { printModule } from '../server/engine/print';
import { lower } from '../server/engine/syntax/lower';

/** Everything that is printed. */
export const whole = (text: string, path = 'a.tsx'): string => printModule(lower(path, text));

/** Imports, exports, shapes, classes and comments. */
export const head = (text: string, path = 'a.tsx'): string => whole(text, path).split(/^f0 /m)[0].trim();

/** The code of all functions, without the entry block and the implicit return of the module function. */
export function code(text: string, path = 'a.tsx'): string {
  const functions = whole(text, path).split(/^(?=f\d+ )/m);
  return functions
    .filter((part) => /^f\d+ /.test(part))
    .map((part) =>
      part.startsWith('f0 module\nb0:\n') ? part.replace('f0 module\nb0:\n', '').replace(/ {2}return\n*$/, '') : part,
    )
    .join('')
    .trimEnd();
}

/** The code of functions other than the module function. */
export const functions = (text: string, path = 'a.tsx'): string => code(text, path).replace(/^[\s\S]*?(?=^f1 )/m, '');
