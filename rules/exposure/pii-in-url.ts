import type { Ask, Datum, Flow, Rule } from '../../server/engine/rule';

export const piiInUrl: Rule = {
  id: 'pii-in-url',
  title: 'Personal data in a URL',
  family: 'exposure',
  value: 'Respect',
  severity: 'warning',
  preset: 'starter',
  since: '0.1.0',
  basis: [
    'May be relevant: CWE-598 Use of GET Request Method With Sensitive Query Strings (checked 2026-11-23)',
    'May be relevant: GDPR Art. 5(1)(f), integrity and confidentiality (checked 2026-11-23)',
  ],
  why:
    'A man resets his password on the shared computer of a shelter. The address bar shows his e-mail address, the browser remembers it, ' +
    'and so do the proxy, the access log and the next site he clicks to. The next person at that computer types one letter and sees his name.',
  limits:
    'It sees URLs that the code builds, not those a server or a library builds from its own settings. Links for one click that carry a sealed ' +
    'or random token are fine. Public names, such as the handle in the address of a public profile, are only reported with low confidence.',
  fixes: [
    'Send the value in the body of a POST request.',
    'Use an opaque id in the path (`/members/:id`).',
    'Seal what has to travel in a link into an encrypted or random token.',
  ],
  examples: {
    bad: [
      `router.push(\`/welcome?name=\${encodeURIComponent(form.fullName)}&email=\${form.email}\`); // !`,
      `const params = new URLSearchParams({ phone: rider.phone, trip: trip.id });
await fetch(\`/api/eta?\${params}\`); // !`,
      `app.get('/members/:email/visits', requireAuth, async (req, res) => { // !
  res.json(await visits.forMember(req.params.email));
});`,
      `res.redirect(302, '/reset?user=' + user.email + '&token=' + token); // !`,
    ],
    ok: [
      `<a href={\`mailto:\${member.email}\`}>{member.firstName}</a>`,
      `const url = new URL('/api/members', origin);
url.searchParams.set('id', member.id);
await fetch(url, { method: 'POST', body: JSON.stringify({ email: member.email }) });`,
      `res.redirect(\`/confirm?token=\${encodeURIComponent(await sealToken({ sub: user.id }))}\`);`,
      `const href = \`/products/\${product.name.toLowerCase()}?size=\${size}&color=\${color}\`;`,
    ],
  },
  options: {
    allowParams: { default: ['q'], description: 'Names of query parameters that may carry what a person typed.' },
    schemes: {
      default: [
        'mailto:',
        'data:',
        'blob:',
        'tel:',
        'sms:',
        'sip:',
        'sips:',
        'callto:',
        'skype:',
        'facetime:',
        'facetime-audio:',
        'viber:',
        'geo:',
        'whatsapp:',
        'https://wa.me/',
        'https://api.whatsapp.com/send',
        'https://t.me/',
        'https://mail.google.com/mail/',
        'https://www.google.com/maps',
        'https://maps.google.com/',
        'https://maps.apple.com/',
        'https://waze.com/ul',
        'https://www.waze.com/ul',
      ],
      description: 'Beginnings of links that address a person on purpose, or that lead nowhere.',
    },
  },
  *check(ask) {
    for (const flow of ask.flows('url', 'http')) {
      if (flow.sink === 'http' && flow.part === 'data') continue;
      const data = ask.certain(
        flow.data
          .filter((datum) => matters(datum, ask) && !isLookedUp(datum, flow) && !isNearby(datum, flow))
          .map((datum) => withDoubt(datum, flow.part === 'params')),
      );
      const begins = flow.part === 'params' ? [] : beginnings(flow);
      if (data.length === 0 || isFine(begins, flow, ask)) continue;
      const fragment = begins.some((begin) => begin.includes('#')) || data.every((datum) => datum.through.includes('#'));
      const judged = ask.judge(data);
      yield ask.finding(flow, data, {
        ...judged,
        severity: fragment ? 'info' : judged.severity,
        message: `${ask.subject(data, 'becomes', 'become')} part of a URL through ${flow.sinkName}.`,
        hint:
          flow.sink === 'http'
            ? 'Send the value in the body of a POST request, or use an opaque id.'
            : 'Use an opaque id, or seal the value into a token.',
        kind: fragment ? 'fragment' : flow.part === 'params' ? 'params' : 'url',
      });
    }
    for (const flow of ask.flows('third-party')) {
      // What a message may carry in its text, a link in it hands on to histories, logs and whoever is sent the link.
      const data = ask.certain(
        flow.data.filter((datum) => isInLink(datum) && !isKeyOfLink(datum) && flow.necessary(datum) && matters(datum, ask)),
      );
      if (data.length === 0) continue;
      const message = `${ask.subject(data, 'becomes', 'become')} part of a link in what ${flow.sinkName} sends.`;
      const hint = 'Put a random token into the link only, and look up by it whose it is.';
      yield ask.finding(flow, data, { ...ask.judge(data), message, hint, kind: 'link' });
    }
    for (const route of ask.routes()) {
      const data = ask.certain(route.data.filter((datum) => matters(datum, ask)).map((datum) => withDoubt(datum, false)));
      if (data.length === 0) continue;
      const message = `${route.words} takes ${ask.list(data)} in the URL, where histories and access logs keep it.`;
      const hint = 'Address the record by an opaque id, or take the value in the body of a POST request.';
      yield ask.finding(route, data, { ...ask.judge(data), message, hint, kind: 'route' });
    }
  },
};

