import { describe, expect, test } from 'vitest';
import { cleartextPii } from '../rules/exposure/cleartext-pii';
import { piiInBrowserStorage } from '../rules/exposure/pii-in-browser-storage';
import { piiInLogs } from '../rules/exposure/pii-in-logs';
import { piiInPrompt } from '../rules/exposure/pii-in-prompt';
import { piiInUrl } from '../rules/exposure/pii-in-url';
import { piiToThirdParty } from '../rules/exposure/pii-to-third-party';
import { weakAnonymization } from '../rules/minimisation/weak-anonymization';
import { partiesOf } from '../server/engine/inventory/recipients';
import { judging } from '../server/engine/judge';
import type { Ask, Constant, Datum, Flow, Rule, WeakHash } from '../server/engine/rule';
import { nothingFound } from './support/structure';

const place = { path: 'a.ts', start: 0, end: 1 };
const text = (value: string, prefix = false): Constant => ({ value, prefix, at: place });
const list = (...values: string[]): Constant => ({ value: values.map((value) => text(value)), prefix: false, at: place });
const env = (name: string): Constant => ({ value: '', prefix: true, at: place, environment: name });

const email: Datum = {
  category: 'email',
  title: 'email address',
  words: 'user.email',
  state: 'raw',
  confidence: 'high',
  special: false,
  grave: false,
  identifies: 'direct',
  kind: 'field',
  at: '',
  path: '',
  through: [],
};
const diagnosis: Datum = {
  ...email,
  category: 'diagnosis',
  title: 'diagnosis',
  words: 'patient.diagnosis',
  special: true,
  identifies: 'no',
};
const iban: Datum = { ...email, category: 'bank-account', title: 'bank account', words: 'user.iban', grave: true };
const age: Datum = { ...email, category: 'age', title: 'age', words: 'user.age', identifies: 'quasi' };
const record: Datum = { ...email, category: 'person-record', title: 'user record', words: 'user', kind: 'record', at: 'user' };

interface Settings {
  urls?: Constant[];
  names?: Constant[];
  options?: Record<string, Constant[]>;
  instance?: Record<string, Constant[]>;
  necessary?: Datum[];
  wording?: string[];
}

function flow(
  part: Partial<Flow> & Pick<Flow, 'sink' | 'data'>,
  { urls = [], names = [], options = {}, instance = {}, necessary = [], wording = [] }: Settings = {},
): Flow {
  return {
    part: 'data',
    at: place,
    extent: place,
    symbol: 'f',
    path: [],
    sinkName: 'logger.info',
    vendor: '',
    recipientKind: '',
    sinkConfidence: 'high',
    argument: '0',
    browser: false,
    necessary: (datum) => necessary.includes(datum),
    inDevelopment: () => false,
    placeFor: () => place,
    callers: 1,
    commandLine: false,
    wording: () => wording,
    urls: () => urls,
    names: () => names,
    option: (name) => options[name] ?? [],
    constants: () => [],
    instance: (option) => instance[option] ?? [],
    unchecked: () => null,
    providers: () => [],
    ...part,
  };
}

const host: Ask['host'] = (value) =>
  /localhost/.test(value)
    ? 'local'
    : /own\.example/.test(value)
      ? 'first-party'
      : /\w+:\/\/\w/.test(value)
        ? 'foreign'
        : 'unknown';
const vendor = (address: string): string => (/slack/.test(address) ? 'Slack' : '');

