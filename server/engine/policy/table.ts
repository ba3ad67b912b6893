/**
 * The one description of `data-ethics.json`: validation, the JSON schema and the documentation are
 * all made from it. Keys marked `later` are read by checks of their own; they are accepted as they stand.
 */
import type { ModelKind } from '../model';
import { CATEGORY_KEYS, STEWARDSHIP } from './stewardship';

export type Value =
  | { type: 'text'; words: string }
  | { type: 'text-or-null'; words: string }
  /** "api.example.org", "*.example.org"; of an address its host is taken. */
  | { type: 'host'; words: string }
  | { type: 'number'; words: string }
  | { type: 'flag'; words: string }
  | { type: 'choice'; words: string; of: readonly string[] }
  | { type: 'list'; words: string; of: Value }
  | { type: 'text-or-list'; words: string }
  /** A closed set of keys. */
  | { type: 'object'; words: string; keys: Record<string, Value>; required?: string[]; open?: boolean }
  /** Any key; `keys` says whether keys must be ids we know. */
  | { type: 'map'; words: string; of: Value; keys?: 'rule' | 'category' }
  /** Text, or an object. */
  | { type: 'either'; words: string; of: [Value, Value] }
  /** Severity, or [severity, options]. */
  | { type: 'rule'; words: string }
  | { type: 'category'; words: string; groups?: boolean }
  /** "2026-10-01". */
  | { type: 'day'; words: string }
  /** "24 months", "until account-deletion + 30 days", or TODO and what is to be decided. */
  | { type: 'duration'; words: string }
  | { type: 'later'; words: string };

const text = (words: string): Value => ({ type: 'text', words });
const number = (words: string): Value => ({ type: 'number', words });
const texts = (words: string): Value => ({ type: 'list', words, of: text('One of them.') });
const nameOrNull = (words: string): Value => ({ type: 'text-or-null', words });
const later = (words: string): Value => ({ type: 'later', words });
const object = (words: string, keys: Record<string, Value>, required?: string[]): Value => ({
  type: 'object',
  words,
  keys,
  required,
});

/** Every kind a model can be of. */
const KINDS = Object.keys({
  ...{ logger: 0, analytics: 0, ads: 0, 'error-tracking': 0, replay: 0, support: 0, crm: 0, 'chat-ops': 0, ai: 0 },
  ...{ 'vector-store': 0, messaging: 0, payment: 0, flags: 0, enrichment: 0, maps: 0, identity: 0, survey: 0, search: 0 },
  ...{ marketing: 0, monitoring: 0, http: 0, 'browser-storage': 0, 'secure-storage': 0, 'object-storage': 0, file: 0 },
  ...{ cache: 0, queue: 0, database: 0, crypto: 0, masking: 0, validation: 0, framework: 0, utility: 0, consent: 0 },
} satisfies Record<ModelKind, 0>);

export const SEVERITIES = ['error', 'warning', 'info', 'off'] as const;

const word = text('A name, or a key of `types`.');
const source: Value = {
  type: 'object',
  words: 'Personal data that comes into being here.',
  required: ['category', 'words'],
  keys: {
    category: text('Category id, or record for a whole person record.'),
    owner: text('The person noun of a record.'),
    words: text('How a message names it.'),
    type: word,
  },
};

const sink: Value = {
  type: 'object',
  words: 'Where the data goes.',
  required: ['kind'],
  keys: {
    kind: {
      type: 'choice',
      words: 'What kind of place.',
      of: ['log', 'third-party', 'prompt', 'http', 'url', 'browser-storage', 'file', 'object-storage', 'share'],
    },
    data: texts('Argument paths that go there: 0, 1.metadata, 0.messages[].content, *, 1*.'),
    necessary: later('Argument path to the categories the recipient needs there, or *.'),
    url: text('Argument path of the URL.'),
    params: texts('Argument paths that end up in the URL.'),
    baseUrl: text('Option of the instance that the URL is relative to.'),
    key: text('Argument path of the key.'),
    flags: text('Argument path of the flags httpOnly and secure.'),
    path: text('Argument path of the file name.'),
    options: text('Argument path of the options.'),
  },
};

const action: Value = {
  type: 'object',
  words: 'What a call does.',
  keys: {
    returns: word,
    content: { type: 'choice', words: 'Whose content the result carries.', of: ['none', 'receiver', 'arguments', 'all'] },
    state: {
      type: 'choice',
      words: 'State of that content in the result.',
      of: ['raw', 'weak-hash', 'masked', 'pseudonymous', 'encrypted', 'hashed-credential', 'derived', 'aggregate'],
    },
    text: { type: 'flag', words: 'The content becomes text: its parts are no longer apart.' },
    mutatesReceiver: { type: 'flag', words: "The arguments' content is added to the receiver." },
    fresh: { type: 'flag', words: 'The result is new and random: only the name it gets may speak.' },
    sink,
    source,
    callback: {
      type: 'list',
      words: 'Functions among the arguments.',
      of: object(
        'One of them.',
        {
          argument: number('Its position, or that of the object that holds it.'),
          path: text('Where it stands in that object.'),
          parameters: texts('What they receive.'),
          result: word,
        },
        ['argument', 'parameters', 'result'],
      ),
    },
    config: number('Position of the options object.'),
    reader: text('Built-in reader of an ORM or schema library.'),
  },
};

