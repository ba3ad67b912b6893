import type { Ask, Confidence, Constant, Datum, Finding, Flow, Rule, Severity } from '../../server/engine/rule';

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
    schemes: { default: ['mailto:', 'tel:', 'sms:', 'geo:'], description: 'Schemes whose links address a person on purpose.' },
  },
  *check(ask) {
    for (const flow of ask.flows('url', 'http')) {
      if (flow.sink === 'http' && flow.part === 'data') continue;
      if (beginnings(flow).some((begin) => isFine(begin, ask))) continue;
      const data = certainFirst(flow.data.filter((datum) => matters(datum, ask) && !flow.necessary(datum)));
      if (data.length > 0) yield describe(data, flow, ask);
    }
    for (const route of ask.routes()) {
      const data = certainFirst(route.data.filter((datum) => matters(datum, ask)));
      if (data.length === 0) continue;
      const { at, extent, symbol, words } = route;
      const message = `${words} takes ${ask.list(data)} in the URL, where histories and access logs keep it.`;
      const hint = 'Address the record by an opaque id, or take the value in the body of a POST request.';
      yield { at, extent, symbol, path: [], message, hint, kind: 'route', ...judgement(data, 'high') };
    }
  },
};

const levels: Severity[] = ['info', 'warning', 'error'];
const order: Confidence[] = ['high', 'medium', 'low'];
const publicNames = ['username', 'social-handle'];

function matters(datum: Datum, ask: Ask): boolean {
  if (datum.state !== 'raw' || datum.identifies === 'opaque') return false;
  if (datum.category === 'user-agent' || datum.category === 'consent-record') return false;
  return !texts(ask.options.allowParams).includes(datum.at.split('.').at(-1) ?? '');
}

function certainFirst(data: Datum[]): Datum[] {
  const certain = data.filter((datum) => confidenceOf(datum) !== 'low');
  return certain.length > 0 ? certain : data;
}

function confidenceOf(datum: Datum): Confidence {
  return publicNames.includes(datum.category) ? 'low' : datum.confidence;
}

function describe(data: Datum[], flow: Flow, ask: Ask): Omit<Finding, 'rule'> {
  const fragment = beginnings(flow).some((begin) => begin.includes('#'));
  const what = ask.list(data);
  const subject = what.charAt(0).toUpperCase() + what.slice(1) + wordsOf(data);
  const verb = / and /.test(what) ? 'become' : 'becomes';
  const message = `${subject} ${verb} part of a URL through ${flow.sinkName}.`;
  const hint =
    flow.sink === 'http'
      ? 'Send the value in the body of a POST request, or use an opaque id.'
      : 'Use an opaque id, or seal the value into a token.';
  const judged = judgement(data, flow.sinkConfidence);
  const { at, extent, path, symbol } = flow;
  const kind = fragment ? 'fragment' : flow.part === 'params' ? 'params' : 'url';
  return { at, extent, path, symbol, message, hint, kind, ...judged, severity: fragment ? 'info' : judged.severity };
}

function judgement(data: Datum[], sink: Confidence): Pick<Finding, 'severity' | 'confidence' | 'categories'> {
  const best = order.find((confidence) => data.some((datum) => confidenceOf(datum) === confidence)) ?? 'low';
  const confidence = sink === 'low' ? order[Math.min(2, order.indexOf(best) + 1)]! : best;
  const sensitive = data.some((datum) => (datum.special || datum.grave) && datum.confidence !== 'low');
  const severity = confidence === 'low' ? 'info' : levels[(sensitive ? 2 : 1) - (confidence === 'medium' ? 1 : 0)]!;
  return { severity, confidence, categories: [...new Set(data.map((datum) => datum.category))].sort() };
}

/** The known beginnings of the URL: they tell the scheme, a fragment and a search parameter. */
function beginnings(flow: Flow): string[] {
  if (flow.part === 'params') return [];
  return flow.constants(flow.argument).flatMap(({ value }: Constant) => (typeof value === 'string' ? [value] : []));
}

function isFine(begin: string, ask: Ask): boolean {
  if (texts(ask.options.schemes).some((scheme) => begin.startsWith(scheme))) return true;
  return texts(ask.options.allowParams).some((name) => begin.endsWith(`?${name}=`) || begin.endsWith(`&${name}=`));
}

function texts(option: unknown): string[] {
  return Array.isArray(option) ? option.filter((each): each is string => typeof each === 'string') : [];
}

/** As the code names it; an origin such as "the request body" has said so already. */
function wordsOf([first, ...others]: Datum[]): string {
  return others.length > 0 || !first || first.words.startsWith('the ') ? '' : ` (${first.words})`;
}
