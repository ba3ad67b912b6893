/** Diagnostics for editors that do not ask: an open document shortly after a key, all others after a whole run. */
import type { Connection, Diagnostic, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Workspace } from './workspace';

/** Milliseconds of quiet after a key. */
const AFTER_KEY = 150;

export interface Push {
  /** Tells what the whole runs of a workspace find, from now on. */
  attach(workspace: Workspace): void;
}

export function createPush(connection: Connection, documents: TextDocuments<TextDocument>): Push {
  let workspace: Workspace | undefined;
  const sent = new Set<string>();
  const timers = new Map<string, NodeJS.Timeout>();
  const send = (uri: string, diagnostics: Diagnostic[]): void => {
    if (diagnostics.length === 0 && !sent.delete(uri)) return;
    if (diagnostics.length) sent.add(uri);
    void connection.sendDiagnostics({ uri, diagnostics, version: documents.get(uri)?.version });
  };
  const look = async (uri: string): Promise<void> => {
    const diagnostics = (await workspace?.glance(uri)) ?? [];
    if (documents.get(uri)) send(uri, diagnostics);
  };
  const lookSoon = (uri: string): void => {
    clearTimeout(timers.get(uri));
    timers.set(
      uri,
      setTimeout(() => void look(uri), AFTER_KEY),
    );
  };
  documents.onDidOpen(({ document }) => lookSoon(document.uri));
  documents.onDidChangeContent(({ document }) => lookSoon(document.uri));
  documents.onDidClose(({ document: { uri } }) => {
    // Files of the workspace keep what is known of them.
    if (!workspace?.all().has(uri)) send(uri, []);
  });
  return {
    attach(attached) {
      workspace = attached;
      attached.onDone(() => {
        const files = attached.all();
        for (const uri of [...sent]) if (!files.has(uri) && !documents.get(uri)) send(uri, []);
        for (const [uri, diagnostics] of files) if (!documents.get(uri)) send(uri, diagnostics);
        for (const { uri } of documents.all()) void look(uri);
      });
      for (const { uri } of documents.all()) lookSoon(uri);
    },
  };
}
