/** The language server as an editor meets it, over streams. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { editorOf, PULLS, PUSHED } from './support/editor';
import { projectOf } from './support/project';

const USER = 'export interface User { id: string; email: string }\n';
const SHOW =
  "import type { User } from './user';\nimport { audit } from './audit';\nexport const show = (user: User) => audit(user.email);\n";
const AUDIT = 'export function audit(text: string) {\n  console.log(text);\n}\n';
const FILES = { 'user.ts': USER, 'show.ts': SHOW, 'audit.ts': AUDIT };
const QUIET = SHOW.replace('user.email', 'user.id');

test('a document that is asked about: place, severity, rule, page and the way through other files', async () => {
  const root = projectOf(FILES);
  const editor = await editorOf(root, PULLS);
  editor.open('show.ts', SHOW);
  const [found, ...others] = await editor.pull('show.ts');
  expect(others).toEqual([]);
  expect(found).toMatchObject({
    severity: 2,
    source: 'data-ethics',
    code: 'pii-in-logs',
    range: { start: { line: 2, character: 36 } },
  });
  expect(found!.codeDescription?.href).toMatch(/\/docs\/rules\/pii-in-logs\.md$/);
  expect(found!.relatedInformation?.map(({ location }) => location.uri.slice(location.uri.lastIndexOf('/') + 1))).toEqual([
    'show.ts',
    'show.ts',
    'audit.ts',
  ]);
  editor.edit('show.ts', QUIET);
  expect(await editor.pull('show.ts')).toEqual([]);
});

test('the whole workspace is told, also when nothing is open, and stays when a file closes', async () => {
  const root = projectOf({ ...FILES, 'data-ethics.json': '{ "version": 1, "ruls": {} }' });
  const editor = await editorOf(root, PULLS);
  const { items } = await editor.pullAll();
  expect(items.map(({ uri }) => uri).sort()).toEqual([editor.uri('data-ethics.json'), editor.uri('show.ts')]);
  const known = items.map(({ uri, resultId = '' }) => ({ uri, value: resultId }));
  editor.open('show.ts', SHOW);
  editor.close('show.ts');
  expect(await editor.pull('show.ts')).toHaveLength(1);
  // Kept until there is news.
  const next = editor.pullAll(known);
  writeFileSync(join(root, 'show.ts'), QUIET);
  void editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: editor.uri('show.ts'), type: 2 }],
  });
  expect((await next).items).toMatchObject([{ uri: editor.uri('show.ts'), items: [] }]);
  expect(editor.registered).toContain('workspace/didChangeWatchedFiles');
  expect(editor.refreshes).toBeGreaterThan(0);
});

test('an editor that asks nothing is told: all files, the open one as it is typed, none when it is mended', async () => {
  const root = projectOf(FILES);
  const editor = await editorOf(root, PUSHED);
  await editor.whole();
  await until(() => editor.pushed.get('show.ts')?.length === 1);
  editor.open('show.ts', SHOW);
  editor.edit('show.ts', QUIET);
  await until(() => editor.pushed.get('show.ts')?.length === 0);
  editor.close('show.ts');
  await until(() => editor.pushed.get('show.ts')?.length === 1);
});

test('the policy counts as it is typed, and its mistakes stand in it', async () => {
  const editor = await editorOf(projectOf(FILES), PULLS);
  editor.open('show.ts', SHOW);
  editor.open('data-ethics.json', '{ "version": 1, "rules": { "pii-in-logs": "off" } }', 'json');
  expect(await editor.pull('show.ts')).toEqual([]);
  editor.edit('data-ethics.json', '{ "version": 1, "ruls": {} }');
  expect(await editor.pull('show.ts')).toHaveLength(1);
  const [mistake] = await editor.pull('data-ethics.json');
  expect(mistake).toMatchObject({ severity: 1, code: 'configuration', range: { start: { line: 0, character: 16 } } });
});

test('settings lie over the policy, and count when they change', async () => {
  const editor = await editorOf(projectOf(FILES), PULLS);
  editor.open('show.ts', SHOW);
  expect((await editor.pull('show.ts')).map(({ severity }) => severity)).toEqual([2]);
  editor.settings = { rules: { 'pii-in-logs': 'error' } };
  void editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await until(async () => (await editor.pull('show.ts'))[0]!.severity === 1);
  editor.settings = { rules: { 'pii-in-logs': 'off' }, scope: 'openFiles' };
  void editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await until(async () => (await editor.pull('show.ts')).length === 0);
});

test('each folder of a workspace answers for its own, and folders come and go', async () => {
  const [one, two] = [
    projectOf(FILES),
    projectOf({ ...FILES, 'data-ethics.json': '{ "version": 1, "rules": { "pii-in-logs": "error" } }' }),
  ];
  const editor = await editorOf(one, PULLS);
  const other = pathToFileURL(two).href;
  void editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
    event: { added: [{ uri: other, name: 'two' }], removed: [] },
  });
  await until(async () => (await editor.pull(`${other}/show.ts`)).length === 1);
  expect((await editor.pull(`${other}/show.ts`))[0]!.severity).toBe(1);
  expect((await editor.pull('show.ts'))[0]!.severity).toBe(2);
  void editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
    event: { added: [], removed: [{ uri: other, name: 'two' }] },
  });
  await until(async () => (await editor.pull(`${other}/show.ts`)).length === 0);
});

test('texts without a file are looked at by themselves, with a folder and without', async () => {
  const text = `${USER}export const show = (user: User) => console.log(user.email);\n`;
  for (const root of [projectOf({ 'a.ts': '' }), undefined]) {
    const editor = await editorOf(root, PULLS);
    editor.open('untitled:Untitled-1', text);
    expect((await editor.pull('untitled:Untitled-1')).map(({ code }) => code)).toEqual(['pii-in-logs']);
    editor.open('untitled:Untitled-2', text, 'markdown');
    expect(await editor.pull('untitled:Untitled-2')).toEqual([]);
    editor.close('untitled:Untitled-1');
    expect(await editor.pull('untitled:Untitled-1')).toEqual([]);
  }
});

test('tracking that a caller in another file guards is no alarm while somebody types', async () => {
  const root = projectOf({
    'track.ts': "import { track } from '@amplitude/analytics-browser';\nexport function seen() {\n  track('seen');\n}\n",
    'page.ts':
      "import { seen } from './track';\nexport function page(consent: { analytics: boolean }) {\n  if (consent.analytics) seen();\n}\n",
  });
  const editor = await editorOf(root, PULLS);
  editor.open(
    'track.ts',
    "import { track } from '@amplitude/analytics-browser';\nexport function seen() {\n  track('seen');\n}\n// typing",
  );
  expect(await editor.pull('track.ts')).toEqual([]);
  await editor.whole();
  expect(await editor.pull('track.ts')).toEqual([]);
});

test('hover says what a name is, and what a finding means', async () => {
  const editor = await editorOf(projectOf(FILES), PULLS);
  editor.open('show.ts', SHOW);
  editor.open('user.ts', USER);
  const valueOf = async (path: string, line: number, character: number): Promise<string> =>
    ((await editor.hover(path, line, character))?.contents as { value: string } | undefined)?.value ?? '';
  const finding = await valueOf('show.ts', 2, SHOW.split('\n')[2]!.indexOf('email') + 1);
  expect(finding).toContain('written to the log');
  expect(finding).toContain('The way it takes:\n1. ');
  expect(finding).toMatch(/\[audit\.ts:2\]\(file:.*\/audit\.ts#L2\)/);
  expect(finding).toContain('Ways out:\n- ');
  expect(finding).toContain('`email` is probably personal data: email address of `User`.');
  expect(await valueOf('user.ts', 0, USER.indexOf('email') + 1)).toContain('email address');
  expect(await valueOf('show.ts', 2, 14)).toBe('');
});

test('ways out: the preferred first, each for the text as it is; suppression asks for a reason', async () => {
  const root = projectOf(FILES);
  const editor = await editorOf(root, {
    ...PULLS,
    workspace: { ...PULLS.workspace, workspaceEdit: { snippetEditSupport: true } },
  });
  editor.open('show.ts', SHOW);
  const actions = await editor.actions('show.ts', 2);
  expect(actions.map(({ title, isPreferred }) => [title, isPreferred ?? false])).toEqual([
    ['Log user.id instead', true],
    ['Keep it, and say why (suppress pii-in-logs)', false],
    ['user.email is not personal data: say so in the policy', false],
  ]);
  const [mend, suppress, policy] = actions.map(({ edit }) => edit!.documentChanges!);
  expect(mend).toMatchObject([{ textDocument: { uri: editor.uri('show.ts') }, edits: [{ newText: 'user.id' }] }]);
  expect(suppress).toMatchObject([
    { edits: [{ snippet: { value: '// data-ethics-disable-next-line pii-in-logs -- reason: $1\n' } }] },
  ]);
  expect(policy![0]).toEqual({ kind: 'create', uri: editor.uri('data-ethics.json'), options: { ignoreIfExists: true } });
  expect(existsSync(join(root, 'data-ethics.json'))).toBe(false);
  expect(await editor.actions('show.ts', 0)).toEqual([]);
});

test('fix all takes what is safe, and only when it is asked for', async () => {
  const unused = '// data-ethics-disable-next-line pii-in-logs -- reason: legal hold\nexport const b = 2;\n';
  const editor = await editorOf(projectOf({ ...FILES, 'a.ts': unused }), PULLS);
  editor.open('a.ts', unused);
  editor.open('show.ts', SHOW);
  await editor.whole();
  const [all, ...others] = await editor.actions('a.ts', 0, ['source.fixAll']);
  expect(others).toEqual([]);
  expect(all).toMatchObject({ kind: 'source.fixAll.dataEthics', edit: { documentChanges: [{ edits: [{ newText: '' }] }] } });
  expect(await editor.actions('show.ts', 2, ['source.fixAll'])).toEqual([]);
  expect((await editor.actions('a.ts', 0)).map(({ kind }) => kind)).not.toContain('source.fixAll.dataEthics');
  const [unusedHint] = await editor.pull('a.ts');
  expect(unusedHint).toMatchObject({ code: 'expired-exception', tags: [1] });
});

test('a run that texts overtake is stopped and begun anew; the end is right', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 60 }, (_, index) => [
      `part${index}.ts`,
      `${USER}export const show = (user: User) => console.log(user.email);\n`,
    ]),
  );
  const editor = await editorOf(projectOf(many), PULLS);
  for (let index = 0; index < 5; index++) {
    editor.open(`part${index}.ts`, USER);
    void editor.connection.sendRequest('dataEthics/analyse', {});
  }
  await editor.connection.sendRequest('dataEthics/analyse', {});
  const { items } = await editor.pullAll();
  // The five that are open are asked about one by one.
  expect(items.map(({ uri }) => uri).sort()).toEqual(
    Object.keys(many)
      .slice(5)
      .map((path) => editor.uri(path))
      .sort(),
  );
  expect(editor.states.at(-1)).toMatchObject({ state: 'ready', counts: { error: 0, warning: 55, info: 0 } });
});

test('inside the policy: what may stand there, and what it means', async () => {
  const text = `{
  "version": 1,
  "rules": { "pii-in-logs": "", "" },
  "purposes": { "fulfil-order": { "why": "To send it.", "benefit": "It comes." } },
  "dataCategories": { "email": { "purposes": [""], "retention": "24 months" } },
  "recipients": { "": {} },
  ""
}`;
  const editor = await editorOf(projectOf({ ...FILES, 'data-ethics.json': text }), PULLS);
  editor.open('data-ethics.json', text, 'jsonc');
  const labels = async (before: string): Promise<string[]> =>
    (await editor.complete('data-ethics.json', text, before)).map(({ label }) => label);
  expect(await labels('"pii-in-logs": "')).toEqual(['error', 'warning', 'info', 'off']);
  expect(await labels('"pii-in-logs": "", "')).toContain('pii-in-url');
  expect(await labels('"pii-in-logs": "", "')).not.toContain('pii-in-logs');
  expect(await labels('"purposes": ["')).toEqual(['fulfil-order']);
  expect(await labels('"recipients": { "')).toContain('stripe');
  expect(await labels('{} },\n  "')).toContain('governance');
  const [item] = await editor.complete('data-ethics.json', text, '"purposes": ["');
  expect(item!.textEdit).toMatchObject({ newText: '"fulfil-order"' });
  const [line, column] = [4, text.split('\n')[4]!.indexOf('email') + 2];
  const hover = (await editor.hover('data-ethics.json', line, column))!.contents as { value: string };
  expect(hover.value).toMatch(/^\*\*email\*\*: email address/);
  const rule = (await editor.hover('data-ethics.json', 2, 16))!.contents as { value: string };
  expect(rule.value).toMatch(/pii-in-logs.*\(warning, starter\)[^]*docs\/rules\/pii-in-logs\.md/);
  editor.edit(
    'data-ethics.json',
    text.replace('"", "" }', '"error" }').replace('"": {} },\n  ""', '"stripe": {} }').replace('[""]', '["fulfil-order"]'),
  );
  editor.open('show.ts', SHOW);
  const name = (await editor.hover('show.ts', 2, SHOW.split('\n')[2]!.indexOf('email') + 1))!.contents as { value: string };
  expect(name.value).toContain('held for `fulfil-order` (To send it.); kept for 24 months');
});

test('a schema of the editor is not said again', async () => {
  const text = '{ "rules": { "" }, "recipients": { "" } }';
  const editor = await editorOf(projectOf({}), PULLS, { policySchema: true });
  editor.open('data-ethics.json', text, 'jsonc');
  expect(await editor.complete('data-ethics.json', text, '"rules": { "')).toEqual([]);
  expect((await editor.complete('data-ethics.json', text, '"recipients": { "')).length).toBeGreaterThan(10);
  expect(await editor.hover('data-ethics.json', 0, 4)).toBeNull();
});

/** Polls a condition that messages bring about. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20));
}
