/** The server as an editor starts it: the built program, over standard input and output. */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import type { TextDocumentEdit, TextEdit } from 'vscode-languageserver-protocol';
import { editorOn, PULLS, type Editor } from './support/editor';
import { projectOf } from './support/project';

const out = join(import.meta.dirname, '..', 'node_modules', '.cache', `lsp-test-${process.pid}`);
beforeAll(async () => {
  mkdirSync(out, { recursive: true });
  const build = spawn(process.execPath, ['--import', 'tsx', 'scripts/build.ts', out], { stdio: 'inherit' });
  expect(await new Promise((resolve) => build.on('exit', resolve))).toBe(0);
}, 120_000);
afterAll(() => rmSync(out, { recursive: true, force: true }));

function start(root: string): ChildProcessByStdio<Writable, Readable, null> {
  const args = [join(out, 'cli.js'), 'lsp', '--stdio', `--clientProcessId=${process.pid}`];
  return spawn(process.execPath, args, { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] });
}

async function editorIn(root: string): Promise<Editor> {
  const server = start(root);
  const ended = new Promise((resolve) => server.on('exit', resolve));
  onTestFinished(async () => {
    server.stdin.end();
    expect(await ended).toBe(0);
  });
  const connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  return editorOn(connection, root, PULLS, { cache: false });
}

const USER = 'export interface User { id: string; email: string; phone: string }\n';
const SHOW =
  "import type { User } from './user';\nimport { audit } from './audit';\nexport const show = (user: User) => audit(user.email);\n";
const AUDIT = 'export function audit(text: string) {\n  console.log(text);\n}\n';
const FILES = { 'user.ts': USER, 'show.ts': SHOW, 'audit.ts': AUDIT };
const codes = async (editor: Editor, path: string): Promise<unknown[]> => (await editor.pull(path)).map(({ code }) => code);

test('open, type, fix, rename; a change of what is imported changes what imports it', async () => {
  const root = projectOf(FILES);
  const editor = await editorIn(root);
  editor.open('show.ts', SHOW);
  expect(await codes(editor, 'show.ts')).toEqual(['pii-in-logs']);
  editor.open('audit.ts', AUDIT);
  editor.edit('audit.ts', AUDIT.replace('console.log(text)', 'void text'));
  expect(await codes(editor, 'show.ts')).toEqual([]);
  editor.edit('audit.ts', AUDIT);
  const [fix] = await editor.actions('show.ts', 2);
  expect(fix).toMatchObject({ title: 'Log user.id instead', isPreferred: true });
  editor.edit('show.ts', editedBy(SHOW, fix!.edit!.documentChanges![0] as TextDocumentEdit));
  expect(await codes(editor, 'show.ts')).toEqual([]);
  // The file that everything goes through gets another name: nothing is known of what it does under the old one.
  editor.edit('show.ts', SHOW.replace("'./audit'", "'./journal'"));
  editor.close('audit.ts');
  renameSync(join(root, 'audit.ts'), join(root, 'journal.ts'));
  const changes = [
    { uri: editor.uri('audit.ts'), type: 3 },
    { uri: editor.uri('journal.ts'), type: 1 },
  ];
  void editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  const [found] = await editor.pull('show.ts');
  expect(found?.relatedInformation?.at(-1)?.location.uri).toBe(editor.uri('journal.ts'));
}, 60_000);

test('scripts of components, each with its own two roots', async () => {
  const script = `${USER.replace('export ', '')}const show = (user: User) => console.log(user.email);\n`;
  const [one, two] = [
    projectOf({ 'a.vue': '' }),
    projectOf({ ...FILES, 'data-ethics.json': '{ "rules": { "pii-in-logs": "error" } }' }),
  ];
  const editor = await editorIn(one);
  const shapes: [string, string, string][] = [
    ['a.vue', 'vue', `<template><p>…</p></template>\n<script setup lang="ts">\n${script}</script>\n`],
    ['b.svelte', 'svelte', `<script lang="ts">\n${script}</script>\n<p>…</p>\n`],
    ['c.astro', 'astro', `---\n${script}---\n<p>…</p>\n`],
  ];
  for (const [path, language, text] of shapes) {
    editor.open(path, text, language);
    const [found] = await editor.pull(path);
    expect(found).toMatchObject({ code: 'pii-in-logs', severity: 2 });
    expect(found!.range.start.line).toBe(text.split('\n').findIndex((line) => line.includes('console.log')));
  }
  const folder = { uri: pathToFileURL(two).href, name: 'two' };
  void editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added: [folder], removed: [] } });
  let found = await editor.pull(`${folder.uri}/show.ts`);
  while (found.length === 0) found = await editor.pull(`${folder.uri}/show.ts`);
  expect(found[0]).toMatchObject({ code: 'pii-in-logs', severity: 1 });
}, 60_000);

