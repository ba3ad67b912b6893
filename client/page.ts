/** Pages beside the editor: that of a rule, and the report of a team. They run no script and load one style sheet of ours. */
import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';

export interface Pages extends vscode.Disposable {
  /** The page of a rule, given as Markdown. */
  showRule(rule: string, markdown: string): Promise<void>;
  /** A whole HTML file of ours that loads nothing. */
  showReport(folder: vscode.Uri, html: string): void;
  /** The report that is shown. */
  report(): { folder: vscode.Uri; html: string } | undefined;
}

export function createPages(extension: vscode.Uri): Pages {
  const media = vscode.Uri.joinPath(extension, 'client', 'media');
  const panels = new Map<string, vscode.WebviewPanel>();
  let shown: { folder: vscode.Uri; html: string } | undefined;
  const panelOf = (kind: string, title: string): vscode.WebviewPanel => {
    const known = panels.get(kind);
    if (known) {
      known.title = title;
      known.reveal(undefined, true);
      return known;
    }
    const panel = vscode.window.createWebviewPanel(
      kind,
      title,
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      { enableScripts: false, enableFindWidget: true, localResourceRoots: [media] },
    );
    panel.iconPath = vscode.Uri.joinPath(media, 'icon.png');
    panels.set(kind, panel);
    panel.onDidDispose(() => panels.delete(kind));
    return panel;
  };
  return {
    async showRule(rule, markdown) {
      const body = await rendered(markdown);
      const { webview } = panelOf('dataEthics.rule', rule);
      const style = webview.asWebviewUri(vscode.Uri.joinPath(media, 'page.css')).toString();
      webview.html = rulePageHtml({ title: rule, body, style, source: webview.cspSource });
    },
    showReport(folder, html) {
      shown = { folder, html };
      panelOf('dataEthics.report', vscode.l10n.t('Data Ethics: Report')).webview.html = reportHtml(html);
    },
    report: () => (panels.has('dataEthics.report') ? shown : undefined),
    dispose() {
      for (const panel of panels.values()) panel.dispose();
    },
  };
}

/** By the Markdown of the editor; where somebody has switched that off, the text as it is. */
async function rendered(markdown: string): Promise<string> {
  try {
    return await vscode.commands.executeCommand<string>('markdown.api.render', markdown);
  } catch {
    return `<pre>${markdown.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</pre>`;
  }
}

export function rulePageHtml({ title, body, style, source }: Record<'title' | 'body' | 'style' | 'source', string>): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${source}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="${style}">
</head>
<body><main>${body}</main></body>
</html>`;
}

/** In the colours of the editor; only the style that the page brought along is let in. */
export function reportHtml(html: string): string {
  const nonce = randomBytes(16).toString('base64url');
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'">`;
  return html
    .replace('<head>', `<head>\n${policy}`)
    .replace('<style>', `<style nonce="${nonce}">`)
    .replace('</style>', `${LOOK}</style>`);
}

const LOOK = `
html { font-size: calc(var(--vscode-font-size, 13px) + 1px); }
body { --ink: var(--vscode-editor-foreground); --paper: var(--vscode-editor-background); --link: var(--vscode-textLink-foreground);
  --soft: var(--vscode-textBlockQuote-background); --line: var(--vscode-panel-border, var(--vscode-contrastBorder)); }
`;
