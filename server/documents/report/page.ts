/** The report of a team: what was looked at, what is open, what nobody can see from code. No grade for the whole: people are not a number, nor is a team. */
import type { Finding, Place, Rule } from '../../engine/rule';
import type { Audit } from '../../session';
import { cellsOf, countsOf, firstOf, HEADINGS, LEGEND, plural } from '../inventory/words';
import { rowsOf } from '../inventory/rows';
import { heading, list, text, type Block, type Page, type Text } from '../page/blocks';
import { PRINCIPLES, type Principle } from './principles';

export interface ReportInput {
  audit: Audit;
  /** Policy file at the root; '' when there is none. */
  policy: string;
  rules: Rule[];
  version: string;
  shown(place: Place): string;
  /** For everybody: numbers and challenges, no file names and no code. */
  isPublic: boolean;
}

export function reportPage(input: ReportInput): Page {
  const { declared } = input.audit.policyOf(input.policy);
  const name = declared.organisation?.name;
  const whose = name && !name.startsWith('TODO') ? `${name}: ` : '';
  const inner = input.isPublic
    ? []
    : [...inventory(input), ...recipients(input), ...register(input), ...findings(input), ...exceptions(input)];
  return {
    title: `${whose}how we treat data about people`,
    language: 'en',
    blocks: [
      ...header(input),
      ...principles(input),
      ...(input.isPublic ? [...commitments(input), ...challenges(input)] : []),
      ...inner,
      ...unknowns(input),
      ...limits,
    ],
  };
}

function header({ audit, policy, version, isPublic }: ReportInput): Block[] {
  const { files } = audit.result;
  const { governance = {} } = audit.policyOf(policy).declared;
  const read = `${plural(files.analysed, 'file')} read, ${files.silent} left out (tests, generated and vendored code, or by the policy), ${files.skipped.length} skipped, ${files.unparsed.length} not understood.`;
  return [
    text(`Made on ${audit.today} by data-ethics ${version} from source text. ${read}`),
    text(
      policy
        ? `The policy${isPublic ? '' : ` (${policy})`} is answered for by ${governance.owner ?? 'nobody who is named'}.`
        : 'There is no policy: what is written here comes from code alone.',
    ),
    ...(isPublic ? [] : [text('Looked through by: ____________________   on: ____________')]),
  ];
}

function principles(input: ReportInput): Block[] {
  const rows = PRINCIPLES.map((principle) => principleRow(principle, input));
  return [
    heading('Principle by principle'),
    text(
      'Each row stands for itself. There is no grade for the whole, because a good row does not make up for the harm in another.',
    ),
    {
      type: 'table',
      caption: 'Principles with counts',
      head: ['Principle', 'Value', 'Looked at', 'Findings', 'Policy', 'State'],
      rows,
    },
  ];
}

function principleRow(principle: Principle, { audit, policy, rules }: ReportInput): Text[] {
  const own = rules.filter(({ id }) => principle.rules.includes(id));
  const settings = audit.policyOf(policy).rules;
  const on = own.filter(({ id }) => settings.get(id)?.severity !== 'off');
  const open = audit.result.findings.filter(({ rule }) => principle.rules.includes(rule));
  const promised = policy === '' ? 'no policy' : (principle.promised?.(audit.policyOf(policy).declared) ?? '–');
  return [
    principle.title,
    principle.value,
    principle.outOf(audit) || 'not counted',
    on.length > 0 ? `${bySeverity(open)} (${on.length} of ${plural(own.length, 'rule')} on)` : '–',
    promised,
    stateOf(open.length, on.length, own.length),
  ];
}

function stateOf(open: number, on: number, all: number): string {
  if (all === 0) return 'not checkable by code: see the policy';
  if (on === 0) return 'switched off';
  return open > 0 ? 'open' : 'nothing found';
}

