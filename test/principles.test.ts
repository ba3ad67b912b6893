/** No founding principle stands empty: each has rules that exist, or something that the program does about it and shows. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { rules } from '../rules';
import { lessonPages } from '../rules/lessons';
import { PRINCIPLES } from '../server/documents/report/principles';
import { cli } from './support/cli';

/** What there is besides rules. `shows`: words that a command prints in the example project. */
type Feature =
  | { policy: string }
  | { lesson: string }
  | { setting: string }
  | {
      command: 'inventory' | 'report' | 'report --public' | 'notice' | 'blast-radius email' | 'audit-stub scoreOf' | 'init';
      shows: RegExp;
    };

const report = (shows: RegExp): Feature => ({ command: 'report', shows });
const notice = (shows: RegExp): Feature => ({ command: 'notice', shows });
const inventory = (shows: RegExp): Feature => ({ command: 'inventory', shows });

const MATRIX: [principle: string, rules: string[], features: Feature[]][] = [
  [
    'transparency begins the relation',
    ['pii-to-third-party', 'undeclared-flow', 'undisclosed-personalized-price'],
    [notice(/## What we keep/)],
  ],
  [
    'benefit, not exploitation',
    ['personalized-price', 'vulnerability-targeting', 'false-urgency', 'emotion-driven-action'],
    [{ policy: 'purposes.*.benefit' }, report(/purposes that say what people get: \d+ of \d+/)],
  ],
  [
    'ways of collecting',
    ['unused-personal-field', 'tracking-without-consent', 'covert-capture'],
    [
      inventory(/Comes in through: web \(\d+ fields of \d+ categories, \d+ by consent\)/),
      { policy: 'dataCategories.*.channels' },
    ],
  ],
  [
    'minimisation',
    ['unused-personal-field', 'over-fetched-record', 'whole-record-shared', 'no-retention-limit'],
    [inventory(/read nowhere by that name: \d+ of \d+/), report(/places of collection and storage; \d+ read/)],
  ],
  [
    'security',
    ['pii-in-logs', 'pii-in-url', 'pii-in-browser-storage', 'cleartext-pii'],
    [report(/Data is protected on its way/)],
  ],
  [
    'anonymisation',
    ['weak-anonymization', 'reidentifiable-dataset'],
    [{ lesson: 'anonymous-pseudonymous-hashed' }, { policy: 'anonymisation.minGroupSize' }],
  ],
  [
    'consent and opt-out',
    [
      'tracking-without-consent',
      'marketing-without-opt-in',
      'ignored-opt-out',
      'preselected-consent',
      'asymmetric-choice',
      'privacy-penalty',
    ],
    [report(/\d+ of \d+ tracking calls? waits? for consent|tracking calls wait for consent/)],
  ],
  [
    'balance of machine and person',
    ['decision-without-human-review', 'emotion-driven-action'],
    [report(/places? where a machine alone says no/)],
  ],
  ['first step: data audit', ['undeclared-flow'], [inventory(/\d+ categories \(\d+ special\) in \d+ files/)]],
  ['first step: policy', ['incomplete-policy'], [{ command: 'init', shows: /"birthplace"/ }, { policy: 'purposes.*.why' }]],
  ['first step: transparent communication', ['undisclosed-personalized-price'], [notice(/> The Daily Crumb keeps/)]],
  [
    'first step: training',
    [],
    [{ lesson: 'writing-a-purpose' }, { policy: 'governance.trainingCompleted' }, { setting: 'walkthroughs' }],
  ],
  [
    'first step: regular review',
    ['expired-exception', 'incomplete-policy'],
    [{ lesson: 'six-month-review' }, { policy: 'governance.lastReview' }, report(/Looked through by/)],
  ],
  ['beyond compliance', [], [report(/### Value by value/), { lesson: 'empathy-or-manipulation' }]],
  [
    'bias audit',
    ['protected-attribute-decision', 'culture-bound-validation'],
    [{ command: 'audit-stub scoreOf', shows: /people get the good answer as often/ }, report(/## Prices and decisions/)],
  ],
  ['security as trust: audits', ['cleartext-pii'], [{ policy: 'governance.lastSecurityAudit' }, report(/last look at security/)]],
  ['security as trust: training', [], [report(/last course/)]],
  [
    'security as trust: encryption',
    ['cleartext-pii', 'pii-in-browser-storage'],
    [inventory(/encrypted \d+ of \d+/), { policy: 'encryption.requireAtRest' }],
  ],
  [
    'security as trust: incidents',
    ['incomplete-policy'],
    [
      { policy: 'incident.contact' },
      { policy: 'incident.steps' },
      { command: 'blast-radius email', shows: /Call security@/ },
      { lesson: 'incident-first-72-hours' },
    ],
  ],
  ['clear privacy policy', ['undeclared-flow'], [notice(/## Who gets it/)]],
  ['why data are used', ['decision-without-reasons', 'incomplete-policy'], [notice(/\*\*We need your name/)]],
  ['accessible language', [], [notice(/hard sentences?\. Reading ease/)]],
  [
    'feedback',
    ['decision-without-reasons', 'asymmetric-choice'],
    [{ policy: 'organisation.feedbackUrl' }, notice(/Write to privacy@/)],
  ],
  ['proactive communication', [], [notice(/data-ethics-notice \{/)]],
  [
    'boundary: personal prices',
    ['personalized-price', 'undisclosed-personalized-price', 'privacy-penalty'],
    [{ policy: 'pricing.allowedAttributes' }, report(/Prices and decisions that depend on a person|\| Value \| Takes in/)],
  ],
  ['boundary: advertising to the vulnerable', ['vulnerability-targeting', 'emotion-driven-action'], []],
  [
    'boundary: autonomy and value exchange',
    ['asymmetric-choice', 'false-urgency', 'preselected-consent'],
    [{ lesson: 'empathy-or-manipulation' }],
  ],
  ['scaling responsibly', ['undeclared-flow'], [{ policy: 'extends' }]],
  ['surveillance', ['unmasked-session-replay', 'covert-capture'], [report(/\d+ session recorder/)]],
  ['commodified emotion', ['emotion-driven-action', 'score-defines-person'], [{ lesson: 'limits-of-sentiment-and-nps' }]],
  ['borders', ['undeclared-region'], [report(/with a region in code/), { policy: 'regions.allowed' }]],
  ['bias by place', ['culture-bound-validation'], [{ lesson: 'limits-of-sentiment-and-nps' }]],
  ['five values', [], [{ policy: 'values' }, report(/\| Beneficence \|/)]],
  [
    'stewardship',
    ['undeclared-flow', 'incomplete-policy'],
    [{ policy: 'dataCategories.*.owner' }, report(/categories with an owner: \d+ of \d+/)],
  ],
  ['committee and roles', ['incomplete-policy'], [{ policy: 'governance.committee' }, { policy: 'exceptions.requireApprover' }]],
  ['social responsibility', [], [{ command: 'report --public', shows: /What we have not solved/ }]],
  ['public reporting', [], [{ command: 'report --public', shows: /^(?![\s\S]*customers\.ts)/ }]],
  ['whose view: data is constructed', [], [report(/what people do with exports, paper and memory/)]],
  ['humility', ['score-defines-person'], [report(/There is no grade for the whole/), { lesson: 'limits-of-sentiment-and-nps' }]],
];

const printed = new Map<string, string>();

beforeAll(async () => {
  const wanted = MATRIX.flatMap(([, , features]) => features.flatMap((each) => ('command' in each ? [each.command] : [])));
  for (const command of new Set(wanted)) {
    const { out, err, code } = await cli('examples/daily-crumb', [...command.split(' '), '--no-cache']);
    expect(code, command).toBe(0);
    printed.set(command, out + err);
  }
}, 120_000);

test('there are 39 of them', () => expect(MATRIX).toHaveLength(39));

describe.each(MATRIX)('%s', (_, own, features) => {
  test('has a rule or a feature, and they exist', () => {
    expect(own.length + features.length).toBeGreaterThan(0);
    for (const id of own) expect(rules.map((rule) => rule.id)).toContain(id);
    for (const feature of features) exists(feature);
  });
});

function exists(feature: Feature): void {
  if ('command' in feature) return expect(printed.get(feature.command)).toMatch(feature.shows);
  if ('lesson' in feature) return expect(lessonPages.map(({ id }) => id)).toContain(feature.lesson);
  if ('setting' in feature) return expect(readFileSync('package.json', 'utf8')).toContain(`"${feature.setting}"`);
  let schema = JSON.parse(readFileSync('schema/data-ethics.schema.json', 'utf8')) as Schema;
  for (const key of feature.policy.split('.')) {
    const next = key === '*' ? schema.additionalProperties : schema.properties?.[key];
    expect(next, feature.policy).toBeDefined();
    schema = next!;
  }
}

interface Schema {
  properties?: Record<string, Schema>;
  additionalProperties?: Schema;
}

test('every rule speaks for a principle, here and in the report', () => {
  const here = new Set(MATRIX.flatMap(([, own]) => own));
  const shown = new Set(PRINCIPLES.flatMap((principle) => principle.rules));
  for (const { id } of rules) {
    expect([...shown], id).toContain(id);
    expect(here.has(id) || EXTRA.includes(id), id).toBe(true);
  }
});

/** Rules of principles that others stand for: purpose and prompts. */
const EXTRA = ['purpose-mismatch', 'pii-in-prompt'];
