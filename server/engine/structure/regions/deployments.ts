/**
 * Parts of an application that are told where they run, and the personal data they work on. A segment of Next.js says so with
 * `export const preferredRegion`, for itself or, in a layout, for all below it; an edge function of Vercel with
 * `export const config = { runtime: 'edge', regions }`. Several regions: it runs in all of them.
 * nextjs.org/docs/app/api-reference/file-conventions/route-segment-config/preferredRegion,
 * vercel.com/docs/functions/configuring-functions/region (2026-11-29).
 */
import type { SourceLabel } from '../../flow/values';
import { Kind, NONE } from '../../ir';
import { kindAt, operandAt } from '../../link/reader';
import type { Constant, Datum } from '../../rule';
import type { Placement } from '../../rule/structure';
import { labelsIn, type Arrivals } from '../clients';
import { callsOf, functionOf, type Code, type Topic } from '../code';
import { toldBy } from './told-regions';

const SEGMENT = /(^|\/)(page|layout|route|default)\.[cm]?[jt]sx?$/;
const LAYOUT = /(^|\/)layout\.[cm]?[jt]sx?$/;
const mayDeploy: Topic = (name) => name === 'preferredRegion' || name === 'regions';

export function deploymentsOf(code: Code, arrivals: Arrivals, dataOf: (labels: readonly SourceLabel[]) => Datum[]): Placement[] {
  const { program } = code;
  const out: Placement[] = [];
  for (const module of code.modulesWith(mayDeploy, 'declared')) {
    const { path, exports } = program.modules[module];
    const fn = program.base[module];
    const { slots } = functionOf(program, fn);
    for (const name of ['preferredRegion', 'config']) {
      const slot = exports.find((entry) => entry.name === name)?.slot ?? NONE;
      if (slot < 0 || (name === 'preferredRegion' && !SEGMENT.test(path))) continue;
      const told = toldBy(constantsOf(code, fn, slot, name), 'region');
      if (told.length === 0) continue;
      const data = dataOf(labelsUnder(code, arrivals, path, module));
      if (data.length === 0) continue;
      const words = name === 'config' ? 'config.regions' : slots[slot].name;
      out.push(
        ...told.map(({ literal, region, at }) => ({
          at,
          extent: at,
          symbol: words,
          words,
          vendor: 'Vercel',
          literal,
          region,
          data,
          confidence: 'high' as const,
        })),
      );
    }
  }
  return out;
}

/** What is kept in an exported variable of a module. */
function constantsOf(code: Code, fn: number, slot: number, name: string): Constant[] {
  const reader = code.trail.reader(fn);
  for (let i = 0; i < reader.count; i++) {
    if (kindAt(reader, i) !== Kind.Store || operandAt(reader, i, 0) !== slot) continue;
    const value = operandAt(reader, i, 1);
    if (name === 'preferredRegion') return code.constants.of(fn, value);
    const isEdge = code.constants.of(fn, value, ['runtime']).some((each) => /^(experimental-)?edge$/.test(String(each.value)));
    return isEdge ? code.constants.of(fn, value, ['regions']) : [];
  }
  return [];
}

/** Personal data that the calls of a module are given; those of the modules below it when it is a layout. */
function labelsUnder(code: Code, arrivals: Arrivals, path: string, module: number): SourceLabel[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const modules = LAYOUT.test(path) ? code.modulesAt((other) => other.startsWith(folder)) : [module];
  return modules
    .flatMap((each) => code.functions(each))
    .flatMap((fn) => {
      const reader = code.trail.reader(fn);
      return [...callsOf(reader)].flatMap((call) => labelsIn(code, arrivals, fn, reader, call));
    });
}
