/// <reference types="vite/types/importMeta.d.ts" />
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { readers } from '../rules/models/shared/readers';
import type { Action, Model, ModelType, Sink } from '../server/engine/model';

const files = import.meta.glob<Record<string, unknown>>('../rules/models/*.ts', { eager: true });
const models = Object.entries(files).map(([path, exported]) => ({
  path,
  exports: Object.values(exported),
  model: Object.values(exported)[0] as Model,
}));

const RULES = [
  'pii-in-logs',
  'pii-to-third-party',
  'pii-in-url',
  'pii-in-browser-storage',
  'cleartext-pii',
  'weak-anonymization',
  'pii-in-prompt',
];
/** `0`, `0.a.b`, `0[]`, `0.items[].text`, `*`, `1*`. */
const PATH = /^(\*|\d+\*|\d+(\[\])*(\.[\w$-]+(\[\])*)*)$/;

function actionsOf(model: Model): Action[] {
  return [...Object.values(model.components ?? {}), ...Object.values(model.types).flatMap(actionsOfType)];
}

function actionsOfType(type: ModelType): Action[] {
  const members = Object.values(type.members ?? {}).filter((member) => typeof member !== 'string');
  return [type.call, type.construct, type.otherwise, ...members, ...Object.values(type.assigns ?? {})].filter(
    (action) => !!action,
  );
}

/** Every name of a type that the model uses anywhere. */
function typeNames(model: Model): string[] {
  const types = Object.values(model.types);
  const properties = types.flatMap((type) => Object.values(type.members ?? {}).filter((member) => typeof member === 'string'));
  const reads = types.flatMap((type) => Object.values(type.reads ?? {}).flatMap((read) => read.type ?? []));
  const returns = actionsOf(model).flatMap((action) => action.returns ?? []);
  const parameters = actionsOf(model)
    .flatMap((action) => action.callback ?? [])
    .flatMap((callback) => callback.parameters);
  const named = parameters
    .filter((parameter) => parameter.startsWith('type:'))
    .map((parameter) => parameter.slice('type:'.length));
  const outside = [...Object.values(model.exports ?? {}), ...Object.values(model.ambient ?? {})];
  return [...properties, ...reads, ...returns.filter((name) => name !== 'receiver'), ...named, ...outside];
}

function pathsOf(sink: Sink): string[] {
  const places: unknown[] = [sink.data];
  if (sink.kind === 'http') places.push(sink.url || '0', sink.params ?? []);
  if (sink.kind === 'browser-storage') places.push(sink.key ?? [], sink.flags ?? []);
  if (sink.kind === 'file') places.push(sink.path ?? []);
  if (sink.kind === 'object-storage') places.push(sink.options);
  return places.flat() as string[];
}

/** Names claimed by more than one model. */
function claimedTwice(claims: (model: Model) => string[]): string[] {
  const owners = new Map<string, string[]>();
  for (const { model } of models) {
    for (const name of new Set(claims(model))) owners.set(name, [...(owners.get(name) ?? []), model.id]);
  }
  return [...owners].filter(([, ids]) => ids.length > 1).map(([name, ids]) => `${name}: ${ids.join(', ')}`);
}

test('there are models', () => expect(models.length).toBeGreaterThan(100));

test('no two models claim the same package, ambient name or id', () => {
  expect(claimedTwice((model) => model.packages)).toEqual([]);
  expect(claimedTwice((model) => Object.keys(model.ambient ?? {}))).toEqual([]);
  expect(claimedTwice((model) => [model.id])).toEqual([]);
});

describe.each(models)('$path', ({ path, exports, model }) => {
  test('exports one model, named like its file', () => {
    expect(exports).toHaveLength(1);
    expect(path).toBe(`../rules/models/${model.id.replaceAll('/', '--')}.ts`);
    expect([...model.packages, ...Object.keys(model.ambient ?? {}), ...(model.hosts ?? [])]).not.toEqual([]);
  });

  test('names only types that exist', () => {
    const missing = typeNames(model).filter((name) => !Object.hasOwn(model.types, name));
    expect(missing).toEqual([]);
  });

  test('names every type somewhere', () => {
    const used = new Set(typeNames(model));
    expect(Object.keys(model.types).filter((name) => !used.has(name))).toEqual([]);
  });

  test('writes argument paths, callbacks and readers that can be read', () => {
    for (const action of actionsOf(model)) {
      expect(action.sink ? pathsOf(action.sink).filter((place) => !PATH.test(place)) : []).toEqual([]);
      if (action.reader) expect(Object.keys(readers)).toContain(action.reader);
      const parameters = (action.callback ?? []).flatMap((callback) => callback.parameters);
      for (const parameter of parameters.filter((name) => !name.startsWith('type:'))) {
        expect(['element', 'receiver', 'result', 'none'].includes(parameter) || PATH.test(parameter), parameter).toBe(true);
      }
    }
  });

  test('has examples that parse, one flagged line in each find and none in the silent ones', () => {
    expect(model.examples.silent.length).toBeGreaterThan(0);
    const flagged = (text: string) => [...text.matchAll(/\/\/ ! ?(\S*)$/gm)].map((match) => match[1]);
    for (const text of model.examples.finds) {
      expect(flagged(text), text).toHaveLength(1);
      expect(RULES).toContain(flagged(text)[0]);
    }
    for (const text of model.examples.silent) expect(flagged(text), text).toEqual([]);
    for (const text of [...model.examples.finds, ...model.examples.silent]) expect(syntaxErrors(text), text).toEqual([]);
  });

  test('says where its facts are from, and when', () => expect(model.source).toMatch(/\b20\d\d-\d\d$/));
});

function syntaxErrors(text: string): string[] {
  const options = { jsx: ts.JsxEmit.Preserve, target: ts.ScriptTarget.ESNext };
  const { diagnostics = [] } = ts.transpileModule(text, {
    fileName: 'example.tsx',
    reportDiagnostics: true,
    compilerOptions: options,
  });
  return diagnostics.map((diagnostic) => ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'));
}