function bySeverity(findings: Finding[]): string {
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

function inventory({ audit }: ReportInput): Block[] {
  const rows = rowsOf(audit);
  return [
    heading('What is held about people'),
    text(countsOf(rows, audit.inventory.coverage.modules)),
    ...firstOf(rows).flatMap(({ heading: words, lines }) => [heading(words, 3), ...list(lines)]),
    { type: 'table', caption: 'Data inventory', head: [...HEADINGS], rows: rows.rows.map((row) => cellsOf(row, 6)) },
    text(LEGEND),
  ];
}

function recipients({ audit }: ReportInput): Block[] {
  const { categories, recipients: all } = audit.inventory;
  const rows = all.map((recipient, index): Text[] => {
    const sent = categories.filter((holding) => holding.sent.some((sending) => sending.recipient === index));
    const declared = rowsOf(audit)
      .rows.flatMap((row) => row.recipients)
      .find(({ name }) => name === recipient.name);
    const inPolicy = declared === undefined ? 'nothing is sent by code' : declared.declared ? 'yes' : 'no';
    return [
      recipient.name,
      recipient.kind,
      sent.map(({ title }) => title).join(', ') || '–',
      declared?.region || recipient.region || 'not known',
      inPolicy,
    ];
  });
  if (rows.length === 0) return [heading('Who gets data'), text('No recipient was found.')];
  return [
    heading('Who gets data'),
    { type: 'table', caption: 'Recipients', head: ['Recipient', 'Does', 'Gets', 'Region', 'In the policy'], rows },
  ];
}

function register({ audit, shown }: ReportInput): Block[] {
  const own = audit.result.findings.filter(({ rule }) => /price|decision|privacy-penalty/.test(rule));
  const { prices, decisions } = audit.register;
  return [
    heading('Prices and decisions'),
    text(
      `${plural(prices.length, 'price')} and ${plural(decisions.length, 'decision')} take in an attribute of a person. ${own.length === 0 ? 'None of them is open.' : `${own.length} open:`}`,
    ),
    ...list(own.map(({ message, at }): Text => [message, ' ', { code: shown(at) }])),
  ];
}

const MOST = 10;

function findings({ audit, rules, shown }: ReportInput): Block[] {
  const groups = rules
    .map((rule) => ({ rule, found: audit.result.findings.filter((finding) => finding.rule === rule.id) }))
    .filter(({ found }) => found.length > 0)
    .sort((a, b) => weight(b.found) - weight(a.found) || (a.rule.id < b.rule.id ? -1 : 1));
  if (groups.length === 0) return [heading('Findings'), text('None. That is no proof that there is nothing to find.')];
  return [
    heading('Findings, the gravest first'),
    ...groups.flatMap(({ rule, found }) => [
      heading(`${rule.title} (${rule.id}): ${bySeverity(found)}`, 3),
      text(rule.fixes[0] ?? ''),
      ...list(
        found.slice(0, MOST).map((finding): Text => [finding.message, ' ', { code: shown(finding.at) }, ownerOf(audit, finding)]),
      ),
      ...(found.length > MOST ? [text(`and ${found.length - MOST} more: data-ethics check lists them.`)] : []),
    ]),
  ];
}

const ownerOf = (audit: Audit, { at }: Finding): string => (audit.ownerOf(at.path) ? ` (${audit.ownerOf(at.path)})` : '');
const weight = (found: Finding[]): number =>
  found.reduce((sum, { severity }) => sum + { error: 10_000, warning: 100, info: 1 }[severity], 0);

function exceptions({ audit, shown }: ReportInput): Block[] {
  const rows = [...audit.result.suppressed]
    .sort((a, b) => ((a.until || '9') < (b.until || '9') ? -1 : 1))
    .map(({ finding, reason, until, approver }): Text[] => [
      finding.rule,
      { code: shown(finding.at) },
      reason,
      approver || '–',
      until || 'no end',
    ]);
  if (rows.length === 0) return [heading('Exceptions'), text('None is in use.')];
  return [
    heading('Exceptions, the first to end on top'),
    { type: 'table', caption: 'Exceptions', head: ['Rule', 'Place', 'Reason', 'Agreed by', 'Until'], rows },
  ];
}

function commitments({ audit, policy }: ReportInput): Block[] {
  const { values = [], governance = {}, purposes = {} } = audit.policyOf(policy).declared;
  return [
    heading('What we have promised'),
    ...list([
      ...(values.length > 0 ? [`Values we have agreed on: ${values.join(', ')}.`] : []),
      ...(governance.reviewEvery
        ? [
            `We look at our policy again every ${governance.reviewEvery}; the last time was on ${governance.lastReview ?? 'no day that we wrote down'}.`,
          ]
        : []),
      ...Object.values(purposes).flatMap(({ why }) => (why ? [why] : [])),
    ]),
  ];
}

function challenges({ audit, rules }: ReportInput): Block[] {
  const open = rules
    .map((rule) => ({ rule, count: audit.result.findings.filter((finding) => finding.rule === rule.id).length }))
    .filter(({ count }) => count > 0);
  return [
    heading('What we have not solved'),
    ...list(open.map(({ rule, count }) => `${rule.title}: ${plural(count, 'place')} in our code.`)),
  ];
}

function unknowns({ audit, isPublic }: ReportInput): Block[] {
  const { coverage, recipients: all } = audit.inventory;
  const { files } = audit.result;
  const without = all.filter(({ region }) => region === '').length;
  const lost = [...files.skipped, ...files.unparsed].map(({ path, message }): Text => [{ code: path }, ` ${message}`]);
  return [
    heading('What we do not know'),
    ...list([
      `${coverage.resolvedCalls} of ${plural(coverage.calls, 'call')} could be followed to what is called; what the other ${coverage.calls - coverage.resolvedCalls} do with data is not known.`,
      `${coverage.personalFields} of ${plural(coverage.fields, 'declared field')} were taken for personal data, by name and type. Some of them may be none, and some of the others may be.`,
      `${without} of ${plural(all.length, 'recipient')} have no region in code.`,
      `${plural(files.broken.length, 'file')} with syntax errors, read as far as they parse.`,
      'What recipients do with the data, and what people do with exports, paper and memory.',
      'How those feel about it whose data it is. Ask them.',
    ]),
    ...(isPublic || lost.length === 0
      ? []
      : [{ type: 'more', summary: `${plural(lost.length, 'file')} not read`, blocks: list(lost.slice(0, 100)) } as const]),
  ];
}

const limits: Block[] = [
  heading('Limits of this report'),
  text(
    'It counts places in code, not people who are hurt. Nothing found means that nothing was found by these rules. ' +
      'It does not say whether a law is kept, and it compares with no earlier report. Data never says who somebody is.',
  ),
];
