/** Which documents are ours. */
import * as vscode from 'vscode';

const LANGUAGES = ['typescript', 'typescriptreact', 'javascript', 'javascriptreact', 'vue', 'svelte', 'astro', 'html'];

export const POLICY_NAME = 'data-ethics.json';

/** Documents on the disk, unsaved ones, and those of folders that lie elsewhere; no old versions that a diff shows. */
export function documentSelector(): { scheme: string; language?: string; pattern?: string }[] {
  const elsewhere = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
  const schemes = [...new Set(['file', 'untitled', ...elsewhere])];
  const sources = schemes.flatMap((scheme) => LANGUAGES.map((language) => ({ scheme, language })));
  return [...sources, { scheme: 'file', pattern: `**/${POLICY_NAME}` }];
}

/** "orders.ts:14" */
export function shortPlace(uri: vscode.Uri, range: vscode.Range): string {
  return `${uri.path.split('/').at(-1)}:${range.start.line + 1}`;
}

/** "src/orders.ts:14" */
export function longPlace(uri: vscode.Uri, range: vscode.Range): string {
  return `${vscode.workspace.asRelativePath(uri)}:${range.start.line + 1}`;
}

/** Opens a document with the range selected. */
export function openCommand(uri: vscode.Uri, range: vscode.Range): vscode.Command {
  return { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [uri, { selection: range }] };
}

/** The folder a command speaks about: the only one, that of the active editor, or the one a person picks. */
export async function chosenFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a folder first: this looks at a whole project.'));
    return undefined;
  }
  if (folders.length === 1) return folders[0];
  const active = vscode.window.activeTextEditor?.document.uri;
  return (active && vscode.workspace.getWorkspaceFolder(active)) ?? vscode.window.showWorkspaceFolderPick();
}
