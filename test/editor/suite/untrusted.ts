import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, file, findings, ID, open } from './editor';

describe('a workspace that nobody trusts', () => {
  it('is one', () => assert.equal(vscode.workspace.isTrusted, false));

  it('has findings all the same: nothing of it is run', async () => {
    await open('src/orders.ts');
    await eventually(() => assert.equal(vscode.extensions.getExtension(ID)?.isActive, true));
    await findings('src/orders.ts', ['5 pii-in-logs', '9 pii-in-logs']);
    await findings('src/newsletter.ts', ['4 cleartext-pii']);
  });

  it('keeps no cache of ours', async () => {
    for (const folder of ['.data-ethics', 'node_modules'])
      await assert.rejects(async () => vscode.workspace.fs.stat(file(folder)), folder);
  });
});