const member: Value = { type: 'either', words: "Another type's name, or what calling it does.", of: [word, action] };
const type: Value = object('One type.', {
  call: action,
  construct: action,
  annotates: action,
  members: { type: 'map', words: 'Members by name.', of: member },
  assigns: { type: 'map', words: 'What assigning to a member does.', of: action },
  reads: { type: 'map', words: 'What reading a member gives, when it is personal.', of: source },
  otherwise: action,
  source,
  nobody: { type: 'flag', words: "Read as a value, it is nobody's: what the person who runs a program typed for it." },
  globals: { type: 'flag', words: 'The global object: members not listed are the ambient names of all models.' },
});

const consentFacts: Value = object('What the library is for consent.', {
  recipient: { type: 'choice', words: 'A tracker, and whom it serves.', of: ['analytics', 'ads', 'replay', 'fingerprint'] },
  sdk: text('Name that calls of one SDK share across packages.'),
  side: { type: 'choice', words: 'Where its calls run, when not in the browser.', of: ['server'] },
  cookieless: { type: 'flag', words: 'Keeps nothing on the device and recognises nobody again.' },
  calls: {
    type: 'map',
    words: 'Calls by name, such as posthog.init or gtag(config), and what they are.',
    of: {
      type: 'choice',
      words: 'What the call is.',
      of: ['starts', 'tracks', 'identifies', 'grants', 'stops', 'waits', 'defaults', 'runs', 'sends'],
    },
  },
  components: texts('Components that load the tracker when they are shown.'),
  plugins: texts('Types of which a value starts the tracker when it is given to `use`.'),
  waits: later('Options of the starting call under which the SDK waits for consent, with the value that makes it wait.'),
  keepsNothing: later('Options of the starting call under which nothing is kept on the device, with the value that says so.'),
  share: texts('Options, one of which has to be more than 0 in the file of the starting call, or nobody is taken down.'),
  configured: texts(
    'Plugins and members by which the configuration of a framework loads the tracker: nuxt-gtag, gtag.trackingID.',
  ),
  scripts: texts('Addresses from which pages load the tracker, without protocol.'),
  products: {
    type: 'map',
    words: 'Other products of the vendor that the same tag serves, by the beginning of an id (AW-) or the name of an event.',
    of: object('The product.', {
      vendor: text('Who gets to know: Google Ads.'),
      recipient: { type: 'choice', words: 'Whom it serves.', of: ['analytics', 'ads', 'replay', 'fingerprint'] },
    }),
  },
  endpoints: texts('Addresses that events are sent to without the SDK, without protocol.'),
  blocks: later('Scripts of a consent tool that keep trackers from being loaded, with the attribute that makes them.'),
  answers: texts("A consent tool: what holds or gives a person's answers, such as Cookiebot.consent."),
  objections: texts('Members of answers whose yes is a no: SaleOptOut.'),
  purposes: {
    type: 'map',
    words: "What the tool's own ids stand for: C0002, statistics.",
    of: { type: 'choice', words: 'A purpose.', of: ['analytics', 'marketing', 'functional', 'personalization', 'unknown'] },
  },
  events: {
    type: 'map',
    words: 'Events and callback options of the tool.',
    of: { type: 'choice', words: 'Only after a yes, or after any answer.', of: ['yes', 'answered'] },
  },
  channel: { type: 'choice', words: 'How a service that writes to people reaches them.', of: ['email', 'sms', 'push', 'chat'] },
});

const model: Value = {
  type: 'object',
  words: 'What a library or module of yours does with data, in the shape of our own model files.',
  required: ['id', 'title', 'kind', 'packages', 'types'],
  keys: {
    id: text('A unique name, usually that of the package.'),
    title: text('Name as a message shows it.'),
    kind: { type: 'choice', words: 'What it is.', of: KINDS },
    vendor: text('Company that receives the data, when it leaves.'),
    hosts: texts('Hosts of the vendor, to recognise plain requests to it.'),
    needs: texts('Categories the vendor needs at these hosts, where requests are written by hand.'),
    packages: texts('Import specifiers; a trailing /* matches subpaths.'),
    exports: { type: 'map', words: 'Exported name to type.', of: text('A key of `types`.') },
    ambient: { type: 'map', words: 'Global name to type.', of: text('A key of `types`.') },
    components: { type: 'map', words: 'Components whose attributes are a sink.', of: action },
    types: { type: 'map', words: 'Kinds of values the library hands out, and what they do.', of: type },
    recorders: later('Session recorders of the package: what they take down, and which options change it.'),
    unmasks: later('Attributes and classes by which markup lays elements open to its recorder.'),
    consent: consentFacts,
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
    models: { type: 'list', words: 'Loggers, sinks and maskers of your own.', of: model },
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
