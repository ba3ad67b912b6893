import type { Ask, Confidence, Finding, Rule, Severity } from '../../server/engine/rule';
import type { Guard, Tracking } from '../../server/engine/rule/consent';

export const trackingWithoutConsent: Rule = {
  id: 'tracking-without-consent',
  title: 'Tracking starts before consent is checked',
  family: 'consent',
  value: 'Autonomy',
  severity: 'warning',
  preset: 'starter',
  since: '0.1.0',
  basis: [
    'May be relevant: Directive 2002/58/EC (ePrivacy) Art. 5(3), storing and reading on a device (checked 2026-11-28)',
    'May be relevant: GDPR Art. 6(1)(a) and 7, conditions for consent (checked 2026-11-28)',
    'May be relevant: CJEU C-673/17 Planet49, active consent (checked 2026-11-28)',
    'May be relevant: CCPA/CPRA §1798.120 and 1798.135, opt-out preference signals (checked 2026-11-28)',
  ],
  why:
    'Somebody opens a page about debt counselling. Before the banner asks, a script has told an advertiser who is reading. ' +
    'The answer that she gives a moment later cannot take that back: the profile has been written, and next week the advertisements know.',
  limits:
    'It sees trackers that the code and its pages load, not those in a tag manager. A consent tool that blocks by itself is known by its ' +
    'script (Cookiebot with `data-blockingmode="auto"`, OneTrust, Osano, iubenda, Usercentrics); what else blocks outside the code has to ' +
    'be said in the policy (`consent.managedBy`). A check is known by its name, by what it reads or by the policy; whether the ' +
    'question was put fairly is for other rules. Functions that nobody calls are silent.',
  fixes: [
    "Ask first: `if (hasConsent('analytics')) { … }`, or return early.",
    'Show the component only after a yes: `{consent.analytics && <GoogleAnalytics … />}`.',
    'Let the SDK wait: `opt_out_capturing_by_default`, `opt_out_tracking_by_default`, or Consent Mode denied by default.',
    'Await the answer when it comes later: a promise in a condition is always true.',
  ],
  examples: {
    bad: [
      `// app/providers.tsx
export function Providers({ children }: { children: React.ReactNode }) {
  useEffect(() => {
    posthog.init(process.env.NEXT_PUBLIC_POSTHOG_KEY!, { api_host: '/ingest' }); // !
  }, []);
  return <>{children}</>;
}`,
      `function onAddToCart(item: Item) {
  fbq('track', 'AddToCart', { value: item.price }); // !
  if (getConsent().marketing) showThanks();
}`,
      `async function trackOrder(userId: string) {
  if (hasConsent(userId)) { // hasConsent is async: a promise is always truthy
    analytics.track({ userId, event: 'Order Completed' }); // !
  }
}
async function hasConsent(id: string): Promise<boolean> { return (await db.consent.find(id))?.analytics === true; }`,
      `const choice = localStorage.getItem('cookie-choice');
if (choice !== 'rejected') {
  gtag('config', 'G-123456'); // !
}`,
      `export default function Layout({ children }: Props) {
  return <html><body>{children}<GoogleTagManager gtmId="GTM-XYZ" /></body></html>; // !
}`,
    ],
    ok: [
      `export function Providers({ children }: { children: React.ReactNode }) {
  const { consent } = useCookieConsent();
  useEffect(() => {
    if (!consent.analytics) return;
    posthog.init(key, { api_host: '/ingest' });
  }, [consent.analytics]);
  return <>{children}</>;
}`,
      `gtag('consent', 'default', { ad_storage: 'denied', analytics_storage: 'denied' });
gtag('js', new Date());
gtag('config', 'G-123456');`,
      `mixpanel.init(token, { opt_out_tracking_by_default: true });
onConsentGranted('analytics', () => mixpanel.opt_in_tracking());`,
      `const track = (event: string, props?: object) => {
  const allowed = consentStore.get('statistics') && !navigator.globalPrivacyControl;
  return allowed ? amplitude.track(event, props) : undefined;
};`,
      `export default function Layout({ children }: Props) {
  const { marketing } = useConsent();
  return <body>{children}{marketing ? <GoogleTagManager gtmId="GTM-XYZ" /> : null}</body>;
}`,
    ],
  },
  yieldsTo: ['ignored-opt-out'],
  options: {
    serverSide: {
      default: 'info',
      description: 'Severity of events that a server sends with an id it knows: "info", "warning" or "off".',
    },
  },
  whole: true,
  *check(ask) {
    const all = [...ask.trackings()].filter(
      (tracking) =>
        !ask.consent(tracking.at.path).isNecessary(tracking) &&
        !isForSafety(tracking) &&
        (tracking.endpoint === '' || ask.host(tracking.endpoint) === 'foreign'),
    );
    const starts = (sdk: string): Tracking[] =>
      all.filter((each) => each.sdk === sdk && isStart(each) && each.side === 'browser');
    const isOpen = ({ gatedBy, guard }: Tracking): boolean => gatedBy === '' && !guard.guarded && !isObjection(guard);
    // A page loads a tracker, starts it and has a picture for those without scripts: one thing to mend, told by who is gravest.
    const gravest = new Map<string, Tracking>();
    for (const tracking of all) {
      if (!isStart(tracking) || !isOpen(tracking)) continue;
      const known = gravest.get(snippetOf(tracking));
      if (!known || weightOf(tracking) > weightOf(known)) gravest.set(snippetOf(tracking), tracking);
    }
    const seen = new Set<string>();
    const told = new Map<string, Omit<Finding, 'rule'>[]>();
    for (const tracking of all) {
      const own = starts(tracking.sdk);
      // Events are of no effect before the SDK runs: where its start is in sight, that is the line to look at.
      if (own.length > 0 && !isStart(tracking) && tracking.side === 'browser') continue;
      if (tracking.gatedBy !== '' || tracking.guard.guarded || isObjection(tracking.guard)) continue;
      const place = isStart(tracking) ? '' : `${tracking.sdk}:${tracking.at.path}:${tracking.at.start}`;
      if (isStart(tracking) ? gravest.get(snippetOf(tracking)) !== tracking : seen.has(place)) continue;
      seen.add(place);
      // What is loaded by nothing in the code may wait elsewhere: likely where the project asks before other trackers.
      const isUnsure =
        tracking.endpoint === '' && own.length === 0 && !isStart(tracking) && all.some(({ guard }) => guard.guarded);
      const finding = findingOf(ask, tracking, tracking.guard, isUnsure);
      if (!finding) continue;
      if (isStart(tracking) || isMistake(tracking.guard)) yield finding;
      else {
        const where = `${tracking.sdk}:${tracking.side === 'server' ? 'server' : tracking.at.path}`;
        told.set(where, [...(told.get(where) ?? []), finding]);
      }
    }
    // Who asks nobody has one thing to mend in a file, or on a server, and not as many as there are events.
    for (const [first, ...others] of told.values()) {
      const message = first.message.replace(/\.$/, `, here and at ${others.length} other places.`);
      if (others.length < FEW) yield* [first, ...others];
      else yield { ...first, message, names: [] };
    }
  },
};

