import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, file, found, open, restore, onDisk } from './editor';

describe('the policy file', () => {
  it('is JSON with comments', async () => {
    const { document } = await open('data-ethics.json');
    assert.equal(document.languageId, 'jsonc');
  });

  it('is completed with keys, rules and severities', async () => {
    const before = await onDisk('data-ethics.json');
    const complete = async (text: string, at: string): Promise<string[]> => {
      await restore('data-ethics.json', text);
      const { document } = await open('data-ethics.json');
      const position = document.positionAt(text.indexOf(at) + at.length);
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        file('data-ethics.json'),
        position,
      );
      return items.map(({ label }) => (typeof label === 'string' ? label : label.label).replaceAll('"', ''));
    };
    try {
      await eventually(async () => assert.ok((await complete('{\n  "version": 1,\n  \n}\n', '1,\n  ')).includes('purposes')));
      await eventually(async () => assert.ok((await complete('{ "rules": {  } }\n', '{ "rules": { ')).includes('pii-in-logs')));
      const severities = ['{ "rules": { "pii-in-logs": "" } }\n', '"pii-in-logs": "'] as const;
      await eventually(async () => assert.ok((await complete(...severities)).includes('error')));
    } finally {
      await restore('data-ethics.json', before);
    }
  });

  it('shows its mistakes, and nothing when they are mended', async () => {
    const before = await onDisk('data-ethics.json');
    await restore('data-ethics.json', '{ "version": 1, "rules": { "pii-in-log": "error" } }\n');
    await eventually(() => assert.match(messages(), /pii-in-logs/));
    await restore('data-ethics.json', before);
    await eventually(() => assert.equal(messages(), ''));
  });

  it('counts while it is typed', async () => {
    const before = await onDisk('data-ethics.json');
    await open('src/orders.ts');
    await restore('data-ethics.json', '{ "version": 1, "rules": { "pii-in-logs": "off" } }\n');
    await eventually(() => assert.deepEqual(found('src/orders.ts'), []));
    await restore('data-ethics.json', before);
    await eventually(() => assert.deepEqual(found('src/orders.ts'), ['5 pii-in-logs', '9 pii-in-logs']));
  });
});

function messages(): string {
  const all = vscode.languages.getDiagnostics(file('data-ethics.json')).filter(({ source }) => source === 'data-ethics');
  return all.map(({ message }) => message).join('\n');
}
