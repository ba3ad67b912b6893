/** The texts of the inventory, in one place for all formats. */
import { isAnswered, type Row, type Rows } from './rows';

export const HEADINGS = [
  'Category',
  'Collected in',
  'Stored in',
  'Reads',
  'Sent to',
  'Kept in',
  'Protected',
  'Purpose',
  'Owner',
  'Retention',
] as const;

export const NOTHING = '–';

/** Cells of a row in the order of the headings; `most` limits names in one cell. */
export function cellsOf(row: Row, most = Infinity): string[] {
  const { holding } = row;
  const mark = holding.special ? '★ ' : holding.grave ? '▲ ' : '';
  return [
    `${isAnswered(row) && row.isMissing ? '!' : ''}${mark}${holding.category}`,
    holding.collected.length ? `${holding.collected.length} (${row.channels.join(', ')})` : NOTHING,
    some(unique(holding.stored.map((point) => point.words)), most),
    String(holding.reads.count),
    some(row.recipients.map(recipientWords), most),
    row.kept.join(', ') || NOTHING,
    row.protections.length
      ? row.protections.map(({ state, count }) => `${state} ${count} of ${holding.sent.length}`).join(', ')
      : NOTHING,
    row.purposes.join(', ') || NOTHING,
    row.owner || NOTHING,
    row.retention || NOTHING,
  ];
}

export const LEGEND = '★ special or equally harmful; ▲ grave: credentials, accounts, government ids; ! not in the policy';

export const EMPTY =
  'No personal data was found in what could be read. That says something about this reading, not about the project as a whole.';

/** What deserves a look first; each a heading and its lines. */
export function firstOf({ unread, withoutPurpose, rows }: Rows): { heading: string; lines: string[] }[] {
  const personal = rows.filter(isAnswered).length;
  const sections = [
    {
      heading: `Collected or stored, and read nowhere by that name: ${unread.length} of ${rows.length} categories`,
      lines: unread.map((row) => `${row.holding.title}: ${some(unique(row.holding.unread.map((point) => point.words)), 4)}`),
    },
    {
      heading: `No purpose is written down: ${withoutPurpose.length} of ${personal} categories`,
      lines: withoutPurpose.length
        ? [
            some(
              withoutPurpose.map((row) => row.holding.title),
              12,
            ),
          ]
        : [],
    },
  ];
  return sections.filter((section) => section.lines.length > 0);
}

export function countsOf({ counts }: Rows, modules: number): string {
  const { categories, special, collected, stored, sent, recipients } = counts;
  return (
    `${plural(categories, 'category', 'categories')} (${special} special) in ${plural(modules, 'file')}: ` +
    `${plural(collected, 'place')} of collection, ${plural(stored, 'stored field')}, ${plural(sent, 'flow')} out, ${plural(recipients, 'recipient')}.`
  );
}

/** "Comes in through: web (30 fields of 6 categories, 2 by consent)." '' when nothing was seen to come in. */
export function channelsIn({ channels }: Rows): string {
  const each = channels.map(
    ({ channel, fields, categories, byConsent }) =>
      `${channel} (${plural(fields, 'field')} of ${plural(categories, 'category', 'categories')}, ${byConsent} by consent)`,
  );
  return each.length > 0 ? `Comes in through: ${each.join(', ')}.` : '';
}

/** What this list cannot know. */
export const LIMITS =
  'Read from source text: names and types decide what is personal. Data that only a library, a queue or another service touches is not listed; ' +
  '"read nowhere" means that no code here uses the name.';

const recipientWords = ({ name, region, missing }: Row['recipients'][number]): string =>
  `${missing ? '!' : ''}${name}${region ? ` (${region})` : ''}`;

const unique = (list: string[]): string[] => [...new Set(list)];

export function some(list: string[], most: number): string {
  if (list.length === 0) return NOTHING;
  const shown = list.slice(0, most).join(', ');
  return list.length > most ? `${shown} +${list.length - most}` : shown;
}

export const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
