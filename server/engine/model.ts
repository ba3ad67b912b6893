/**
 * The contract of a library model: what we know about one package, as data.
 *
 * A model names *types* (kinds of values the library hands out) and says for each what calling it,
 * constructing it or using a member does. The engine follows a value from the import (or ambient
 * name) through these types: `pino()` → logger → `.child()` → logger → `.info(…)` → writes a log.
 *
 * Rules of the format
 *  - A member that is not listed passes content through (receiver and arguments may reach the result)
 *    and is never a sink. Listing `{}` says "nothing of interest: the result carries no content".
 *    Where the type has `otherwise`, reading such a member gives a value of the same type
 *    (`client.user.findMany`), and calling it does what `otherwise` says.
 *  - Members named '0', '1', … are the parts of a tuple (`const [value, setValue] = useThing()`).
 *  - The default export of a subpath is the export of that name (`import omit from 'lodash/omit'`),
 *    when the model has one and the subpath is matched by a trailing `/*`.
 *  - Argument paths: `0` the first argument, `1.metadata` a property, `0.messages[].content` and
 *    `0[].email` any element, `*` every argument, `1*` the second and all after it. A path names
 *    everything below it. The empty path names nothing.
 *  - `ambient` names are used only for identifiers whose declaration is not in the project
 *    (globals, unresolved imports) and for members or parameters of that name without a known type.
 */

/** Ordered by protection, see catalogue "flow state". */
export type State = 'raw' | 'weak-hash' | 'masked' | 'pseudonymous' | 'encrypted' | 'hashed-credential' | 'derived' | 'aggregate';

export type ModelKind =
  | 'logger'
  | 'analytics'
  | 'ads'
  | 'error-tracking'
  | 'replay'
  | 'support'
  | 'crm'
  | 'chat-ops'
  | 'ai'
  | 'vector-store'
  | 'messaging'
  | 'payment'
  | 'flags'
  | 'enrichment'
  | 'maps'
  | 'identity'
  | 'survey'
  | 'search'
  | 'marketing'
  | 'monitoring'
  | 'http'
  | 'browser-storage'
  | 'secure-storage'
  | 'object-storage'
  | 'file'
  | 'cache'
  | 'queue'
  | 'database'
  | 'crypto'
  | 'masking'
  | 'validation'
  | 'framework'
  | 'utility'
  | 'consent';

/** What happens to the data at a call (or at an assignment, for `set` members). */
export type Sink =
  /** Written to a log. `browser`: the console of a browser when the file runs there. */
  | { kind: 'log'; data: string[] }
  /** Sent to the model's vendor. `necessary`: argument paths that the recipient needs for its service, with the categories allowed there ('*' = any but special ones). */
  | { kind: 'third-party'; data: string[]; necessary?: Record<string, string[] | '*'> }
  /** Sent to an AI model. */
  | { kind: 'prompt'; data: string[] }
  /** An HTTP request: `url` is judged by host (first party or not, http: or https:) and for personal data in it; `params` end up in the URL. */
  | { kind: 'http'; url: string; data: string[]; params?: string[]; baseUrl?: string }
  /** A URL the browser shows or a server redirects to. */
  | { kind: 'url'; data: string[] }
  /** Readable client-side storage. `flags`: path of the options that may say httpOnly and secure. */
  | { kind: 'browser-storage'; data: string[]; key?: string; flags?: string }
  /** A file. `path`: where its name is (a `.log` name makes it a log). */
  | { kind: 'file'; data: string[]; path?: string }
  /** Object storage; `options`: where `ACL` and `ServerSideEncryption` stand. */
  | { kind: 'object-storage'; data: string[]; options: string }
  /** Handed to a part of the system that needs less than a whole record, or keeps it: a token, a queue, a cache, as the model's kind says. */
  | { kind: 'share'; data: string[] };

export interface Callback {
  /** Argument position of the function, or of the object that holds it. */
  argument: number;
  /** Where the function stands in that object: `queryFn`, `callbacks.session`. Absent: the argument is the function. */
  path?: string;
  /** What its parameters receive: 'element' of the receiver, the 'receiver' itself, 'result' so far (reduce), an argument path, or a type of the model (`type:request`): a value of it, personal when the type has a `source`. */
  parameters: ('element' | 'receiver' | 'result' | 'none' | string)[];
  /** What the call's result takes from the callback: its return value as element ('elements') or as the result ('value'), the receiver unchanged ('receiver'), or nothing. Of 'sink' the return value goes where the action's data go; of 'request' it is the address, or an object with `url`, `params` and `body`. */
  result: 'elements' | 'value' | 'receiver' | 'sink' | 'request' | 'none';
}

