/**
 * The one description of `data-ethics.json`: validation, the JSON schema and the documentation are
 * all made from it. Keys marked `later` are read by checks of their own; they are accepted as they stand.
 */
import { MODEL } from './model-table';
import { CATEGORY_KEYS, STEWARDSHIP } from './stewardship';
import { nameOrNull, object, text, texts, type Value } from './value';

export const SEVERITIES = ['error', 'warning', 'info', 'off'] as const;

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
    version: { type: 'number', words: 'Version of this format: 1. A file without one is read as 1.' },
    extends: { type: 'text-or-list', words: 'Relative paths of policy files this one is laid over; the last wins.' },
    preset: { type: 'choice', words: 'Which rules are on unless said otherwise.', of: ['starter', 'recommended', 'strict'] },
    rules,
    legalHints: { type: 'flag', words: 'Whether pages of rules name laws that may be relevant. Default: true.' },
    files: texts('Globs of the files to analyse, relative to this file. Default: everything readable.'),
    ignores: texts('Globs of files that are not reported on, relative to this file.'),
    overrides: {
      type: 'list',
      words: 'Other rule settings for some files; the last that matches wins.',
      of: object('One override.', { files: texts('Globs, relative to this file.'), rules }, ['files', 'rules']),
    },
    firstPartyHosts: {
      type: 'list',
      words: 'Hosts of your own, such as api.example.org; *.example.org covers subdomains.',
      of: { type: 'host', words: 'One of them.' },
    },
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
        keys: {
          ...CATEGORY_KEYS,
          fields: texts('Fields that are of this category: "Customer.email".'),
          notPersonal: texts('Fields that look like it and are not: "Branch.address".'),
        },
      },
    },
    notPersonal: texts('Fields that are not personal, whatever they are called.'),
    models: { type: 'list', words: 'Loggers, sinks and maskers of your own.', of: MODEL },
    ...STEWARDSHIP,
    consent: object('How your code asks for consent.', {
      functions: texts('Functions and hooks that answer whether a person agreed: hasConsent, useConsent.'),
      components: texts('Components that show their children only after a yes: ConsentGate.'),
      middleware: texts('Middleware, guards and decorators that let only those pass who agreed: requireConsent.'),
      callbacks: texts('Functions that run the function they are given once there is a yes: onConsent.'),
      fields: texts('Fields that keep a choice: marketingOptIn.'),
      purposes: texts('What people are asked about: analytics, marketing.'),
      strictlyNecessary: texts('SDKs that the service cannot do without, by their name or that of the company: sentry.'),
      managedBy: nameOrNull('What blocks trackers until there is a yes, outside the code: gtm, cookiebot; or null.'),
    }),
    pricing: object('What a price may depend on.', {
      allowedAttributes: {
        type: 'list',
        words: 'Attributes of a person that a price may depend on.',
        of: object(
          'One attribute.',
          {
            attribute: text('Name of the attribute (isStudent), a category id (age) or a class (behaviour).'),
            reason: text('Why, in a sentence that a customer may read.'),
            direction: {
              type: 'choice',
              words: 'Which way the price may go for the person. Default: any.',
              of: ['discount', 'surcharge', 'any'],
            },
            disclosure: text('Where the customer learns of it (price-list), or none when nothing needs to be said.'),
          },
          ['attribute'],
        ),
      },
      disclosure: object('How your interface says that a price is personal.', {
        component: text('Name of the component that says it.'),
        field: text('Field of a response that says it.'),
        text: text('Words that say it.'),
      }),
      financialIncentives: texts('Declared benefits for a consent, by a word of the price or function: ad-free.'),
    }),
    decisions: object('How decisions about people are made.', {
      human: object('How a person comes in.', {
        reviewFunctions: texts('Names of functions that hand a case to a person.'),
      }),
      reasonFields: texts('Fields that carry the reasons of a decision.'),
      legalGates: texts('Names of functions that check a legal minimum, such as an age.'),
      audited: {
        type: 'list',
        words: 'Attributes whose use in decisions was audited for bias.',
        of: object(
          'One attribute.',
          {
            id: text('Name of the attribute or category id.'),
            lastBiasAudit: { type: 'day', words: 'Date of the last audit: 2026-06-30.' },
            by: text('Who audited: external or a name.'),
          },
          ['id'],
        ),
      },
    }),
  },
} satisfies Value;
