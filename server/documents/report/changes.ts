/** What is different from the baseline and from the last record, and how the numbers went. */
import { plural } from '../inventory/words';
import { barsSvg } from '../page/bars';
import { heading, list, text, type Block, type Text } from '../page/blocks';
import { allOf, historyEntry, weekly } from './history';
import type { ReportInput } from './input';

const WEEKS = 12;

export function changes(input: ReportInput): Block[] {
  return [heading('What has changed'), ...sinceBaseline(input), ...sinceRecord(input), ...trend(input)];
}

function sinceBaseline({ audit: { result } }: ReportInput): Block[] {
  const { findings, accepted, fixed, suppressed } = result;
  if (accepted.length + fixed.length === 0)
    return [text(`${plural(findings.length, 'finding')} open, ${suppressed.length} excepted in code. There is no baseline.`)];
  return [
    text(
      `Against the baseline: ${findings.length} new, ${fixed.length} mended, ${accepted.length} still there and accepted for now. ` +
        `${suppressed.length} excepted in code.`,
    ),
  ];
}

function sinceRecord({ audit, history = [], rules, commit = '', isPublic }: ReportInput): Block[] {
  const now = historyEntry(audit, commit);
  const before = history.filter(({ day, commit: other }) => day < now.day || other !== commit).at(-1);
  if (!before) return [text('No earlier report was recorded: data-ethics report --record begins with it.')];
  const added = (names: string[], old: string[]): string[] => names.filter((name) => !old.includes(name));
  const title = (id: string): string => audit.inventory.categories.find(({ category }) => category === id)?.title ?? id;
  const moved = rules.flatMap(({ id, title: words }): Text[] => {
    const [was, is] = [before.byRule[id] ?? 0, now.byRule[id] ?? 0];
    return was === is ? [] : [`${words}: ${was} before, ${is} now.`];
  });
  const lines: Text[] = [
    ...named('New recipients', added(now.recipients, before.recipients), isPublic),
    ...named('Recipients that are gone', added(before.recipients, now.recipients), isPublic),
    ...named('New kinds of personal data', added(now.categories, before.categories).map(title), false),
    ...named('Kinds of personal data that are gone', added(before.categories, now.categories).map(title), false),
    ...moved,
  ];
  return [
    text(`Since ${before.day}${before.commit ? ` (${before.commit})` : ''}:`),
    ...(lines.length > 0 ? list(lines) : [text('Nothing that is counted here has changed.')]),
  ];
}

/** Who receives data may be told to everybody by the notice; here a number is enough. */
const named = (words: string, names: string[], isCount: boolean): Text[] =>
  names.length === 0 ? [] : [`${words}: ${isCount ? names.length : names.join(', ')}.`];

function trend({ audit, history = [], commit = '' }: ReportInput): Block[] {
  const weeks = weekly([...history, historyEntry(audit, commit)], WEEKS);
  if (weeks.length < 2) return [];
  const per = (entry: (typeof weeks)[number]): string =>
    entry.lines > 0 ? ((allOf(entry) * 1000) / entry.lines).toFixed(2) : '–';
  const label = 'Open findings by week';
  return [
    {
      type: 'picture',
      label,
      svg: barsSvg(
        label,
        weeks.map((entry) => ({ label: entry.day.slice(5), value: allOf(entry) })),
      ),
    },
    {
      type: 'table',
      caption: `${label}, in numbers`,
      head: ['Week with', 'Errors', 'Warnings', 'Hints', 'Excepted', 'Findings in 1000 lines'],
      rows: weeks.map((entry) => [
        entry.day,
        String(entry.findings.error),
        String(entry.findings.warning),
        String(entry.findings.info),
        String(entry.suppressed),
        per(entry),
      ]),
    },
  ];
}
