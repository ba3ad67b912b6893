import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { VERSION } from '../server/session/version';
import { cli } from './support/cli';
import { projectOf } from './support/project';

/** One warning, whatever the rules say: a suppression without a reason. */
const WARNING = '// data-ethics-disable-next-line expired-exception\nexport const a = 1;\n';
const CLEAN = 'export const a = 1;\n';

interface Json {
  summary: { error: number; warning: number; info: number; files: Record<string, number> };
  findings: { rule: string; path: object[]; line: number; kind: string }[];
  skipped: { path: string; reason: string }[];
  unparsed: { path: string; message: string }[];
  broken: { path: string; syntaxErrors: number }[];
}

async function json(cwd: string, ...args: string[]): Promise<Json> {
  const { out, err } = await cli(cwd, ['check', '--format', 'json', '--fail-on', 'never', ...args]);
  expect(err).toBe('');
  return JSON.parse(out) as Json;
}

describe('exit codes', () => {
  test('0 when nothing reaches the bar, 1 when something does', async () => {
    const root = projectOf({ 'a.ts': WARNING });
    const code = async (...args: string[]): Promise<number> => (await cli(root, ['check', ...args])).code;
    expect(await code()).toBe(0);
    expect(await code('--fail-on', 'warning')).toBe(1);
    expect(await code('--fail-on', 'info')).toBe(1);
    expect(await code('--rule', 'expired-exception=error')).toBe(1);
    expect(await code('--rule', 'expired-exception=error', '--fail-on', 'never')).toBe(0);
    expect(await code('--rule', 'expired-exception=off', '--fail-on', 'info')).toBe(0);
    expect(await code('--rule', 'expired-exception=info', '--fail-on', 'warning')).toBe(0);
  });

  test('--max-warnings counts, and says so', async () => {
    const root = projectOf({ 'a.ts': WARNING, 'b.ts': WARNING });
    expect((await cli(root, ['check', '--max-warnings', '2'])).code).toBe(0);
    const run = await cli(root, ['check', '--max-warnings', '1', '--quiet']);
    expect([run.code, run.err]).toEqual([1, 'data-ethics: 2 warnings are more than the 1 that --max-warnings allows.\n']);
  });

  test.each([
    [['check', '--frmat', 'json'], "unknown option '--frmat'", '--format'],
    [['check', '--format', 'jsn'], 'must be one of', "'json'"],
    [['check', '--preset', 'stict'], 'starter, recommended, strict', "'strict'"],
    [['check', '--fail-on', 'warn'], 'error, warning, info, never', "'warning'"],
    [['check', '--rule', 'expired-exeption=off'], "no rule 'expired-exeption'", "'expired-exception'"],
    [['check', '--rule', 'expired-exception=warn'], 'expired-exception=error', "'warning'"],
    [['check', '--rule', 'expired-exception'], 'expired-exception=error', '=off'],
    [['check', '--output', 'sarif'], 'sarif=<file>', 'sarif='],
    [['check', '--output', 'sraif=x'], "no format 'sraif'", "'sarif'"],
    [['check', '--max-warnings', '-1'], 'whole number', '--help'],
    [['check', '--max-warnings', 'many'], 'whole number', '--help'],
    [['check', 'nowhere'], 'no nowhere in', 'spelling'],
    [['check', 'README.md'], 'not a file we can analyse', 'tsx'],
    [['check', '--config', 'gone.json'], '--config gone.json cannot be read', 'Name a policy file'],
    [['check', '--stdin', 'a.ts'], '--stdin takes no paths', '--stdin-filename'],
    [['check', '--stdin', '--fix'], 'no file to write to', 'Leave out --fix'],
    [['check', '--stdin-filename', 'a.ts'], '--stdin-filename needs', '--stdin'],
    [['check', '--stdin', '--stdin-filename', 'a.css'], 'a.css', 'svelte'],
    [['chekc'], "unknown command 'chekc'", 'check'],
    [[], 'Usage', 'check'],
    [['explain', 'expired-exeption'], "no rule or lesson 'expired-exeption'", "'expired-exception'"],
    [['explain'], 'missing required argument', '--help'],
    [['rules', '--format', 'sarif'], 'stylish, json', '--help'],
  ])('2 and a way out for %j', async (args, what, wayOut) => {
    const run = await cli(projectOf({ 'a.ts': CLEAN, 'README.md': '' }), args);
    expect(run.code).toBe(2);
    expect(run.err).toContain(what);
    expect(run.err).toContain(wayOut);
    expect(run.out).toBe('');
  });

  test('files that are never analysed are left out beside others, as globs and hooks name them', async () => {
    const root = projectOf({ 'a.ts': CLEAN, 'b.d.ts': '', 'README.md': '' });
    const run = await cli(root, ['check', 'a.ts', 'b.d.ts', 'README.md']);
    expect(run.code).toBe(0);
    expect(run.err).toContain('b.d.ts, README.md are not files we can analyse, and left out.');
    expect(run.out).toContain('1 file analysed');
    const none = await cli(root, ['check', 'b.d.ts', 'README.md']);
    expect([none.code, none.out]).toEqual([2, '']);
    expect(none.err).toContain('b.d.ts, README.md are not files we can analyse.');
  });

  test('a policy is read in UTF-16 as well, and a folder of its name is told', async () => {
    const root = projectOf({ 'a.ts': CLEAN, 'b/data-ethics.json/c.ts': CLEAN });
    writeFileSync(join(root, 'data-ethics.json'), '\uFEFF{ "presett": "strict" }', 'utf16le');
    expect((await cli(root, ['check'])).err).toContain("data-ethics.json:1:3  Unknown key 'presett'");
    writeFileSync(join(root, 'data-ethics.json'), '{}');
    expect((await cli(root, ['check'])).out).toContain('b/data-ethics.json: This is a folder');
  });

  test('2 when there is nothing to look at', async () => {
    const run = await cli(projectOf({ 'a.txt': '' }), ['check']);
    expect([run.code, run.err]).toEqual([2, expect.stringContaining('there are no source files in')]);
  });
});