function run(rule: Rule, flows: Flow[], options: Record<string, unknown> = {}, hashes: WeakHash[] = []): string[] {
  const defaults = Object.entries(rule.options ?? {}).map(([name, option]) => [name, option.default]);
  const ask: Ask = {
    ...nothingFound,
    flows: (...sinks) => flows.filter(({ sink }) => sinks.includes(sink)),
    weakHashes: () => hashes,
    routes: () => [],
    messages: () => [],
    ignoredRefusals: () => [],
    runTogether: () => true,
    unreadChoices: () => [],
    hollowErasures: () => [],
    lesserServices: () => [],
    trackings: () => [],
    consent: () => ({ isNecessary: () => false, managedBy: '', asks: 'hasConsent' }),
    host,
    options: { ...Object.fromEntries(defaults), ...options },
    vendor,
    inventory: () => expect.unreachable(),
    policies: () => [],
    policyFor: () => expect.unreachable(),
    isDeclared: () => false,
    pitch: () => '',
    boundBy: () => '',
    recipients: (flow) => partiesOf(flow, { host, vendor, kind: () => 'http', byVendor: () => null }),
    knowsVendor: () => false,
    category: () => undefined,
    today: '',
    dayAfter: () => undefined,
    dependences: {
      prices: () => [],
      shownPrices: () => [],
      decisions: () => [],
      unexplained: () => [],
      acts: () => [],
      repurposings: () => [],
      endings: () => [],
      denials: () => [],
    },
    ...judging,
  };
  return [...rule.check(ask)].map(({ severity, confidence, kind, message }) => `${severity} ${confidence} ${kind}: ${message}`);
}

describe('pii-in-logs', () => {
  const log = (data: Datum[], settings?: Settings, part: Partial<Flow> = {}) =>
    run(piiInLogs, [flow({ sink: 'log', data, ...part }, settings)]);

  test('names the datum and the place', () => {
    expect(log([email])).toEqual(['warning high field: The email address (user.email) is written to the log by logger.info().']);
  });

  test('special and grave data are errors, one step less when uncertain', () => {
    expect(log([diagnosis])[0]).toMatch(/^error high/);
    expect(log([iban])[0]).toMatch(/^error high/);
    expect(log([{ ...diagnosis, confidence: 'medium' }])[0]).toMatch(/^warning medium/);
    expect(log([{ ...email, confidence: 'medium' }])[0]).toMatch(/^info medium/);
    expect(log([{ ...email, confidence: 'low' }])[0]).toMatch(/^info low/);
  });

  test.each(['masked', 'pseudonymous', 'encrypted', 'hashed-credential', 'derived', 'aggregate'] as const)(
    '%s data are fine',
    (state) => {
      expect(log([{ ...email, state }])).toEqual([]);
    },
  );

  test('a plain hash is of low confidence', () => expect(log([{ ...email, state: 'weak-hash' }])[0]).toMatch(/^info low/));

  test('opaque ids and consent records are fine', () => {
    expect(
      log([
        { ...email, identifies: 'opaque' },
        { ...email, category: 'consent-record' },
      ]),
    ).toEqual([]);
  });

  test('an IP address may stand where the log speaks of security', () => {
    const ip: Datum = { ...email, category: 'ip-address', title: 'IP address', identifies: 'quasi' };
    const settings = { wording: ['too many requests', 'rateLimit'] };
    expect(log([ip], { wording: ['visitor', 'by the author'] })[0]).toMatch(/^warning high field/);
    expect(log([ip], settings)).toEqual([]);
    expect(log([ip], {}, { symbol: 'verifyCaptcha' })).toEqual([]);
    expect(log([ip], {}, { at: { ...place, path: 'src/auth/session.ts' } })).toEqual([]);
    expect(log([ip, email], settings)[0]).toMatch(/^warning/);
    expect(run(piiInLogs, [flow({ sink: 'log', data: [ip] }, settings)], { allowIpInSecurityLogs: false })[0]).toMatch(/^info/);
  });

  test.each([
    [['user.email'], 'user.email'],
    [['*.email'], 'user.email'],
    [['user'], 'user.email'],
    [['users[*].email'], 'users.*.email'],
    [['user["e-mail"]'], 'user.e-mail'],
  ])('redaction of %s covers %s', (paths, at) => {
    expect(log([{ ...email, at }], { instance: { redact: [list(...paths)] } })).toEqual([]);
  });

  test('redaction of some fields covers the whole record, but not text or another field', () => {
    const settings = { instance: { redact: [list('user.email', 'user.phone')] } };
    expect(log([record], settings)).toEqual([]);
    expect(log([email], settings)).toHaveLength(1);
    expect(log([{ ...email, at: 'user.name' }], settings)).toHaveLength(1);
    expect(log([{ ...record, at: 'guest' }], settings)).toHaveLength(1);
  });

  test('an unknown redact list lowers the confidence, a serializer covers its key', () => {
    expect(log([{ ...email, at: 'user.email' }], { instance: { redact: [env('REDACT')] } })[0]).toMatch(/^info medium/);
    expect(log([{ ...email, at: 'user.email' }], { instance: { serializers: [list('user')] } })).toEqual([]);
  });

  test('in the browser console what names somebody is a warning, the rest an info', () => {
    const part = { browser: true, sinkName: 'console.log' };
    expect(log([email], {}, part)[0]).toMatch(/^warning high debug-console/);
    expect(log([age], {}, part)[0]).toMatch(/^info high debug-console/);
    expect(log([{ ...email, category: 'username' }], {}, part)[0]).toMatch(/^info high debug-console/);
    expect(run(piiInLogs, [flow({ sink: 'log', data: [email], ...part })], { browserConsole: 'info' })[0]).toMatch(/^info/);
    expect(run(piiInLogs, [flow({ sink: 'log', data: [email], ...part })], { browserConsole: 'off' })).toEqual([]);
    expect(log([record], {}, part)[0]).toMatch(/^warning high whole-record/);
    expect(log([diagnosis], {}, part)[0]).toMatch(/^error high debug-console/);
  });

  test('a file is a log when it is called one', () => {
    const part = { sink: 'file', sinkName: 'appendFile' } as const;
    expect(log([email], { names: [text('var/access.log')] }, part)[0]).toMatch(/^warning high field: .* by appendFile\(\)/);
    expect(log([email], { names: [text('out.csv')] }, part)).toEqual([]);
  });

  test('an error message is one step below', () => {
    expect(log([email], {}, { sinkName: 'Error' })[0]).toMatch(/^info high error-message/);
  });
});

