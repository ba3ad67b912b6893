/** What a callee's name tells: what it returns, whether it masks, whether it only asks. */
import { isPersonNoun, nounSort } from '../owners';
import { wordsOf } from '../words';

const FETCHING = new Set([
  'get',
  'find',
  'fetch',
  'load',
  'read',
  'use',
  'create',
  'update',
  'upsert',
  'add',
  'insert',
  'save',
  'register',
  'current',
  'require',
  'ensure',
  'lookup',
  'retrieve',
  'select',
  'query',
  'resolve',
  'make',
  'build',
  'to',
  'parse',
  'by',
  'one',
  'first',
  'unique',
  'all',
  'many',
  'list',
  'search',
  'sync',
  'async',
  'or',
  'throw',
  'fail',
  'null',
  'id',
  'from',
  'with',
  'for',
  'my',
  'new',
  'server',
  'me',
  'where',
]);
const MASKING = new Set([
  'mask',
  'redact',
  'scrub',
  'sanitize',
  'sanitise',
  'obfuscate',
  'anonymize',
  'anonymise',
  'hide',
  'censor',
  'strip',
  'filter',
  'clean',
  'omit',
  'remove',
  'drop',
  'exclude',
  'without',
  'pseudonymize',
  'pseudonymise',
  'tokenize',
  'tokenise',
  'encrypt',
  'hash',
  'seal',
  'cipher',
  'shorten',
  'truncate',
  'partial',
]);
const ALWAYS_MASKING = new Set([
  'mask',
  'redact',
  'scrub',
  'sanitize',
  'sanitise',
  'obfuscate',
  'anonymize',
  'anonymise',
  'censor',
  'masked',
  'redacted',
  'sanitized',
  'sanitised',
  'scrubbed',
  'anonymized',
  'obfuscated',
]);
const SENSITIVE = new Set([
  'pii',
  'sensitive',
  'personal',
  'secret',
  'secrets',
  'private',
  'credential',
  'credentials',
  'email',
  'password',
  'token',
  'phone',
]);
const ASKING = new Set([
  'is',
  'has',
  'can',
  'should',
  'validate',
  'check',
  'verify',
  'exists',
  'includes',
  'matches',
  'test',
  'assert',
  'ensure',
  'equals',
  'compare',
  'count',
  'index',
  'size',
]);
const KEYED = new Set([
  'get',
  'getitem',
  'param',
  'query',
  'header',
  'watch',
  'field',
  'input',
  'getvalue',
  'getvalues',
  'getall',
  'cookie',
  'attr',
  'getattribute',
  'prop',
  'read',
  'data',
]);

/** "getUserById" → "user"; "find" on `users` → "users"; what does something else gives ''. */
export function hintOfCall(name: string, receiver: string): string {
  const words = wordsOf(name);
  if (words.length === 0 || ASKING.has(words[0])) return '';
  let rest = words;
  if (FETCHING.has(words[0])) {
    rest = words.slice(1);
    const by = rest.findIndex(
      (word) =>
        word === 'by' ||
        word === 'from' ||
        word === 'with' ||
        word === 'for' ||
        word === 'or' ||
        word === 'where' ||
        word === 'and' ||
        word === 'in' ||
        word === 'of',
    );
    if (by >= 0) rest = rest.slice(0, by);
    while (rest.length > 0 && FETCHING.has(rest[0])) rest = rest.slice(1);
    if (rest.length === 0) return receiverNoun(receiver);
    return rest.join(' ');
  }
  return '';
}

const HOLDERS = new Set([
  'repository',
  'repo',
  'service',
  'model',
  'dao',
  'store',
  'collection',
  'table',
  'client',
  'api',
  'manager',
  'provider',
  'context',
  'query',
  'mapper',
  'gateway',
]);

function receiverNoun(receiver: string): string {
  const words = [...wordsOf(receiver)];
  while (words.length > 1 && HOLDERS.has(words[words.length - 1])) words.pop();
  return words.join(' ');
}

/** `remote.getNumber('call_center_number')`: where a business can be reached, as its settings say. */
export function isOwnLine(key: string): boolean {
  const words = wordsOf(key);
  const isOfBusiness = words.some((word) => DESKS.has(word) || nounSort(word) === 'organisation');
  return isOfBusiness && words.some((word) => LINES.has(word)) && !words.some(isPersonNoun);
}

const DESKS = new Set(['center', 'centre', 'desk', 'helpdesk', 'hotline', 'helpline', 'concierge', 'reception', 'emergency']);
const LINES = new Set(['phone', 'number', 'email', 'mail', 'tel', 'telephone', 'whatsapp', 'contact', 'address', 'line']);

/** `useProfile()` and `useAccount()` hand a page what belongs to the person who looks at it. */
export const isHook = (name: string): boolean => /^use[A-Z]/.test(name);

/** The state a call puts its content in, judged by the callee's name; null when the name says nothing. */
type NamedState = 'masked' | 'encrypted' | 'pseudonymous' | 'hashed-credential';
const states = new Map<string, NamedState | null>();

