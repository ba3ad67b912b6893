/** Diagnostics for editors that ask for them: of a document as it is, and of the workspace as the last whole run saw it. */
import { createHash } from 'node:crypto';
import {
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type Connection,
  type Diagnostic,
  type TextDocuments,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Workspace } from './workspace';

export function answerPulls(
  connection: Connection,
  current: () => Promise<Workspace>,
  documents: TextDocuments<TextDocument>,
): void {
  const seen = new WeakSet<Workspace>();
  const workspaceOf = async (): Promise<Workspace> => {
    const workspace = await current();
    // Other files may have changed what is true of the ones that are open.
    if (!seen.has(workspace)) workspace.onDone(() => void connection.languages.diagnostics.refresh());
    seen.add(workspace);
    return workspace;
  };

  connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }, token) => {
    const workspace = await workspaceOf();
    // Keys that are on their way come first.
    await new Promise((resolve) => setImmediate(resolve));
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The text has changed.');
    const items = await workspace.glance(uri);
    const resultId = idOf(items);
    if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  });

  connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token) => {
    const known = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
    // The request is kept until there is something to say: an editor asks again as soon as it is answered.
    for (;;) {
      const workspace = await workspaceOf();
      const items = workspace.hasRun() ? reportOf(workspace, known, documents) : [];
      if (items.length || token.isCancellationRequested) return { items };
      await Promise.race([workspace.next(), new Promise((resolve) => token.onCancellationRequested(resolve))]);
    }
  });
}

/** What changed since the editor was last told. */
function reportOf(
  workspace: Workspace,
  known: Map<string, string>,
  documents: TextDocuments<TextDocument>,
): WorkspaceDocumentDiagnosticReport[] {
  const files = workspace.all();
  const none = idOf([]);
  for (const [uri, id] of known) if (!files.has(uri) && id !== none) files.set(uri, []);
  return [...files].flatMap(([uri, items]) => {
    // Open documents are asked about one by one, with the text as it is now.
    if (documents.get(uri)) return [];
    const resultId = idOf(items);
    if (known.get(uri) === resultId) return [];
    return [{ kind: DocumentDiagnosticReportKind.Full, uri, version: null, resultId, items }];
  });
}

const idOf = (items: Diagnostic[]): string => createHash('sha256').update(JSON.stringify(items)).digest('hex').slice(0, 16);
