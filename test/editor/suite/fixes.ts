import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, file, findings, onDisk, open, restore, takeWayOut, waysOut } from './editor';

describe('ways out', () => {
  const [orders, policy] = ['src/orders.ts', 'data-ethics.json'];
  const before: Record<string, string> = {};

  beforeEach(async () => {
    for (const path of [orders, policy, 'src/newsletter.ts']) before[path] ??= await onDisk(path);
    await open(orders);
    await findings(orders, ['5 pii-in-logs', '9 pii-in-logs']);
  });
  afterEach(async () => {
    for (const [path, text] of Object.entries(before)) await restore(path, text);
  });

  it('offer the preferred one first, and the page and the path last', async () => {
    await eventually(async () => {
      const actions = await waysOut(orders, 'customer.email');
      assert.equal(actions[0]?.isPreferred, true);
      assert.deepEqual(
        actions.slice(-2).map(({ title }) => title),
        ['Explain pii-in-logs', 'Show the path of the data'],
      );
    });
  });

  it('mend: an id instead of the value', async () => {
    const after = await takeWayOut(orders, 'customer.email', /^Log customer\.id instead/);
    assert.match(after, /console\.log\(customer\.id\);/);
    await findings(orders, ['9 pii-in-logs']);
  });

  it('mend: masked by a function of the project, which is imported', async () => {
    const after = await takeWayOut(orders, 'customer.email', /maskEmail\(\)/);
    assert.match(after, /console\.log\(maskEmail\(customer\.email\)\);/);
    assert.match(after, /import \{ .*maskEmail.* \} from '\.\/customer';/);
    // The import is a line more.
    await findings(orders, ['10 pii-in-logs']);
  });

  it('suppress, with a reason', async () => {
    const after = await takeWayOut(orders, 'customer.email', /^Keep it, and say why/);
    assert.match(after, /data-ethics-disable-next-line pii-in-logs -- reason:/);
  });

  it('say in the policy that the data are not personal', async () => {
    await takeWayOut(orders, 'customer.email', /^customer\.email is not personal/);
    assert.match(await onDisk(policy), /"notPersonal"/);
    await findings(orders, ['9 pii-in-logs']);
  });

  it('mend all that is safe without looking', async () => {
    const kind = vscode.CodeActionKind.SourceFixAll.append('dataEthics');
    await open('src/newsletter.ts');
    await findings('src/newsletter.ts', ['4 cleartext-pii']);
    const [action] = await waysOut('src/newsletter.ts', 'fetch', kind);
    assert.ok(action?.edit);
    assert.ok(await vscode.workspace.applyEdit(action.edit));
    await vscode.workspace.saveAll();
    assert.match(await onDisk('src/newsletter.ts'), /'https:\/\/news\.example/);
    await findings('src/newsletter.ts', []);
  });

  it('mend all on save where somebody wants that', async () => {
    const settings = vscode.workspace.getConfiguration('editor', file('src/newsletter.ts'));
    const editor = await open('src/newsletter.ts');
    await findings('src/newsletter.ts', ['4 cleartext-pii']);
    await settings.update('codeActionsOnSave', { 'source.fixAll.dataEthics': 'explicit' }, vscode.ConfigurationTarget.Workspace);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '// A line.\n'));
    await editor.document.save();
    await settings.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Workspace);
    assert.match(await onDisk('src/newsletter.ts'), /'https:\/\/news\.example/);
  });
});
