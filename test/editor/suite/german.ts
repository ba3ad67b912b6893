import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, findings, ID, open, pageOf, waysOut } from './editor';

describe('an editor that speaks German', () => {
  it('is one', () => assert.equal(vscode.env.language, 'de'));

  it('has the words of the manifest in German', () => {
    const { contributes } = vscode.extensions.getExtension(ID)!.packageJSON as {
      contributes: { commands: { title: string | { value: string } }[]; views: Record<string, { name: string }[]> };
    };
    // A command is found by its English name as well: the editor keeps both.
    const titles = contributes.commands.map(({ title }) => (typeof title === 'string' ? title : title.value));
    assert.ok(titles.includes('Arbeitsbereich untersuchen'));
    assert.deepEqual(
      Object.values(contributes.views)
        .flat()
        .map(({ name }) => name),
      ['Befunde', 'Wege', 'Dateninventar'],
    );
  });

  it('has the words of the code in German, those of the rules as everywhere', async () => {
    await open('src/orders.ts');
    await findings('src/orders.ts', ['5 pii-in-logs', '9 pii-in-logs']);
    await eventually(async () => {
      const titles = (await waysOut('src/orders.ts', 'customer.email')).map(({ title }) => title);
      assert.deepEqual(titles.slice(-2), ['pii-in-logs erklären', 'Weg der Daten anzeigen']);
      assert.equal(titles[0], 'Log customer.id instead');
    });
    await vscode.commands.executeCommand('dataEthics.openReport');
    await eventually(() => assert.equal(pageOf('dataEthics.report'), 'Data Ethics: Bericht'));
  });
});