describe('the rest of the words', () => {
  test('help is grouped, with examples and exit codes', async () => {
    const run = await cli('.', ['check', '--help']);
    expect(run.code).toBe(0);
    for (const part of ['What is found:', 'What is shown:', 'When it fails:', 'How it runs:', 'Examples:', 'Exit codes:'])
      expect(run.out).toContain(part);
    expect((await cli('.', ['--help'])).out).not.toMatch(/^\s+ir\b/m);
  });

  test('version', async () => {
    expect(await cli('.', ['--version'])).toEqual({ code: 0, out: `${VERSION}\n`, err: '' });
  });

  test('rules, for people and programs', async () => {
    expect((await cli('.', ['rules'])).out).toContain('expired-exception');
    const list = JSON.parse((await cli('.', ['rules', '--format', 'json'])).out) as { id: string; url: string }[];
    expect(list.find(({ id }) => id === 'expired-exception')?.url).toContain('expired-exception.md');
  });

  test('explain prints the page of a rule', async () => {
    expect((await cli('.', ['explain', 'expired-exception'])).out).toContain('## Why it matters');
  });

  test('ir prints what a file is lowered to', async () => {
    const root = projectOf({ 'a.ts': CLEAN });
    const run = await cli(root, ['ir', 'a.ts']);
    expect([run.code, run.err]).toEqual([0, '']);
    expect(run.out).toContain('const 1');
    expect((await cli(root, ['ir', 'b.ts'])).code).toBe(2);
  });
});

