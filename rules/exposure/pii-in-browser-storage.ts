import type { Ask, Datum, Finding, Flow, Rule } from '../../server/engine/rule';

export const piiInBrowserStorage: Rule = {
  id: 'pii-in-browser-storage',
  title: 'Personal data kept in readable client storage',
  family: 'exposure',
  value: 'Respect',
  severity: 'warning',
  preset: 'starter',
  since: '0.1.0',
  basis: [
    'May be relevant: CWE-922 Insecure Storage of Sensitive Information, CWE-312 and CWE-315 (checked 2026-11-28)',
    'May be relevant: CWE-1004 and CWE-614 for the flags of cookies (checked 2026-11-28)',
    'May be relevant: GDPR Art. 5(1)(c) and (f), data minimisation and confidentiality (checked 2026-11-23)',
  ],
  why:
    'A patient checks her appointment on the tablet in the waiting room and signs out. Her name and date of birth stay in the storage of the ' +
    'browser, where every script of the page and the next patient with the developer tools open can read them. ' +
    'She did everything right and still left her data on the table.',
  limits:
    'Storage that a native app encrypts is recognised only for known packages. A token that lets somebody in is told as an info, as much of ' +
    'the web works that way; the rest of it is the business of security linters. A draft that a person asked to keep is a fine reason: except ' +
    'it with that reason.',
  fixes: [
    'Keep the id only and load the rest when it is shown.',
    'Choose what a persisted store keeps (`partialize`).',
    'Encrypt the value first, or use the secure store of the platform.',
    'For a cookie, keep an opaque session id and set `httpOnly` and `secure`.',
  ],
  examples: {
    bad: [
      `useEffect(() => {
  localStorage.setItem('profile', JSON.stringify({ name: user.fullName, email: user.email })); // !
}, [user]);`,
      `res.cookie('patient', JSON.stringify({ id: patient.id, dob: patient.dateOfBirth })); // !`,
      `export const useSession = create(persist<SessionState>((set) => ({ me: null, setMe: (me: User) => set({ me }) }), { name: 'session' })); // !`,
    ],
    ok: [
      `localStorage.setItem('theme', settings.theme);
localStorage.setItem('cart', JSON.stringify(cart.map((l) => ({ sku: l.sku, qty: l.qty }))));`,
      `await SecureStore.setItemAsync('profile', JSON.stringify(profile));`,
      `res.cookie('sid', session.id, { httpOnly: true, secure: true, sameSite: 'lax' });`,
      `export const useSession = create(persist((set) => ({ me: null as User | null, theme: 'light' }), { name: 's', partialize: (s) => ({ theme: s.theme }) }));`,
    ],
  },
  options: {
    allowKeys: {
      default: [],
      description: 'Storage keys that may hold personal data, such as a draft that the person asked to keep.',
    },
  },
  *check(ask) {
    for (const flow of ask.flows('browser-storage')) {
      const cookie = /cookie/i.test(flow.sinkName) || flow.option('').length > 0;
      if (keyIsAllowed(flow, ask)) continue;
      const data = ask.certain(flow.data.filter((datum) => matters(datum) && !(cookie && isCookie(datum))));
      if (data.length === 0 && !cookie) yield* tokenKept(ask, flow);
      if (data.length === 0 || isKeptAsKey(data, flow)) continue;
      const shielded = isTrue(flow, 'httpOnly') && (isTrue(flow, 'secure') || isDecidedLater(flow, 'secure'));
      const hashed = data.every((datum) => datum.state === 'weak-hash');
      const place = cookie ? 'in a cookie' : 'in the browser';
      yield ask.finding(flow, data, {
        ...ask.judge(data, { atMost: hashed ? 'low' : 'high', step: shielded || data.every(isItsOwn) ? -1 : 0 }),
        message: `${ask.subject(data, 'is', 'are')} kept in plain text ${place} by ${flow.sinkName}${flow.callers > 1 ? ` for ${flow.callers} callers` : ''}.`,
        hint: cookie
          ? 'Keep an opaque session id in the cookie and set httpOnly and secure.'
          : 'Keep the id only, or encrypt the value first.',
        kind: cookie ? 'cookie' : data.some((datum) => datum.kind !== 'field') ? 'whole-record' : 'field',
      });
    }
  },
};

/** Whatever else is in the browser can read it, and acts as the person from then on. */
function* tokenKept(ask: Ask, flow: Flow): Iterable<Omit<Finding, 'rule'>> {
  const data = ask.certain(flow.data.filter(letsIn));
  if (data.length === 0) return;
  yield ask.finding(flow, data, {
    ...ask.judge(data, { atMost: 'medium', step: 0 }),
    severity: 'info',
    message: `${ask.subject(data, 'lets', 'let')} the person in and stays where every script of the page can read it (${flow.sinkName}).`,
    hint: 'Keep it in a cookie with httpOnly and secure, or in memory.',
    kind: 'token',
  });
}

/** A token of a session; one that confirms an address is used up at once. */
const letsIn = ({ category, state, words }: Datum): boolean =>
  category === 'access-token' &&
  state === 'raw' &&
  /access|refresh|bearer|jwt|session|auth|login|sign_?in|id_?token|tmp|temp/i.test(words);

/** On the person's own device its id and what she searched there say nothing new, and her public name little. */
const isItsOwn = ({ category }: Datum): boolean => OWN.has(category);
const OWN: ReadonlySet<string> = new Set(['username', 'social-handle', 'device-id', 'browsing']);

/** A cookie that is copied to another answer is kept where it was before. */
const isCookie = ({ kind, words }: Datum): boolean => kind === 'origin' && /cookie/i.test(words);

/** What is kept under the name of a key (`currentLocationId`, `sub`) is a key, unless that name is the datum's own (`emailId`). */
function isKeptAsKey(data: Datum[], flow: Flow): boolean {
  const [key, ...others] = flow.names();
  if (key === undefined || others.length > 0 || key.prefix || !/(?:[a-z\d]I|[_-]i)ds?$|^(?:sub|uid)$/.test(String(key.value)))
    return false;
  const isNamed = ({ title }: Datum): boolean =>
    title.split(' ').some((word) => word.length > 3 && String(key.value).toLowerCase().includes(word));
  return data.every((datum) => datum.kind === 'field' && !isNamed(datum));
}

/** What identifies nobody (a taste, a tier) and session tokens may stay; a password may not. */
function matters(datum: Datum): boolean {
  if (datum.state !== 'raw' && datum.state !== 'weak-hash') return false;
  if (datum.identifies === 'opaque' || ['consent-record', 'user-agent', 'access-token'].includes(datum.category)) return false;
  if (datum.category === 'credential') return /pass(?:word|code|phrase)|\bpin\b|otp|answer/i.test(datum.words);
  return datum.identifies !== 'no' || datum.special || datum.grave;
}

function keyIsAllowed(flow: Flow, ask: Ask): boolean {
  const allowed = ask.options.allowKeys;
  return Array.isArray(allowed) && flow.names().some(({ value, prefix }) => !prefix && allowed.includes(value));
}

const isTrue = (flow: Flow, flag: string): boolean => flow.option(flag).some(({ value }) => value === true);

/** Set, to something that only the running program knows: `secure: process.env.NODE_ENV === 'production'`. */
const isDecidedLater = (flow: Flow, flag: string): boolean =>
  flow.option(flag).length === 0 &&
  flow.option('').some(({ value }) => Array.isArray(value) && value.some((name) => name.value === flag));
