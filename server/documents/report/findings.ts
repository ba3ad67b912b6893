/** Findings and exceptions: the gravest first, each with its way through the code, its owner and a way out. */
import type { Finding } from '../../engine/rule';
import { daysBetween } from '../../engine/policy/time';
import { docsUrl } from '../../report/docs';
import { plural } from '../inventory/words';
import { heading, list, more, table, text, withCode, type Block, type Span, type Text } from '../page/blocks';
import { firstSeen, markOf } from './history';
import { bySeverity, type ReportInput } from './input';

const FIRST = 5;
/** More of one rule is work for `check`, not for a report. */
const MOST = 5000;

export function findings(input: ReportInput): Block[] {
  const { audit, rules, version } = input;
  const ages = agesOf(input);
  const all = [...audit.result.findings].sort((a, b) => gravity(b) - gravity(a));
  if (all.length === 0) return [heading('Findings'), text('None. That is no proof that there is nothing to find.')];
  const groups = rules
    .map((rule) => ({ rule, found: all.filter((finding) => finding.rule === rule.id) }))
    .filter(({ found }) => found.length > 0)
    .sort(
      (a, b) =>
        gravity(b.found[0]!) - gravity(a.found[0]!) || b.found.length - a.found.length || (a.rule.id < b.rule.id ? -1 : 1),
    );
  return [
    heading('Findings'),
    text(`${bySeverity(all)} of ${plural(groups.length, 'kind')}. The gravest, one of each kind:`),
    ...groups.slice(0, FIRST).flatMap(({ found }) => wholeFinding(found[0]!, input, ages)),
    heading('All, rule by rule', 3),
    {
      type: 'filter',
      label: 'Show only lines with',
      blocks: groups.map(({ rule, found }) =>
        more(`${rule.title} (${rule.id}): ${bySeverity(found)}`, [
          text([...withCode(rule.fixes[0] ?? ''), ' ', { link: 'What this is about', to: docsUrl(rule.id, version) }]),
          {
            type: 'entries',
            items: found.slice(0, MOST).map((finding) => ({
              line: lineOf(finding, input, ages),
              summary: 'Code, way and way out',
              blocks: detailsOf(finding, input),
            })),
          },
          ...(found.length > MOST ? [text(`and ${found.length - MOST} more: data-ethics check lists them.`)] : []),
        ]),
      ),
    },
  ];
}

const RANKS = { error: 100, warning: 10, info: 1 };
const SURE = { high: 3, medium: 2, low: 1 };
const gravity = ({ severity, confidence }: Finding): number => RANKS[severity] + SURE[confidence];

function lineOf(finding: Finding, input: ReportInput, ages: Ages): Text {
  return [{ strong: nameOf(finding.severity) }, ` ${finding.message} `, ...placeOf(finding, input, ages)];
}

const nameOf = (severity: Finding['severity']): string => (severity === 'info' ? 'hint' : severity);

function placeOf(finding: Finding, { audit, shown }: ReportInput, ages: Ages): Span[] {
  const said = [audit.ownerOf(finding.at.path), ages(finding)].filter(Boolean).join(', ');
  return [{ code: shown(finding.at) }, said ? ` (${said})` : ''];
}

function wholeFinding(finding: Finding, input: ReportInput, ages: Ages): Block[] {
  const { severity, message } = finding;
  return [heading(`${nameOf(severity)}: ${message}`, 3), text(placeOf(finding, input, ages)), ...detailsOf(finding, input)];
}

function detailsOf(finding: Finding, input: ReportInput): Block[] {
  const { path, hint, rule } = finding;
  const steps = path.map(({ words, at }): Text => [`${words} `, { code: input.shown(at) }]);
  const code = lineAt(input.text(finding.at.path), finding.at.start);
  return [
    ...(code ? [text({ code })] : []),
    ...(steps.length > 1 ? list(steps) : []),
    text([
      { strong: 'Way out: ' },
      ...withCode(hint || 'see the page of the rule'),
      ' ',
      { link: rule, to: docsUrl(rule, input.version) },
    ]),
  ];
}

/** The line around an offset, as much of it as people read. */
function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  const line = text.slice(Math.max(start, offset - LONGEST), end < 0 ? undefined : end).trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

const LONGEST = 160;

/** How long a finding has been known; '' where nothing was recorded that could tell. */
type Ages = (finding: Finding) => string;

function agesOf({ audit, history = [], text: textOf }: ReportInput): Ages {
  const records = history.filter(({ found }) => found !== undefined);
  if (records.length === 0) return () => '';
  const days = firstSeen(records);
  return (finding) => {
    const first = days.get(markOf(finding, textOf));
    if (first === undefined) return 'new since the last record';
    const age = daysBetween(first, audit.today);
    return age > 0 ? `known for ${plural(age, 'day')}` : 'known since today';
  };
}

export function exceptions({ audit, shown }: ReportInput): Block[] {
  const { suppressed, accepted } = audit.result;
  const left = (until: string): number => (until === '' ? Infinity : daysBetween(audit.today, until));
  const rows = [
    ...suppressed.map(({ finding, reason, until, approver }) => ({ finding, reason, until, by: approver, where: 'in code' })),
    ...accepted.map(({ finding, entry }) => ({
      finding,
      reason: entry.reason,
      until: entry.until ?? '',
      by: entry.author,
      where: 'in the baseline',
    })),
  ].sort((a, b) => left(a.until) - left(b.until));
  if (rows.length === 0) return [heading('Exceptions'), text('None is in use.')];
  return [
    heading('Exceptions'),
    text('What somebody has allowed for now; the first to end on top.'),
    ...table(
      'Exceptions',
      ['Rule', 'Place', 'Reason', 'Agreed by', 'Until', 'Days left', 'Written'],
      rows.map(({ finding, reason, until, by, where }): Text[] => [
        finding.rule,
        { code: shown(finding.at) },
        reason,
        by || '–',
        until || 'no end',
        until === '' ? '–' : daysLeft(left(until)),
        where,
      ]),
    ),
  ];
}

const daysLeft = (days: number): string => (days < 0 ? `over for ${plural(-days, 'day')}` : String(days));
