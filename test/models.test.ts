/// <reference types="vite/types/importMeta.d.ts" />
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { readers } from '../server/engine/flow/readers';
import type { Action, Model, ModelType, Sink } from '../server/engine/model';
import { rules } from './run';

const files = import.meta.glob<Record<string, Model>>(['../rules/models/*.ts', '!../rules/models/index.ts'], { eager: true });
const models = Object.entries(files).map(([path, exported]) => ({
  path,
  names: Object.keys(exported),
  model: Object.values(exported)[0]!,
}));

/** `0`, `0.a.b`, `0[]`, `0.items[].text`, `*`, `1*`. */
const PATH = /^(\*|\d+\*|\d+(\[\])*(\.[\w$:-]+(\[\])*)*)$/;
const PARAMETERS = ['element', 'receiver', 'result', 'none'];

/** Every action of a model with words that say where it stands. */
function actionsOf(model: Model): [string, Action][] {
  const components = Object.entries(model.components ?? {}).map(([name, action]): [string, Action] => [`<${name}>`, action]);
  return [...components, ...Object.entries(model.types).flatMap(([name, type]) => actionsOfType(name, type))];
}

function actionsOfType(name: string, type: ModelType): [string, Action][] {
  const found: [string, Action][] = [];
  if (type.call) found.push([`${name}()`, type.call]);
  if (type.construct) found.push([`new ${name}`, type.construct]);
  if (type.otherwise) found.push([`${name}.…`, type.otherwise]);
  for (const [member, action] of [...Object.entries(type.members ?? {}), ...Object.entries(type.assigns ?? {})]) {
    if (typeof action !== 'string') found.push([`${name}.${member}`, action]);
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
      if (typeof target === 'string' && target !== 'receiver') found.push([`${name}.${member}`, target]);
    }
    for (const [member, read] of Object.entries(type.reads ?? {})) if (read.type) found.push([`${name}.${member}`, read.type]);
  }
  for (const [place, action] of actionsOf(model)) {
    if (action.returns && action.returns !== 'receiver') found.push([place, action.returns]);
    for (const parameter of (action.callback ?? []).flatMap((callback) => callback.parameters)) {
      if (parameter.startsWith('type:')) found.push([place, parameter.slice('type:'.length)]);
    }
  }
  // Readers hand these out.
  if (actionsOf(model).some(([, action]) => action.reader === 'persist'))
    found.push(['persist', 'setter'], ['persist', 'getter']);
  if (actionsOf(model).some(([, action]) => action.reader === 'kept-atom'))
    for (const type of ['keptAtom', 'kept', 'setter']) found.push(['kept-atom', type]);
  return found;
}

function pathsOf(sink: Sink): string[] {
  const places: unknown[] = [sink.data];
  if ('necessary' in sink) places.push(Object.keys(sink.necessary ?? {}));
  if (sink.kind === 'http') places.push(sink.url || '0', sink.params ?? []);
  if (sink.kind === 'browser-storage') places.push(sink.key ?? [], sink.flags ?? []);
  if (sink.kind === 'file') places.push(sink.path ?? []);
  if (sink.kind === 'object-storage') places.push(sink.options);
  return places.flat() as string[];
}

function syntaxErrors(text: string): string[] {
  const { diagnostics = [] } = ts.transpileModule(text, {
    fileName: 'example.tsx',
    reportDiagnostics: true,
    compilerOptions: { jsx: ts.JsxEmit.Preserve, target: ts.ScriptTarget.ESNext },
  });
  return diagnostics.map((diagnostic) => ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'));
}

const duplicates = (names: string[]): string[] => [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];

test('the folder holds models', () => expect(models.length).toBeGreaterThan(200));

describe.each(models)('$path', ({ path, names, model }) => {
  test('is the one export of a file named after it', () => {
    expect(names).toHaveLength(1);
    expect(path).toBe(`../rules/models/${model.id.replaceAll('/', '--')}.ts`);
  });

  test('names only types that it has, and has only types that something leads to', () => {
    const named = references(model);
    expect(named.filter(([, type]) => !Object.hasOwn(model.types, type))).toEqual([]);
    const reached = new Set(named.map(([, type]) => type));
    expect(Object.keys(model.types).filter((type) => !reached.has(type))).toEqual([]);
  });

  test('can be reached', () => {
    expect([...model.packages, ...Object.keys(model.ambient ?? {}), ...(model.hosts ?? [])]).not.toEqual([]);
    if (model.packages.length > 0) expect({ ...model.exports, ...model.components }).not.toEqual({});
  });

  test('writes argument paths, callbacks and readers that can be read', () => {
    for (const [place, action] of actionsOf(model)) {
      for (const argument of action.sink ? pathsOf(action.sink) : []) expect(argument, place).toMatch(PATH);
      if (action.reader) expect(Object.keys(readers), place).toContain(action.reader);
      for (const parameter of (action.callback ?? []).flatMap((callback) => callback.parameters)) {
        if (!PARAMETERS.includes(parameter) && !parameter.startsWith('type:')) expect(parameter, place).toMatch(PATH);
      }
    }
  });

  test('sees as necessary only what lies in the data it sends', () => {
    for (const [place, { sink }] of actionsOf(model)) {
      if (sink?.kind !== 'third-party' || sink.data.includes('*')) continue;
      for (const argument of Object.keys(sink.necessary ?? {})) {
        const inside = sink.data.some(
          (data) => argument === data || argument.startsWith(`${data}.`) || argument.startsWith(`${data}[]`),
        );
        expect(inside, `${place}: ${argument}`).toBe(true);
      }
    }
  });

  test('has a vendor when data leaves to one', () => {
    if (actionsOf(model).some(([, action]) => action.sink?.kind === 'third-party')) expect(model.vendor).toBeTruthy();
  });

  test('says whether its facts were read, and when', () => {
    expect(model.source).toMatch(/ \(from memory, 20\d\d-\d\d\)$|, read 20\d\d-\d\d$/);
  });

  test('has examples that parse, one marked line in each find and none in the silent ones', () => {
    const { finds, silent } = model.examples;
    expect(silent).not.toEqual([]);
    const marked = (text: string) => [...text.matchAll(/\/\/ ! ?(\S*)$/gm)].map((match) => match[1]);
    for (const text of finds) {
      expect(marked(text), text).toHaveLength(1);
      expect(rules.map(({ id }) => id)).toContain(marked(text)[0]);
    }
    for (const text of silent) expect(marked(text), text).toEqual([]);
    for (const text of [...finds, ...silent]) expect(syntaxErrors(text), text).toEqual([]);
  });
});

describe('between models', () => {
  test('an id belongs to one model', () => expect(duplicates(models.map(({ model }) => model.id))).toEqual([]));

  test('an ambient name leads to one model', () => {
    expect(duplicates(models.flatMap(({ model }) => Object.keys(model.ambient ?? {})))).toEqual([]);
  });

  test('an import specifier leads to one model', () => {
    const claims = models.flatMap(({ model }) => model.packages.map((specifier) => ({ id: model.id, specifier })));
    const clashes = claims.filter((one) =>
      claims.some((other) => {
        if (one === other) return false;
        return (
          one.specifier === other.specifier ||
          (one.id !== other.id && one.specifier.endsWith('/*') && other.specifier.startsWith(one.specifier.slice(0, -1)))
        );
      }),
    );
    expect(clashes).toEqual([]);
  });
});
