/** What the extension says of itself: in its manifest, in two languages, in what it packs. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';
import { describe, expect, test } from 'vitest';
import { rules } from '../rules';
import { pageHtml } from '../server/documents/page/html';
import { settingsFrom } from '../server/lsp/settings';

interface Setting {
  enum: string[];
  enumDescriptions: string[];
  default: string;
  scope: string;
  markdownDescription: string;
}

interface Manifest {
  activationEvents: string[];
  capabilities: Record<string, { supported: string; description: string }>;
  contributes: {
    commands: { command: string; category: string; title: string }[];
    configuration: { title: string; properties: Record<string, Setting> }[];
    views: Record<string, { id: string }[]>;
    menus: Record<string, { command: string }[]>;
    walkthroughs: { steps: { title: string; media: { svg: string; altText: string } }[] }[];
    languageModelTools: { name: string }[];
  };
}

const text = (path: string): string => readFileSync(path, 'utf8');
const json = <T>(path: string): T => JSON.parse(text(path)) as T;
const manifest = json<Manifest>('package.json');
const sources = readdirSync('client', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
const client = sources.map((path) => text(join('client', path))).join('\n');

describe('settings', () => {
  const settings = Object.assign({}, ...manifest.contributes.configuration.map(({ properties }) => properties)) as Record<
    string,
    Setting
  >;

  test('one for each rule, with what it finds', () => {
    const names = Object.keys(settings).filter((name) => name.startsWith('dataEthics.rules.'));
    expect(names).toEqual(rules.map(({ id }) => `dataEthics.rules.${id}`));
    for (const { id, title } of rules) expect(settings[`dataEthics.rules.${id}`]!.markdownDescription).toContain(title);
  });

  test.each(Object.entries(settings))('%s is described, for each folder, and every value of it', (name, setting) => {
    expect(setting.scope).toBe(name.includes('trace') ? 'window' : 'resource');
    expect(setting.markdownDescription).toMatch(/./);
    expect(setting.enumDescriptions).toHaveLength(setting.enum.length);
    expect(setting.enum).toContain(setting.default);
  });

  test('as they come they overrule nothing, and the server understands each value', () => {
    const preset = settings['dataEthics.preset']!;
    const standard = Object.fromEntries(rules.map(({ id }) => [id, settings[`dataEthics.rules.${id}`]!.default]));
    const overruling = (given: object): object => settingsFrom(given).overruling;
    expect(overruling({ preset: preset.default, rules: standard })).toEqual({ preset: undefined, rules: undefined });
    for (const value of preset.enum.slice(1)) expect(overruling({ preset: value })).toMatchObject({ preset: value });
    for (const value of settings['dataEthics.rules.pii-in-logs']!.enum.slice(1))
      expect(overruling({ rules: { 'pii-in-logs': value } })).toMatchObject({ rules: { 'pii-in-logs': value } });
  });
});

describe('words', () => {
  const english = json<Record<string, string>>('package.nls.json');
  const german = json<Record<string, string>>('package.nls.de.json');
  const bundle = json<Record<string, string>>('l10n/bundle.l10n.de.json');
  const used = [...text('package.json').matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key!);

  test('of the manifest: every key has a text, every text a use', () => {
    expect([...new Set(used)].sort()).toEqual(Object.keys(english).sort());
  });

  test('of the manifest, in German: all of them, leading to the same commands', () => {
    expect(Object.keys(german).sort()).toEqual(Object.keys(english).sort());
    const commands = (words: string): string[] => [...words.matchAll(/\(command:[^)]+\)/g)].map(([link]) => link);
    for (const key of Object.keys(english)) expect(commands(german[key]!), key).toEqual(commands(english[key]!));
  });

  test('of the code, in German: all of them, with the same gaps', () => {
    const said = [...client.matchAll(/l10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, words]) => words!);
    expect(said.length).toBeGreaterThan(40);
    expect(Object.keys(bundle).sort()).toEqual([...new Set(said)].sort());
    const gaps = (words: string): string[] => (words.match(/\{\d\}/g) ?? []).sort();
    for (const [words, translated] of Object.entries(bundle)) expect(gaps(translated), words).toEqual(gaps(words));
  });

  test('of the code: none is shown past the translation', () => {
    // Texts of a person's interface begin with a capital and have a space; what an assistant reads is no interface.
    const interfaces = sources.filter((path) => path !== 'assistant.ts').map((path) => text(join('client', path)));
    const shown = interfaces
      .join('\n')
      .matchAll(/(?:label|title|text|detail|description|message|tooltip|placeHolder)\s*[:=]\s*'([^']+)'/g);
    expect([...shown].map(([, words]) => words).filter((words) => / /.test(words!) && words !== 'Data Ethics')).toEqual([]);
  });
});

describe('contributions', () => {
  const { commands, menus, walkthroughs, views, languageModelTools } = manifest.contributes;

  test('commands have one category, and every menu has a command', () => {
    expect(new Set(commands.map(({ category }) => category))).toEqual(new Set(['Data Ethics']));
    const known = new Set(commands.map(({ command }) => command));
    for (const { command } of Object.values(menus).flat()) expect(known).toContain(command);
  });

  test('everything that words lead to is there', () => {
    const known = new Set(commands.map(({ command }) => command));
    for (const [, id] of text('package.nls.json').matchAll(/command:(dataEthics\.\w+)/g)) expect(known).toContain(id);
  });

  test('four steps begin it, each with a picture that is described', () => {
    const steps = walkthroughs.flatMap((walkthrough) => walkthrough.steps);
    expect(steps).toHaveLength(4);
    for (const { media } of steps) expect(existsSync(media.svg) && media.altText).toMatch(/^%.+%$/);
  });

  test('it starts with languages that it reads, never with the editor', () => {
    const others = manifest.activationEvents.filter((event) => !event.startsWith('onLanguage:'));
    expect(others).toEqual(['workspaceContains:**/data-ethics.json']);
    const languages = manifest.activationEvents.flatMap((event) => event.split('onLanguage:')[1] ?? []);
    expect(text('client/documents.ts')).toContain(languages.map((language) => `'${language}'`).join(', '));
  });

  test('it is limited where nobody is trusted and where there is no disk, and says how', () => {
    for (const name of ['untrustedWorkspaces', 'virtualWorkspaces'])
      expect(manifest.capabilities[name]).toMatchObject({
        supported: 'limited',
        description: expect.stringMatching(/^%/) as string,
      });
  });

  test('views and the tool have the names that the code gives them', () => {
    for (const { id } of Object.values(views).flat()) expect(client).toContain(`'${id}'`);
    for (const { name } of languageModelTools) expect(client).toContain(`'${name}'`);
  });
});

