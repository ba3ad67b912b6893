/** What is divided and put together again is what one run says, byte for byte. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPart, writePart, type Writer } from '../server/cache/part';
import { formats } from '../server/report';
import { isIn, type PartFacts } from '../server/session/parts';
import { ENGINE_VERSION, VERSION } from '../server/session/version';
import { cli, type Run } from './support/cli';
import { projectOf } from './support/project';

const EXAMPLE = 'examples/monorepo';
const PACKAGES = ['packages/people', 'packages/visits', 'apps/box-office', 'apps/foyer'];
const example = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(EXAMPLE, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/node_modules|\.data-ethics\//.test(entry.parentPath))
      .map((entry) => relative(EXAMPLE, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      .map((path) => [path, readFileSync(join(EXAMPLE, path), 'utf8')]),
  );
const monorepo = (more: Record<string, string> = {}): string =>
  projectOf({
    ...example(),
    // What is hard to divide: equal texts, what does not parse, what no package has, what is silent and imported all the same.
    'packages/visits/src/copy.ts': example()['apps/box-office/src/store.ts']!,
    'apps/foyer/src/broken.ts': 'export const a = ;\n',
    'scripts/seats.ts': "import { seat } from './fixtures/seat';\nconsole.log(seat.email);\n",
    'scripts/fixtures/seat.ts': "import type { Guest } from '@curtain/people';\nexport const seat = {} as Guest;\n",
    ...more,
  });

const FILES = Object.keys(formats).map((format) => ['--output', `${format}=out/${format}`]);
/** What is printed and written in every format, and the exit code. */
async function said(root: string, args: string[]): Promise<{ run: Run; written: Record<string, string> }> {
  const run = await cli(root, [...args, ...FILES.flat()]);
  const written = Object.fromEntries(
    Object.keys(formats).map((format) => [format, readFileSync(join(root, 'out', format), 'utf8')]),
  );
  rmSync(join(root, 'out'), { recursive: true });
  return { run, written };
}

