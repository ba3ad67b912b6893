import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from 'vscode-languageserver';
import type { Finding, Severity } from '../engine/rule';
import { docsUrl } from '../report/docs';
import { VERSION } from '../session/version';
import { rangesOf, type Project } from './projects';

export const SOURCE = 'data-ethics';

const SEVERITY: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** Diagnostics of one file: what is found, and for a policy what cannot be read. */
export function diagnosticsOf(project: Project, path: string, findings: Finding[]): Diagnostic[] {
  const rangeOf = rangesOf(project);
  const mistakes = project.session.configErrors
    .filter((error) => error.path === path)
    .map(({ line, column, message }): Diagnostic => {
      const start = { line: line - 1, character: column - 1 };
      const range = { start, end: { ...start, character: column } };
      return { range, severity: DiagnosticSeverity.Error, source: SOURCE, code: 'configuration', message };
    });
  const found = findings.map((finding): Diagnostic => {
    const { rule, at, severity, message, hint, kind } = finding;
    return {
      range: rangeOf(at),
      severity: SEVERITY[severity],
      source: SOURCE,
      code: rule,
      codeDescription: { href: docsUrl(rule, VERSION) },
      message: `${message}\n${hint}`,
      tags: rule === 'expired-exception' && kind === 'unused' ? [DiagnosticTag.Unnecessary] : undefined,
      relatedInformation: finding.path.map((step) => ({
        location: { uri: project.uriOf(step.at.path), range: rangeOf(step.at) },
        message: step.words,
      })),
    };
  });
  return [...mistakes, ...found];
}