describe('pii-to-third-party', () => {
  const send = (data: Datum[], part: Partial<Flow> = {}, settings?: Settings) =>
    run(piiToThirdParty, [flow({ sink: 'third-party', data, vendor: 'Sentry', ...part }, settings)]);
  const http = (data: Datum[], url: Constant[], part: Partial<Flow> = {}) =>
    send(data, { sink: 'http', vendor: '', ...part }, { urls: url });

  test('names the recipient', () => {
    expect(send([email])).toEqual(['warning high field: The email address (user.email) is sent to Sentry.']);
  });

  test('sensitive data and advertisers are errors', () => {
    expect(send([diagnosis])[0]).toMatch(/^error/);
    expect(send([age], { recipientKind: 'ads' })[0]).toMatch(/^error/);
  });

  test('what the recipient needs is fine, and so is an id', () => {
    expect(send([email], {}, { necessary: [email] })).toEqual([]);
    expect(send([{ ...email, identifies: 'opaque' }])).toEqual([]);
  });

  test('a plain hash matters to those who match people', () => {
    const hashed: Datum = { ...email, state: 'weak-hash' };
    expect(send([hashed], { recipientKind: 'ads' })[0]).toMatch(/^warning high hashed-identifier/);
    expect(send([hashed], { recipientKind: 'error-tracking' })).toEqual([]);
  });

  test('a foreign host is a warning for direct identifiers', () => {
    expect(http([email], [text('https://a.partner.example/x')])[0]).toBe(
      'warning medium field: The email address (user.email) is sent to a.partner.example.',
    );
    expect(http([email], [text('https://hooks.slack.example/x')])[0]).toMatch(/is sent to Slack\.$/);
    expect(http([age], [text('https://a.partner.example/x')])[0]).toMatch(/^info medium/);
    expect(http([email], [text('https://', true)])).toEqual([]);
  });

  test('own, relative and unknown addresses are not judged', () => {
    expect(http([email], [text('https://own.example/x')])).toEqual([]);
    expect(http([email], [text('/api/x')])).toEqual([]);
    expect(http([email], [])).toEqual([]);
    expect(http([email], [env('API_URL')])).toEqual([]);
    expect(http([email], [env('NEXT_PUBLIC_API_BASE_URL')])).toEqual([]);
  });

  test('the token of a service may go to it, but not to an SDK', () => {
    const token: Datum = { ...email, category: 'access-token', grave: true };
    expect(http([token], [text('https://a.partner.example/x')])).toEqual([]);
    expect(send([token])).toHaveLength(1);
  });

  test('a variable named after a vendor is a recipient, another one only in strict', () => {
    expect(http([email], [env('SLACK_WEBHOOK_URL')])[0]).toMatch(/^warning medium field: .*the address in SLACK_WEBHOOK_URL/);
    expect(http([email], [env('EXPORT_TARGET')])[0]).toMatch(/^info low/);
  });

  test('what stands in the address or its parameters is sent as well', () => {
    const urls = [text('https://a.partner.example/x?mail=', true)];
    expect(http([email], urls, { part: 'url' })[0]).toMatch(/sent to a\.partner\.example/);
    expect(http([email], urls, { part: 'params' })[0]).toMatch(/sent to a\.partner\.example/);
  });

  test('a model without a vendor is named by its call', () => {
    expect(send([email], { vendor: '', sinkName: 'bus.publish' })[0]).toMatch(/is sent to a third party by bus\.publish\(\)/);
  });
});

