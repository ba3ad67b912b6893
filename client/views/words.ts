/** Names and pictures that several views share. */
import * as vscode from 'vscode';
import type { RuleSummary } from '../../server/lsp/messages';

export type Principle = RuleSummary['value'];

export const PRINCIPLES: Principle[] = ['Fairness', 'Justice', 'Autonomy', 'Beneficence', 'Respect'];

export function principleName(principle: Principle): string {
  return {
    Fairness: vscode.l10n.t('Fairness'),
    Justice: vscode.l10n.t('Justice'),
    Autonomy: vscode.l10n.t('Autonomy'),
    Beneficence: vscode.l10n.t('Beneficence'),
    Respect: vscode.l10n.t('Respect'),
  }[principle];
}

export function principleIcon(principle: Principle): vscode.ThemeIcon {
  const names = { Fairness: 'law', Justice: 'checklist', Autonomy: 'compass', Beneficence: 'heart', Respect: 'shield' };
  return new vscode.ThemeIcon(names[principle]);
}

export function severityName(severity: vscode.DiagnosticSeverity): string {
  if (severity === vscode.DiagnosticSeverity.Error) return vscode.l10n.t('Error');
  return severity === vscode.DiagnosticSeverity.Warning ? vscode.l10n.t('Warning') : vscode.l10n.t('Hint');
}

export function severityIcon(severity: vscode.DiagnosticSeverity): vscode.ThemeIcon {
  const name = ['error', 'warning', 'info', 'info'][severity]!;
  const colour = new vscode.ThemeColor(`problems${name[0]!.toUpperCase()}${name.slice(1)}Icon.foreground`);
  return new vscode.ThemeIcon(name, colour);
}

/** How data were protected on the way, as a person says it. */
export function stateName(state: string): string {
  const names: Record<string, string> = {
    raw: vscode.l10n.t('as it is'),
    masked: vscode.l10n.t('masked'),
    encrypted: vscode.l10n.t('encrypted'),
    pseudonymous: vscode.l10n.t('under a pseudonym'),
    'weak-hash': vscode.l10n.t('as a reversible hash'),
    'hashed-credential': vscode.l10n.t('as a hash of a password'),
    derived: vscode.l10n.t('derived from it'),
    aggregate: vscode.l10n.t('counted together'),
  };
  return names[state] ?? state;
}

/** Where the project itself keeps data. */
export function keptName(kind: string): string {
  const names: Record<string, string> = {
    log: vscode.l10n.t('the log'),
    'browser-storage': vscode.l10n.t('the browser'),
    file: vscode.l10n.t('a file'),
    'object-storage': vscode.l10n.t('object storage'),
    url: vscode.l10n.t('a web address'),
  };
  return names[kind] ?? kind;
}
