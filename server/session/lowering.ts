import type { Skipped } from '../disk';
import type { ModuleIR } from '../engine/ir';
import type { Project } from './project';
import type { Unit } from './units';

/** The modules of one run: kept from the run before, from the cache, or lowered now. */
export interface Lowering {
  /** Undefined when nothing could be made of the file. */
  moduleOf(unit: Unit): ModuleIR | undefined;
  /** What was asked for, by content key. */
  current: Map<string, ModuleIR>;
  /** Files of which nothing could be made, with the reason. */
  unparsed: Skipped[];
  /** How many were lowered now. */
  lowered(): number;
}

/** @param mark told the name of each phase when it is done: read, parse, lower. */
export async function createLowering(project: Project, mark: (phase: string) => void): Promise<Lowering> {
  const [{ lowerParsed }, { parse }] = await Promise.all([import('../engine/syntax/lower'), import('../engine/syntax/parse')]);
  const current = new Map<string, ModuleIR>();
  const unparsed: Skipped[] = [];
  let lowered = 0;
  const keep = (unit: Unit, module: ModuleIR): ModuleIR => {
    current.set(unit.key(), module);
    return module;
  };
  return {
    current,
    unparsed,
    lowered: () => lowered,
    moduleOf(unit) {
      const stored = project.modules.get(unit.key()) ?? project.cache.get(unit.key());
      if (stored) return keep(unit, stored.path === unit.path ? stored : { ...stored, path: unit.path });
      try {
        lowered++;
        mark('read');
        const text = unit.text();
        const parsed = parse(unit.path, text);
        mark('parse');
        const module = lowerParsed(unit.path, text, parsed);
        mark('lower');
        project.cache.put(unit.key(), module);
        return keep(unit, module);
      } catch (error) {
        const words = error instanceof Error ? error.message : String(error);
        unparsed.push({ path: unit.path, reason: 'unparsed', message: `The file could not be analysed: ${words}` });
        return undefined;
      }
    },
  };
}
