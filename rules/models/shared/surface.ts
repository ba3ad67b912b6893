import type { Action, ModelType } from '../../../server/engine/model';

interface Parts {
  /** Exported class → type of its instances. The first argument of a constructor is its configuration. */
  classes?: Record<string, string>;
  /** Exported function → what calling it does, or exported value → its type. */
  members?: Record<string, string | Action>;
  /** Name of the class, function or value that is also the default export and what `require` returns. */
  main?: string;
}

/**
 * Exports and types of a package's entry, reachable by name, through its namespace, its default and `require`.
 * Types made: `module`, `class <Name>` and `<name>()`.
 */
export function surface(parts: Parts): { exports: Record<string, string>; types: Record<string, ModelType> } {
  const named: Record<string, string> = {};
  const types: Record<string, ModelType> = {};
  for (const [name, instance] of Object.entries(parts.classes ?? {})) {
    named[name] = `class ${name}`;
    types[`class ${name}`] = { construct: { returns: instance, config: 0 } };
  }
  for (const [name, member] of Object.entries(parts.members ?? {})) {
    named[name] = typeof member === 'string' ? member : `${name}()`;
    if (typeof member !== 'string') types[`${name}()`] = { call: member };
  }
  const main = parts.main === undefined ? undefined : named[parts.main];
  types.module = { ...(main ? types[main] : {}), members: { ...named, ...parts.members, default: main ?? 'module' } };
  return { exports: { ...named, default: main ?? 'module', '*': 'module' }, types };
}
