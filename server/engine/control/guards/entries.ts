/** Which functions somebody outside the code runs: what is exported, what a framework loads; and which nobody runs at all. */
import { Kind, NONE } from '../../ir';
import { functionOf } from '../../link/program';
import { kindAt, operandAt, operandCount } from '../../link/reader';
import type { Control } from './control';

export interface Entries {
  isDead(fn: number): boolean;
  isPage(fn: number): boolean;
}

export function createEntries(control: Control): Entries {
  const { program } = control;

  /** Nobody in the project runs it, and nobody outside can. */
  const isDead = (fn: number): boolean => {
    const info = functionOf(program, fn);
    const module = program.moduleOf[fn];
    if (fn === program.base[module]) return false;
    if (info.class !== NONE) return info.name.startsWith('#') || isPrivate(module, info.class, info.name);
    return !info.exported && !isExported(module, fn) && info.parent === 0 && info.name !== '' && !isScript(module);
  };

  const isPrivate = (module: number, own: number, name: string): boolean => {
    const { shapes, classes } = program.modules[module];
    const shape = shapes[classes[own].shape];
    return shape !== undefined && name.startsWith('_') && !shape.members.some((member) => member.name === name);
  };

  /** By name, as the default, or as part of what is. */
  const isExported = (module: number, fn: number): boolean => {
    const reader = control.reader(program.base[module]);
    const slots = new Set<number>();
    const holds = (value: number, depth = 6): boolean => {
      if (value === NONE || depth === 0) return false;
      switch (kindAt(reader, value)) {
        case Kind.Closure:
          return operandAt(reader, value, 0) === fn - program.base[module];
        case Kind.Load:
          return operandAt(reader, value, 1) === NONE && slots.has(operandAt(reader, value, 0));
        case Kind.Cast:
          return holds(operandAt(reader, value, 0), depth - 1);
        // `providers: [{ provide: APP_INITIALIZER, useFactory: startAnalytics }]`
        case Kind.Array:
          for (let n = 1; n < operandCount(reader, value); n += 2) if (holds(operandAt(reader, value, n), depth - 1)) return true;
          return false;
        case Kind.Object:
          for (let n = 2; n < operandCount(reader, value); n += 3) if (holds(operandAt(reader, value, n), depth - 1)) return true;
          return false;
        default:
          return false;
      }
    };
    for (let i = 0; i < reader.count; i++)
      if (kindAt(reader, i) === Kind.Store && holds(operandAt(reader, i, 1))) slots.add(operandAt(reader, i, 0));
    return program.modules[module].exports.some((entry) => slots.has(entry.slot));
  };

  /** A file without imports and exports shares its names with the page: whoever loads it may call them. */
  const isScript = (module: number): boolean =>
    program.modules[module].imports.length === 0 && program.modules[module].exports.length === 0;

  /** A file that a framework loads by its place. */
  const isPage = (fn: number): boolean => {
    const info = functionOf(program, fn);
    const { path } = program.modules[program.moduleOf[fn]];
    return (
      info.exported &&
      info.parent === 0 &&
      /(^|\/)(app|pages|routes|src\/routes)\/.*?(page|layout|route|_app|_document|template)\.[cm]?[jt]sx?$/.test(path) &&
      isExported(program.moduleOf[fn], fn)
    );
  };

  return { isDead, isPage };
}
