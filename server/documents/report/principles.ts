/** The founding principles as rows of a report: which rules speak about each, out of how many places, and what only people can tell. */
import type { Holding } from '../../engine/rule/inventory';
import type { Declared } from '../../engine/rule/policy';
import type { Audit } from '../../session';
import { plural } from '../inventory/words';

export interface Principle {
  title: string;
  value: 'Fairness' | 'Justice' | 'Autonomy' | 'Beneficence' | 'Respect';
  rules: string[];
  /** "12 flows into logs": what the count of findings is out of; '' where nothing was counted. */
  outOf(audit: Audit): string;
  /** What the policy says about it, or that it says nothing. Left out where a policy has nothing to say. */
  promised?(declared: Declared): string;
}

export const PRINCIPLES: Principle[] = [
  {
    title: 'Data is protected on its way and where it is kept',
    value: 'Respect',
    rules: ['pii-in-logs', 'pii-in-url', 'pii-in-browser-storage', 'cleartext-pii'],
    outOf: (audit) =>
      flows(audit, ['log', 'url', 'browser-storage', 'file', 'object-storage'], 'into logs, addresses, browsers and files'),
    promised: ({ governance }) => day('last look at security', governance?.lastSecurityAudit),
  },
  {
    title: 'People know who gets their data',
    value: 'Autonomy',
    rules: ['pii-to-third-party', 'pii-in-prompt', 'whole-record-shared'],
    outOf: (audit) => flows(audit, ['recipient'], `to ${plural(audit.inventory.recipients.length, 'recipient')}`),
  },
  {
    title: 'Only what is needed, and only as long as it is needed',
    value: 'Respect',
    rules: ['unused-personal-field', 'over-fetched-record', 'no-retention-limit'],
    outOf: ({ inventory }) => {
      const points = sum(inventory.categories, ({ collected, stored }) => collected.length + stored.length);
      const unread = sum(inventory.categories, (holding) => holding.unread.length);
      return `${plural(points, 'place')} of collection and storage; ${points - unread} read, ${unread} read nowhere by that name`;
    },
    promised: ({ dataCategories = {} }) =>
      filled('categories with a retention', Object.values(dataCategories), ({ retention }) => retention),
  },
  {
    title: 'Anonymous means anonymous',
    value: 'Respect',
    rules: ['weak-anonymization', 'reidentifiable-dataset'],
    outOf: ({ inventory }) => {
      const sent = inventory.categories.flatMap((holding) => holding.sent);
      return `${sent.filter(({ state }) => state !== 'raw').length} of ${plural(sent.length, 'flow')} changed on the way (masked, hashed, encrypted, counted)`;
    },
  },
  {
    title: 'Nobody is tracked before saying yes, and a no counts',
    value: 'Autonomy',
    rules: [
      'tracking-without-consent',
      'marketing-without-opt-in',
      'ignored-opt-out',
      'preselected-consent',
      'asymmetric-choice',
      'privacy-penalty',
    ],
    outOf: ({ register: { trackings } }) =>
      trackings.length === 0
        ? 'no tracking was seen'
        : `${trackings.filter(({ guarded }) => guarded).length} of ${plural(trackings.length, 'tracking call')} wait for consent`,
    promised: ({ purposes = {} }) =>
      filled(
        'purposes by consent with a way to say no',
        Object.values(purposes).filter(({ legalBasis }) => legalBasis === 'consent'),
        ({ optOut }) => optOut,
      ),
  },
  {
    title: 'Prices do not depend on who you are, or say so',
    value: 'Fairness',
    rules: ['personalized-price', 'undisclosed-personalized-price'],
    outOf: ({ register }) =>
      `${plural(register.prices.length, 'price')} that ${register.prices.length === 1 ? 'depends' : 'depend'} on an attribute of a person`,
    promised: ({ pricing }) => `${plural(pricing?.allowedAttributes?.length ?? 0, 'attribute')} allowed with a reason`,
  },
  {
    title: 'Decisions are fair, reasoned and end with a person',
    value: 'Fairness',
    rules: [
      'protected-attribute-decision',
      'decision-without-human-review',
      'decision-without-reasons',
      'culture-bound-validation',
      'score-defines-person',
    ],
    outOf: ({ register }) =>
      `${plural(register.decisions.length, 'decision')} that ${register.decisions.length === 1 ? 'takes' : 'take'} in a protected attribute or what stands for one`,
  },
  {
    title: 'Help, not pressure',
    value: 'Beneficence',
    rules: ['false-urgency', 'vulnerability-targeting', 'emotion-driven-action'],
    outOf: () => '',
    promised: ({ purposes = {} }) =>
      filled('purposes that say what people get', Object.values(purposes), ({ benefit }) => benefit),
  },
  {
    title: 'No hidden watching',
    value: 'Respect',
    rules: ['unmasked-session-replay', 'covert-capture'],
    outOf: ({ inventory, register: { sensors } }) => {
      const recorders = inventory.recipients.filter(({ kind }) => kind === 'replay').length;
      const seen = recorders === 0 ? 'no session recorder was seen' : plural(recorders, 'session recorder');
      const kinds = [...new Set(sensors.map(({ kind }) => kind))].sort();
      const each = kinds.map((kind) => `${kind} ${sensors.filter((sensor) => sensor.kind === kind).length}`);
      return each.length === 0 ? seen : `${seen}; taken in without an act of the person: ${each.join(', ')}`;
    },
  },
  {
    title: 'Borders are known',
    value: 'Justice',
    rules: ['undeclared-region'],
    outOf: ({ inventory }) =>
      `${inventory.recipients.filter(({ region }) => region !== '').length} of ${plural(inventory.recipients.length, 'recipient')} with a region in code`,
    promised: ({ recipients = {} }) => filled('recipients with a region', Object.values(recipients), ({ region }) => region),
  },
  {
    title: 'What is said is what is done, and somebody answers for it',
    value: 'Justice',
    rules: ['purpose-mismatch', 'undeclared-flow', 'incomplete-policy'],
    outOf: ({ inventory }) =>
      `${plural(inventory.categories.length, 'category', 'categories')} and ${plural(inventory.recipients.length, 'recipient')} in code`,
    promised: ({ dataCategories = {} }) =>
      filled('categories with an owner', Object.values(dataCategories), ({ owner }) => owner),
  },
  {
    title: 'Exceptions end, and somebody looks again',
    value: 'Justice',
    rules: ['expired-exception'],
    outOf: ({ result }) => plural(result.suppressed.length, 'exception') + ' in use',
    promised: ({ governance }) => day('last review', governance?.lastReview),
  },
  {
    title: 'People who work with data learn',
    value: 'Respect',
    rules: [],
    outOf: () => '',
    promised: ({ governance }) => day('last course', governance?.trainingCompleted),
  },
];

type Kind = Holding['sent'][number]['kind'];

function flows({ inventory }: Audit, kinds: Kind[], where: string): string {
  const count = sum(inventory.categories, ({ sent }) => sent.filter(({ kind }) => kinds.includes(kind)).length);
  return `${plural(count, 'flow')} of personal data ${where}`;
}

function filled<T>(words: string, entries: T[], value: (entry: T) => string | undefined): string {
  if (entries.length === 0) return `${words}: none declared`;
  const done = entries.filter((entry) => value(entry) && !value(entry)!.startsWith('TODO')).length;
  return `${words}: ${done} of ${entries.length}`;
}

const day = (words: string, given: string | undefined): string =>
  `${words}: ${given && !given.startsWith('TODO') ? given : 'no day is given'}`;
const sum = <T>(list: readonly T[], count: (entry: T) => number): number =>
  list.reduce((total, entry) => total + count(entry), 0);
