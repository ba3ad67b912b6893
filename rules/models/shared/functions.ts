import type { Action, Model } from '../../../server/engine/model';

/** One action under several names. */
export function each<Name extends string>(names: Name[], action: Action): Record<Name, Action> {
  return Object.fromEntries(names.map((name) => [name, action])) as Record<Name, Action>;
}

/**
 * A library of plain functions: each can be imported by name, and is a member of the default and of the namespace import.
 * The type of a function `f` is `f()`, so that it never meets a type of the model itself; the whole is `namespace`.
 */
export function functions(actions: Record<string, Action>): Required<Pick<Model, 'exports' | 'types'>> {
  const names = Object.keys(actions);
  return {
    exports: { default: 'namespace', '*': 'namespace', ...Object.fromEntries(names.map((name) => [name, `${name}()`])) },
    types: {
      namespace: { members: { ...actions } },
      ...Object.fromEntries(names.map((name) => [`${name}()`, { call: actions[name]! }])),
    },
  };
}
