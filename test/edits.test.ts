/** What a fix makes of the code, character by character: the rest of the file stays as it is. */
import { expect, test } from 'vitest';
import { fixesFor } from '../server/engine/edit';
import { editedText } from '../server/engine/text-edits';
import { contextOf } from '../server/engine/edit/known';
import type { Fix } from '../server/engine/rule/fixes';
import { lower } from '../server/engine/syntax/lower';
import { analyzeFiles, policyOf } from './run';

interface Case {
  name: string;
  rule: string;
  /** Begins the title of the fix. */
  title: string;
  before: string;
  after: string;
  /** Other files of the project. */
  beside?: Record<string, string>;
  path?: string;
}

const USER = 'interface User { id: string; email: string; fullName: string }\n';

const cases: Case[] = [
  {
    name: 'an id instead of a value in a template',
    rule: 'pii-in-logs',
    title: 'Log user.id instead',
    before: 'export const paid = (user: User) => console.log(`paid ${user.email}`);',
    after: 'export const paid = (user: User) => console.log(`paid ${user.id}`);',
  },
  {
    name: 'no second id beside one that is there',
    rule: 'pii-in-logs',
    title: 'Log user.id instead',
    before: "export const paid = (user: User) => console.log('paid', { id: user.id, email: user.email });",
    after: "export const paid = (user: User) => console.log('paid', { id: user.id });",
  },
  {
    name: 'a masker of the project, with its import in the style of the file',
    rule: 'pii-in-logs',
    title: 'Mask with maskEmail()',
    beside: { 'privacy/mask.ts': "export function maskEmail(text: string) {\n  return text[0] + '***';\n}\n" },
    before: 'import pino from "pino"\n\nconst log = pino()\nexport const paid = (user: User) => log.info(user.email)',
    after:
      'import pino from "pino"\nimport { maskEmail } from "./privacy/mask"\n\nconst log = pino()\nexport const paid = (user: User) => log.info(maskEmail(user.email))',
  },
  {
    name: 'the logger of the file redacts',
    rule: 'pii-in-logs',
    title: 'Let pino redact user.email',
    before:
      "import pino from 'pino';\nconst log = pino({ level: 'info' });\nexport const paid = (user: User) => log.info({ user: { email: user.email } });",
    after:
      "import pino from 'pino';\nconst log = pino({ level: 'info', redact: ['user.email'] });\nexport const paid = (user: User) => log.info({ user: { email: user.email } });",
  },
  {
    name: 'the names of the fields of a request',
    rule: 'pii-in-logs',
    title: 'Log the names',
    before: "app.post('/register', (req, res) => {\n  console.log('register', req.body);\n});",
    after: "app.post('/register', (req, res) => {\n  console.log('register', Object.keys(req.body));\n});",
  },
  {
    name: 'a property with its line and comma',
    rule: 'pii-to-third-party',
    title: 'Leave email out',
    before:
      "import posthog from 'posthog-js';\nexport function seen(user: User, plan: string) {\n  posthog.identify(user.id, {\n    email: user.email, // for the newsletter\n    plan,\n  });\n}",
    after:
      "import posthog from 'posthog-js';\nexport function seen(user: User, plan: string) {\n  posthog.identify(user.id, {\n    plan,\n  });\n}",
  },
  {
    name: 'the last property, without a trailing comma',
    rule: 'pii-to-third-party',
    title: 'Leave email out',
    before:
      "import posthog from 'posthog-js';\nexport const seen = (user: User) => posthog.identify(user.id, { plan: 'free', email: user.email });",
    after: "import posthog from 'posthog-js';\nexport const seen = (user: User) => posthog.identify(user.id, { plan: 'free' });",
  },
  {
    name: 'a prompt through redaction',
    rule: 'pii-in-prompt',
    title: 'Redact with redactPII()',
    beside: { 'redact.ts': "export const redactPII = (text: string) => text.replace(/\\S+@\\S+/g, '***');\n" },
    before:
      "import OpenAI from 'openai';\nconst openai = new OpenAI();\nexport const ask = (user: User) => openai.responses.create({ model: 'm', input: `About ${user.fullName}` });",
    after:
      "import OpenAI from 'openai';\nimport { redactPII } from './redact';\nconst openai = new OpenAI();\nexport const ask = (user: User) => openai.responses.create({ model: 'm', input: redactPII(`About ${user.fullName}`) });",
  },
  {
    name: 'a query becomes a body',
    rule: 'pii-in-url',
    title: 'Send it in the body',
    before: 'export const eta = (user: User) => fetch(`/api/eta?email=${encodeURIComponent(user.email)}&fast=${true}`);',
    after:
      "export const eta = (user: User) => fetch('/api/eta', { method: 'POST', body: JSON.stringify({ email: user.email, fast: true }) });",
  },
  {
    name: 'the id of a record in the browser',
    rule: 'pii-in-browser-storage',
    title: 'Keep user.id instead',
    before: "export const keep = (user: User) => localStorage.setItem('me', JSON.stringify(user));",
    after: "export const keep = (user: User) => localStorage.setItem('me', user.id);",
  },
  {
    name: 'an encrypted connection, where the address is written',
    rule: 'cleartext-pii',
    title: 'Use an encrypted connection',
    before:
      "import axios from 'axios';\nexport const send = (user: User) => axios.post('http://pay.partner.example/in', { email: user.email });",
    after:
      "import axios from 'axios';\nexport const send = (user: User) => axios.post('https://pay.partner.example/in', { email: user.email });",
  },
  {
    name: 'a keyed hash, with the import changed',
    rule: 'weak-anonymization',
    title: 'Use a keyed hash',
    before:
      "import { createHash } from 'node:crypto';\nexport const anonymousId = (user: User) => createHash('sha256').update(user.email).digest('hex');",
    after:
      "import { createHmac } from 'node:crypto';\nexport const anonymousId = (user: User) => createHmac('sha256', process.env.PSEUDONYM_KEY!).update(user.email).digest('hex');",
  },
  {
    name: 'a suppression that waits for its reason',
    rule: 'pii-in-logs',
    title: 'Keep it, and say why',
    before: 'export function paid(user: User) {\n\tconsole.log(user.email);\n}',
    after:
      'export function paid(user: User) {\n\t// data-ethics-disable-next-line pii-in-logs -- reason: \n\tconsole.log(user.email);\n}',
  },
];

