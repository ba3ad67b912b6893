/** Findings as the editor knows them: read from the diagnostics that are shown, so that lists and squiggles never differ. */
import * as vscode from 'vscode';

export interface Finding {
  rule: string;
  message: string;
  hint: string;
  severity: vscode.DiagnosticSeverity;
  uri: vscode.Uri;
  range: vscode.Range;
  /** The way of the data, from where they are read to where they end. */
  steps: Step[];
}

export interface Step {
  words: string;
  uri: vscode.Uri;
  range: vscode.Range;
}

export interface Findings extends vscode.Disposable {
  /** By path, then by place. */
  all(): Finding[];
  onDidChange: vscode.Event<void>;
}

/** Milliseconds in which changes are gathered: a whole run tells each file by itself. */
const GATHER = 120;

export function watchFindings(): Findings {
  const byUri = new Map<string, Finding[]>();
  const changed = new vscode.EventEmitter<void>();
  let timer: NodeJS.Timeout | undefined;
  const read = (uri: vscode.Uri): boolean => {
    const [key, found] = [uri.toString(), findingsOf(uri)];
    const isOurs = found.length > 0 || byUri.has(key);
    if (found.length) byUri.set(key, found);
    else byUri.delete(key);
    return isOurs;
  };
  for (const [uri] of vscode.languages.getDiagnostics()) read(uri);
  const listening = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
    if (uris.filter(read).length === 0) return;
    clearTimeout(timer);
    timer = setTimeout(() => changed.fire(), GATHER);
  });
  return {
    all: () => [...byUri].sort(([one], [two]) => (one < two ? -1 : 1)).flatMap(([, found]) => found),
    onDidChange: changed.event,
    dispose() {
      clearTimeout(timer);
      listening.dispose();
      changed.dispose();
    },
  };
}

export function findingsOf(uri: vscode.Uri): Finding[] {
  const found = vscode.languages.getDiagnostics(uri).flatMap((diagnostic) => findingOf(uri, diagnostic) ?? []);
  return found.sort((one, two) => one.range.start.compareTo(two.range.start));
}

/** Findings under a position, the narrowest first. */
export function findingsAt(uri: vscode.Uri, at: vscode.Position): Finding[] {
  const found = findingsOf(uri).filter(({ range }) => range.contains(at));
  return found.sort((one, two) => (one.range.contains(two.range) ? 1 : two.range.contains(one.range) ? -1 : 0));
}

export function findingOf(uri: vscode.Uri, diagnostic: vscode.Diagnostic): Finding | undefined {
  const { source, code, message, severity, range, relatedInformation = [] } = diagnostic;
  // Mistakes in a policy have no page, and no place among findings.
  if (source !== 'data-ethics' || typeof code !== 'object') return undefined;
  const [first = '', hint = ''] = message.split('\n');
  const steps = relatedInformation.map(({ message: words, location }) => ({ words, uri: location.uri, range: location.range }));
  return { rule: String(code.value), message: first, hint, severity, uri, range, steps };
}
