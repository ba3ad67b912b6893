/** Pages beside the editor: that of a rule, which runs no script, and the report of a team, which brings its own. */
import * as vscode from 'vscode';
import { reportHtml, rulePageHtml } from './page-html';

const REPORT_KIND = 'dataEthics.report';

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
      { enableScripts: kind === REPORT_KIND, enableFindWidget: true, localResourceRoots: [media] },
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
      panelOf(REPORT_KIND, vscode.l10n.t('Data Ethics: Report')).webview.html = reportHtml(html);
    },
    report: () => (panels.has(REPORT_KIND) ? shown : undefined),
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
