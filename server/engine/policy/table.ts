/**
 * The one description of `data-ethics.json`: validation, the JSON schema and the documentation are
 * all made from it. Keys marked `later` are read by checks that look at purposes, recipients,
 * regions or governance; they are accepted as they stand.
 */

export type Value =
  | { type: 'text'; words: string }
  | { type: 'number'; words: string }
  | { type: 'choice'; words: string; of: readonly string[] }
  | { type: 'list'; words: string; of: Value }
  | { type: 'text-or-list'; words: string }
  /** A closed set of keys. */
  | { type: 'object'; words: string; keys: Record<string, Value>; required?: string[]; open?: boolean }
  /** Any key; `keys` says whether keys must be ids we know. */
  | { type: 'map'; words: string; of: Value; keys?: 'rule' | 'category' }
  /** Severity, or [severity, options]. */
  | { type: 'rule'; words: string }
  | { type: 'category'; words: string }
  | { type: 'later'; words: string };

const text = (words: string): Value => ({ type: 'text', words });
const texts = (words: string): Value => ({ type: 'list', words, of: text('One of them.') });
const later = (words: string): Value => ({ type: 'later', words });
const object = (words: string, keys: Record<string, Value>, required?: string[]): Value => ({
  type: 'object',
  words,
  keys,
  required,
});

export const SEVERITIES = ['error', 'warning', 'info', 'off'] as const;

const model: Value = {
  type: 'object',
  words: 'What a library or module of yours does with data, in the shape of our own model files.',
  required: ['id', 'title', 'kind', 'packages', 'types'],
  keys: {
    id: text('A unique name, usually that of the package.'),
    title: text('Name as a message shows it.'),
    kind: text('What it is: logger, analytics, ai, http, masking and so on.'),
    vendor: text('Company that receives the data, when it leaves.'),
    hosts: texts('Hosts of the vendor, to recognise plain requests to it.'),
    packages: texts('Import specifiers; a trailing /* matches subpaths.'),
    exports: { type: 'map', words: 'Exported name to type.', of: text('A key of `types`.') },
    ambient: { type: 'map', words: 'Global name to type.', of: text('A key of `types`.') },
    components: { type: 'map', words: 'Components whose attributes are a sink.', of: later('An action.') },
    types: { type: 'map', words: 'Kinds of values the library hands out, and what they do.', of: later('A type.') },
    source: text('Where the facts come from.'),
    examples: later('Snippets that show it.'),
  },
};

const rules: Value = {
  type: 'map',
  keys: 'rule',
  words: 'Rule id to severity, or to [severity, options].',
  of: { type: 'rule', words: 'error, warning, info or off; or [severity, options].' },
};

export const POLICY = {
  type: 'object',
  words: 'Policy of a project for data-ethics.',
  keys: {
    $schema: text('Address of the JSON schema of this file.'),
    version: { type: 'number', words: 'Version of this format: 1.' },
    extends: { type: 'text-or-list', words: 'Relative paths of policy files this one is laid over; the last wins.' },
    preset: { type: 'choice', words: 'Which rules are on unless said otherwise.', of: ['starter', 'recommended', 'strict'] },
    rules,
    files: texts('Globs of the files to analyse, relative to this file. Default: everything readable.'),
    ignores: texts('Globs of files that are not reported on, relative to this file.'),
    overrides: {
      type: 'list',
      words: 'Other rule settings for some files; the last that matches wins.',
      of: object('One override.', { files: texts('Globs, relative to this file.'), rules }, ['files', 'rules']),
    },
    firstPartyHosts: texts('Hosts of your own, such as api.example.org; *.example.org covers subdomains.'),
    masking: object('How your code masks personal data.', {
      functions: texts('Names of functions whose result is masked.'),
      module: text('Import specifier of the module whose exports all mask.'),
    }),
    encryption: object('How your code encrypts.', {
      functions: texts('Names of functions whose result is encrypted.'),
      requireAtRest: {
        type: 'list',
        words: 'Categories that must be stored encrypted.',
        of: { type: 'category', words: 'Category id.' },
      },
    }),
    anonymisation: {
      type: 'object',
      words: 'How your code pseudonymises.',
      open: true,
      keys: {
        keyedHash: texts('Names of functions that hash with a secret key.'),
        minGroupSize: { type: 'number', words: 'Smallest group a published figure may describe.' },
      },
    },
    dataCategories: {
      type: 'map',
      keys: 'category',
      words: 'What you hold, by category id.',
      of: {
        type: 'object',
        words: 'One category.',
        open: true,
        keys: {
          fields: texts('Fields that are of this category: "Customer.email".'),
          notPersonal: texts('Fields that look like it and are not: "Branch.address".'),
        },
      },
    },
    notPersonal: texts('Fields that are not personal, whatever they are called.'),
    models: { type: 'list', words: 'Loggers, sinks and maskers of your own.', of: model },
    organisation: later('Name and contact of your organisation.'),
    governance: later('Who looks after this policy, and when it is reviewed.'),
    values: later('The values your team has agreed on.'),
    purposes: later('Why you hold data, purpose by purpose.'),
    recipients: later('Who receives data.'),
    regions: later('Where data may be held.'),
    consent: later('How your code asks for consent.'),
    pricing: later('What a price may depend on.'),
    decisions: later('How decisions about people are made.'),
    incident: later('What happens after a breach.'),
    exceptions: later('What a suppression must say.'),
  },
} satisfies Value;
