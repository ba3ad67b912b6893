/** What tests do in an editor. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';

export const ID = 'data-ethics.data-ethics';

/** The uri of a file of the workspace. */
export function file(path: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'a folder is open');
  return vscode.Uri.joinPath(folder.uri, path);
}

export async function open(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(file(path), { preview: false });
}

/** Asks again until there is an answer that is no mistake, and tells the last mistake when there is none in time. */
export async function eventually<T>(ask: () => T | Promise<T>, milliseconds = 25_000): Promise<T> {
  const end = Date.now() + milliseconds;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** "5 pii-in-logs": lines as people count them, with the rule. */
export function found(path: string): string[] {
  return ours(path).map(({ range, code }) => `${range.start.line + 1} ${String((code as { value: string }).value)}`);
}

export function ours(path: string): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(file(path)).filter(({ source }) => source === 'data-ethics');
}

export async function findings(path: string, expected: string[]): Promise<void> {
  await eventually(() => assert.deepEqual(found(path), expected));
}

/** Ways out at a piece of text. */
export async function waysOut(path: string, text: string, kind = vscode.CodeActionKind.QuickFix): Promise<vscode.CodeAction[]> {
  const document = await vscode.workspace.openTextDocument(file(path));
  const at = document.positionAt(document.getText().indexOf(text));
  const range = new vscode.Range(at, at.translate(0, text.length));
  return vscode.commands.executeCommand('vscode.executeCodeActionProvider', file(path), range, kind.value);
}

/** Applies the way out with this title and saves all files; returns the text of the file then. */
export async function takeWayOut(path: string, text: string, title: RegExp): Promise<string> {
  const action = await eventually(async () => {
    const actions = await waysOut(path, text);
    const own = actions.find((each) => title.test(each.title));
    assert.ok(own, `there is ${title} among ${actions.map((each) => each.title).join(', ')}`);
    return own;
  });
  assert.ok(action.edit, 'it is an edit');
  assert.ok(await vscode.workspace.applyEdit(action.edit), 'the edit is taken');
  assert.ok(await vscode.workspace.saveAll(), 'everything is saved');
  return onDisk(path);
}

export async function onDisk(path: string): Promise<string> {
  return Buffer.from(await vscode.workspace.fs.readFile(file(path))).toString();
}

/** Puts a file back as it was. */
export async function restore(path: string, text: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(file(path));
  const edit = new vscode.WorkspaceEdit();
  edit.replace(file(path), new vscode.Range(new vscode.Position(0, 0), document.positionAt(document.getText().length)), text);
  await vscode.workspace.applyEdit(edit);
  await document.save();
}

/** The title of the webview that is shown, if its kind is this. */
export function pageOf(kind: string): string | undefined {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.find(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(kind))?.label;
}