/** With fewer other places each is told by itself. */
const FEW = 3;
/** What belongs together: the tracker in a page, or in a function of a file with all that is written inside it. */
const snippetOf = ({ sdk, symbol, at }: Tracking): string =>
  `${sdk}:${at.path}:${/\.(html|vue|svelte|astro)$/.test(at.path) ? '' : symbol.replace(/^<module>$|\..*$|^<function>.*$/, '')}`;
const isStart = ({ act }: Tracking): boolean => act === 'init' || act === 'script' || act === 'pixel';
/** Devices are told apart to keep somebody's account from others; what they are told apart for is in the names around it. */
const isForSafety = ({ recipient, symbol, at }: Tracking): boolean =>
  recipient === 'fingerprint' &&
  /fraud|abuse|\bbots?\b|captcha|risk|secur|licen[cs]e|trusted|two.?factor|2fa|mfa/i.test(`${symbol} ${at.path}`);
/** Advertising is graver than counting; of the same kind, what runs teaches more than the picture for those without scripts. */
const weightOf = ({ recipient, act }: Tracking): number => (recipient === 'analytics' ? 0 : 2) + (act === 'pixel' ? 0 : 1);
/** Tracking in spite of a no is another wrong, and another rule's. */
const isObjection = (guard: Extract<Guard, { guarded: false }>): boolean => guard.why === 'wrong-branch' && guard.objection;

