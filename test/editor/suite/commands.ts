import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, findings, ID, open, pageOf } from './editor';

interface Manifest {
  contributes: { commands: { command: string; category: string }[]; views: Record<string, { id: string }[]> };
}

const manifest = (): Manifest => vscode.extensions.getExtension(ID)!.packageJSON as Manifest;
const run = (command: string, ...given: unknown[]): Thenable<unknown> => vscode.commands.executeCommand(command, ...given);

describe('commands', () => {
  before(async () => {
    await open('src/orders.ts');
    await findings('src/orders.ts', ['5 pii-in-logs', '9 pii-in-logs']);
  });
  afterEach(() => run('workbench.action.closeAllGroups'));

  it('are all there, under one name', async () => {
    const known = new Set(await vscode.commands.getCommands(true));
    for (const { command, category } of manifest().contributes.commands) {
      assert.ok(known.has(command), command);
      assert.equal(category, 'Data Ethics');
    }
  });

  it('scan the workspace', async () => {
    await run('dataEthics.scanWorkspace');
    await findings('src/orders.ts', ['5 pii-in-logs', '9 pii-in-logs']);
  });

  it('show the views, grouped in three ways', async () => {
    for (const { id } of Object.values(manifest().contributes.views).flat()) await run(`${id}.focus`);
    for (const by of ['Rule', 'File', 'Principle']) await run(`dataEthics.groupBy${by}`);
  });

  it('show the path of the finding at the cursor', async () => {
    const editor = await open('src/orders.ts');
    editor.selection = new vscode.Selection(8, 10, 8, 10);
    await run('dataEthics.showPath');
  });

  it('explain the rule at the cursor, and any other', async () => {
    const editor = await open('src/orders.ts');
    editor.selection = new vscode.Selection(4, 18, 4, 18);
    await run('dataEthics.explainRule');
    await eventually(() => assert.equal(pageOf('dataEthics.rule'), 'pii-in-logs'));
    await run('dataEthics.explainRule', 'pii-in-url');
    await eventually(() => assert.equal(pageOf('dataEthics.rule'), 'pii-in-url'));
  });

  it('open the report', async () => {
    await run('dataEthics.openReport');
    await eventually(() => assert.equal(pageOf('dataEthics.report'), 'Data Ethics: Report'));
  });

  it('open the policy that is there instead of writing another', async () => {
    await run('dataEthics.createPolicy');
    assert.match(vscode.window.activeTextEditor!.document.getText(), /"functions": \["maskEmail"\]/);
  });

  it('restart the server, and findings come back', async () => {
    await open('src/orders.ts');
    await run('dataEthics.restartServer');
    await findings('src/orders.ts', ['5 pii-in-logs', '9 pii-in-logs']);
  });
});

describe('the tool for assistants', () => {
  it('lists the data flows of a file', async () => {
    const tool = vscode.lm.tools.find(({ name }) => name === 'dataEthics_fileFlows');
    assert.ok(tool);
    const text = await flows('src/orders.ts');
    assert.match(text, /^# Data flows of src\/orders\.ts/);
    assert.match(text, /email address: customer\.email goes to the log, as it is \(line 5\)/);
    assert.match(text, /line 9, pii-in-logs: .*\n {2}- .*\(src\/orders\.ts:9\)/);
  });

  it('says nothing of files outside the workspace', async () => {
    assert.match(await flows('/etc/passwd'), /no file of this workspace/);
    assert.match(await flows('../../elsewhere.ts'), /no file of this workspace/);
  });

  async function flows(path: string): Promise<string> {
    const { content } = await vscode.lm.invokeTool('dataEthics_fileFlows', { input: { path }, toolInvocationToken: undefined });
    return content.map((part) => (part as vscode.LanguageModelTextPart).value).join('');
  }
});