describe('what is checked', () => {
  test('paths are shown as seen from here', async () => {
    const root = projectOf({ 'app/src/a.ts': WARNING });
    expect((await cli(root, ['check', 'app'])).out).toContain('app/src/a.ts');
    expect((await cli(join(root, 'app/src'), ['check'])).out).toMatch(/^a\.ts$/m);
    expect((await cli(root, ['check', 'app/src/a.ts'])).out).toContain('app/src/a.ts');
  });

  test('a folder inside a configured project is a part of it', async () => {
    const root = projectOf({
      'data-ethics.json': '{ "rules": { "expired-exception": "error" } }',
      'one/a.ts': WARNING,
      'two/b.ts': WARNING,
    });
    const run = await cli(root, ['check', 'one']);
    expect([run.code, run.out.includes('one/a.ts'), run.out.includes('two/b.ts')]).toEqual([1, true, false]);
  });

  test('several folders that have nothing to do with each other', async () => {
    const root = projectOf({ 'one/a.ts': WARNING, 'two/b.ts': WARNING, 'three/c.ts': WARNING });
    const found = await json(root, 'one', 'two');
    expect([found.summary.warning, found.summary.files.analysed]).toEqual([2, 2]);
  });

  test('the nearest policy decides, overrides and ignores count from its folder', async () => {
    const root = projectOf({
      'data-ethics.json':
        '{ "overrides": [{ "files": ["jobs/**"], "rules": { "expired-exception": "off" } }], "ignores": ["legacy/"] }',
      'a.ts': WARNING,
      'jobs/b.ts': WARNING,
      'legacy/c.ts': WARNING,
      'packages/x/data-ethics.json': '{ "rules": { "expired-exception": "error" } }',
      'packages/x/jobs/d.ts': WARNING,
    });
    const found = await json(root);
    expect(found.summary).toMatchObject({ error: 1, warning: 1, files: { analysed: 3, silent: 1 } });
  });

  test('--config holds for everything', async () => {
    const root = projectOf({
      'a.ts': WARNING,
      'x/data-ethics.json': '{ "rules": { "expired-exception": "off" } }',
      'x/b.ts': WARNING,
      'ci/strict.json': '{ "rules": { "expired-exception": "error" } }',
    });
    expect((await json(root, '--config', 'ci/strict.json')).summary.error).toBe(2);
    const outside = projectOf({
      'base.json': '{ "rules": { "expired-exception": "info" } }',
      'p.json': '{ "extends": "./base.json" }',
    });
    expect((await json(root, '--config', join(outside, 'p.json'))).summary.info).toBe(2);
  });

  test('silent files are not reported on, unless they are named', async () => {
    const root = projectOf({ 'a.ts': CLEAN, 'a.test.ts': WARNING, 'gen.ts': `// @generated\n${WARNING}` });
    expect((await json(root)).summary).toMatchObject({ warning: 0, files: { analysed: 1, silent: 2 } });
    expect((await json(root, 'a.test.ts')).summary.warning).toBe(1);
  });

  test('standard input stands for a file of the project', async () => {
    const root = projectOf({ 'a.ts': CLEAN, 'b.ts': WARNING });
    const run = await cli(root, ['check', '--stdin', '--stdin-filename', 'a.ts', '--fail-on', 'warning'], { input: WARNING });
    expect([run.code, run.out.includes('a.ts'), run.out.includes('b.ts')]).toEqual([1, true, false]);
    const fresh = await cli(root, ['check', '--stdin', '--stdin-filename', 'not/there/yet.tsx', '--fail-on', 'warning'], {
      input: WARNING,
    });
    expect([fresh.code, fresh.out.includes('not/there/yet.tsx')]).toEqual([1, true]);
    expect((await cli(root, ['check', '--stdin'], { input: WARNING })).out).toContain('stdin.ts');
  });
});

