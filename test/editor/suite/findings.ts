import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, file, findings, found, ID, open, ours } from './editor';

describe('findings', () => {
  it('start with the first source that is opened', async () => {
    await open('src/orders.ts');
    await eventually(() => assert.equal(vscode.extensions.getExtension(ID)?.isActive, true));
  });

  it('are squiggles at the place, with severity, page and hint', async () => {
    await findings('src/orders.ts', ['5 pii-in-logs', '9 pii-in-logs']);
    const [first] = ours('src/orders.ts');
    assert.equal(first!.severity, vscode.DiagnosticSeverity.Warning);
    assert.match(first!.message, /email.*\n.+/);
    assert.match((first!.code as { target: vscode.Uri }).target.toString(), /\/docs\/rules\/pii-in-logs\.md$/);
  });

  it('have a path through other files', () => {
    const [, second] = ours('src/orders.ts');
    const places = second!.relatedInformation!.map(({ location }) => location.uri.path.split('/').at(-1));
    assert.deepEqual([...new Set(places)], ['orders.ts', 'audit.ts']);
  });

  it('are told of files that nobody has opened', async () => {
    assert.ok(!vscode.workspace.textDocuments.some(({ uri }) => uri.path.endsWith('newsletter.ts')));
    await findings('src/newsletter.ts', ['4 cleartext-pii']);
  });

  it('follow what is typed', async () => {
    const editor = await open('src/orders.ts');
    const line = editor.document.lineAt(4);
    await editor.edit((edit) => edit.replace(line.range, '  console.log(customer.id);'));
    await findings('src/orders.ts', ['9 pii-in-logs']);
    await vscode.commands.executeCommand('undo');
    await findings('src/orders.ts', ['5 pii-in-logs', '9 pii-in-logs']);
    await editor.document.save();
  });

  it('change where another file has changed', async () => {
    const audit = await open('src/audit.ts');
    await audit.edit((edit) => edit.replace(audit.document.lineAt(1).range, '  void text;'));
    await findings('src/orders.ts', ['5 pii-in-logs']);
    await vscode.commands.executeCommand('undo');
    await findings('src/orders.ts', ['5 pii-in-logs', '9 pii-in-logs']);
    await audit.document.save();
  });

  it('are found in a text that was never saved', async () => {
    const content =
      'export interface User { id: string; email: string }\nexport const show = (user: User) => console.log(user.email);\n';
    const document = await vscode.workspace.openTextDocument({ language: 'typescript', content });
    const { uri } = document;
    await eventually(() => assert.equal(vscode.languages.getDiagnostics(uri).filter(isOurs).length, 1));
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('stay when their file is closed', async () => {
    await open('src/newsletter.ts');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.deepEqual(found('src/newsletter.ts'), ['4 cleartext-pii']);
  });

  it('are less when a setting switches a rule off, and come back', async () => {
    const settings = vscode.workspace.getConfiguration('dataEthics', file('src/orders.ts'));
    await settings.update('rules.pii-in-logs', 'off', vscode.ConfigurationTarget.Workspace);
    await findings('src/orders.ts', []);
    await settings.update('rules.pii-in-logs', undefined, vscode.ConfigurationTarget.Workspace);
    await findings('src/orders.ts', ['5 pii-in-logs', '9 pii-in-logs']);
  });
});

describe('hovers', () => {
  const hoverAt = async (text: string): Promise<vscode.MarkdownString[]> => {
    const { document } = await open('src/orders.ts');
    const at = document.positionAt(document.getText().indexOf(text) + text.length - 1);
    const hovers: vscode.Hover[] = await vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, at);
    return hovers.flatMap(({ contents }) => contents as vscode.MarkdownString[]);
  };

  it('say what a name is, why it matters, and how to go on', async () => {
    await eventually(async () => {
      const words = (await hoverAt('console.log(customer.email')).map(({ value }) => value).join('\n');
      assert.match(words, /personal data/);
      assert.match(words, /Ways out/);
      assert.match(words, /\(command:dataEthics\.explainRule\?/);
    });
  });

  it('trust no command but our own two', async () => {
    const links = (await hoverAt('console.log(customer.email')).find(({ value }) => value.includes('command:'));
    assert.deepEqual(links!.isTrusted, { enabledCommands: ['dataEthics.explainRule', 'dataEthics.showPath'] });
  });
});

const isOurs = ({ source }: vscode.Diagnostic): boolean => source === 'data-ethics';