test('the page of a rule loads one style sheet; what the report lets in, its own policy says', () => {
  const page = text('client/page.ts') + text('client/page-html.ts');
  expect([...page.matchAll(/default-src 'none'; style-src \$\{source\}"/g)]).toHaveLength(1);
  expect(page).toContain('enableScripts: kind === REPORT_KIND');
  expect(page).not.toMatch(/unsafe|script-src|https?:/);
  const report = pageHtml({ title: 'Report', language: 'en', blocks: [] });
  expect(report).toMatch(/"default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'">/);
});

test('the extension sends no telemetry', () => {
  expect(client).not.toMatch(/telemetry|TelemetryLogger|https?:\/\//i);
});

test('the package holds what is needed and nothing else', async () => {
  const files = await listFiles({ ignoreFile: '.vscodeignore', packageManager: PackageManager.None });
  const tops = new Set(files.map((path) => path.split('/')[0]));
  const documents = ['package.json', 'package.nls.json', 'package.nls.de.json', 'README.md', 'CHANGELOG.md', 'LICENSE'];
  expect([...tops].sort()).toEqual([...documents, 'client', 'dist', 'l10n', 'schema'].sort());
  expect(files.filter((path) => path.startsWith('client/') && !path.startsWith('client/media/'))).toEqual([]);
  for (const path of ['dist/cli.js', 'dist/extension.cjs', 'l10n/bundle.l10n.de.json', 'client/media/icon.png'])
    expect(files).toContain(path);
});