export function stateOfName(name: string): NamedState | null {
  let state = states.get(name);
  if (state === undefined) states.set(name, (state = stateOfWords(wordsOf(name))));
  return state;
}

function stateOfWords(words: readonly string[]): NamedState | null {
  if (words.length === 0) return null;
  if (words.some((word) => word === 'decrypt' || word === 'unmask' || word === 'unseal' || word === 'unhash')) return null;
  const first = words[0] === 'get' || words[0] === 'to' || words[0] === 'with' || words[0] === 'apply' ? words[1] : words[0];
  if (words.some((word) => ALWAYS_MASKING.has(word)))
    return words.some((word) => word === 'pseudonymize' || word === 'tokenize') ? 'pseudonymous' : 'masked';
  if (first === 'encrypt' || first === 'encrypted' || first === 'seal' || first === 'cipher') return 'encrypted';
  if (first === 'pseudonymize' || first === 'pseudonymise' || (first === 'tokenize' && words.length > 1)) return 'pseudonymous';
  if (first === 'hash' || words[words.length - 1] === 'hash')
    return words.some((word) => word === 'password') ? 'hashed-credential' : 'pseudonymous';
  if (MASKING.has(first) && words.some((word) => SENSITIVE.has(word))) return 'masked';
  return null;
}

/** Categories that a name takes away: `omitPassword(user)` leaves the rest of the record as it is; null where it names no one datum. */
export function takesOnly(name: string): ReadonlySet<string> | null {
  const words = wordsOf(name);
  const named = words.filter((word) => SENSITIVE.has(word));
  if (!TAKING.has(words[0]) || named.length === 0) return null;
  const categories = named.map((word) => DATA[word]);
  return categories.every((each) => each !== undefined) ? new Set(categories.flat()) : null;
}

const TAKING = new Set(['hide', 'strip', 'filter', 'clean', 'omit', 'remove', 'drop', 'exclude', 'without']);
const DATA: Record<string, string[] | undefined> = {
  secret: ['credential', 'access-token'],
  secrets: ['credential', 'access-token'],
  credential: ['credential', 'access-token'],
  credentials: ['credential', 'access-token'],
  password: ['credential'],
  token: ['access-token'],
  email: ['email'],
  phone: ['phone'],
};

/** `decrypt(cipher)`, `decryptField(value)` */
export const uncovers = (name: string): boolean =>
  /(?:^|\.)(?:decrypt|decipher|unseal)(?:Value|Field|Text|String|Data)?$/.test(name);

/** `getEmail(id)` and `fetchAccessToken()` hand out what they name; `createEmail()` and `parsePhone()` name what they work on. */
export const handsOut = (name: string): boolean => /^(get|fetch|load|read|retrieve|lookup|obtain|current)(?=[A-Z_])/.test(name);

/** A question about a value: its answer carries none of the content. */
export const asksOnly = (name: string): boolean => ASKING.has(wordsOf(name)[0] ?? '');

/** `tokens.tokenType()` and `session.getExpiresAt()` tell what kind of thing it is and until when, not what is in it. */
export const tellsAbout = (name: string): boolean =>
  !/By[A-Z]|^(set|update|change|create|add|find|load|save|with)[A-Z]/.test(name) && KIND.test(name);

const KIND = /[a-z](Type|Length|Size|Count|At|ExpiresIn)$/;

/** `toNumber(row.users)` and `parseInteger(text)` give a number, whatever they are given. */
export const givesNumber = (name: string): boolean =>
  /^(?:(?:to|parse|as|safe)(?:Number|Num|Int|Integer|Float|Count)|(?:number|numeric|int|integer)Value)$/.test(name);

/** `safeStringify(record)` and `fastJsonStringify(record)` write all of it out, whoever wrote them. */
export const writesOut = (name: string): boolean => /stringify$/i.test(name);

/** `form.get('email')` reads the member of that name. */
export const readsKey = (name: string): boolean => KEYED.has(name.toLowerCase());

/** `document.getElementById('email')`, `$('#email')`: the element of that name. */
export const picksElement = (name: string): boolean =>
  /^(?:getElementById|getElementsByName|querySelector|\$|jQuery)$/.test(name);

/** "emailRef", "phoneInput": what is typed into the element of that name; the name itself where it is called like none. */
export const typedInto = (name: string): string =>
  name.replace(/[\s_-]*(?:Ref|Input|Elem|Element|El|Field|Control|Box|ref|input|elem|element|field|control)$/, '');

/** "email" of '#email', 'input[name="email"]' and '[data-id=email]'. */
export const fieldOf = (selector: string): string => /([\w-]+)(?:["'\]\s]*)$/.exec(selector)?.[1] ?? '';

/** `parseArgs(process.argv)`: what is made of a command line was typed by whoever runs the program. */
export const readsCommandLine = (name: string): boolean => /arg|opt|flag|cli|parse|command/i.test(name);

/** "maskedEmail", "redacted_phone": the name says what was done to the value. */
export const isMaskedName = (name: string): boolean =>
  /^(?:masked|redacted|obfuscated|anonymi[sz]ed|hashed|encrypted)[A-Z_]/.test(name);