describe('pii-in-prompt', () => {
  const ask = (data: Datum[], settings?: Settings) =>
    run(piiInPrompt, [flow({ sink: 'prompt', data, vendor: 'OpenAI' }, settings)]);

  test('is a warning, an error for special data', () => {
    expect(ask([email])).toEqual(['warning high field: The email address (user.email) is sent to an AI model of OpenAI.']);
    expect(ask([diagnosis])[0]).toMatch(/^error/);
  });

  test('free text alone is of low confidence', () => {
    const body: Datum = { ...email, category: 'message-content', title: 'message' };
    expect(ask([body])[0]).toMatch(/^info low/);
    expect(ask([body, email])[0]).toMatch(/^warning high field: The email address \(/);
  });

  test('a local model is fine', () => {
    expect(ask([diagnosis], { instance: { baseURL: [text('http://localhost:11434/v1')] } })).toEqual([]);
    expect(ask([diagnosis], { instance: { baseURL: [text('https://models.partner.example')] } })).toHaveLength(1);
  });
});

describe('pii-in-url', () => {
  const url = (data: Datum[], begin?: string, part: Partial<Flow> = {}, wording: string[] = []) =>
    run(piiInUrl, [flow({ sink: 'url', data, ...part }, { urls: begin === undefined ? [] : [text(begin, true)], wording })]);

  test('a value in a URL is a warning', () => expect(url([email], '/welcome?email=')[0]).toMatch(/^warning high url/));

  test.each(['mailto:', 'tel:', 'sms:', 'geo:', '/search?q=', '/search?page=1&q='])('%s is fine', (begin) => {
    expect(url([email], begin)).toEqual([]);
  });

  test('a search word beside another parameter is not fine', () => {
    expect(url([email], '/search?q=', {}, ['/search?q=', '&email='])).toHaveLength(1);
  });

  test('one link of several that addresses a person is not enough', () => {
    const urls = [text('mailto:', true), text('/people/', true)];
    expect(run(piiInUrl, [flow({ sink: 'url', data: [email] }, { urls })])).toHaveLength(1);
  });

  test('a fragment is an info', () => expect(url([email], '/page#')[0]).toMatch(/^info high fragment/));

  test('the body of a request is not a URL, its parameters are', () => {
    expect(url([email], undefined, { sink: 'http', part: 'data' })).toEqual([]);
    expect(url([{ ...email, at: 'email' }], undefined, { sink: 'http', part: 'params' })[0]).toMatch(/^warning high params/);
    expect(url([{ ...email, at: 'q' }], undefined, { sink: 'http', part: 'params' })).toEqual([]);
  });

  test('a link may carry its own token, but not the key to a session', () => {
    const token: Datum = { ...email, category: 'access-token', words: 'resetToken' };
    expect(url([token], '/reset?token=')).toEqual([]);
    expect(url([{ ...token, words: 'session.accessToken' }], '/files?key=')).toHaveLength(1);
  });

  test('a public handle is of low confidence', () => expect(url([{ ...email, category: 'username' }])[0]).toMatch(/^info low/));
});

describe('pii-in-browser-storage', () => {
  const keep = (data: Datum[], part: Partial<Flow> = {}, settings?: Settings) =>
    run(piiInBrowserStorage, [flow({ sink: 'browser-storage', data, sinkName: 'localStorage.setItem', ...part }, settings)]);

  test('is a warning', () => expect(keep([email])[0]).toMatch(/^warning high field: .* in the browser by localStorage\.setItem/));

  test('a token that lets somebody in is an info, a password is worse', () => {
    const token: Datum = { ...email, category: 'credential', words: 'session.accessToken', grave: true };
    expect(keep([token])).toEqual([]);
    expect(keep([{ ...token, category: 'access-token' }])[0]).toMatch(/^info medium token: .* lets the person in/);
    expect(keep([{ ...token, category: 'access-token', words: 'form.verificationCode' }])).toEqual([]);
    expect(keep([{ ...token, words: 'form.password' }])[0]).toMatch(/^error/);
  });

  test('what names nobody may stay', () => expect(keep([{ ...email, identifies: 'no' }])).toEqual([]));

  test('a cookie that scripts cannot read is one step below', () => {
    const yes: Constant = { value: true, prefix: false, at: place };
    expect(keep([email], { sinkName: 'res.cookie' })[0]).toMatch(/^warning high cookie/);
    const settings = { options: { httpOnly: [yes], secure: [yes] } };
    expect(keep([email], { sinkName: 'res.cookie' }, settings)[0]).toMatch(/^info high cookie/);
  });
});

describe('cleartext-pii', () => {
  const send = (data: Datum[], sink: Flow['sink'], settings: Settings) =>
    run(cleartextPii, [flow({ sink, data, sinkName: 'writeFile' }, settings)]);

  test.each(['http://pay.partner.example/x', 'ws://pay.partner.example', 'ftp://pay.partner.example/in'])(
    '%s is reported',
    (url) => {
      expect(send([iban], 'http', { urls: [text(url)] })[0]).toMatch(/^error high http: .*pay\.partner\.example/);
    },
  );

  test.each(['https://pay.partner.example/x', 'http://localhost:8080/x', '/x'])('%s is fine', (url) => {
    expect(send([iban], 'http', { urls: [text(url)] })).toEqual([]);
  });

  test('a file matters for sensitive data only, and is never certain', () => {
    expect(send([email], 'file', { names: [text('out.csv')] })).toEqual([]);
    expect(send([iban], 'file', { names: [text('out.csv')] })[0]).toMatch(/^warning medium file/);
    expect(send([iban], 'file', { names: [text('out.log')] })).toEqual([]);
  });

  test('a public object is reported, a private one is fine', () => {
    expect(send([iban], 'object-storage', { options: { ACL: [text('public-read')] } })[0]).toMatch(/^error high public-object/);
    expect(send([iban], 'object-storage', { options: { ACL: [text('private')] } })).toEqual([]);
  });
});

describe('weak-anonymization', () => {
  const hash = (data: Datum[], part: Partial<WeakHash>) => {
    const whole: WeakHash = {
      data,
      at: place,
      extent: place,
      symbol: 'f',
      path: [],
      means: 'hash',
      words: "createHash('sha256')",
      claim: '',
      ...part,
    };
    return run(weakAnonymization, [], {}, [whole]);
  };

  test('with a claim it is a warning, without one an info', () => {
    expect(hash([email], { claim: 'named anonId' })[0]).toMatch(
      /^warning high hash: The email address \(user\.email\) passes through createHash/,
    );
    expect(hash([email], {})[0]).toMatch(/^info high unkeyed-hash/);
  });

  test('an encoding without a claim is fine', () => {
    expect(hash([email], { means: 'encoding' })).toEqual([]);
    expect(hash([email], { means: 'encoding', claim: 'in anonymize()' })[0]).toMatch(
      /^warning high encoding: .*undone in one step/,
    );
  });

  test('passwords and whole payloads are left alone', () => {
    expect(hash([{ ...email, category: 'credential' }], { claim: 'named anonId' })).toEqual([]);
    expect(hash([{ ...email, category: 'access-token' }], { claim: 'named anonId' })).toEqual([]);
    expect(hash([record], {})).toEqual([]);
    expect(hash([record], { claim: 'in anonymize()' })).toHaveLength(1);
  });
});
