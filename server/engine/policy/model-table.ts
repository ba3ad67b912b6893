/** A library model as `data-ethics.json` describes one: the shape of our own model files. */
import type { ModelKind } from '../model';
import { later, number, object, text, texts, type Value } from './value';

/** Every kind a model can be of. */
const KINDS = Object.keys({
  ...{ logger: 0, analytics: 0, ads: 0, 'error-tracking': 0, replay: 0, support: 0, crm: 0, 'chat-ops': 0, ai: 0 },
  ...{ 'vector-store': 0, messaging: 0, payment: 0, flags: 0, enrichment: 0, maps: 0, identity: 0, survey: 0, search: 0 },
  ...{ marketing: 0, monitoring: 0, http: 0, 'browser-storage': 0, 'secure-storage': 0, 'object-storage': 0, file: 0 },
  ...{ cache: 0, queue: 0, database: 0, crypto: 0, masking: 0, validation: 0, framework: 0, utility: 0, consent: 0 },
} satisfies Record<ModelKind, 0>);

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
    content: {
      type: 'choice',
      words: 'Whose content the result carries.',
      of: ['none', 'receiver', 'first', 'arguments', 'all'],
    },
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
  takenBy: {
    type: 'map',
    words: 'Methods that take a value of this type first, with the type of what they are called on.',
    of: word,
  },
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

export const MODEL: Value = {
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
