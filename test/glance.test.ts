/** The session while somebody types: a glance at one file says what the whole project would, and edits leave no trace. */
import fc from 'fast-check';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '../rules';
import { openSession, type Session } from '../server/session';
import { projectOf } from './support/project';

const fixtures = join(import.meta.dirname, 'fixtures');
const isCode = (path: string): boolean => /\.(?:[cm]?[jt]sx?|vue|svelte|astro|html)$/.test(path);
const folders = readdirSync(fixtures).flatMap((rule) =>
  readdirSync(join(fixtures, rule))
    .filter((name) => statSync(join(fixtures, rule, name)).isDirectory())
    .map((name) => `${rule}/${name}`),
);
const open = (root: string): Session => openSession(root, { cache: false, today: '2026-11-25', watched: true });

describe('a glance after a whole run is what the whole run said', () => {
  test.each(folders)('%s', async (name) => {
    const root = projectOf(filesOf(join(fixtures, name)));
    const session = open(root);
    const whole = await session.findings();
    for (const path of readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(isCode)) {
      const glance = await session.glance(path);
      expect(glance.findings).toEqual(whole.findings.filter(({ at }) => at.path === path));
    }
  });
});

describe('a glance without a whole run', () => {
  // What stands in a file and is decided by one that imports it is what only the whole project can tell: a glance follows
  // imports, and looking at importers as well would make each key pay for files that the last whole run has judged.
  const WHOLE_ONLY = new Set([
    'pii-in-logs/event-emitter',
    // How many callers a function has.
    'pii-in-logs/many-callers',
    // Which hosts are the project's own is told by other files that nobody here imports.
    'pii-to-third-party/own-backend',
    'culture-bound-validation/shared-schema',
    // Whether a project is for several countries its other files tell.
    'culture-bound-validation/several-countries',
    'asymmetric-choice/across-files',
    'unmasked-session-replay/shared-options',
    'undeclared-region/across-files',
    'undeclared-region/atlas',
    'undeclared-region/shared-config',
    // What lies below a layout is imported by nobody.
    'undeclared-region/vercel-layout',
  ]);
  const whole = new Set(rules.flatMap(({ id, whole }) => (whole ? [id] : [])));
  test.each(folders)('%s', async (name) => {
    const root = projectOf(filesOf(join(fixtures, name)));
    const session = open(root);
    const glances = [];
    for (const path of readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(isCode).sort())
      glances.push(...(await session.glance(path)).findings);
    const { findings } = await session.findings();
    const expected = findings.filter(({ rule, kind }) => !whole.has(rule) && kind !== 'unused');
    const [seen, wanted] = [glances, expected].map((all) => all.map(({ at, rule }) => `${at.path}:${at.start} ${rule}`));
    if (WHOLE_ONLY.has(name)) expect(seen, 'It is no exception any more: take it off the list.').not.toEqual(wanted);
    else expect(seen).toEqual(wanted);
  });
});

test('any order of edits gives byte for byte what a fresh run gives', async () => {
  const files = {
    'audit.ts': 'export function audit(event: string, data: unknown) {\n  console.log(event, data);\n}\n',
    'users.ts':
      "import { audit } from './audit';\nexport interface User { id: string; email: string }\nexport const seen = (user: User) => audit('seen', user.email);\n",
    'shop.ts': "import type { User } from './users';\nexport const paid = (user: User) => console.log(`paid ${user.id}`);\n",
  };
  const paths = Object.keys(files) as (keyof typeof files)[];
  const texts = [
    ...Object.values(files),
    "import type { User } from './users';\nexport const paid = (user: User) => console.log(`paid ${user.email}`);\n",
    'export function audit(event: string, data: unknown) {\n  void data;\n  console.log(event);\n}\n',
    'export interface User { id: string; email: string; phone: string }\nexport const seen = (user: User) => console.log(user.phone\n',
    '',
  ];
  const step = fc.record({
    path: fc.constantFrom(...paths),
    text: fc.constantFrom(...texts),
    close: fc.boolean(),
    look: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      const root = projectOf(files);
      const edited = open(root);
      const now: Record<string, string> = { ...files };
      for (const { path, text, close, look } of steps) {
        if (close) edited.close(path);
        else edited.update(path, text);
        now[path] = close ? files[path] : text;
        if (look) await edited.glance(path);
        if (look && text.length % 2) await edited.findings();
      }
      const fresh = open(projectOf(now));
      const bytes = async (session: Session): Promise<string> => {
        const { findings, suppressed } = await session.findings();
        return JSON.stringify({ findings, suppressed });
      };
      expect(await bytes(edited)).toBe(await bytes(fresh));
    }),
    { numRuns: 40 },
  );
}, 60_000);

test('what only the whole project can tell moves along with the text', async () => {
  const root = projectOf({
    'a.ts': 'interface User { email: string }\nexport function show(user: User) {\n  console.log(user.email);\n}\n',
  });
  const session = open(root);
  await session.findings();
  const text = session.text('a.ts');
  session.update('a.ts', `// a new line\n${text}`);
  const { findings } = await session.glance('a.ts');
  expect(findings.map(({ at }) => at.start)).toEqual([text.indexOf('console.log') + 14]);
});

test('work that is stopped leaves the session as it was', async () => {
  const root = projectOf({
    'a.ts': 'interface User { email: string }\nexport const show = (user: User) => console.log(user.email);\n',
  });
  let isStopped = true;
  const rest = (): undefined => {
    if (isStopped) throw new Error('stopped');
  };
  const session = openSession(root, { cache: false, watched: true, rest });
  await expect(session.findings()).rejects.toThrow('stopped');
  isStopped = false;
  expect((await session.findings()).findings).toHaveLength(1);
});

