import { describe, expect, test } from 'vitest';
import { piiInLogs } from '../rules/exposure/pii-in-logs';
import type { Ask, Constant, Flow, WeakHash } from '../server/engine/rule';
import { analyzeFiles } from './run';

const USER = 'interface User { id: string; email: string; name: string; phone: string }\n';

/** What a rule hears about a text in which `user` is a User. */
function heard<T>(text: string, question: (ask: Ask) => T, others: Record<string, string> = {}): T {
  const answers: T[] = [];
  const probe = {
    ...piiInLogs,
    *check(ask: Ask) {
      answers.push(question(ask));
    },
  };
  analyzeFiles({ 'a.ts': text.includes('interface User') ? text : USER + text, ...others }, [probe]);
  return answers[0]!;
}

const flowIn = (text: string, ...sinks: Flow['sink'][]) => heard(text, (ask) => [...ask.flows(...sinks)][0]!);
const shown = ({ value, prefix, environment }: Constant): unknown =>
  environment !== undefined ? `$${environment}` : prefix ? `${String(value)}…` : value;

/** The text a finding about all data of the flow is shown at. */
function placed(text: string, sink: Flow['sink']): string {
  const whole = USER + text;
  return heard(whole, (ask) => {
    const flow = [...ask.flows(sink)][0]!;
    const { start, end } = flow.placeFor(flow.data);
    return whole.slice(start, end).split('\n')[0]!;
  });
}

describe('placeFor', () => {
  test('is the property that carries the data, whatever ids go along', () => {
    const text = 'export const f = (user: User) => posthog.identify(user.id, {\n  email: user.email,\n  plan: 1,\n});';
    expect(placed(text, 'third-party')).toBe('user.email');
  });

  test('is the property above several data', () => {
    const text =
      'export const f = (user: User) => posthog.identify(user.id, {\n  who: { email: user.email, name: user.name },\n});';
    expect(placed(text, 'third-party')).toBe('{ email: user.email, name: user.name }');
  });

  test('is the call when several properties carry data, from the last link on', () => {
    expect(placed('export const f = (user: User) => console.log({ email: user.email, name: user.name });', 'log')).toMatch(
      /^console\.log/,
    );
    expect(placed('export const f = (user: User) => winston.child({ at: 1 }).info(user.email);', 'log')).toBe('info(user.email)');
  });
});

describe('urls', () => {
  const urls = (text: string) => flowIn(text, 'http', 'url').urls().map(shown);
  const inFunction = (body: string) => `export async function f(user: User) { ${body} }`;

  test.each([
    ["await axios.post('https://a.example/x', user.email);", ['https://a.example/x']],
    [
      "const api = axios.create({ baseURL: 'https://a.example/v1/' }); await api.post('/x', user.email);",
      ['https://a.example/v1/x'],
    ],
    [
      "const api = axios.create({ baseURL: 'https://a.example' }); await api.post('https://b.example/x', user.email);",
      ['https://b.example/x'],
    ],
    ["const api = axios.create({ baseURL: process.env.CRM }); await api.post('/x', user.email);", ['$CRM']],
    ["const api = axios.create({ baseURL: 'https://a.example' }); await api.post(path(), user.email);", ['https://a.example/…']],
    ["await axios.request({ url: '/x', baseURL: 'https://a.example', data: user.email });", ['https://a.example/x']],
    ["const x = new XMLHttpRequest(); x.open('POST', 'https://a.example'); x.send(user.email);", ['https://a.example']],
    ["const s = new WebSocket('wss://a.example'); s.send(user.email);", ['wss://a.example']],
    ["await fetch(new URL('/x', 'https://a.example'), { method: 'POST', body: user.email });", ['https://a.example/x']],
    ['location.href = `mailto:${user.email}`;', ['mailto:…']],
  ])('%s', (body, expected) => expect(urls(inFunction(body))).toEqual(expected));

  test('of an element are its attribute', () => {
    const tsx = `${USER}export const A = ({ user }: { user: User }) => <a href={\`tel:\${user.phone}\`}>call</a>;`;
    expect(heard('interface User {}', (ask) => [...ask.flows('url')][0]?.urls().map(shown), { 'b.tsx': tsx })).toEqual(['tel:…']);
  });

  test('of a helper are those of the call on the way', () => {
    const text = `
      const send = (url: string, body: unknown) => axios.post(url, body);
      export const menu = () => send('https://menu.example', 1);
      export const f = (user: User) => send('https://a.example', user.email);`;
    expect(urls(text)).toEqual(['https://a.example']);
  });
});