export interface Action {
  /** Type of the result: a key of `types`, or 'receiver'. */
  returns?: string;
  /** Whose content the result carries; 'first' is the first argument's alone. Default 'none' when the action lists anything else, see the rules above. */
  content?: 'none' | 'receiver' | 'first' | 'arguments' | 'all';
  /** The content becomes text, or what is printed as one: its parts are no longer apart (`qs.stringify(object)`). */
  text?: boolean;
  /** State that content has in the result (a masker, a hash, a cipher). */
  state?: State;
  /** Arguments' content is added to the receiver (`hash.update(x)`, `params.append(k, v)`). */
  mutatesReceiver?: boolean;
  sink?: Sink;
  /** The result is new and random: no content of the arguments, but the name it gets may speak (`accessToken = nanoid()`). */
  fresh?: boolean;
  /** The result is personal by origin. */
  source?: Origin;
  callback?: Callback[];
  /** Position of the options object; constants in it are the instance's configuration (`redact`, `baseURL`, `serializers`). */
  config?: number;
  /**
   * Built-in reader of an ORM or schema library, by name (see engine/flow/readers.ts). Where it has an answer, that is
   * the result, as a value of the type in `returns`; where it has none, the rest of the action decides. Callbacks run in
   * any case; sinks see the call as it is written.
   */
  reader?: string;
}

/** What is personal by where it comes from: a `category` of the taxonomy, or 'record' with the person noun in `owner`. */
export interface Origin {
  category: string;
  owner?: string;
  /** As a message names it ("the request body"). */
  words: string;
}

export interface ModelType {
  call?: Action;
  construct?: Action;
  /** Members: another type's name (a property), or what calling it does. */
  members?: Record<string, string | Action>;
  /** What assigning to a member does (`document.cookie = …`, `location.href = …`); '*' is any member not named. The data path is always '0'. */
  assigns?: Record<string, Action>;
  /** What reading a member as a value gives, when it is personal (`req.body`). `type` is the type of the value. */
  reads?: Record<string, Origin & { type?: string }>;
  /** Methods that take a value of this type first, with the type of what they are called on, wherever that comes from (`ctx.db.select().from(users)`). */
  takenBy?: Record<string, string>;
  /** What any member not listed does when called (`logger.anything(…)`); read, such a member keeps the type. */
  otherwise?: Action;
  /** An object with this annotation is handed to the library: its functions are called (`const options: NextAuthOptions = { callbacks }`). */
  annotates?: Action;
  /** A value of this type is personal by origin, whole (the `profile` that a sign-in hands to a callback). */
  source?: Origin;
  /** Read as a value, it is nobody's: what the person who runs a program gave it (`process.argv`, `process.env`). */
  nobody?: boolean;
  /** The global object: members not listed are the ambient names of all models (`window.gtag`). */
  globals?: boolean;
}

/**
 * What a session recorder takes down of a page (`requests`: bodies of network requests), or what an SDK adds on its own to
 * everything it sends: who the person is (`identity`: address, cookies, fields of the user), what is asked of an AI model and
 * answered (`prompts`).
 */
export type Shown = 'inputs' | 'text' | 'media' | 'requests' | 'identity' | 'prompts';

export interface Recorder {
  /** Calls that start or configure it, from an export or an ambient name on: `replayIntegration`, `init`, `tracker.configure`. */
  starts: string[];
  /** Position of the options object. */
  options: number;
  /** First argument that the call must have, where one function does many things (`smartlook('record', …)`). */
  command?: string;
  /** What it takes down when no option says otherwise. */
  byDefault: Shown[];
  /** In the order in which they count; the last that speaks wins. */
  settings: RecorderSetting[];
  /** Address of the documentation and the date it was read. */
  source: string;
}

/** An attribute, or a class, that lays single elements open to a recorder. */
export interface Unmasking {
  /** "data-hj-allow", "fs-unmask". */
  name: string;
  /** What it opens: fields, text, or both; some vendors never take down what is typed. */
  what: ('inputs' | 'text')[];
  /** Address of the documentation and the date it was read. */
  source: string;
}

export interface RecorderSetting {
  /** Path below the options: `session_recording.maskAllInputs`. */
  option: string;
  what: Shown;
  /** Values that lay it open; of a list, the elements that do. */
  shows?: (string | number | boolean)[];
  /** Values that hide it; '*' is any value but false and null, also a function or a list. */
  hides?: (string | number | boolean)[] | '*';
}

/**
 * What a call, or showing a component, is for consent: loads or starts a tracker, sends it an event, tells it who somebody
 * is; keeps a yes, stops tracking, makes it wait for one, sets what holds before an answer
 * (which may be a yes), runs a function once there is a yes; writes to a person.
 */
export type Role = 'starts' | 'tracks' | 'identifies' | 'grants' | 'stops' | 'waits' | 'defaults' | 'runs' | 'sends';