test('a question that is taken back is not answered, and the next one is', async () => {
  const editor = await editorIn(projectOf(FILES));
  editor.open('show.ts', SHOW);
  const { CancellationTokenSource } = await import('vscode-jsonrpc/node');
  const source = new CancellationTokenSource();
  const asked = editor.connection.sendRequest(
    'textDocument/diagnostic',
    { textDocument: { uri: editor.uri('show.ts') } },
    source.token,
  );
  source.cancel();
  await expect(asked).rejects.toMatchObject({ code: -32800 });
  expect(await codes(editor, 'show.ts')).toEqual(['pii-in-logs']);
}, 60_000);

test('a server that was killed is started again and knows the same', async () => {
  const root = projectOf(FILES);
  const first = start(root);
  const connection = createMessageConnection(new StreamMessageReader(first.stdout), new StreamMessageWriter(first.stdin));
  connection.onError(() => undefined);
  connection.listen();
  const capabilities = {};
  const folders = [{ uri: pathToFileURL(root).href, name: 'project' }];
  await connection.sendRequest('initialize', { processId: null, rootUri: null, workspaceFolders: folders, capabilities });
  const ended = new Promise((resolve) => first.on('exit', resolve));
  first.kill('SIGKILL');
  await ended;
  connection.dispose();
  const editor = await editorIn(root);
  editor.open('show.ts', SHOW);
  expect(await codes(editor, 'show.ts')).toEqual(['pii-in-logs']);
}, 60_000);

test('five hundred edits end where a fresh server begins, byte for byte', async () => {
  const texts: Record<string, string> = { ...FILES };
  const paths = Object.keys(texts);
  const editor = await editorIn(projectOf(FILES));
  for (const path of paths) editor.open(path, texts[path]!);
  const random = generator(20261128);
  const words = ['\n', ' ', 'user.phone', 'user.id', 'console.log(user);', '(', ')', '}', '// note\n', 'export ', 'x', ';', "'"];
  let version = 100;
  for (let count = 0; count < 500; count++) {
    const path = paths[random(paths.length)]!;
    const text = texts[path]!;
    const start = random(text.length + 1);
    // Every twentieth time the file is as it was: mistakes do not pile up until nothing parses.
    const isReset = count % 20 === 19;
    const end = Math.min(text.length, start + random(3));
    const inserted = words[random(words.length)]!;
    texts[path] = isReset ? FILES[path as keyof typeof FILES] : text.slice(0, start) + inserted + text.slice(end);
    const change = isReset
      ? { text: texts[path] }
      : { range: { start: positionIn(text, start), end: positionIn(text, end) }, text: inserted };
    void editor.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: editor.uri(path), version: ++version },
      contentChanges: [change],
    });
    if (count % 7 === 0) await editor.pull(path);
  }
  await editor.connection.sendRequest('dataEthics/analyse', {});
  const root = projectOf(texts);
  const fresh = await editorIn(root);
  for (const path of paths) fresh.open(path, texts[path]!);
  await fresh.connection.sendRequest('dataEthics/analyse', {});
  const told = async (from: Editor): Promise<string> => {
    const inventory = await from.connection.sendRequest('dataEthics/inventory', {});
    const open = await Promise.all(paths.map((path) => from.pull(path)));
    return JSON.stringify([from.states.at(-1)!.counts, inventory, open]).replaceAll(from.uri(''), '');
  };
  expect(await told(editor)).toBe(await told(fresh));
}, 120_000);

test('files that nobody opens are looked at again when they are written', async () => {
  const root = projectOf(FILES);
  const editor = await editorIn(root);
  await editor.connection.sendRequest('dataEthics/analyse', {});
  const before = (await editor.pullAll()).items;
  expect(before.map(({ uri }) => uri)).toEqual([editor.uri('show.ts')]);
  writeFileSync(join(root, 'audit.ts'), AUDIT.replace('console.log(text)', 'void text'));
  void editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: editor.uri('audit.ts'), type: 2 }],
  });
  await editor.connection.sendRequest('dataEthics/analyse', {});
  const after = await editor.pullAll(before.map(({ uri, resultId }) => ({ uri, value: resultId! })));
  expect(after.items).toMatchObject([{ uri: editor.uri('show.ts'), items: [] }]);
}, 60_000);

function editedBy(text: string, { edits }: TextDocumentEdit): string {
  const [{ range, newText }] = edits as [TextEdit];
  const lines = text.split('\n');
  const offset = ({ line, character }: { line: number; character: number }): number =>
    lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
  return text.slice(0, offset(range.start)) + newText + text.slice(offset(range.end));
}

function positionIn(text: string, offset: number): { line: number; character: number } {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)!.length };
}

/** The same numbers on every machine: a linear congruential generator (Numerical Recipes). */
function generator(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
