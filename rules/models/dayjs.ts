import type { Model } from '../../server/engine/model';
import { each } from './shared/functions';

const create = { content: 'arguments' as const, returns: 'date' };
const person = 'interface Member { id: string; dateOfBirth: Date }';

export const dayjs: Model = {
  id: 'dayjs',
  title: 'dayjs, moment and luxon',
  kind: 'utility',
  packages: ['dayjs', 'dayjs/*', 'moment', 'moment-timezone', 'luxon'],
  exports: { default: 'dayjs', '*': 'dayjs', DateTime: 'dayjs' },
  ambient: { dayjs: 'dayjs', moment: 'dayjs' },
  types: {
    dayjs: {
      call: create,
      members: {
        ...each(['utc', 'tz', 'unix', 'fromISO', 'fromJSDate', 'fromFormat', 'local'], create),
        ...each(['extend', 'now', 'locale'], {}),
      },
    },
    date: {
      members: {
        ...each(['diff', 'diffNow'], { content: 'all', state: 'derived' }),
        ...each(['isBefore', 'isAfter', 'isSame', 'isValid', 'isBetween'], {}),
        ...each(['add', 'subtract', 'startOf', 'endOf', 'plus', 'minus', 'tz', 'utc'], { content: 'receiver', returns: 'date' }),
      },
    },
  },
  source: 'dayjs 1.11 documentation, day.js.org/docs; moment 2.30; luxon 3 (from memory, 2026-11)',
  examples: {
    finds: [
      [
        "import dayjs from 'dayjs';",
        person,
        "export const show = (member: Member) => console.log('born', dayjs(member.dateOfBirth).format('YYYY-MM-DD')); // ! pii-in-logs",
      ].join('\n'),
    ],
    silent: [
      [
        "import dayjs from 'dayjs';",
        person,
        "export const show = (member: Member) => console.log('valid', dayjs(member.dateOfBirth).isValid());",
      ].join('\n'),
    ],
  },
};