describe('bad input', () => {
  test('a malformed policy: file, line, key and the nearest key', async () => {
    const root = projectOf({ 'app/data-ethics.json': '{\n  "firstPartyHost": ["a"]\n}', 'app/a.ts': CLEAN });
    const run = await cli(root, ['check', 'app']);
    expect(run.code).toBe(2);
    expect(run.err).toContain("app/data-ethics.json:2:3  Unknown key 'firstPartyHost'. Did you mean 'firstPartyHosts'?");
  });

  test('broken source is analysed as far as it parses, and counted', async () => {
    const root = projectOf({ 'broken.ts': `const = {;\n${WARNING}`, 'fine.ts': WARNING });
    const found = await json(root);
    expect(found.summary).toMatchObject({ warning: 2, files: { analysed: 2, broken: 1 } });
    expect(found.broken[0]).toMatchObject({ path: 'broken.ts' });
  });

  test('huge, minified, binary and odd files: counted with the reason, the rest analysed', async () => {
    const root = projectOf({
      'huge.js': 'a;\n'.repeat(800_000),
      'minified.js': 'a;'.repeat(60_000),
      'binary.ts': Buffer.from([1, 0, 2]),
      'utf16.ts': Buffer.from(`\uFEFF${WARNING}`, 'utf16le'),
      'bom.ts': `\uFEFF${WARNING}`,
      'crlf.ts': WARNING.replaceAll('\n', '\r\n'),
      'empty.ts': '',
    });
    const found = await json(root);
    expect(found.skipped.map(({ path, reason }) => [path, reason])).toEqual([
      ['binary.ts', 'binary'],
      ['huge.js', 'huge'],
      ['minified.js', 'minified'],
    ]);
    expect(found.findings.map(({ line }) => line)).toEqual([1, 1, 1]);
    expect((await cli(root, ['check'])).out).toContain('minified.js: The lines are too long');
  });

  test('a library that was copied into a page is not read, the scripts beside it are', async () => {
    const copied = (code: string): string => `<script>${code}</script>`;
    const library = `function a(user) { ${'b();'.repeat(20_000)} console.log(user.email); }\n/* copied */\n`;
    const own = 'function shown(user) { console.log(user.email); }\n';
    const root = projectOf({ 'index.html': `<body>${'<p></p>\n'.repeat(400)}${copied(library)}\n${copied(own)}</body>` });
    const found = await json(root);
    expect(found.findings.map(({ line }) => line)).toEqual([404]);
  });

  test('imports and links in circles', async () => {
    const root = projectOf({
      'a.ts': `import './b';\nexport * from './b';\n${WARNING}`,
      'b.ts': "import './a';\nexport * from './a';\n",
    });
    symlinkSync(root, join(root, 'again'));
    expect((await json(root)).summary).toMatchObject({ warning: 1, files: { analysed: 2 } });
  });

  test.each([
    ['20,000 terms', `export const a = ${Array.from({ length: 20_000 }, (_, index) => `x${index}`).join(' +\n')};\n`],
    ['3,000 brackets', `export const a = ${'(\n'.repeat(3000)}1${')'.repeat(3000)};\n`],
    ['3,000 else ifs', `${Array.from({ length: 3000 }, (_, index) => `if (a === ${index}) b();`).join('\nelse ')}\n`],
  ])('%s in one place', async (_, text) => {
    const found = await json(projectOf({ 'deep.ts': text, 'a.ts': WARNING }));
    expect(found.summary).toMatchObject({ warning: 1, files: { analysed: 2, unparsed: 0 } });
  });

  test('2.5 MB on one line, also from standard input', async () => {
    const line = `export const a = [${'"pastry",'.repeat(280_000)}];`;
    const root = projectOf({ 'line.ts': line, 'a.ts': WARNING });
    expect((await json(root)).skipped).toMatchObject([{ path: 'line.ts', reason: 'huge' }]);
    expect((await cli(root, ['check', '--stdin', '--stdin-filename', 'line.ts'], { input: line })).code).toBe(0);
  });

  test('a corrupt or foreign cache changes nothing', async () => {
    const root = projectOf({ 'a.ts': WARNING, 'b.ts': CLEAN });
    const args = ['check', '--format', 'sarif', '--cache-location', 'cache'];
    const cold = await cli(root, args);
    expect(existsSync(join(root, 'cache/ir.bin'))).toBe(true);
    expect(await cli(root, args)).toEqual(cold);
    for (const name of ['ir.bin', 'findings.json'])
      writeFileSync(join(root, 'cache', name), 'something else entirely, of some length to be looked at');
    expect(await cli(root, args)).toEqual(cold);
    expect(await cli(root, args)).toEqual(cold);
    expect(await cli(root, [...args.slice(0, 3), '--no-cache'])).toEqual(cold);
  });

  test('a change is seen, whatever is cached', async () => {
    const root = projectOf({ 'a.ts': CLEAN });
    const warnings = async (): Promise<number> => (await json(root, '--cache-location', 'cache')).summary.warning;
    expect(await warnings()).toBe(0);
    writeFileSync(join(root, 'a.ts'), WARNING);
    expect(await warnings()).toBe(1);
    writeFileSync(join(root, 'data-ethics.json'), '{ "rules": { "expired-exception": "off" } }');
    expect(await warnings()).toBe(0);
    rmSync(join(root, 'data-ethics.json'));
    writeFileSync(join(root, 'b.ts'), WARNING);
    expect(await warnings()).toBe(2);
  });

  test('--no-cache writes nothing', async () => {
    const root = projectOf({ 'a.ts': CLEAN });
    await cli(root, ['check', '--no-cache']);
    expect(existsSync(join(root, '.data-ethics'))).toBe(false);
  });

  test('a report that cannot be written', async () => {
    const run = await cli(projectOf({ 'a.ts': CLEAN, file: '' }), ['check', '--output', 'json=file/x.json']);
    expect([run.code, run.err]).toEqual([2, expect.stringContaining('--output')]);
  });
});

