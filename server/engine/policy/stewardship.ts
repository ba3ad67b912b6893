/** The part of the policy file in which people answer for data: why, whose, for how long, to whom, who looks again. */
import { object, text, texts, type Value } from './value';

const day = (words: string): Value => ({ type: 'day', words });
const duration = (words: string): Value => ({ type: 'duration', words });
const choice = (words: string, of: string[]): Value => ({ type: 'choice', words, of });

const LEGAL_BASES = ['consent', 'contract', 'legal-obligation', 'vital-interests', 'public-task', 'legitimate-interest'];
const CHANNELS = ['web', 'pos', 'survey', 'social', 'crm', 'support', 'iot', 'email', 'phone', 'paper', 'other'];

export const CATEGORY_KEYS: Record<string, Value> = {
  purposes: texts('Ids of purposes this category is held for.'),
  legalBasis: choice('What the law may allow it by, where it differs from that of its purposes.', LEGAL_BASES),
  owner: text('Who answers for it: "team:checkout". Without one, CODEOWNERS is shown.'),
  retention: duration('How long it is kept: "24 months", "until account-deletion + 30 days".'),
  channels: { type: 'list', words: 'Where it is collected.', of: choice('A channel.', CHANNELS) },
  regions: texts('Regions it may be held in, where they differ from `regions.allowed`.'),
};

export const STEWARDSHIP: Record<string, Value> = {
  organisation: object('Who you are, as the notice says it.', {
    name: text('Name of your organisation.'),
    contact: text('Where people ask about their data: an address they can write to.'),
    feedbackUrl: text('A page on which people can say what they think of how their data is used.'),
  }),
  governance: object('Who looks after this policy, and when it is reviewed.', {
    owner: text('The person or team that answers for the policy.'),
    committee: texts('People who decide about hard cases and exceptions.'),
    reviewEvery: duration('How often the policy is looked at again: "6 months".'),
    lastReview: day('Day of the last review: "2026-10-01".'),
    trainingCompleted: day('Day on which the team last finished the course.'),
    lastSecurityAudit: day('Day on which somebody last checked how data is secured.'),
  }),
  values: {
    type: 'list',
    words: 'The values your team has agreed on.',
    of: choice('A value.', ['fairness', 'justice', 'autonomy', 'beneficence', 'respect']),
  },
  purposes: {
    type: 'map',
    words: 'Why you hold data, purpose by purpose, in words for the people concerned.',
    of: object('One purpose.', {
      why: text('What is done, with which data and what for, as you would say it to a customer.'),
      benefit: text('What the customer gets from it.'),
      legalBasis: choice('What the law may allow it by.', LEGAL_BASES),
      optOut: text('Where the customer says no: an address or a path.'),
    }),
  },
  recipients: {
    type: 'map',
    words: 'Who receives data, by a name such as "stripe".',
    of: object('One recipient.', {
      name: text('Its name, as customers know it, where the key is not.'),
      kind: text('What it does for you: payment, analytics, bookkeeping.'),
      purposes: texts('Ids of purposes it receives data for.'),
      categories: {
        type: 'list',
        words: 'Categories it may receive, or groups such as contact.',
        of: { type: 'category', words: 'Category or group id.', groups: true },
      },
      region: text('Where it holds the data: "eu".'),
      dpa: day('Day of the data processing agreement.'),
      owner: text('Who answers for it on your side.'),
      consent: text('The choice it waits for, such as "analytics".'),
      transfer: object('What allows it to hold data elsewhere.', {
        mechanism: text('"SCC", "DPF", "adequacy".'),
        regions: texts('Regions it covers.'),
        until: day('The last day it holds.'),
      }),
      hosts: texts('Hosts it answers at, for requests without a library.'),
      environment: texts('Environment variables that hold its address.'),
    }),
  },
  regions: object('Where data may be held.', {
    allowed: texts('Regions: "eu", "ch", "eu-central-1".'),
    map: { type: 'map', words: 'Host or region name to region, for those we do not know.', of: text('A region.') },
    transfers: {
      type: 'list',
      words: 'Transfers to other regions that somebody has looked at.',
      of: object('One transfer.', {
        to: text('Region.'),
        recipient: text('Key of a recipient.'),
        mechanism: text('What allows it.'),
        until: day('The last day it holds.'),
      }),
    },
  }),
  incident: object('What happens after a breach.', {
    contact: text('Who is woken up: an address or a number.'),
    notifyWithinHours: { type: 'number', words: 'Hours within which authorities are told.' },
    plan: text('Path or address of the plan.'),
    steps: texts('The first steps, in order.'),
  }),
  exceptions: object('What a suppression in code must say.', {
    requireReason: { type: 'flag', words: 'A reason; suppressions without one have no effect in any case.' },
    requireExpiry: { type: 'flag', words: 'An end: `-- until 2027-03-31`.' },
    requireApprover: { type: 'flag', words: 'Who agreed: `-- approved by: Mara`.' },
    longest: duration('No exception may reach further into the future than this: "12 months".'),
  }),
};