/** What an answer is about. 'unknown' counts for anything. */
export type ConsentPurpose = 'analytics' | 'marketing' | 'functional' | 'personalization' | 'unknown';

/** A product that a tag serves beside the one it is named after. */
export interface Product {
  vendor: string;
  recipient: 'analytics' | 'ads' | 'replay' | 'fingerprint';
}

/** What a library is for consent: a tracker, a consent tool, or a service that writes to people. */
export interface ConsentFacts {
  /** A tracker, and whom it serves. */
  recipient?: 'analytics' | 'ads' | 'replay' | 'fingerprint';
  /** Calls of one SDK belong together, also across packages: `gtag`. Default: the model's id. */
  sdk?: string;
  /** Events come from a server, with an id that the server knows. */
  side?: 'server';
  /** Keeps nothing on the device and recognises nobody again. */
  cookieless?: true;
  /** Calls by name: `posthog.init` (type and member), `init` (a function of the package), `new Analytics`, `gtag(config)` (first argument, or the first element of a list). */
  calls?: Record<string, Role>;
  /** Components that load the tracker when they are shown. */
  components?: string[];
  /** Types of which a value starts the tracker when it is given to an application's `use` (`app.use(VueGtag, options)`). */
  plugins?: string[];
  /** Options of the starting call under which the SDK itself waits: argument path → the value that makes it wait. */
  waits?: Record<string, boolean | string>;
  /** Options of the starting call under which nothing is kept on the device; a choice that ends there counts, as it waits for a yes. */
  keepsNothing?: Record<string, boolean | string>;
  /** Options, one of which has to be more than 0 in the file of the starting call: without a share of sessions it takes down nobody. */
  share?: string[];
  /** What the configuration of a framework names to load the tracker on every page: a plugin (`nuxt-gtag`), or a member (`gtag.trackingID`). */
  configured?: string[];
  /** Addresses from which pages load the tracker, without protocol. */
  scripts?: string[];
  /**
   * Other products of the vendor that the same tag serves, by how an id begins (`AW-`) or by the name of an event (`conversion`):
   * whoever is named there is who gets to know.
   */
  products?: Record<string, Product>;
  /** Addresses that events are sent to without the SDK (`fetch`, `sendBeacon`), without protocol. */
  endpoints?: string[];
  /** A consent tool: addresses of scripts that keep trackers from being loaded until somebody agrees, with the attribute that makes them (`data-blockingmode=auto`), or ''. */
  blocks?: Record<string, string>;
  /**
   * A consent tool: what holds or gives a person's answers, from an ambient name or an export on, calls without brackets
   * (`Cookiebot.consent`, `UC_UI.getServicesBaseInfo`). What lies below is an answer; all else of the tool is none.
   * `name()` is what the tool hands to a function given to `name`, `@event` what comes with an event or a callback option.
   */
  answers?: string[];
  /** Members of answers whose yes is a no: `SaleOptOut`. */
  objections?: string[];
  /** What the tool's own ids stand for: `C0002`, `statistics`. */
  purposes?: Record<string, ConsentPurpose>;
  /** Events and callback options of the tool: only after a yes, or after any answer. */
  events?: Record<string, 'yes' | 'answered'>;
  /** How a service that writes to people reaches them. */
  channel?: 'email' | 'sms' | 'push' | 'chat';
}

export interface Model {
  /** The package's main name; the file is `rules/models/<id with / as -->.ts`. */
  id: string;
  title: string;
  kind: ModelKind;
  /** Vendor as a message names it ("Sentry"), when data leaves to one. */
  vendor?: string;
  /** Hosts of the vendor's API, to recognise plain HTTP calls to it. */
  hosts?: string[];
  /** Categories that whoever answers at these hosts needs for the service, where requests are written by hand and no client is known. */
  needs?: string[];
  /** Import specifiers; a trailing `/*` matches subpaths. */
  packages: string[];
  /** Exported name → type. 'default' and '*' (namespace import or require) included; a class that `construct`s type t also makes an annotation of that name t. */
  exports?: Record<string, string>;
  /** Ambient identifier → type, see the rules above. */
  ambient?: Record<string, string>;
  /** JSX components of the package whose attributes are a sink: component → action with data paths over the props (`0.href`). */
  components?: Record<string, Action>;
  types: Record<string, ModelType>;
  /** Session recorders of the package: what they take down, and which options change it. */
  recorders?: Recorder[];
  /** Attributes and classes by which markup lays elements open to its recorder. */
  unmasks?: Unmasking[];
  consent?: ConsentFacts;
  /** Where the facts come from (documentation address or package version) and the date they were checked. */
  source: string;
  /**
   * Executed by a test. `finds`: each snippet has one line that ends in `// ! <rule-id>`; `silent`: no finding at all.
   * Names that a snippet does not declare are ambient, as in the catalogue.
   */
  examples: { finds: string[]; silent: string[] };
}
