/** What a report is made of. */
import type { Finding, Place, Rule } from '../../engine/rule';
import type { Audit } from '../../session';
import { plural } from '../inventory/words';
import type { Block } from '../page/blocks';
import type { HistoryEntry } from './history';

export interface ReportInput {
  audit: Audit;
  /** Policy file at the root; '' when there is none. */
  policy: string;
  rules: Rule[];
  version: string;
  /** "1a2b3c4d5e6f"; '' where no repository says it. */
  commit?: string;
  /** Earlier records, oldest first. */
  history?: HistoryEntry[];
  /** The notice as customers would read it, with what is missing from it. */
  notice?: { blocks: Block[]; gaps: number; ease?: number };
  shown(place: Place): string;
  /** The text of a project path; '' when it is gone. */
  text(path: string): string;
  /** For everybody: numbers and challenges, no file names and no code. */
  isPublic: boolean;
}

export function bySeverity(findings: Pick<Finding, 'severity'>[]): string {
  const count = (severity: Finding['severity']): number => findings.filter((finding) => finding.severity === severity).length;
  const parts = [
    [count('error'), 'error'],
    [count('warning'), 'warning'],
    [count('info'), 'hint'],
  ] as const;
  return (
    parts
      .filter(([number]) => number > 0)
      .map(([number, words]) => plural(number, words))
      .join(', ') || '0'
  );
}
