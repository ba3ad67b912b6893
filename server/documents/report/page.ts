/** The report of a team: what was looked at, what is open, what nobody can see from code. No grade for the whole: people are not a number, nor is a team. */
import { cellsOf, channelsIn, countsOf, firstOf, HEADINGS, LEGEND, plural } from '../inventory/words';
import { rowsOf } from '../inventory/rows';
import { heading, list, more, table, text, type Block, type Page, type Text } from '../page/blocks';
import { changes } from './changes';
import { exceptions, findings } from './findings';
import { flows } from './flows';
import { bySeverity, type ReportInput } from './input';
import { PRINCIPLES, type Principle } from './principles';
import { consent, register } from './register';

export type { ReportInput };

export function reportPage(input: ReportInput): Page {
  const { declared } = input.audit.policyOf(input.policy);
  const name = declared.organisation?.name;
  const whose = name && !name.startsWith('TODO') ? `${name}: ` : '';
  const parts = input.isPublic ? [commitments, challenges] : [inventory, flows, register, consent, findings, exceptions];
  return {
    title: `${whose}how we treat data about people`,
    language: 'en',
    withContents: true,
    blocks: [
      ...header(input),
      ...changes(input),
      ...principles(input),
      ...parts.flatMap((part) => part(input)),
      ...unknowns(input),
      ...(input.isPublic ? [] : notice(input)),
      ...limits,
    ],
  };
}

function header({ audit, policy, version, commit, isPublic }: ReportInput): Block[] {
  const { files } = audit.result;
  const { calls, resolvedCalls } = audit.inventory.coverage;
  const { governance = {}, version: written = 1 } = audit.policyOf(policy).declared;
  const read =
    `${plural(files.analysed, 'file')} read, ${files.silent} left out (tests, generated and vendored code, or by the policy), ` +
    `${files.skipped.length} skipped, ${files.unparsed.length} not understood. ${share(resolvedCalls, calls)} of the calls could be followed.`;
  const at = commit && !isPublic ? ` at commit ${commit}` : '';
  return [
    text(`Made on ${audit.today}${at} by data-ethics ${version} from source text. ${read}`),
    text(
      policy
        ? `The policy${isPublic ? '' : ` (${policy}, format ${written})`} is answered for by ${decided(governance.owner) || 'nobody who is named'}; last review: ${decided(governance.lastReview) || 'no day is given'}.`
        : 'There is no policy: what is written here comes from code alone.',
    ),
    ...(isPublic ? [] : [text('Looked through by: …   on: …')]),
  ];
}

const decided = (words: string | undefined): string => (words === undefined || words.startsWith('TODO') ? '' : words);
const share = (part: number, whole: number): string => (whole === 0 ? 'None' : `${Math.round((100 * part) / whole)} %`);

function principles(input: ReportInput): Block[] {
  const rows = PRINCIPLES.map((principle) => principleRow(principle, input));
  return [
    heading('Principle by principle'),
    text(
      'Each row stands for itself. There is no grade for the whole, because a good row does not make up for the harm in another.',
    ),
    ...table('Principles with counts', ['Principle', 'Value', 'Looked at', 'Findings', 'Policy', 'State'], rows),
    heading('Value by value', 3),
    ...table(
      'Values with counts',
      ['Value', 'Rules', 'Findings'],
      VALUES.map((value) => valueRow(value, input)),
    ),
  ];
}

const VALUES = ['Fairness', 'Justice', 'Autonomy', 'Beneficence', 'Respect'] as const;

function valueRow(value: string, { audit, policy, rules }: ReportInput): Text[] {
  const own = rules.filter((rule) => rule.value === value);
  const settings = audit.policyOf(policy).rules;
  const on = own.filter(({ id }) => settings.get(id)?.severity !== 'off');
  const open = audit.result.findings.filter(({ rule }) => own.some(({ id }) => id === rule));
  return [value, `${on.length} of ${own.length} on`, on.length === 0 ? 'not looked for' : bySeverity(open)];
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

function inventory({ audit }: ReportInput): Block[] {
  const rows = rowsOf(audit);
  return [
    heading('What is held about people'),
    text(countsOf(rows, audit.inventory.coverage.modules)),
    ...[channelsIn(rows)].filter(Boolean).map((words) => text(words)),
    ...firstOf(rows).flatMap(({ heading: words, lines }) => [heading(words, 3), ...list(lines)]),
    ...table(
      'Data inventory',
      [...HEADINGS],
      rows.rows.map((row) => cellsOf(row, 6)),
    ),
    text(LEGEND),
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
  const deep = files.broken.filter(({ tooDeep }) => tooDeep !== undefined).length;
  const without = all.filter(({ region }) => region === '').length;
  const lost = [...files.skipped, ...files.unparsed].map(({ path, message }): Text => [{ code: path }, ` ${message}`]);
  return [
    heading('What we do not know'),
    ...list([
      `${coverage.resolvedCalls} of ${plural(coverage.calls, 'call')} could be followed to what is called; what the other ${coverage.calls - coverage.resolvedCalls} do with data is not known.`,
      `${coverage.personalFields} of ${plural(coverage.fields, 'declared field')} were taken for personal data, by name and type. Some of them may be none, and some of the others may be.`,
      `${without} of ${plural(all.length, 'recipient')} ${without === 1 ? 'has' : 'have'} no region in code.`,
      `${plural(files.broken.length - deep, 'file')} with syntax errors, read as far as they parse.`,
      ...(deep ? [`${plural(deep, 'file')} with code that is nested too deep to be read.`] : []),
      ...(files.unsolved.length ? [`${plural(files.unsolved.length, 'function')} that could not be followed.`] : []),
      ...(files.failed.length ? [`What ${plural(files.failed.length, 'rule')} would have found, which broke off.`] : []),
      'What recipients do with the data, and what people do with exports, paper and memory.',
      'How those feel about it whose data it is. Ask them.',
    ]),
    ...(isPublic || lost.length === 0 ? [] : [more(`${plural(lost.length, 'file')} not read`, list(lost.slice(0, 100)))]),
  ];
}

function notice({ notice: shown }: ReportInput): Block[] {
  if (!shown)
    return [heading('What customers read'), text('There is no policy to make a notice from: data-ethics init writes one.')];
  const ease =
    shown.ease === undefined
      ? ''
      : ` Reading ease of the policy’s own sentences: ${shown.ease} of 100; 60 and more is plain language.`;
  const gaps =
    shown.gaps > 0
      ? `${plural(shown.gaps, 'gap')} before it can be published: data-ethics notice lists them.`
      : 'Nothing is missing from it.';
  return [
    heading('What customers read'),
    text(`${gaps}${ease} data-ethics notice --since says what is new in it.`),
    more('The notice as it would be now', shown.blocks.map(lower)),
  ];
}

/** A page in a page: its headings stand one level below. */
const lower = (block: Block): Block => (block.type === 'heading' ? { ...block, level: 3 } : block);

const limits: Block[] = [
  heading('Limits of this report'),
  text(
    'It counts places in code, not people who are hurt. Nothing found means that nothing was found by these rules. ' +
      'It does not say whether a law is kept. Data never says who somebody is.',
  ),
];
