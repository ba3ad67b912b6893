/** The numbers of a report for other programs. The shape changes only with `schemaVersion`. */
import { PRINCIPLES } from './principles';
import { historyEntry } from './history';
import type { ReportInput } from './input';

const SCHEMA_VERSION = 1;

export function reportJson(input: ReportInput): string {
  const { audit, rules, version, commit = '', policy, history = [], shown, isPublic } = input;
  const { day: _, commit: __, version: ___, ...counts } = historyEntry(audit, commit);
  const { declared } = audit.policyOf(policy);
  const numbers = {
    schemaVersion: SCHEMA_VERSION,
    day: audit.today,
    tool: version,
    ...counts,
    recipients: isPublic ? counts.recipients.length : counts.recipients,
    coverage: audit.inventory.coverage,
    principles: PRINCIPLES.map((principle) => ({
      title: principle.title,
      value: principle.value,
      rules: principle.rules,
      lookedAt: principle.outOf(audit),
      findings: audit.result.findings.filter(({ rule }) => principle.rules.includes(rule)).length,
      policy: policy === '' ? '' : (principle.promised?.(declared) ?? ''),
    })),
    tracking: {
      calls: audit.register.trackings.length,
      waitForConsent: audit.register.trackings.filter(({ guarded }) => guarded).length,
    },
    history: history.map(({ found: _, ...entry }) =>
      isPublic ? { ...entry, recipients: entry.recipients.length, commit: '' } : entry,
    ),
  };
  if (isPublic) return `${JSON.stringify(numbers, null, 2)}\n`;
  const { prices, decisions, unexplained, endings, trackings } = audit.register;
  const placed = <T extends { at: Parameters<typeof shown>[0] }>(entries: T[]): object[] =>
    entries.map((entry) => ({ ...entry, at: shown(entry.at) }));
  const document = {
    ...numbers,
    commit,
    rules: rules.map(({ id, title, value, family }) => ({ id, title, value, family })),
    register: {
      prices: placed(prices),
      decisions: placed(decisions),
      unexplained: placed(unexplained),
      endings: placed(endings),
      trackings: placed(trackings),
    },
    exceptions: audit.result.suppressed.map(({ finding, reason, until, approver }) => ({
      rule: finding.rule,
      at: shown(finding.at),
      reason,
      until,
      approver,
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