test.each(cases)('$name', ({ rule, title, before, after, beside = {}, path = 'a.ts' }) => {
  const files = { ...beside, [path]: USER + before };
  expect(applied(files, path, rule, title)).toBe(USER + after);
});

test('a policy that is not there yet is made, one that is there keeps its comments', () => {
  const code = `${USER}export const paid = (user: User) => console.log(user.email);`;
  const made = '{\n  "version": 1,\n  "notPersonal": [\n    "user.email"\n  ]\n}\n';
  expect(applied({ 'a.ts': code }, 'data-ethics.json', 'pii-in-logs', 'user.email is not personal')).toBe(made);
  const policy = '{\n  // ours\n  "version": 1,\n  "notPersonal": ["branch.address"]\n}\n';
  const kept = applied({ 'a.ts': code, 'data-ethics.json': policy }, 'data-ethics.json', 'pii-in-logs', 'user.email is not');
  expect(kept).toContain('// ours');
  expect(kept.replace(/\s+/g, ' ')).toContain('"notPersonal": [ "branch.address", "user.email" ]');
});

/** The text of a file after the fix whose title begins so. */
function applied(files: Record<string, string>, path: string, rule: string, title: string): string {
  const modules = Object.keys(files)
    .filter((each) => each.endsWith('.ts'))
    .map((each) => lower(each, files[each]!));
  const text = (each: string): string => files[each] ?? '';
  const finding = analyzeFiles(files).find((each) => each.rule === rule);
  expect(finding, `no finding of ${rule}`).toBeDefined();
  const project = { modules, config: policyOf(files), packages: [], text, policy: 'data-ethics.json' };
  const fixes = fixesFor(contextOf(finding!, project));
  const fix = fixes.find((each: Fix) => each.title.startsWith(title));
  expect(fix, fixes.map((each) => each.title).join('\n')).toBeDefined();
  return editedText(
    text(path),
    fix!.edits.filter(({ at }) => at.path === path),
  );
}
