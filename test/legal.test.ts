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
        expect(words).toMatch(/^May be relevant: .+\((?:checked \d{4}-\d\d-\d\d|from memory, \d{4}-\d\d)\)$/);
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

/** Everything that somebody reads: code with its texts, pages, settings, translations. */
function texts(): Map<string, string> {
  const folders = ['server', 'rules', 'client', 'docs', 'l10n', 'schema', 'examples'];
  const paths = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:ts|tsx|md|json|ya?ml|html)$/.test(name) && !name.includes('node_modules'))
      .map((name) => join(folder, name)),
  );
  const all = [...paths, 'README.md', 'package.json', 'package.nls.json', 'package.nls.de.json', 'action.yml'];
  return new Map(all.map((path) => [path, readFileSync(path, 'utf8')]));
}

/** Lines that say it. What the style page shows as bad may stay. */
const lines = (pattern: RegExp, unless: RegExp = /(?!)/): string[] =>
  [...texts()].flatMap(([path, text]) =>
    text
      .split('\n')
      .filter((line) => pattern.test(line) && !unless.test(line) && !line.startsWith('BAD'))
      .map((line) => `${path}: ${line.trim().slice(0, 120)}`),
  );

describe('no text', () => {
  test('is left out of the search', () => {
    const paths = [...texts().keys()];
    expect(paths.length).toBeGreaterThan(500);
    for (const path of [
      'docs/rules/pii-in-logs.md',
      'docs/lessons/six-month-review.md',
      'server/lsp/hover.ts',
      'l10n/bundle.l10n.de.json',
    ])
      expect(paths).toContain(path);
  });

  test('says that a law is kept or broken', () => {
    const claim =
      /\b(?:GDPR|CCPA|HIPAA|law|DSGVO)[- ]?(?:compliant|conform|konform|ready|proof)\b|\b(?:is|are|be|fully|stay|ensures?) compliant\b|\b(?:violates?|breaks?|breach(?:es)? of|verstößt gegen) (?:the |die )?(?:GDPR|CCPA|DSGVO|law|Gesetz)\b|\billegal\b|\bunlawful\b|\brechtswidrig\b|\brechtskonform\b/i;
    expect(lines(claim)).toEqual([]);
  });

  test('names compliance as something that it gives', () => {
    expect(lines(/\bcompliance\b/i, /beyond compliance|packages?:|import |from '|'@?[\w/-]*compliance/i)).toEqual([]);
  });

  test('of a page, message or setting names a law, unless it says "may be relevant" and when', () => {
    const laws = /\b(?:GDPR|DSGVO|CCPA|CPRA|HIPAA|ePrivacy|Schrems|UCPD|CAN-SPAM|BIPA|COPPA)\b|\bAI Act\b/;
    const dated = /May be relevant: .+\((?:checked \d{4}-\d\d-\d\d|from memory, \d{4}-\d\d)\)/;
    const unsaid = lines(laws, dated).filter((line) => !/^(?:server|client|rules)\/.*: (?:\*|\/\*\*?|\/\/)/.test(line));
    expect(unsaid).toEqual([]);
  });
});
