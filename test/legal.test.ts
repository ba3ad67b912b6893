import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '../rules';
import { cli } from './support/cli';
import { projectOf } from './support/project';

describe('hints at laws', () => {
  test.each(rules.map((rule) => [rule.id, rule.basis] as const))(
    'of %s say "may be relevant", and when somebody checked',
    (_, basis) => {
      for (const words of basis)
        expect(words).toMatch(
          /^May be relevant: .+\((?:checked \d{4}-\d\d-\d\d|not checked yet|from memory, (?:not checked|\d{4}-\d\d))\)$/,
        );
    },
  );

  test('can be switched off in the policy, for pages, lists and SARIF', async () => {
    const files = { 'a.ts': 'export const log = (user: { email: string }) => console.log(user.email);\n' };
    const [on, off] = [projectOf(files), projectOf({ ...files, 'data-ethics.json': '{ "legalHints": false }' })];
    const commands = [
      ['explain', 'pii-in-logs'],
      ['rules', '--format', 'json'],
      ['check', '--no-cache', '--fail-on', 'never', '--format', 'sarif'],
    ];
    for (const command of commands) {
      expect((await cli(on, command)).out, command[0]).toContain('May be relevant');
      expect((await cli(off, command)).out, command[0]).not.toMatch(/May be relevant|GDPR/);
    }
  });
});

test('no text says that a law is kept or broken', () => {
  const CLAIM =
    /\b(?:GDPR|CCPA|HIPAA|law)[- ]?(?:compliant|conform|ready|proof)\b|\b(?:is|are|be|fully) compliant\b|\b(?:violates?|breaks?|breach(?:es)? of) (?:the )?(?:GDPR|CCPA|law)\b|\billegal\b/i;
  const pages = readdirSync('docs/rules').map((name) => join('docs/rules', name));
  const sources = ['server/documents', 'server/report', 'server/cli', 'rules/lessons'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(folder, name)),
  );
  expect(pages.length).toBeGreaterThan(20);
  const found = ['README.md', ...pages, ...sources].filter((path) => CLAIM.test(readFileSync(path, 'utf8')));
  expect(found).toEqual([]);
});