test('files that come, go and change on the disk are seen when somebody says so', async () => {
  const { writeFileSync, rmSync } = await import('node:fs');
  const code = 'interface User { email: string }\nexport const show = (user: User) => console.log(user.email);\n';
  const root = projectOf({ 'a.ts': code });
  const session = open(root);
  const count = async (): Promise<number> => (await session.findings()).findings.length;
  expect(await count()).toBe(1);
  writeFileSync(join(root, 'b.ts'), code);
  session.changed(['b.ts']);
  expect(await count()).toBe(2);
  writeFileSync(join(root, 'data-ethics.json'), '{ "version": 1, "rules": { "pii-in-logs": "off" } }');
  session.changed(['data-ethics.json']);
  expect(await count()).toBe(0);
  rmSync(join(root, 'data-ethics.json'));
  rmSync(join(root, 'a.ts'));
  session.changed();
  expect(await count()).toBe(1);
});

test('offered fixes have been tried', async () => {
  const root = projectOf({
    'a.ts':
      'interface User { id: string; email: string }\nexport const show = (user: User) => console.log(`mail ${user.email}`);\n',
  });
  const session = open(root);
  const fixes = await session.fixes('a.ts', 90, 90);
  expect(fixes.map(({ fix }) => fix.title)).toEqual([
    'Log user.id instead',
    'Keep it, and say why (suppress pii-in-logs)',
    'user.email is not personal data: say so in the policy',
  ]);
  const after = await session.findings();
  expect(after.findings).toHaveLength(1);
});

test('a name is described with what is known of it and where it goes', async () => {
  const text = 'interface User { id: string; email: string }\nexport const show = (user: User) => console.log(user.email);\n';
  const session = open(projectOf({ 'a.ts': text }));
  const member = await session.describe('a.ts', text.lastIndexOf('email') + 2);
  expect(member?.category).toEqual({ id: 'email', title: 'email address', special: false, strength: 'likely' });
  expect(member?.owner).toBe('User');
  expect(member?.goes.map(({ to, state }) => [to, state])).toEqual([['console.log', 'raw']]);
  expect(member?.findings.map(({ rule }) => rule)).toEqual(['pii-in-logs']);
  const record = await session.describe('a.ts', text.lastIndexOf('user') + 1);
  expect(record?.members).toEqual([{ name: 'email', title: 'email address' }]);
  expect((await session.describe('a.ts', text.indexOf('show')))?.category).toBeUndefined();
});

function filesOf(path: string): Record<string, string> {
  const entries = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(paths.map((each) => [relative(path, each).replaceAll('\\', '/'), readFileSync(each, 'utf8')]));
}

test('what needs the whole project is said by the whole run alone, and moves along with the text', async () => {
  const root = projectOf({
    'track.ts': "import { track } from '@amplitude/analytics-browser';\nexport const seen = () => track('seen');\n",
  });
  const session = open(root);
  expect((await session.glance('track.ts')).findings).toEqual([]);
  const { findings } = await session.findings();
  expect(findings.map(({ rule }) => rule)).toEqual(['tracking-without-consent']);
  session.update('track.ts', `// a new line\n${session.text('track.ts')}`);
  const moved = (await session.glance('track.ts')).findings;
  expect(moved.map(({ at, rule }) => [rule, at.start])).toEqual([['tracking-without-consent', findings[0]!.at.start + 14]]);
});

test('a policy holds as its editor shows it, and its findings have ways out', async () => {
  const root = projectOf({
    'a.ts': 'interface User { email: string }\nexport const show = (user: User) => console.log(user.email);\n',
  });
  const session = open(root);
  expect((await session.glance('a.ts')).findings).toHaveLength(1);
  session.update('data-ethics.json', '{ "version": 1, "notPersonal": ["User.email"] }');
  expect((await session.glance('a.ts')).findings).toEqual([]);
  session.update('data-ethics.json', '{ "version": 1, "ruls": {} }');
  expect(session.configErrors.map(({ path }) => path)).toEqual(['data-ethics.json']);
  session.update('data-ethics.json', '{ "version": 1, "organisation": { "name": "The Daily Crumb" } }');
  await session.findings();
  const { findings } = await session.glance('data-ethics.json');
  expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(['incomplete-policy']));
  const fixes = await session.fixes('data-ethics.json', 0, 100);
  expect(fixes.map(({ fix }) => fix.title)).toContain('Add "contact"');
  session.close('data-ethics.json');
  expect((await session.glance('a.ts')).findings).toHaveLength(1);
});

test('loose texts are looked at without the folder they lie in', async () => {
  const code = 'interface User { email: string }\nexport const show = (user: User) => console.log(user.email);\n';
  const session = openSession(projectOf({ 'b.ts': code }), { cache: false, loose: true });
  session.update('Untitled-1.ts', code);
  const paths = (await session.findings()).findings.map(({ at }) => at.path);
  expect(paths).toEqual(['Untitled-1.ts']);
  expect((await session.glance('Untitled-1.ts')).findings).toHaveLength(1);
});

test('an edit in a file that is imported counts at once, also when the whole run saw it otherwise', async () => {
  const audit = 'export function audit(text: string) {\n  console.log(text);\n}\n';
  const show =
    "import { audit } from './audit';\nexport const show = (user: { id: string; email: string }) => audit(user.email);\n";
  const session = open(projectOf({ 'audit.ts': audit, 'show.ts': show }));
  expect((await session.findings()).findings).toHaveLength(1);
  session.update('audit.ts', audit.replace('console.log(text)', 'void text'));
  expect((await session.glance('show.ts')).findings).toEqual([]);
  session.update('audit.ts', audit);
  expect((await session.glance('show.ts')).findings).toHaveLength(1);
});
