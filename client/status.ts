/** One line in the language status: what the server does, how much it found, how long it took. */
import * as vscode from 'vscode';
import type { State } from '../server/lsp/messages';
import { documentSelector } from './documents';

export function showStatus(onState: vscode.Event<State>): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('dataEthics.status', documentSelector());
  item.name = 'Data Ethics';
  item.text = titled(vscode.l10n.t('Starting'));
  item.busy = true;
  let milliseconds = 0;
  const listening = onState((state) => {
    if (state.milliseconds) milliseconds = state.milliseconds;
    show(item, state, milliseconds);
    void vscode.commands.executeCommand('setContext', 'dataEthics.state', state.state);
  });
  return vscode.Disposable.from(item, listening);
}

function show(item: vscode.LanguageStatusItem, { state, message, counts, files }: State, milliseconds: number): void {
  item.busy = state === 'running';
  if (state === 'failed') {
    item.text = titled(vscode.l10n.t('Analysis failed'));
    item.detail = message;
    item.severity = vscode.LanguageStatusSeverity.Error;
    item.command = { command: 'dataEthics.restartServer', title: vscode.l10n.t('Restart') };
    return;
  }
  const count = counts.error + counts.warning + counts.info;
  const sizes = vscode.l10n.t('{0} errors, {1} warnings, {2} hints', counts.error, counts.warning, counts.info);
  const read = vscode.l10n.t('{0} files in {1}', files, timeOf(milliseconds));
  item.text = titled(count === 1 ? vscode.l10n.t('1 finding') : vscode.l10n.t('{0} findings', count));
  item.detail = milliseconds ? `${sizes} · ${read}` : sizes;
  item.severity = vscode.LanguageStatusSeverity.Information;
  item.command = { command: 'dataEthics.findings.focus', title: vscode.l10n.t('Show') };
  item.accessibilityInformation = { label: `${item.text}. ${item.detail}` };
}

/** The line stands among those of other extensions. */
const titled = (words: string): string => `Data Ethics: ${words}`;

function timeOf(milliseconds: number): string {
  const isShort = milliseconds < 1000;
  const number = new Intl.NumberFormat(vscode.env.language, { maximumFractionDigits: isShort ? 0 : 1 });
  return isShort ? `${number.format(milliseconds)} ms` : `${number.format(milliseconds / 1000)} s`;
}
