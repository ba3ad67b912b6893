import type { Model } from '../../server/engine/model';
import { each, functions } from './shared/functions';
import { passes } from './shared/hash';

const difference = { content: 'arguments' as const, state: 'derived' as const };
const differences = [
  'differenceInYears',
  'differenceInMonths',
  'differenceInDays',
  'differenceInCalendarYears',
  'intervalToDuration',
];
const tests = ['isBefore', 'isAfter', 'isValid', 'isSameDay', 'isToday', 'isPast', 'isFuture', 'compareAsc', 'compareDesc'];
const person = 'interface Member { id: string; dateOfBirth: Date }';

/** A formatted date of birth is still one; a difference is derived from it. */
export const dateFns: Model = {
  id: 'date-fns',
  title: 'date-fns',
  kind: 'utility',
  packages: ['date-fns', 'date-fns/*', 'date-fns-tz'],
  ...functions({
    ...each(
      ['format', 'formatISO', 'parse', 'parseISO', 'addDays', 'addYears', 'subYears', 'startOfDay', 'toDate', 'formatInTimeZone'],
      passes,
    ),
    ...each(differences, difference),
    ...each(tests, {}),
  }),
  source: 'date-fns 4 documentation, date-fns.org/docs (from memory, 2026-11)',
  examples: {
    finds: [
      [
        "import { format } from 'date-fns';",
        person,
        "export const show = (member: Member) => console.log('born', format(member.dateOfBirth, 'yyyy-MM-dd')); // ! pii-in-logs",
      ].join('\n'),
    ],
    silent: [
      [
        "import { differenceInYears } from 'date-fns';",
        person,
        "export const show = (member: Member) => console.log('adult', differenceInYears(new Date(), member.dateOfBirth) >= 18);",
      ].join('\n'),
    ],
  },
};
