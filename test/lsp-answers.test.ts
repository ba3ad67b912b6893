/** What the extension asks beyond the protocol. */
import { expect, test } from 'vitest';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import type { FolderInventory, ProposedPolicy, RuleSummary } from '../server/lsp/messages';
import { editorOf, PULLS, type Editor } from './support/editor';
import { projectOf } from './support/project';

const USER = 'export interface User { id: string; email: string }\n';
const SIGN_UP = `${USER}export function signUp(user: User) {\n  localStorage.setItem('email', user.email);\n}\n`;
const ask = <T>(editor: Editor, what: string, params?: object): Promise<T> =>
  editor.connection.sendRequest<T>(`dataEthics/${what}`, params);

test('rules with their principle, and the page of one', async () => {
  const editor = await editorOf(projectOf({ 'user.ts': USER }), PULLS);
  const rules = await ask<RuleSummary[]>(editor, 'rules');
  expect(rules.find(({ id }) => id === 'pii-in-logs')).toEqual({
    id: 'pii-in-logs',
    title: 'Personal data is written to a log',
    value: 'Respect',
    severity: 'warning',
    preset: 'starter',
  });
  expect(await ask(editor, 'rulePage', { rule: 'pii-in-logs' })).toMatch(/^# pii-in-logs\n[\s\S]*May be relevant: GDPR/);
  expect(await ask(editor, 'rulePage', { rule: 'none' })).toBeNull();
});

test('the page names no law where the policy wants none', async () => {
  const root = projectOf({ 'user.ts': USER, 'data-ethics.json': '{ "version": 1, "legalHints": false }' });
  const page = await ask<string>(await editorOf(root, PULLS), 'rulePage', { rule: 'pii-in-logs' });
  expect(page).toMatch(/^# pii-in-logs/);
  expect(page).not.toContain('GDPR');
});

test('the data audit by category: where it is read, kept and sent', async () => {
  const editor = await editorOf(projectOf({ 'sign-up.ts': SIGN_UP }), PULLS);
  const [folder] = await ask<FolderInventory[]>(editor, 'inventory', {});
  expect(folder!.categories.map(({ id, title }) => [id, title])).toEqual([['email', 'email address']]);
  const [email] = folder!.categories;
  const uri = editor.uri('sign-up.ts');
  expect(email!.read).toEqual({ count: 1, files: [{ uri, count: 1 }] });
  expect(email!.sent).toMatchObject([{ uri, words: 'user.email', state: 'raw', to: 'browser-storage', leaves: false }]);
});

test('an audit takes what is typed, and outlives the run that it stops', async () => {
  const editor = await editorOf(projectOf({ 'sign-up.ts': SIGN_UP }), PULLS);
  const asked = ask<FolderInventory[]>(editor, 'inventory', {});
  editor.open('sign-up.ts', SIGN_UP.replaceAll('email', 'phone'));
  await asked;
  const [folder] = await ask<FolderInventory[]>(editor, 'inventory', {});
  expect(folder!.categories.map(({ id }) => id)).toEqual(['phone']);
});

test('a report as one page that loads nothing, and a policy written from the code', async () => {
  const root = projectOf({ 'sign-up.ts': SIGN_UP });
  const editor = await editorOf(root, PULLS);
  const folder = { uri: editor.uri('.').replace(/\/\.?$/, '') };
  const report = await ask<string>(editor, 'report', folder);
  expect(report).toContain('sign-up.ts:3');
  expect(report).not.toMatch(/<script|\ssrc=/);
  const proposed = await ask<ProposedPolicy>(editor, 'proposePolicy', folder);
  expect(proposed).toMatchObject({ uri: editor.uri('data-ethics.json'), exists: false });
  expect(proposed.text).toContain('"email"');
  expect(await ask(editor, 'proposePolicy', { uri: 'file:///elsewhere' })).toBeNull();
});

test('a policy that is there stays as it is', async () => {
  const editor = await editorOf(projectOf({ 'user.ts': USER, 'data-ethics.json': '{ "version": 1 }' }), PULLS);
  const proposed = await ask<ProposedPolicy>(editor, 'proposePolicy', { uri: editor.uri('.').replace(/\/\.?$/, '') });
  expect(proposed).toMatchObject({ exists: true, text: '{ "version": 1 }' });
});

test('a scan reports how far it has come', async () => {
  const editor = await editorOf(projectOf({ 'sign-up.ts': SIGN_UP }), PULLS);
  await ask(editor, 'analyse', { workDoneToken: 'scan' });
  expect(editor.progress).toContainEqual({ token: 'scan', value: { kind: 'report', percentage: 0 } });
});

test('a scan that is cancelled ends before it is done, and the next one runs', async () => {
  const many = Object.fromEntries(Array.from({ length: 80 }, (_, index) => [`part${index}.ts`, SIGN_UP]));
  const editor = await editorOf(projectOf(many), PULLS);
  await editor.whole();
  const source = new CancellationTokenSource();
  const before = editor.states.length;
  for (let index = 0; index < 80; index++) editor.open(`part${index}.ts`, USER);
  const scan = editor.connection.sendRequest('dataEthics/analyse', {}, source.token);
  source.cancel();
  await scan.catch(() => undefined);
  expect(editor.states.slice(before).map(({ counts }) => counts.warning)).not.toContain(0);
  await ask(editor, 'analyse', {});
  expect(editor.states.at(-1)).toMatchObject({ state: 'ready', counts: { warning: 0 } });
});
