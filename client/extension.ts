/** The VS Code side: starts the language server beside the editor and shows what it finds. */
import * as vscode from 'vscode';
import { registerTool } from './assistant';
import { registerCommands } from './commands';
import { findingsAt, watchFindings } from './findings';
import { registerHints } from './hints';
import { createPages } from './page';
import { createServer, type Server } from './server';
import { showStatus } from './status';
import { createFindingsView } from './views/findings';
import { createInventoryView } from './views/inventory';
import { createPathsView } from './views/paths';

let server: Server | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  server = createServer(context);
  const found = watchFindings();
  const findings = createFindingsView(found, server, context.workspaceState);
  const inventory = createInventoryView(server);
  const paths = createPathsView();
  const pages = createPages(context.extensionUri);
  context.subscriptions.push(
    server,
    found,
    findings,
    inventory,
    paths,
    pages,
    showStatus(server.onState),
    registerHints(),
    registerTool(server),
    registerCommands({ server, pages, findings, inventory, paths }),
    findings.onDidPick((finding) => paths.show(finding)),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections: [selection] }) => {
      const [finding] = findingsAt(textEditor.document.uri, selection!.active);
      if (finding) paths.show(finding);
    }),
    // What lies in a cache of the workspace may count from now on.
    vscode.workspace.onDidGrantWorkspaceTrust(() => server?.restart()),
  );
  await server.start();
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