const shards = async (root: string, of: number, ...more: string[]): Promise<void> => {
  for (let shard = 1; shard <= of; shard++) {
    const { code, out, err } = await cli(root, ['check', '--shard', `${shard}/${of}`, ...more]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(
      new RegExp(`^shard ${shard}/${of}: \\d+ files?, facts in \\.data-ethics/facts/shard-${shard}-of-${of}\\.facts\\n$`),
    );
  }
};
const packages = async (root: string): Promise<void> => {
  for (const folder of PACKAGES)
    expect(await cli(join(root, folder), ['check', '--package', '.', '--facts-only'])).toMatchObject({ code: 0, err: '' });
};
const clear = (root: string): void => rmSync(join(root, '.data-ethics'), { recursive: true, force: true });
const facts = (root: string, name: string): string => join(root, '.data-ethics/facts', `${name}.facts`);

describe('put together, the parts say what one run says', () => {
  test('in shards, in every format and with the same exit code', async () => {
    const root = monorepo();
    const args = ['--preset', 'strict', '--fail-on', 'warning'];
    const plain = await said(root, ['check', '--no-cache', ...args]);
    expect(plain.run.code).toBe(1);
    expect(plain.written['json']).toContain('tracking-without-consent');
    for (const of of [1, 2, 3, 5, 40]) {
      clear(root);
      await shards(root, of);
      expect(await said(root, ['merge', ...args])).toEqual(plain);
    }
  });

  test('in packages; what lies in none of them is read by merge', async () => {
    const root = monorepo();
    const plain = await said(root, ['check', '--no-cache']);
    await packages(root);
    expect(await said(root, ['merge'])).toEqual(plain);
    rmSync(join(root, 'packages/people/.data-ethics'), { recursive: true });
    expect(await said(root, ['merge'])).toEqual(plain);
  });

  test('from anywhere and in any order, with the policy and the change that is asked about', async () => {
    const root = monorepo({ 'strict.json': '{ "version": 1, "preset": "strict", "ignores": ["apps/foyer"] }' });
    const args = ['--config', 'strict.json', '--format', 'json', '--no-baseline'];
    const plain = await cli(root, ['check', '--no-cache', ...args]);
    for (const shard of [1, 2])
      await cli(root, ['check', '--shard', `${shard}/2`, '--config', 'strict.json', '--facts', `two/${shard}.facts`]);
    expect(await cli(root, ['merge', 'two/2.facts', 'two/1.facts', ...args])).toEqual(plain);
    expect(await cli(root, ['merge', 'two', ...args])).toEqual(plain);
    const outside = await cli(join(root, '..'), [
      'merge',
      join(root, 'two'),
      '--project',
      root,
      '--config',
      join(root, 'strict.json'),
      '--format',
      'json',
      '--no-baseline',
    ]);
    expect(JSON.parse(outside.out)).toMatchObject({
      summary: {
        files: { analysed: (JSON.parse(plain.out) as { summary: { files: { analysed: number } } }).summary.files.analysed },
      },
    });
  });

  test('of a change, what it is answerable for', async () => {
    const root = monorepo();
    const git = (...args: string[]): void =>
      void execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], { cwd: root, stdio: 'ignore' });
    git('init', '-b', 'main');
    git('add', '.');
    git('commit', '-m', 'before');
    const path = join(root, 'packages/people/src/audit.ts');
    writeFileSync(path, `${readFileSync(path, 'utf8')}export const seen = (email: string): void => console.log(email);\n`);
    const plain = await said(root, ['check', '--no-cache', '--since', 'HEAD']);
    expect((JSON.parse(plain.written['json']!) as { findings: object[] }).findings).toHaveLength(1);
    await shards(root, 2);
    expect(await said(root, ['merge', '--since', 'HEAD'])).toEqual(plain);
  });

  test('rules are those of merge, whatever was on when the parts were read', async () => {
    const root = monorepo();
    await shards(root, 2);
    const policy = join(root, 'data-ethics.json');
    writeFileSync(
      policy,
      readFileSync(policy, 'utf8').replace('"version": 1', '"version": 1, "rules": { "pii-in-logs": "error" }'),
    );
    const plain = await said(root, ['check', '--no-cache']);
    expect(plain.run.code).toBe(1);
    expect(await said(root, ['merge'])).toEqual(plain);
  });

  test('every path belongs to exactly one shard, and shards are about equally large', () => {
    const path = fc.string({ unit: 'binary', minLength: 1 });
    fc.assert(
      fc.property(path, fc.integer({ min: 1, max: 50 }), (name, of) => {
        const owners = Array.from({ length: of }, (_, index) => index + 1).filter((shard) => isIn({ shard, of }, name));
        expect(owners).toHaveLength(1);
      }),
    );
    const counts = [0, 0, 0, 0];
    for (let index = 0; index < 4000; index++)
      counts[[1, 2, 3, 4].findIndex((shard) => isIn({ shard, of: 4 }, `packages/shop/src/page-${index}.tsx`))]!++;
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });
});

describe('a package', () => {
  test('says what needs no package but those it depends on, and takes their facts', async () => {
    const root = monorepo();
    const alone = await cli(join(root, 'apps/box-office'), ['check', '--package', '.', '--stats']);
    expect(alone.out).toContain('pii-in-logs  19:3');
    expect(alone.out).toContain('packages/people/src/audit.ts:3');
    expect(alone.out).toMatch(/lowered now +4 of 6 files/);
    await packages(root);
    const { out } = await cli(join(root, 'apps/box-office'), ['check', '--package', '.', '--stats']);
    expect(out).toMatch(/lowered now +0 of 6 files/);
    const visits = await cli(root, ['check', '--package', 'packages/visits', '--format', 'compact']);
    expect(visits.out).toContain('no findings');
  });

  test('writes what depends on its own files alone', async () => {
    const root = monorepo();
    await packages(root);
    const before = readFileSync(join(root, 'apps/box-office/.data-ethics/facts/package.facts'));
    writeFileSync(join(root, 'packages/people/src/audit.ts'), 'export function audit(): void {}\n');
    const { out } = await cli(root, ['check', '--package', 'apps/box-office']);
    expect(out).not.toContain('pii-in-logs');
    expect(readFileSync(join(root, 'apps/box-office/.data-ethics/facts/package.facts')).equals(before)).toBe(true);
  });

  test('is one below a policy, with a manifest', async () => {
    const root = projectOf({
      'shop/package.json': '{}',
      'shop/a.ts': '',
      'data-ethics.json': '{ "version": 1 }',
      'docs/a.ts': '',
      'settings/package.json': '{ "name": 7, "dependencies": [] }',
    });
    expect(await cli(root, ['check', '--package', 'settings', '--format', 'compact'])).toMatchObject({
      code: 0,
      out: 'no findings in 0 files\n',
    });
    expect((await cli(root, ['check', '--package', 'docs'])).err).toContain('there is no package.json in docs');
    expect((await cli(root, ['check', '--package', '.'])).err).toContain('no data-ethics.json above it');
  });
});

