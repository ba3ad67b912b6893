/** The sentence of a finding: how a place is reached from where nobody asks. */
import { symbolOf, type Program } from '../../link/program';
import { extentOf, placeOf } from '../../places';
import type { Step } from '../../rule';
import type { Spot } from './control';
import type { Use } from './nests';

export interface Way {
  /** From the place to the entry. */
  way: Use[];
  entry: number;
}

/** What is longer is not read. */
const LONGEST = 38;

/** From the entry to the place. */
export function stepsOf(program: Program, spot: Spot, found: Way): Step[] {
  const steps: Step[] = [];
  const way = [...found.way].reverse().filter((use) => use.kind !== 'import');
  const first = way[0]?.fn ?? spot.fn;
  if (way.length > 0)
    steps.push({ at: firstPlace(program, found.entry, way[0]), words: `${entryWords(program, first)} without a check` });
  way.slice(0, LONGEST).forEach((use, at) => {
    if (use.kind === 'inside') return;
    const runner = nameOfFunction(program, way[at + 1]?.fn ?? spot.fn);
    steps.push({ at: placeOf(program, use.fn, use.ordinal), words: `${runner} ${howRun(use)}` });
  });
  return steps;
}

function howRun({ kind }: Use): string {
  if (kind === 'element') return 'is shown here';
  return kind === 'attribute' || kind === 'callback' ? 'is handed over here' : 'is called here';
}

const firstPlace = (program: Program, entry: number, use: Use): Step['at'] =>
  use.fn === entry ? placeOf(program, use.fn, use.ordinal) : extentOf(program, use.fn, use.ordinal);

function entryWords(program: Program, fn: number): string {
  const module = program.moduleOf[fn];
  return fn === program.base[module] ? `${program.modules[module].path} runs` : `${nameOfFunction(program, fn)} is reached`;
}

function nameOfFunction(program: Program, fn: number): string {
  const module = program.moduleOf[fn];
  if (fn === program.base[module]) return program.modules[module].path;
  const parts = symbolOf(program, fn).split('.');
  const symbol = parts.filter((part) => part !== '<function>').join('.');
  // What has no name of its own is not the function it is written in.
  if (symbol !== '' && parts.at(-1) === '<function>') return `a callback in ${symbol}()`;
  return symbol === '' ? 'a callback' : `${symbol}()`;
}