function findingOf(
  ask: Ask,
  tracking: Tracking,
  guard: Extract<Guard, { guarded: false }>,
  isUnsure: boolean,
): Omit<Finding, 'rule'> | null {
  const judged = judge(ask, tracking, guard, isUnsure);
  if (!judged) return null;
  const { at, extent, symbol } = tracking;
  const message = `${tracking.vendor} ${VERBS[tracking.act]} by ${tracking.words} ${REASONS[guard.why]}${reachedFrom(guard)}.`;
  return {
    at,
    extent,
    symbol,
    path: guard.path,
    message,
    hint: hintFor(ask, tracking, guard),
    names: [purposeOf(tracking)],
    kind: guard.why,
    categories: [],
    ...judged,
  };
}

const VERBS: Record<Tracking['act'], string> = {
  init: 'is started',
  event: 'is told what a person does',
  identify: 'is told who a person is',
  script: 'is loaded',
  pixel: 'is told of the visit',
  cookie: 'is given a cookie',
};

type Why = Extract<Guard, { guarded: false }>['why'];
const REASONS: Record<Why, string> = {
  'no-check': 'before anybody is asked for consent',
  'late-check': 'before the check that follows it',
  'wrong-branch': 'where the answer was no',
  silence: 'unless somebody has said no: silence counts as a yes',
  'wrong-purpose': 'after a yes to something else',
  'discarded-check': 'whatever the check before it answers, because the answer is not used',
  'unawaited-check': 'whatever the check answers, because a promise that is not awaited is always true',
  'one-caller': 'although one way to it does not ask for consent',
};

/** The sentence ends with the entry from which nobody asks. */
function reachedFrom(guard: Extract<Guard, { guarded: false }>): string {
  const first = guard.path[0]?.words ?? '';
  return guard.why === 'one-caller' && first !== '' ? `: ${first}` : '';
}

function judge(
  ask: Ask,
  tracking: Tracking,
  guard: Extract<Guard, { guarded: false }>,
  isUnsure: boolean,
): { severity: Severity; confidence: Confidence } | null {
  if (tracking.side === 'server' && !isMistake(guard)) {
    const option = ask.options.serverSide;
    return option === 'off' ? null : { severity: option === 'warning' ? 'warning' : 'info', confidence: 'medium' };
  }
  if (ask.consent(tracking.at.path).managedBy !== '' || tracking.cookieless) return { severity: 'info', confidence: 'medium' };
  const unsure = isUnsure || guard.why === 'silence' || guard.why === 'wrong-purpose' || tracking.confidence === 'medium';
  const severity: Severity = tracking.recipient === 'analytics' ? 'warning' : 'error';
  return unsure && !isMistake(guard)
    ? { severity: severity === 'error' ? 'warning' : 'info', confidence: 'medium' }
    : { severity, confidence: 'high' };
}

/** Somebody meant to ask. */
const isMistake = (guard: Extract<Guard, { guarded: false }>): boolean =>
  guard.why === 'unawaited-check' || guard.why === 'discarded-check' || guard.why === 'wrong-branch';

const purposeOf = ({ recipient }: Tracking): string => (recipient === 'ads' ? 'marketing' : 'analytics');

function hintFor(ask: Ask, tracking: Tracking, guard: Extract<Guard, { guarded: false }>): string {
  const purpose = purposeOf(tracking);
  if (guard.why === 'unawaited-check') return 'Await the answer before the condition.';
  if (guard.why === 'silence') return "Wait for an explicit yes, such as `=== 'granted'`.";
  if (guard.why === 'wrong-purpose') return `Ask for consent to ${purpose}.`;
  if (guard.why === 'wrong-branch') return 'Turn the condition round.';
  if (/^the (plugin|setting) /.test(tracking.words))
    return `Load it by hand after a yes to ${purpose}, or let it deny everything by default.`;
  if (tracking.words.startsWith('<')) return `Show the component only after a yes to ${purpose}.`;
  if (tracking.isElement) return `Put it on the page only after a yes to ${purpose}.`;
  return `Wrap it in \`if (${ask.consent(tracking.at.path).asks}('${purpose}'))\`, or return early.`;
}