describe('what is shown', () => {
  test('--output writes every format asked for, without colours, beside what is printed', async () => {
    const root = projectOf({ 'a.ts': WARNING });
    const run = await cli(root, [
      'check',
      '--color',
      '--output',
      'sarif=out/x.sarif',
      '--output',
      'json=x.json',
      '--output',
      'stylish=x.txt',
    ]);
    expect(run.out).toContain('expired-exception');
    expect(JSON.parse(readFileSync(join(root, 'out/x.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
    expect(JSON.parse(readFileSync(join(root, 'x.json'), 'utf8'))).toMatchObject({ summary: { warning: 1 } });
    expect(readFileSync(join(root, 'x.txt'), 'utf8')).not.toContain('\u001b');
  });

  const UNUSED =
    'export const a = 1;\r\n// data-ethics-disable-next-line pii-in-logs -- reason: legal hold\r\nexport const b = 2;\r\n';
  const HTTP =
    "interface Employee { iban: string }\nexport const pay = (employee: Employee) =>\n  fetch('http://payroll.partner.com/pay', { method: 'POST', body: employee.iban });\n";

  test('md is short for markdown wherever markdown can be had, and nowhere else', async () => {
    const root = projectOf({ 'a.ts': WARNING, 'b.ts': HTTP, 'data-ethics.json': '{ "version": 1 }' });
    for (const command of ['check', 'inventory', 'notice', 'report']) {
      const short = await cli(root, [command, '--no-cache', '--format', 'md']);
      expect(short).toEqual(await cli(root, [command, '--no-cache', '--format', 'markdown']));
      expect(short.out, short.err).toMatch(/^(#|\||\*\*)/m);
      expect((await cli(root, [command, '--help'])).out.replace(/\s+/g, ' ')).toContain('md is short for markdown');
    }
    await cli(root, ['check', '--no-cache', '--output', 'md=x.md', '--output', 'markdown=y.md']);
    expect(readFileSync(join(root, 'x.md'), 'utf8')).toBe(readFileSync(join(root, 'y.md'), 'utf8'));
    expect((await cli(root, ['rules', '--format', 'md'])).err).toContain('stylish, json');
  });

  test('--fix applies what is safe, keeps every other byte, and reports what is left', async () => {
    const root = projectOf({ 'a.ts': `\ufeff${UNUSED}`, 'b.ts': HTTP, 'c.ts': WARNING });
    const before = await json(root);
    expect(before.findings.map(({ rule }) => rule)).toEqual([
      'expired-exception',
      'cleartext-pii',
      'pii-to-third-party',
      'expired-exception',
    ]);
    const run = await cli(root, ['check', '--fix', '--format', 'json', '--fail-on', 'warning', '--no-cache']);
    expect(readFileSync(join(root, 'a.ts'), 'utf8')).toBe('\ufeffexport const a = 1;\r\nexport const b = 2;\r\n');
    expect(readFileSync(join(root, 'b.ts'), 'utf8')).toBe(HTTP.replace('http:', 'https:'));
    expect(readFileSync(join(root, 'c.ts'), 'utf8')).toBe(WARNING);
    expect(run.err).toBe(
      'a.ts:2  Remove the suppression  (expired-exception)\nb.ts:3  Use an encrypted connection  (cleartext-pii)\ndata-ethics: 2 fixes were applied.\n',
    );
    const left = (JSON.parse(run.out) as Json).findings.map(({ rule }) => rule);
    expect(left).toEqual(['pii-to-third-party', 'expired-exception']);
    expect(run.code).toBe(1);
    const again = await cli(root, ['check', '--fix', '--fail-on', 'never']);
    expect(again.err).toBe('data-ethics: nothing can be fixed without somebody looking at it.\n');
  });

  test('--fix-dry-run says the same and writes nothing', async () => {
    const root = projectOf({ 'a.ts': UNUSED, 'b.ts': CLEAN });
    const run = await cli(root, ['check', '--fix-dry-run', '--fail-on', 'warning']);
    expect(run.err).toBe(
      'a.ts:2  Remove the suppression  (expired-exception)\ndata-ethics: 1 fix would be applied; nothing was written.\n',
    );
    expect(run.code).toBe(0);
    expect(readFileSync(join(root, 'a.ts'), 'utf8')).toBe(UNUSED);
  });

  test('--fix stays inside the paths that were named', async () => {
    const root = projectOf({ 'a.ts': UNUSED, 'lib/b.ts': UNUSED, 'data-ethics.json': '{ "version": 1 }' });
    await cli(root, ['check', '--fix', 'lib']);
    expect(readFileSync(join(root, 'a.ts'), 'utf8')).toBe(UNUSED);
    expect(readFileSync(join(root, 'lib/b.ts'), 'utf8')).not.toBe(UNUSED);
  });

  test('--quiet shows errors only', async () => {
    const root = projectOf({ 'a.ts': WARNING });
    expect((await cli(root, ['check', '--quiet'])).out).toContain(
      'No errors. 0 errors, 1 warning, 0 info, 0 suppressed, errors alone are shown (--quiet)',
    );
    expect((await cli(root, ['check', '--quiet', '--rule', 'expired-exception=error'])).out).toContain('1 error');
  });

  test('--stats shows the phases', async () => {
    const { out } = await cli(projectOf({ 'a.ts': CLEAN }), ['check', '--stats', '--no-cache']);
    for (const row of ['read', 'parse', 'lower', 'link', 'solve', 'rules', 'functions', 'peak memory'])
      expect(out).toMatch(new RegExp(`^  ${row}\\s+\\d`, 'm'));
  });

  test('colours: the flag, then NO_COLOR, then FORCE_COLOR, then the terminal', async () => {
    const root = projectOf({ 'a.ts': WARNING });
    const isColored = async (args: string[], env: Record<string, string>, terminal: boolean): Promise<boolean> =>
      (await cli(root, ['check', ...args], { env, terminal })).out.includes('\u001b');
    expect(await isColored([], {}, true)).toBe(true);
    expect(await isColored([], {}, false)).toBe(false);
    expect(await isColored([], { NO_COLOR: '1' }, true)).toBe(false);
    expect(await isColored([], { NO_COLOR: '1', FORCE_COLOR: '1' }, true)).toBe(false);
    expect(await isColored([], { FORCE_COLOR: '1' }, false)).toBe(true);
    expect(await isColored(['--no-color'], {}, true)).toBe(false);
    expect(await isColored(['--color'], { NO_COLOR: '1' }, false)).toBe(true);
  });

  test('progress goes to standard error, for a terminal outside CI only', async () => {
    const root = projectOf({ 'a.ts': CLEAN });
    const err = async (env: Record<string, string>, terminal: boolean): Promise<string> =>
      (await cli(root, ['check', '--no-cache'], { env, terminal })).err;
    expect(await err({}, true)).toContain('files read');
    expect(await err({ CI: 'true' }, true)).toBe('');
    expect(await err({}, false)).toBe('');
  });
});

describe('the built command', () => {
  let dist = '';
  const files = Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`src/file-${index}.ts`, WARNING]));
  beforeAll(() => {
    dist = mkdtempSync(join(tmpdir(), 'data-ethics-dist-'));
    execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts', dist]);
    writeFileSync(join(dist, 'package.json'), '{ "type": "module" }');
  }, 60_000);
  afterAll(() => rmSync(dist, { recursive: true, force: true }));

  test('writes everything before it ends', () => {
    const run = spawnSync(process.execPath, [join(dist, 'cli.js'), 'check', '--format', 'json', '--fail-on', 'warning'], {
      cwd: projectOf(files),
      encoding: 'utf8',
    });
    expect(run.status).toBe(1);
    expect((JSON.parse(run.stdout) as Json).summary.warning).toBe(400);
  });

  test('a reader that closes early is no error', () => {
    const command = `"${process.execPath}" "${join(dist, 'cli.js')}" check --format json; echo "code $?" >&2`;
    const run = spawnSync('bash', ['-c', `{ ${command}; } | head -c 10`], { cwd: projectOf(files), encoding: 'utf8' });
    expect(run.stdout).toHaveLength(10);
    expect(run.stderr).toBe('code 0\n');
  });

  test('does not load the parser when nothing has changed', () => {
    const root = projectOf({ 'a.ts': WARNING });
    const run = (): { status: number | null; stdout: string } =>
      spawnSync(process.execPath, [join(dist, 'cli.js'), 'check'], { cwd: root, encoding: 'utf8' });
    const cold = run();
    for (const chunk of ['lower']) execFileSync('bash', ['-c', `rm "${dist}"/chunks/${chunk}-*.js`]);
    expect(run()).toMatchObject({ status: 0, stdout: cold.stdout });
  });
});