describe('what does not fit is refused with the way out', () => {
  const refused = async (root: string, args: string[], words: RegExp | string): Promise<void> => {
    const { code, out, err } = await cli(root, args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(words);
  };

  test.each(['0/3', '4/3', '3', 'a/b', '1/0', '1.5/2', '-1/2', '1/2/3', ''])('--shard %s', async (shard) => {
    await refused(monorepo(), ['check', `--shard=${shard}`], /Write i\/n, such as 2\/3 for the second of three/);
  });

  test.each([
    [['--shard', '1/2', '--preset', 'strict'], '--shard reads and lowers'],
    [['--shard', '1/2', '--format', 'json'], 'Give --format to data-ethics merge'],
    [['--shard', '1/2', '--no-baseline'], 'Give --no-baseline to'],
    [['--shard', '1/2', 'apps'], '--shard divides the whole project, and apps is a part of it'],
    [['--shard', '1/2', '--package', 'apps/foyer'], 'Choose one of them'],
    [['--shard', '1/2', '--watch'], '--shard and --package read a part'],
    [['--shard', '1/2', '--facts-only'], '--facts-only is about a --package'],
    [['--package', 'apps/foyer', '--facts-only', '--preset', 'strict'], '--facts-only reads and lowers'],
    [['--package', 'apps/foyer', '--fix'], '--shard and --package read a part'],
    [['--package', 'apps/foyer', 'apps'], '--package takes no paths'],
    [['--facts', 'x.facts'], '--facts says where'],
    [
      ['--shard', '1/2', '--facts', 'data-ethics.json/x.facts'],
      /facts cannot be written to data-ethics\.json\/x\.facts \(\w+\)\. Name another file with --facts/,
    ],
  ])('check %j', async (args, words) => {
    await refused(monorepo(), ['check', ...args], words);
  });

  test('facts that are missing, doubled or mixed', async () => {
    const root = monorepo();
    await refused(root, ['merge'], 'there are no facts in');
    await refused(root, ['merge', 'nowhere.facts'], 'there is no nowhere.facts in');
    await refused(root, ['merge', 'apps'], 'there are no facts in apps');
    await shards(root, 3);
    renameSync(facts(root, 'shard-2-of-3'), join(root, 'two'));
    await refused(root, ['merge'], /no facts of shard 2\/3\. Run data-ethics check --shard 2\/3 on the same commit/);
    await refused(root, ['merge', 'two', 'two', '.data-ethics/facts'], 'two and two are both of shard 2/3');
    await cli(root, ['check', '--shard', '1/2']);
    await refused(root, ['merge'], /is one of 2 shards and .* is one of 3 shards: they do not go together/);
    clear(root);
    await cli(root, ['check', '--package', 'apps/foyer']);
    await cli(root, ['check', '--shard', '1/1']);
    await refused(root, ['merge'], 'is the package apps/foyer: they do not go together');
  });

  test('facts of another state of the project', async () => {
    const root = monorepo();
    await shards(root, 2);
    const path = join(root, 'packages/people/src/audit.ts');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, `${text}\n`);
    await refused(
      root,
      ['merge'],
      /shard-\d-of-2\.facts is of another state of the project: packages\/people\/src\/audit\.ts has another text now\. Run data-ethics check --shard \d\/2/,
    );
    rmSync(path);
    await refused(root, ['merge'], 'packages/people/src/audit.ts is gone or left out by the policy now');
    writeFileSync(path, text);
    writeFileSync(join(root, 'packages/people/src/new.ts'), '');
    await refused(root, ['merge'], 'it knows nothing of packages/people/src/new.ts, which is analysed now');
  });

  test('facts read under another policy, where it leaves out other files', async () => {
    const root = monorepo();
    await shards(root, 2, '--config', 'data-ethics.json');
    const policy = join(root, 'data-ethics.json');
    writeFileSync(policy, readFileSync(policy, 'utf8').replace('"version": 1', '"version": 1, "ignores": ["apps/foyer"]'));
    await refused(root, ['merge'], /apps\/foyer\/src\/\w+\.tsx? is gone or left out by the policy now/);
    await shards(root, 2);
    writeFileSync(policy, readFileSync(policy, 'utf8').replace('apps/foyer', 'apps/box-office'));
    await refused(root, ['merge'], /is of another state of the project/);
  });

  test('facts that are damaged, cut off, of another build or none', async () => {
    const root = monorepo();
    await shards(root, 1);
    const file = facts(root, 'shard-1-of-1');
    const whole = readFileSync(file);
    const broken = async (bytes: Buffer, words: string | RegExp): Promise<void> => {
      writeFileSync(file, bytes);
      await refused(root, ['merge'], words);
    };
    for (const length of [25, 400, whole.length - 4, whole.length - 4000])
      await broken(whole.subarray(0, length), /shard-1-of-1\.facts is damaged or cut off\. Fetch or write it again/);
    const flipped = (at: number): Buffer => {
      const bytes = Buffer.from(whole);
      bytes[at] = bytes[at]! ^ 1;
      return bytes;
    };
    await broken(flipped(100), 'is damaged');
    await broken(flipped(whole.length - 1), /is damaged\. Run data-ethics check --shard 1\/1/);
    const known = readPart(writeBack(file, whole), 'x', WRITER) as PartFacts;
    writePart(file, known, { version: '0.0.9', build: 'old' });
    await refused(root, ['merge'], /was written by another build of data-ethics \(0\.0\.9 old; this is/);
    await broken(Buffer.from('neither'), 'is neither facts nor JSON');
    await broken(Buffer.alloc(0), 'is neither facts nor JSON');
    // A part that is read again takes nothing from such a file.
    await shards(root, 1);
    expect(readFileSync(file).equals(whole)).toBe(true);
  });
});

const WRITER: Writer = { version: VERSION, build: ENGINE_VERSION };

function writeBack(path: string, bytes: Buffer): string {
  writeFileSync(path, bytes);
  return path;
}

describe('finished reports', () => {
  const FROM = {
    'a.ts': 'import type { Guest } from "./people";\nexport const log = (guest: Guest) => console.log(guest.email);\n',
  };
  const two = (): string =>
    projectOf({
      ...Object.fromEntries(
        ['one', 'two'].flatMap((folder) => [
          [`${folder}/data-ethics.json`, '{ "version": 1, "rules": { "incomplete-policy": "off" } }'],
          [`${folder}/a.ts`, FROM['a.ts']],
          [`${folder}/people.ts`, 'export interface Guest { email: string; fullName: string }\n'],
        ]),
      ),
    });

  test('json is as good as the run itself', async () => {
    const root = monorepo();
    const plain = await said(root, ['check', '--no-cache', '--fail-on', 'warning']);
    writeFileSync(join(root, 'report.json'), plain.written['json']!);
    expect(await said(root, ['merge', 'report.json', '--fail-on', 'warning'])).toEqual(plain);
    const twice = await said(root, ['merge', 'report.json', 'report.json']);
    expect((JSON.parse(twice.written['json']!) as { findings: unknown }).findings).toEqual(
      (JSON.parse(plain.written['json']!) as { findings: unknown }).findings,
    );
  });

  test('of several projects: sorted, counted together, and told apart', async () => {
    const root = two();
    for (const folder of ['two', 'one']) await cli(root, ['check', folder, '--no-cache', '--output', `json=${folder}.json`]);
    const { out, code } = await cli(root, ['merge', 'two.json', 'one.json', '--format', 'json', '--max-warnings', '1']);
    const { findings, summary } = JSON.parse(out) as { findings: { file: string; fingerprint: string }[]; summary: object };
    expect(code).toBe(1);
    expect(findings.map(({ file }) => file)).toEqual(['one/a.ts', 'two/a.ts']);
    expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(2);
    expect(summary).toMatchObject({ warning: 2, files: { analysed: 4 } });
  });

  test('sarif gives sarif, and nothing that it cannot tell', async () => {
    const root = monorepo();
    const plain = await said(root, ['check', '--no-cache']);
    writeFileSync(join(root, 'log.sarif'), plain.written['sarif']!);
    const merged = await cli(root, ['merge', 'log.sarif', 'log.sarif', '--format', 'sarif', '--fail-on', 'warning']);
    expect([merged.code, merged.out]).toEqual([1, plain.written['sarif']]);
    const silent = await cli(root, ['merge', 'log.sarif', '--output', 'sarif=again.sarif']);
    expect([silent.code, silent.out, readFileSync(join(root, 'again.sarif'), 'utf8')]).toEqual([0, '', plain.written['sarif']]);
    const { code, err } = await cli(root, ['merge', 'log.sarif', '--format', 'html']);
    expect([code, err]).toEqual([2, expect.stringContaining('SARIF does not hold what html shows')]);
  });

  test('others are refused', async () => {
    const root = monorepo();
    const { written } = await said(root, ['check', '--no-cache']);
    const json = JSON.parse(written['json']!) as { findings: object[]; tool: object; summary: object };
    const inputs: Record<string, string> = {
      'report.json': written['json']!,
      'log.sarif': written['sarif']!,
      'report.csv': written['csv']!,
      'gitlab.json': written['gitlab']!,
      'older.json': JSON.stringify({ ...json, tool: { name: 'data-ethics', version: '0.0.1' } }),
      'half.json': JSON.stringify({ ...json, suppressed: undefined }),
      'bare.json': JSON.stringify({ ...json, findings: [{ rule: 'pii-in-logs' }] }),
      'other.sarif': written['sarif']!.replace('"name": "data-ethics"', '"name": "ESLint"'),
      'old.sarif': written['sarif']!.replace(`"semanticVersion": "${VERSION}"`, '"semanticVersion": "0.0.1"'),
      'half.sarif': written['sarif']!.replaceAll('"startLine"', '"start"'),
      'null.json': 'null',
    };
    for (const [name, text] of Object.entries(inputs)) writeFileSync(join(root, name), text);
    await shards(root, 1);
    const expected: [string[], string][] = [
      [['report.csv'], 'report.csv is neither facts nor JSON'],
      [['gitlab.json'], 'gitlab.json is not a report of data-ethics check --format json'],
      [['null.json'], 'null.json is not a report'],
      [['older.json'], 'older.json was written by data-ethics 0.0.1'],
      [['half.json'], 'half.json is damaged'],
      [['bare.json'], 'bare.json is damaged'],
      [['other.sarif'], 'other.sarif is a SARIF log of another program'],
      [['old.sarif', '--format', 'sarif'], 'old.sarif was written by data-ethics 0.0.1'],
      [['half.sarif', '--format', 'sarif'], 'half.sarif is damaged'],
      [['report.json', 'log.sarif'], 'log.sarif is SARIF, and others are not'],
      [['report.json', '.data-ethics/facts'], 'shard-1-of-1.facts holds facts, and other files are reports'],
      [['report.json', '--preset', 'strict'], 'Leave out --preset'],
      [['report.json', '--stats'], 'Leave out --stats'],
    ];
    for (const [args, words] of expected) {
      const { code, err, out } = await cli(root, ['merge', ...args]);
      expect([code, out, err]).toEqual([2, '', expect.stringContaining(words)]);
    }
  });
});
