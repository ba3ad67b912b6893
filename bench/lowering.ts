/**
 * How much lowering adds to parsing. Usage: npx tsx bench/lowering.ts <folder> [rounds]
 * Every file is parsed alone and parsed and lowered, in turns, so that both see the same machine.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { lower, lowerParsed } from '../server/engine/syntax/lower';
import { parse } from '../server/engine/syntax/parse';

const [folder, rounds = '3'] = process.argv.slice(2);
const SOURCE = /\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/;

function sources(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' || entry.name === '.git' ? [] : sources(path);
    return SOURCE.test(entry.name) && entry.isFile() ? [path] : [];
  });
}

/** Milliseconds of processor time that `work` takes. */
function timed(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const files = sources(folder).map((path) => ({ path, text: readFileSync(path, 'utf8') }));
const bytes = files.reduce((sum, { text }) => sum + text.length, 0);
const totals = { words: 0, instructions: 0, functions: 0, opaque: 0, syntaxErrors: 0 };
for (const { path, text } of files) {
  const { code, at, functions, stats } = lower(path, text);
  totals.words += code.length;
  totals.instructions += at.length - 1;
  totals.functions += functions.length;
  totals.opaque += stats.opaque;
  totals.syntaxErrors += stats.syntaxErrors;
}
console.log(`${files.length} files, ${(bytes / 1e6).toFixed(1)} MB`, JSON.stringify(totals));

// Processor time has a resolution of about a millisecond: files are timed in groups.
const GROUP = 50;
for (let round = 0; round < Number(rounds); round++) {
  let parsing = 0;
  let both = 0;
  for (let index = 0; index < files.length; index += GROUP) {
    const group = files.slice(index, index + GROUP);
    const alone = (): void => group.forEach(({ path, text }) => void parse(path, text));
    const whole = (): void => group.forEach(({ path, text }) => void lowerParsed(path, text, parse(path, text)));
    if ((index / GROUP + round) % 2 === 0) {
      parsing += timed(alone);
      both += timed(whole);
    } else {
      both += timed(whole);
      parsing += timed(alone);
    }
  }
  const ratio = (both - parsing) / parsing;
  console.log(
    `parse ${parsing.toFixed(0)} ms, parse and lower ${both.toFixed(0)} ms: lowering is ${ratio.toFixed(2)} of parsing`,
  );
}