/** "…/unsubscribe?email=" and the address. */
const isInLink = ({ through }: Datum): boolean => through.includes('?');

/** A link that resets or confirms has to carry its code; a second factor, a PIN or a password has no place in one. */
const isKeyOfLink = ({ category, words }: Datum): boolean =>
  category === 'credential' &&
  /(?:code|otp)$/i.test(words) &&
  !/pin_?code|pass_?(?:code|word|phrase)|pass$|factor|2_?fa|mfa|totp|backup|card/i.test(words);

function matters(datum: Datum, ask: Ask): boolean {
  if (texts(ask.options.schemes).some((scheme) => datum.through.some((step) => step.startsWith(scheme)))) return false;
  if (datum.state !== 'raw' || datum.identifies === 'opaque') return false;
  if (datum.category === 'user-agent' || datum.category === 'consent-record') return false;
  // A URL is a text: it takes what is read from a record or lies in it, not what lies in another record below.
  if (datum.kind === 'record' && datum.category !== 'record' && datum.words.split('.').length > 2) return false;
  if (datum.kind === 'origin' && /cookies|headers/.test(datum.words)) return false;
  // The key of a row of devices (`/displays/:deviceId`) is no identifier that follows somebody.
  if (datum.category === 'device-id' && /(?:device_?id|iccid)$/i.test(datum.words)) return false;
  // A picture or a document is fetched from its own address.
  if (datum.category === 'photo-voice' || /_?(url|uri|link|href)$/i.test(datum.words)) return false;
  // What is given once in exchange for a token is worth nothing a moment later.
  if (datum.category === 'credential' && /one.?time.?code|auth.?code/i.test(datum.words)) return false;
  // A link that confirms, resets or invites has to carry its token; the key to a session has not.
  if (datum.category === 'access-token' && !/access|refresh|bearer|jwt|session/i.test(datum.words)) return false;
  return !texts(ask.options.allowParams).includes(datum.at.split('.').at(-1) ?? '');
}

/**
 * A public handle is a person's chosen name for links ("/@anna"); a postcode alone is how shops, courts and offices nearby
 * are found, an age or a gender alone how a list is narrowed. A parameter takes one value: what is only called `patient`
 * there is more often the key of one.
 */
function withDoubt(datum: Datum, isParameter: boolean): Datum {
  const { category, kind, through, words } = datum;
  const isHandle = category === 'username' || category === 'social-handle' || through.includes('@');
  const isAge = category === 'family-members' && /ages?/i.test(words);
  if (isHandle || isAge || narrowing.has(category) || (isParameter && isLookedFor(datum))) return { ...datum, confidence: 'low' };
  const at = datum.at.split('.').at(-1) ?? '';
  const isKey = isParameter && kind === 'record' && category === 'record' && at === datum.words;
  return isKey && datum.confidence === 'high' ? { ...datum, confidence: 'medium' } : datum;
}

/** Whoever finds a place by its address is asked by a URL that has it, and so is the own server that asks for it. */
const isLookedUp = (datum: Datum, flow: Flow): boolean =>
  flow.sink === 'http' && places.has(datum.category) && (flow.necessary(datum) || (isAddress(datum) && asksForPlaces(flow)));
const isAddress = ({ category }: Datum): boolean => category === 'postal-address' || category === 'postcode';
/** "/api/geo/cities?q=", "/places/autocomplete?input=" */
const asksForPlaces = (flow: Flow): boolean =>
  beginnings(flow).some((begin) => /\/(?:geo|geo-?cod\w*|cities|places|autocomplete|postcodes)(?:[/?]|$)/i.test(begin));
const places: ReadonlySet<string> = new Set(['postal-address', 'postcode', 'precise-location', 'location-history']);

/** What is near somebody is asked for by the position; whoever else is told it, is told it as a third party. */
const isNearby = ({ category }: Datum, { sink }: Flow): boolean => sink === 'http' && category === 'precise-location';

/** `params: { ...filters }`: a list of all who have that, whoever they are. */
const isLookedFor = ({ identifies, words }: Datum): boolean =>
  identifies === 'quasi' && /^(?:params|query|\w*filters?|\w*criteria)\./i.test(words);

const narrowing: ReadonlySet<string> = new Set(['postcode', 'age', 'gender', 'education-occupation']);

/** The known beginnings of the URL: they tell the scheme, a fragment and a search parameter. */
function beginnings(flow: Flow): string[] {
  return flow.urls().flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
}

/** Links that address a person on purpose, and URLs in which only search words are filled in. */
function isFine(begins: string[], flow: Flow, ask: Ask): boolean {
  if (begins.length === 0) return false;
  const filledIn = [...begins, ...flow.wording()].flatMap((text) => /[?&]([\w.-]+)=$/.exec(text)?.[1] ?? []);
  const allowed = texts(ask.options.allowParams);
  const searches = filledIn.every((name) => allowed.includes(name));
  const schemes = texts(ask.options.schemes);
  const told = begins.filter((begin) => begin !== '');
  // What follows the scheme is the name of a host: somebody's page, not something told to one.
  if (told.length > 0 && told.every((begin) => /^https?:\/\/$/i.test(begin))) return true;
  return (
    told.length > 0 &&
    told.every((begin) => schemes.some((scheme) => begin.startsWith(scheme)) || (searches && /[?&][\w.-]+=$/.test(begin)))
  );
}

function texts(option: unknown): string[] {
  return Array.isArray(option) ? option.filter((each): each is string => typeof each === 'string') : [];
}
