/** An editor without a screen: speaks the protocol with a server over streams, and remembers what it was told. */
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter, type MessageConnection } from 'vscode-jsonrpc/node';
import type { CodeAction, CompletionItem, Diagnostic, Hover, WorkspaceDiagnosticReport } from 'vscode-languageserver-protocol';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from '../../server/lsp/server';

export interface Editor {
  connection: MessageConnection;
  /** What was pushed last, by file name. */
  pushed: Map<string, Diagnostic[]>;
  states: { state: string; counts: Record<string, number> }[];
  refreshes: number;
  progress: unknown[];
  registered: string[];
  settings: unknown;
  uri(path: string): string;
  open(path: string, text: string, language?: string): void;
  edit(path: string, text: string): void;
  close(path: string): void;
  pull(path: string): Promise<Diagnostic[]>;
  pullAll(known?: { uri: string; value: string }[]): Promise<WorkspaceDiagnosticReport>;
  hover(path: string, line: number, character: number): Promise<Hover | null>;
  /** What is offered behind the first place where `before` stands in a text. */
  complete(path: string, text: string, before: string): Promise<CompletionItem[]>;
  actions(path: string, line: number, only?: string[]): Promise<CodeAction[]>;
  /** Waits for the next whole run that comes to its end. */
  whole(): Promise<void>;
}

/** Starts a server in this process, with streams between. */
export function editorOf(root: string | undefined, capabilities: object, initializationOptions?: object): Promise<Editor> {
  const [toServer, toEditor] = [new PassThrough(), new PassThrough()];
  const server = createConnection(ProposedFeatures.all, new StreamMessageReader(toServer), new StreamMessageWriter(toEditor));
  serve(server, { cache: false, today: '2026-11-25' });
  return editorOn(
    createMessageConnection(new StreamMessageReader(toEditor), new StreamMessageWriter(toServer)),
    root,
    capabilities,
    initializationOptions,
  );
}

export async function editorOn(
  connection: MessageConnection,
  root: string | undefined,
  capabilities: object,
  initializationOptions?: object,
): Promise<Editor> {
  const uri = (path: string): string => (path.includes(':') || root === undefined ? path : pathToFileURL(join(root, path)).href);
  let version = 1;
  const waiting: (() => void)[] = [];
  const editor: Editor = {
    connection,
    pushed: new Map(),
    states: [],
    refreshes: 0,
    progress: [],
    registered: [],
    settings: {},
    uri,
    open: (path, text, languageId = 'typescript') =>
      void connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri: uri(path), languageId, version: ++version, text },
      }),
    edit: (path, text) =>
      void connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: uri(path), version: ++version },
        contentChanges: [{ text }],
      }),
    close: (path) => void connection.sendNotification('textDocument/didClose', { textDocument: { uri: uri(path) } }),
    async pull(path) {
      const report = await connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', {
        textDocument: { uri: uri(path) },
      });
      return report.items;
    },
    pullAll: (previousResultIds = []) => connection.sendRequest('workspace/diagnostic', { previousResultIds }),
    hover: (path, line, character) =>
      connection.sendRequest('textDocument/hover', { textDocument: { uri: uri(path) }, position: { line, character } }),
    complete(path, text, before) {
      const lines = text.slice(0, text.indexOf(before) + before.length).split('\n');
      const position = { line: lines.length - 1, character: lines.at(-1)!.length };
      return connection.sendRequest('textDocument/completion', { textDocument: { uri: uri(path) }, position });
    },
    actions(path, line, only) {
      const range = { start: { line, character: 0 }, end: { line, character: 500 } };
      return connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri: uri(path) },
        range,
        context: { diagnostics: [], only },
      });
    },
    whole: () => new Promise((resolve) => waiting.push(resolve)),
  };
  const name = (full: string): string => (root ? full.replace(`${pathToFileURL(root).href}/`, '') : full);
  connection.onNotification(
    'textDocument/publishDiagnostics',
    ({ uri: full, diagnostics }: { uri: string; diagnostics: Diagnostic[] }) => void editor.pushed.set(name(full), diagnostics),
  );
  connection.onNotification('dataEthics/state', (state: Editor['states'][number]) => {
    editor.states.push(state);
    if (state.state === 'ready') for (const tell of waiting.splice(0)) tell();
  });
  connection.onNotification('$/progress', (part: unknown) => void editor.progress.push(part));
  connection.onRequest('workspace/diagnostic/refresh', () => {
    editor.refreshes++;
    return null;
  });
  connection.onRequest('client/registerCapability', ({ registrations }: { registrations: { method: string }[] }) => {
    editor.registered.push(...registrations.map(({ method }) => method));
    return null;
  });
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => editor.settings));
  connection.onRequest('window/workDoneProgress/create', () => null);
  connection.listen();
  onTestFinished(async () => {
    await connection.sendRequest('shutdown');
    connection.dispose();
  });
  const workspaceFolders = root ? [{ uri: pathToFileURL(root).href, name: 'project' }] : null;
  await connection.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    workspaceFolders,
    capabilities,
    initializationOptions,
  });
  void connection.sendNotification('initialized', {});
  return editor;
}

export const PULLS = {
  textDocument: { diagnostic: { dynamicRegistration: false, relatedDocumentSupport: true } },
  workspace: {
    workspaceFolders: true,
    configuration: true,
    diagnostics: { refreshSupport: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
};
export const PUSHED = { textDocument: { publishDiagnostics: {} } };
