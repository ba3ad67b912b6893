import type { Ask, Confidence, Datum, Finding, Flow, Rule, Severity } from '../../server/engine/rule';

export const piiInBrowserStorage: Rule = {
  id: 'pii-in-browser-storage',
  title: 'Personal data kept in readable client storage',
  family: 'exposure',
  value: 'Respect',
  severity: 'warning',
  preset: 'starter',
  since: '0.1.0',
  basis: [
    'May be relevant: CWE-922 Insecure Storage of Sensitive Information, CWE-312 and CWE-315 (not checked yet)',
    'May be relevant: CWE-1004 and CWE-614 for the flags of cookies (not checked yet)',
    'May be relevant: GDPR Art. 5(1)(c) and (f), data minimisation and confidentiality (checked 2026-11-23)',
  ],
  why:
    'A patient checks her appointment on the tablet in the waiting room and signs out. Her name and date of birth stay in the storage of the ' +
    'browser, where every script of the page and the next patient with the developer tools open can read them. ' +
    'She did everything right and still left her data on the table.',
  limits:
    'Storage that a native app encrypts is recognised only for known packages. Session tokens are the business of security linters and are left ' +
    'out. A draft that a person asked to keep is a fine reason: except it with that reason.',
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
      if (keyIsAllowed(flow, ask)) continue;
      const kept = flow.data.filter(matters);
      const certain = kept.filter((datum) => datum.confidence !== 'low');
      const data = certain.length > 0 ? certain : kept;
      if (data.length > 0) yield describe(data, flow, ask);
    }
  },
};

const levels: Severity[] = ['info', 'warning', 'error'];
const order: Confidence[] = ['high', 'medium', 'low'];

/** What identifies nobody (a taste, a tier) and session tokens may stay; a password may not. */
function matters(datum: Datum): boolean {
  if (datum.state !== 'raw' && datum.state !== 'weak-hash') return false;
  if (datum.category === 'consent-record' || datum.category === 'user-agent' || datum.identifies === 'opaque') return false;
  if (datum.category === 'credential') return /pass(?:word|code|phrase)|\bpin\b|otp|answer/i.test(datum.words);
  return datum.identifies !== 'no' || datum.special || datum.grave;
}

function keyIsAllowed(flow: Flow, ask: Ask): boolean {
  const allowed = ask.options.allowKeys;
  if (!Array.isArray(allowed)) return false;
  return flow.constants('0').some(({ value, prefix }) => !prefix && allowed.includes(value));
}

function describe(data: Datum[], flow: Flow, ask: Ask): Omit<Finding, 'rule'> {
  const cookie = /cookie/i.test(flow.sinkName);
  const shielded = cookie && isTrue(flow, 'httpOnly') && isTrue(flow, 'secure');
  const whole = data.some((datum) => datum.kind !== 'field') ? 'whole-record' : 'field';
  const kind = cookie ? 'cookie' : whole;
  const best = order.find((confidence) => data.some((datum) => datum.confidence === confidence)) ?? 'low';
  const hashed = data.every((datum) => datum.state === 'weak-hash');
  const confidence = hashed ? 'low' : flow.sinkConfidence === 'low' ? order[Math.min(2, order.indexOf(best) + 1)]! : best;
  const sensitive = data.some((datum) => (datum.special || datum.grave) && datum.confidence !== 'low');
  const tier = (sensitive ? 2 : 1) - (confidence === 'medium' ? 1 : 0) - (shielded ? 1 : 0);
  const severity = confidence === 'low' ? 'info' : levels[Math.max(0, tier)]!;
  const what = ask.list(data);
  const subject = what.charAt(0).toUpperCase() + what.slice(1) + wordsOf(data);
  const place = cookie ? `in plain text in a cookie by ${flow.sinkName}` : `in plain text in the browser by ${flow.sinkName}`;
  const message = `${subject} ${/ and /.test(what) ? 'are' : 'is'} kept ${place}.`;
  const hint = cookie
    ? 'Keep an opaque session id in the cookie and set httpOnly and secure.'
    : 'Keep the id only, or encrypt the value first.';
  const categories = [...new Set(data.map((datum) => datum.category))].sort();
  const { at, extent, path, symbol } = flow;
  return { at, extent, path, symbol, message, severity, confidence, hint, kind, categories };
}

/** Cookie setters take their options as the third argument, or as the first one of a single object. */
function isTrue(flow: Flow, flag: string): boolean {
  return [...flow.constants(`2.${flag}`), ...flow.constants(`0.${flag}`)].some(({ value }) => value === true);
}

/** As the code names it; an origin such as "the request body" has said so already. */
function wordsOf([first, ...others]: Datum[]): string {
  return others.length > 0 || !first || first.words.startsWith('the ') ? '' : ` (${first.words})`;
}
