/** The language server: wires a connection to the projects of a workspace. Everything it says comes from sessions. */
import {
  CodeActionKind,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  TextDocuments,
  TextDocumentSyncKind,
  WorkDoneProgress,
  type CancellationToken,
  type ClientCapabilities,
  type Connection,
  type InitializeResult,
  type WorkDoneProgressParams,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { SessionOptions } from '../session';
import { VERSION } from '../session/version';
import { actionsAt, FIX_ALL } from './actions';
import { answerExtension } from './answers';
import { hoverAt } from './hover';
import { ANALYSE, type Initialization } from './messages';
import { policyCompletions, policyHover } from './policy';
import { filePath, isPolicy } from './projects';
import { answerPulls } from './pull';
import { createPush, type Push } from './push';
import { SECTION, settingsFrom, type Settings } from './settings';
import { createWorkspace, type Workspace } from './workspace';

/** Everything whose change can change a finding. */
const WATCHED = [
  '**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs,vue,svelte,astro,html,prisma,graphql,gql,sql}',
  '**/{data-ethics,data-ethics.baseline,package,tsconfig,tsconfig.*,jsconfig,pnpm-workspace,deno}.{json,jsonc,yaml}',
  '**/{.gitignore,CODEOWNERS}',
];

/** Milliseconds of quiet before everything is analysed anew: after a key, and after files changed on the disk. */
const AFTER_TYPING = 700;
const AFTER_FILES = 250;

/** @param options for every session; tests leave the cache out. */
export function serve(connection: Connection, options: SessionOptions = {}): void {
  const documents = new TextDocuments(TextDocument);
  let abilities: ClientCapabilities = {};
  let workspace: Workspace | undefined;
  let folders: string[] = [];
  let given: unknown;
  /** The JSON schema of a policy is known to the editor: only what it cannot know is ours to say. */
  let hasSchema = false;
  let showsMessages = false;

  connection.onInitialize(({ capabilities, workspaceFolders, rootUri, initializationOptions }): InitializeResult => {
    abilities = capabilities;
    folders = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
    given = initializationOptions;
    const initial = (initializationOptions as Initialization | undefined) ?? {};
    if (initial.cache === false) options = { ...options, cache: false };
    hasSchema = initial.policySchema === true;
    showsMessages = initial.showsMessages === true;
    const provider = {
      identifier: 'data-ethics',
      interFileDependencies: true,
      workspaceDiagnostics: true,
      workDoneProgress: false,
    };
    return {
      serverInfo: { name: 'data-ethics', version: VERSION },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        diagnosticProvider: canPull(capabilities) ? provider : undefined,
        hoverProvider: true,
        completionProvider: { triggerCharacters: ['"', ':', ','] },
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });

  connection.onInitialized(async () => {
    const { workspace: asked } = abilities;
    if (asked?.workspaceFolders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => uri));
        folders = [...folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
        void reopen();
      });
    if (asked?.didChangeConfiguration?.dynamicRegistration)
      await connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
    if (asked?.didChangeWatchedFiles?.dynamicRegistration) {
      const watchers = WATCHED.map((globPattern) => ({ globPattern }));
      await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    }
    if (!canPull(abilities)) push = createPush(connection, documents);
    await reopen();
  });

  let push: Push | undefined;
  const ready = createSignal();
  const settingsOf = async (scopeUri: string | undefined): Promise<Settings> =>
    settingsFrom(
      abilities.workspace?.configuration ? await connection.workspace.getConfiguration({ scopeUri, section: SECTION }) : given,
    );
  /** Sessions take their settings when they are opened: another setting is another session. */
  const open = async (): Promise<void> => {
    const settings = new Map<string, Settings>();
    for (const uri of folders) settings.set(uri, await settingsOf(uri));
    const loose = await settingsOf(undefined);
    workspace?.dispose();
    workspace = createWorkspace({ connection, settings, loose, options, abilities });
    for (const document of documents.all()) workspace.opened(document);
    push?.attach(workspace);
    ready.done();
    workspace.analyse(0);
  };
  let opening = Promise.resolve();
  /** One after another, so that the last word counts. */
  const reopen = (): Promise<void> => (opening = opening.then(open));
  const current = async (): Promise<Workspace> => {
    await ready.promise;
    return workspace!;
  };

  documents.onDidOpen(({ document }) => {
    if (workspace?.opened(document)) workspace.analyse(AFTER_TYPING);
  });
  documents.onDidChangeContent(({ document }) => {
    if (workspace?.edited(document)) workspace.analyse(AFTER_TYPING);
  });
  documents.onDidClose(({ document }) => {
    if (workspace?.closed(document.uri)) workspace.analyse(AFTER_FILES);
  });
  documents.onDidSave(({ document }) => {
    // A client that watches no files says at least what it saves.
    if (!abilities.workspace?.didChangeWatchedFiles) workspace?.changedOnDisk([document.uri]);
    workspace?.analyse(AFTER_FILES);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const uris = changes.map(({ uri }) => uri).filter((uri) => filePath(uri) !== undefined);
    // What an open editor holds counts; its file on the disk follows.
    const isNews = changes.some(({ uri, type }) => type !== FileChangeType.Changed || !documents.get(uri));
    workspace?.changedOnDisk(uris);
    if (isNews) workspace?.analyse(AFTER_FILES);
  });
  connection.onDidChangeConfiguration(({ settings }) => {
    given = (settings as Record<string, unknown> | null)?.[SECTION] ?? given;
    void reopen();
  });

  connection.onCompletion(({ textDocument: { uri }, position }) => {
    const document = documents.get(uri);
    if (!document || !isPolicy(uri)) return [];
    return policyCompletions(document.getText(), document.offsetAt(position), hasSchema);
  });
  connection.onHover(async ({ textDocument: { uri }, position }) => {
    const place = (await current()).placeOf(uri);
    const document = documents.get(uri);
    if (document && isPolicy(uri))
      return hasSchema ? null : ((await policyHover(document.getText(), document.offsetAt(position))) ?? null);
    if (!place || !document) return null;
    return (await hoverAt(place.project, place.path, document.offsetAt(position), !showsMessages)) ?? null;
  });
  connection.onCodeAction(async (params, token) => {
    const { uri } = params.textDocument;
    const place = (await current()).placeOf(uri);
    const document = documents.get(uri);
    if (!place || !document || token.isCancellationRequested) return [];
    return actionsAt(place.project, place.path, params, (position) => document.offsetAt(position), {
      snippets: abilities.workspace?.workspaceEdit?.snippetEditSupport ?? false,
      versionOf: (each) => documents.get(each)?.version ?? null,
      exists: (path) => place.project.session.text(path) !== '',
    });
  });
  answerPulls(connection, current, documents);

  connection.onRequest(ANALYSE, async (params: WorkDoneProgressParams, token: CancellationToken) => {
    const progress = params.workDoneToken;
    const report = (done: number, total: number): void => {
      const percentage = Math.floor((100 * done) / Math.max(1, total));
      if (progress !== undefined) void connection.sendProgress(WorkDoneProgress.type, progress, { kind: 'report', percentage });
    };
    await (await current()).analyseNow({ report, token });
  });
  answerExtension(connection, current);
  connection.onShutdown(() => workspace?.dispose());
  documents.listen(connection);
  connection.listen();
}

const canPull = ({ textDocument }: ClientCapabilities): boolean => textDocument?.diagnostic !== undefined;

function createSignal(): { promise: Promise<void>; done(): void } {
  let done = (): void => {};
  const promise = new Promise<void>((resolve) => (done = resolve));
  return { promise, done };
}