describe('options and names', () => {
  test('flags of a cookie and the list of an object', () => {
    const cookie = flowIn(
      "export const f = (user: User, res) => res.cookie('who', user.email, { httpOnly: true });",
      'browser-storage',
    );
    expect(cookie.option('httpOnly').map(shown)).toEqual([true]);
    expect(cookie.option('secure')).toEqual([]);
    const object =
      "import { S3Client, PutObjectCommand } from '@aws-sdk/client-s3';\nconst s3 = new S3Client({});\nexport const f = (user: User) => s3.send(new PutObjectCommand({ ACL: 'public-read', Body: user.email }));";
    expect(flowIn(object, 'object-storage').option('ACL').map(shown)).toEqual(['public-read']);
  });

  test('keys of storage and paths of files', () => {
    expect(
      flowIn("export const f = (user: User) => localStorage.setItem('who', user.email);", 'browser-storage').names().map(shown),
    ).toEqual(['who']);
    expect(
      flowIn('export const f = (user: User) => { localStorage.who = user.email; };', 'browser-storage').names().map(shown),
    ).toEqual(['who']);
    const file =
      "import fs from 'node:fs';\nexport const f = (user: User) => fs.appendFileSync(`${dir}/access.log`, user.email);";
    expect(flowIn(file, 'file').names().map(shown)).toEqual(['…']);
    const stream =
      "import fs from 'node:fs';\nconst out = fs.createWriteStream('people.csv');\nexport const f = (user: User) => out.write(user.email);";
    expect(flowIn(stream, 'file').names().map(shown)).toEqual(['people.csv']);
  });

  test('literal words of the call', () => {
    const flow = flowIn(
      "export const f = (user: User) => console.log(`blocked ${user.email} again`, { attempts: 3, why: 'spam' });",
      'log',
    );
    expect(flow.wording()).toEqual(expect.arrayContaining(['blocked ', ' again', 'attempts', 'why', 'spam']));
  });
});

describe('weakHashes', () => {
  const hash = (text: string): WeakHash | undefined =>
    heard(`import { createHash } from 'node:crypto';\n${USER}${text}`, (ask) => [...ask.weakHashes()][0]);
  const digest = "createHash('sha256').update(x).digest('hex')";

  test.each([
    [
      `export const f = (user: User) => { const x = user.email; const anonymousId = ${digest}; return anonymousId; };`,
      'anonymousId',
    ],
    [`export const f = (user: User) => { const x = user.email; return { pseudonym: ${digest} }; };`, 'pseudonym'],
    [
      `const short = (x: string) => ${digest}; export const f = (user: User) => { const anonId = short(user.email); return anonId; };`,
      'anonId',
    ],
    [
      `const short = (x: string) => ${digest}; export const anonymousVisit = (user: User) => [short(user.email)];`,
      'anonymousVisit',
    ],
    [`export const f = (user: User) => { const x = user.email; return ${digest}; };`, ''],
    [`export const f = (user: User) => { const x = user.email; const canonical = ${digest}; return canonical; };`, ''],
  ])('the claim of %s', (text, claim) => {
    expect(hash(text)).toMatchObject({ claim, means: 'hash', words: "createHash('sha256')" });
  });

  test('is placed at the call of the helper', () => {
    const text = `const short = (x: string) => ${digest}; export const f = (user: User) => { const anonId = short(user.email); return anonId; };`;
    const whole = `import { createHash } from 'node:crypto';\n${USER}${text}`;
    const { at } = hash(text)!;
    expect(whole.slice(at.start, at.end)).toBe('short(user.email)');
  });

  test.each([
    ["const SALT = 'crumb'; export const f = (user: User) => createHash('md5').update(SALT + user.email).digest('hex');"],
    ["export const f = (user: User) => createHash('md5').update(`crumb:${user.email}`).digest('hex');"],
    ["const SALT = 'crumb'; export const f = (user: User) => createHash('md5').update(SALT).update(user.email).digest('hex');"],
    [
      "const SALT = 'crumb'; export const f = (user: User) => { const h = createHash('md5'); h.update(SALT); h.update(user.email); return h.digest('hex'); };",
    ],
  ])('%s has a salt in the code', (text) => expect(hash(text)).toMatchObject({ means: 'salted' }));

  test.each([
    ["export const f = (user: User) => createHash('md5').update(`${user.email}:${user.phone}`).digest('hex');"],
    ["export const f = (user: User) => createHash('md5').update(user.email, 'utf8').digest('hex');"],
    ["export const f = (user: User) => createHash('md5').update(process.env.SALT + user.email).digest('hex');"],
  ])('%s has none', (text) => expect(hash(text)).toMatchObject({ means: 'hash' }));

  test('encodings', () => {
    expect(hash('export const anonymous = (user: User) => btoa(user.email);')).toMatchObject({
      means: 'encoding',
      claim: 'anonymous',
    });
    expect(
      hash("export const f = (user: User) => { const anonId = Buffer.from(user.email).toString('base64'); return anonId; };"),
    ).toMatchObject({
      means: 'encoding',
      claim: 'anonId',
    });
  });
});
