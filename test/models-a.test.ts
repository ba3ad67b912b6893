/// <reference types="vite/types/importMeta.d.ts" />
import { describe, expect, test } from 'vitest';
import type { Action, Model } from '../server/engine/model';

const files = import.meta.glob<Record<string, Model>>(['../rules/models/*.ts', '!../rules/models/index.ts'], { eager: true });
const models = Object.entries(files).map(([path, exported]) => ({
  path,
  names: Object.keys(exported),
  model: Object.values(exported)[0],
}));

/** Every action of a model with words that say where it stands. */
function actions(model: Model): [string, Action][] {
  const found: [string, Action][] = Object.entries(model.components ?? {}).map(([name, action]) => [`<${name}>`, action]);
  for (const [name, type] of Object.entries(model.types)) {
    if (type.call) found.push([`${name}()`, type.call]);
    if (type.construct) found.push([`new ${name}`, type.construct]);
    if (type.otherwise) found.push([`${name}.…`, type.otherwise]);
    for (const [member, action] of Object.entries({ ...type.members, ...type.assigns })) {
      if (typeof action !== 'string') found.push([`${name}.${member}`, action]);
    }
  }
  return found;
}

/** Types that a model names, each with the place that names it. */
function references(model: Model): [string, string][] {
  const found: [string, string][] = [];
  for (const [name, type] of Object.entries(model.exports ?? {})) found.push([`export ${name}`, type]);
  for (const [name, type] of Object.entries(model.ambient ?? {})) found.push([`ambient ${name}`, type]);
  for (const [name, type] of Object.entries(model.types)) {
    for (const [member, target] of Object.entries(type.members ?? {})) {
      if (typeof target === 'string') found.push([`${name}.${member}`, target]);
    }
    for (const [member, read] of Object.entries(type.reads ?? {})) if (read.type) found.push([`${name}.${member}`, read.type]);
  }
  for (const [place, action] of actions(model)) {
    if (action.returns && action.returns !== 'receiver') found.push([place, action.returns]);
    for (const parameter of (action.callback ?? []).flatMap((callback) => callback.parameters)) {
      if (parameter.startsWith('type:')) found.push([place, parameter.slice('type:'.length)]);
    }
  }
  return found;
}

/** Argument paths of a sink: data, and what is necessary. */
function paths(action: Action): string[] {
  if (!action.sink) return [];
  return [...action.sink.data, ...('necessary' in action.sink ? Object.keys(action.sink.necessary ?? {}) : [])];
}

function duplicates(names: string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}

test('the folder holds models', () => expect(models.length).toBeGreaterThan(20));

describe.each(models)('$model.id', ({ path, names, model }) => {
  test('is the one export of a file named after it', () => {
    expect(names).toHaveLength(1);
    expect(path).toBe(`../rules/models/${model.id.replaceAll('/', '--')}.ts`);
    expect(names[0].toLowerCase()).toBe(model.id.replace(/[^a-z0-9]/gi, '').toLowerCase());
  });

  test('names only types that it has', () => {
    const missing = references(model).filter(([, type]) => !Object.hasOwn(model.types, type));
    expect(missing).toEqual([]);
  });

  test('has only types that something leads to', () => {
    const named = new Set(references(model).map(([, type]) => type));
    expect(Object.keys(model.types).filter((type) => !named.has(type))).toEqual([]);
  });

  test('can be reached', () => {
    const ways = [...model.packages, ...Object.keys(model.ambient ?? {}), ...(model.hosts ?? [])];
    expect(ways).not.toEqual([]);
    if (model.packages.length > 0) expect(Object.keys(model.exports ?? {})).not.toEqual([]);
  });

  test('writes argument paths in their form', () => {
    const form = /^(\*|\d+\*|\d+(\[\])?(\.[A-Za-z_$][\w$-]*(\[\])?)*)$/;
    for (const [place, action] of actions(model)) {
      for (const argument of paths(action)) expect(argument, place).toMatch(form);
    }
  });

  test('sees as necessary only what lies in the data it sends', () => {
    for (const [place, { sink }] of actions(model)) {
      if (sink?.kind !== 'third-party' || sink.data.includes('*')) continue;
      for (const argument of Object.keys(sink.necessary ?? {})) {
        const inside = sink.data.some(
          (data) => argument === data || argument.startsWith(`${data}.`) || argument.startsWith(`${data}[]`),
        );
        expect(inside, `${place}: ${argument}`).toBe(true);
      }
    }
  });

  test('says where its facts are from', () => expect(model.source).toMatch(/, 2026-11$/));

  test('has a vendor when data leaves to one', () => {
    if (actions(model).some(([, action]) => action.sink?.kind === 'third-party')) expect(model.vendor).toBeTruthy();
  });

  test('has examples', () => {
    const sinks = actions(model).filter(([, action]) => action.sink);
    if (sinks.length > 0) expect(model.examples.finds).not.toEqual([]);
    expect(model.examples.silent).not.toEqual([]);
    for (const snippet of model.examples.finds) {
      expect(snippet.match(/\/\/ ! (pii-in-logs|pii-to-third-party|pii-in-prompt)$/gm), snippet).toHaveLength(1);
    }
    for (const snippet of model.examples.silent) expect(snippet).not.toContain('// !');
  });
});

describe('between models', () => {
  test('an ambient name leads to one model', () => {
    expect(duplicates(models.flatMap(({ model }) => Object.keys(model.ambient ?? {})))).toEqual([]);
  });

  test('an import specifier leads to one model', () => {
    const claims = models.flatMap(({ model }) => model.packages.map((specifier) => ({ id: model.id, specifier })));
    const clashes = claims.flatMap((one) =>
      claims.filter((other) => {
        if (one === other) return false;
        if (one.specifier === other.specifier) return true;
        return one.id !== other.id && one.specifier.endsWith('/*') && other.specifier.startsWith(one.specifier.slice(0, -1));
      }),
    );
    expect(clashes).toEqual([]);
  });
});
