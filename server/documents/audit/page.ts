/** The frame of a bias audit on paper: what code shows, and the questions that only people with data can answer. */
import type { Place } from '../../engine/rule';
import { heading, list, text, type Page, type Text } from '../page/blocks';
import type { Decision } from './decision';

export function auditPage({ name: decision, findings, entries }: Decision, today: string, shown: (place: Place) => string): Page {
  const inputs = entries.map(({ attribute, words, at }): Text => [`${attribute}: `, { code: words }, ' ', { code: shown(at) }]);
  const seen = findings.map(({ message, at }): Text => [message, ' ', { code: shown(at) }]);
  return {
    title: `Bias audit of ${decision}`,
    language: 'en',
    blocks: [
      text(`Begun on ${today}. By: …`),
      heading('What code shows'),
      ...(seen.length > 0
        ? list(seen)
        : [text('No rule has found anything about this name. That is no proof: say below what goes in.')]),
      heading('What is decided'),
      ...list([
        'What do people get or lose by it?',
        'Who is never asked, because they do not come this far?',
        'Which person can change the answer, and do they?',
      ]),
      heading('What goes in'),
      ...(inputs.length > 0 ? [text('Code shows these attributes of a person:'), ...list(inputs)] : []),
      ...list([
        'Each input, where it comes from and how old it is.',
        'Which of them stands for origin, gender, age, faith, health or money, though it does not say so?',
      ]),
      heading('How groups fare'),
      {
        type: 'table',
        caption: 'Outcomes by group',
        head: ['Group', 'People', 'Said yes to', 'Wrongly said no to', 'Appeals that won'],
        rows: GROUPS.map((group): Text[] => [group, '', '', '', '']),
      },
      text(
        'Write down how groups were known, and that those who told you agreed to it. A group with few people needs care: do not publish its row.',
      ),
      heading('Twins'),
      text(
        'Change one fact at a time and run again: the first name, the postcode, the gender, the year of birth. The answer should stay the same.',
      ),
      heading('What follows'),
      ...list([
        'What is changed, by whom, until when?',
        'What do people hear who were treated worse?',
        'On which day is this looked at again?',
      ]),
      text([
        'Then write into data-ethics.json: ',
        { code: `"decisions": { "audited": [{ "id": "the attribute", "lastBiasAudit": "${today}", "by": "…" }] }` },
      ]),
    ],
  };
}

const GROUPS = ['by gender', 'by age', 'by origin or language', 'by disability', 'by postcode', 'by two of these at once'];
