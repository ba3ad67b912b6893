/** The VS Code side: starts the language server beside the editor, and shows how it is doing. */
import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { ANALYSE, STATE, type State } from '../server/lsp/messages';

const LANGUAGES = ['typescript', 'typescriptreact', 'javascript', 'javascriptreact', 'vue', 'svelte', 'astro', 'html'];

let client: LanguageClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath('dist/cli.js');
  const policy = { scheme: 'file', pattern: '**/data-ethics.json' };
  const documentSelector = LANGUAGES.flatMap((language) => ['file', 'untitled'].map((scheme) => ({ scheme, language })));
  client = new LanguageClient(
    'dataEthics',
    'Data Ethics',
    { module, args: ['lsp'], transport: TransportKind.stdio },
    { documentSelector: [...documentSelector, policy] },
  );
  const status = vscode.languages.createLanguageStatusItem('dataEthics.status', [...documentSelector, policy]);
  status.name = 'Data Ethics';
  client.onNotification(STATE, (state: State) => showState(status, state));
  context.subscriptions.push(
    status,
    vscode.commands.registerCommand('dataEthics.analyse', () => client?.sendRequest(ANALYSE)),
    vscode.commands.registerCommand('dataEthics.restart', () => client?.restart()),
  );
  await client.start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}

function showState(status: vscode.LanguageStatusItem, { state, message, counts, files }: State): void {
  const { error, warning, info } = counts;
  status.busy = state === 'running';
  status.text = state === 'failed' ? 'Analysis failed' : `${error + warning + info} findings`;
  status.detail = message || `${error} errors, ${warning} warnings, ${info} hints in ${files} files`;
  status.severity = state === 'failed' ? vscode.LanguageStatusSeverity.Error : vscode.LanguageStatusSeverity.Information;
}
