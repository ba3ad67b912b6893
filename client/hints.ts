/** Ways from a finding in the text to its page and its path: links in the hover, entries in the menu of ways out. */
import * as vscode from 'vscode';
import { documentSelector } from './documents';
import { findingOf, findingsAt, type Finding } from './findings';

export const EXPLAIN = 'dataEthics.explainRule';
export const SHOW_PATH = 'dataEthics.showPath';

/** The hover of the server, with links that work in this editor only. */
export function withLinks(
  hover: vscode.Hover | null | undefined,
  uri: vscode.Uri,
  position: vscode.Position,
): vscode.Hover | null | undefined {
  const [finding] = findingsAt(uri, position);
  if (!hover || !finding) return hover;
  const links = commandsFor(finding).map(({ command, title, arguments: given }) => {
    return `[${title}](command:${command}?${encodeURIComponent(JSON.stringify(given))})`;
  });
  const words = new vscode.MarkdownString(links.join(' · '));
  words.isTrusted = { enabledCommands: [EXPLAIN, SHOW_PATH] };
  return new vscode.Hover([words, ...hover.contents], hover.range);
}

export function registerHints(): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    documentSelector(),
    {
      provideCodeActions: ({ uri }, _range, { diagnostics }) =>
        diagnostics.flatMap((diagnostic) => {
          const finding = findingOf(uri, diagnostic);
          return finding ? commandsFor(finding).map((command) => actionOf(command, diagnostic)) : [];
        }),
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}

function actionOf(command: vscode.Command, diagnostic: vscode.Diagnostic): vscode.CodeAction {
  const action = new vscode.CodeAction(command.title, vscode.CodeActionKind.QuickFix);
  action.command = command;
  action.diagnostics = [diagnostic];
  return action;
}

/** Arguments are plain data: a link in a hover carries nothing else. */
function commandsFor({ rule, uri, range, steps }: Finding): vscode.Command[] {
  const explain = { command: EXPLAIN, title: vscode.l10n.t('Explain {0}', rule), arguments: [rule] };
  const { line, character } = range.start;
  const show = {
    command: SHOW_PATH,
    title: vscode.l10n.t('Show the path of the data'),
    arguments: [{ uri: uri.toString(), line, character, rule }],
  };
  return steps.length > 0 ? [explain, show] : [explain];
}
