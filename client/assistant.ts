/** For assistants in the editor: what is known about the data in one file. Reads nothing that the analysis has not read. */
import * as vscode from 'vscode';
import type { FolderInventory, Spot } from '../server/lsp/messages';
import { longPlace } from './documents';
import { findingsOf, type Finding } from './findings';
import type { Server } from './server';
import { keptName, stateName } from './views/words';

export const TOOL = 'dataEthics_fileFlows';

interface Input {
  /** Path of a file, absolute or inside the workspace; without one, the active editor. */
  path?: string;
}

export function registerTool(server: Server): vscode.Disposable {
  // Editors built on VS Code may have left it out.
  if (typeof vscode.lm?.registerTool !== 'function') return new vscode.Disposable(() => {});
  return vscode.lm.registerTool<Input>(TOOL, {
    prepareInvocation: ({ input: { path } }) => ({
      invocationMessage: vscode.l10n.t('Looking at the data flows of {0}', path ?? vscode.l10n.t('the active file')),
    }),
    async invoke({ input }, token) {
      const uri = uriOf(input.path);
      const words = uri
        ? flowsOf(uri, findingsOf(uri), await server.inventory(token))
        : `${input.path ?? 'The active editor'} is no file of this workspace. Name a file by its path inside the workspace.`;
      return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(words)]);
    },
  });
}

/** Files of the workspace only. */
function uriOf(path: string | undefined): vscode.Uri | undefined {
  if (path === undefined) return vscode.window.activeTextEditor?.document.uri;
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) return undefined;
  const isAbsolute = path.startsWith('/') || /^[a-z]:[\\/]/i.test(path);
  const uri = isAbsolute ? vscode.Uri.file(path) : vscode.Uri.joinPath(folder.uri, path);
  return vscode.workspace.getWorkspaceFolder(uri) ? uri : undefined;
}

/** In Markdown, with places as `path:line`. */
export function flowsOf(uri: vscode.Uri, findings: Finding[], folders: FolderInventory[]): string {
  const isHere = (spot: Spot): boolean => vscode.Uri.parse(spot.uri).toString() === uri.toString();
  const place = ({ range }: Spot): string => `line ${range.start.line + 1}`;
  const data = folders
    .flatMap(({ categories }) => categories)
    .flatMap(({ title, collected, stored, sent }) => [
      ...collected.filter(isHere).map((each) => `- ${title}: ${each.words} is collected (${place(each)})`),
      ...stored.filter(isHere).map((each) => `- ${title}: ${each.words} is stored in a database (${place(each)})`),
      ...sent.filter(isHere).map((each) => {
        const to = each.leaves ? each.to : keptName(each.to);
        return `- ${title}: ${each.words} goes to ${to}, ${stateName(each.state)} (${place(each)})`;
      }),
    ]);
  const found = findings.map(({ rule, message, hint, range, steps }) => {
    const way = steps.map(({ words, uri: at, range: where }) => `  - ${words} (${longPlace(at, where)})`);
    return [`- line ${range.start.line + 1}, ${rule}: ${message} ${hint}`, ...way].join('\n');
  });
  return [
    `# Data flows of ${vscode.workspace.asRelativePath(uri)}`,
    `## Personal data\n${data.join('\n') || 'None is known to be collected, stored or sent here.'}`,
    `## Findings\n${found.join('\n') || 'None.'}`,
  ].join('\n\n');
}
