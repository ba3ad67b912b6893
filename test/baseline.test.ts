import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { format, type Options } from 'prettier';
import { describe, expect, test } from 'vitest';
import { openSession } from '../server/session';
import { readBaseline, type BaselineEntry } from '../server/session/baseline';
import { makeReport } from '../server/report/report';
import { cli } from './support/cli';
import { projectOf } from './support/project';

const HEAD = "import type { Customer } from '@prisma/client';\nimport { log } from './log';\n";
const SHOP = `${HEAD}
export function place(customer: Customer, order: { id: string }): string {
  log.info('order placed', { id: order.id, "by": customer.email });
  return order.id;
}

export const greet = (customer: Customer) => {
  console.log(\`hello \${customer.email}\`, customer.phone); // they like it
};
`;
const FILES = {
  'prisma/schema.prisma': 'model Customer {\n  id String @id\n  email String\n  phone String\n}\n',
  'src/log.ts': "import pino from 'pino';\nexport const log = pino();\n",
  'src/shop.ts': SHOP,
};
const CREATE = ['baseline', 'create', '--no-cache', '--reason', 'before we began', '--author', 'Mara'];
const CHECK = ['check', '--no-cache', '--fail-on', 'info'];
const entriesOf = (root: string): BaselineEntry[] =>
  readBaseline(readFileSync(join(root, 'data-ethics.baseline.json'), 'utf8')).entries;

describe('a baseline', () => {
  test('accepts what is there and not what comes', async () => {
    const root = projectOf(FILES);
    expect((await cli(root, CHECK)).code).toBe(1);
    const created = await cli(root, CREATE);
    expect([created.code, created.err]).toEqual([0, '']);
    expect(entriesOf(root)[0]).toMatchObject({
      rule: 'pii-in-logs',
      file: 'src/shop.ts',
      reason: 'before we began',
      author: 'Mara',
    });
    const after = await cli(root, CHECK);
    expect(after.code).toBe(0);
    expect(after.out).toContain(`${entriesOf(root).length} accepted by the baseline`);
    writeFileSync(join(root, 'src/more.ts'), `${HEAD}export const again = (c: Customer) => log.warn(c.email);\n`);
    const more = await cli(root, CHECK);
    expect([more.code, more.out.match(/src\/more\.ts/g)?.length]).toEqual([1, 1]);
    expect(more.out).not.toContain('src/shop.ts');
    expect((await cli(root, [...CHECK, '--no-baseline'])).out).toContain('src/shop.ts');
  });

  test('a mended finding and a new one are one mended and one new', async () => {
    const root = projectOf(FILES);
    await cli(root, CREATE);
    const swapped = SHOP.replace('"by": customer.email', '"by": customer.phone');
    writeFileSync(join(root, 'src/shop.ts'), swapped);
    const { out, code } = await cli(root, CHECK);
    expect(code).toBe(1);
    expect(out).toContain('1 baseline entry mended');
    expect(out.match(/ pii-in-logs /g)).toHaveLength(1);
  });

  test('prune forgets what is mended, update accepts what is new, show lists both', async () => {
    const root = projectOf(FILES);
    await cli(root, CREATE);
    const before = entriesOf(root).length;
    writeFileSync(join(root, 'src/shop.ts'), SHOP.replace('"by": customer.email', '"by": customer.phone'));
    const shown = await cli(root, ['baseline', 'show', '--no-cache']);
    expect(shown.out).toContain('mended  pii-in-logs  src/shop.ts');
    expect((await cli(root, ['baseline', 'prune', '--no-cache'])).out).toContain('1 taken out because they are mended');
    expect(entriesOf(root)).toHaveLength(before - 1);
    const unexplained = await cli(root, ['baseline', 'update', '--no-cache']);
    expect([unexplained.code, unexplained.err]).toEqual([2, expect.stringContaining('--reason')]);
    await cli(root, ['baseline', 'update', '--no-cache', '--reason', 'ticket 7', '--author', 'Ole', '--until', '2099-01-31']);
    expect(entriesOf(root)).toHaveLength(before);
    expect(entriesOf(root).find(({ author }) => author === 'Ole')).toMatchObject({ until: '2099-01-31', reason: 'ticket 7' });
    expect((await cli(root, CHECK)).code).toBe(0);
  });

  test('an entry that has run out accepts nothing and is said', async () => {
    const root = projectOf(FILES);
    await cli(root, CREATE);
    const path = join(root, 'data-ethics.baseline.json');
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('"date":', '"until": "2026-01-31",\n      "date":'));
    const { out, code } = await cli(root, CHECK);
    expect(code).toBe(1);
    expect(out).toMatch(/data-ethics\.baseline\.json[\s\S]+accepted pii-in-logs in src\/shop\.ts until 2026-01-31/);
    expect(out).toContain('src/shop.ts');
  });

  test('is never written over', async () => {
    const root = projectOf(FILES);
    await cli(root, CREATE);
    const { code, err } = await cli(root, CREATE);
    expect([code, err]).toEqual([2, expect.stringContaining('baseline update')]);
    const none = await cli(projectOf(FILES), ['baseline', 'prune']);
    expect([none.code, none.err]).toEqual([2, expect.stringContaining('baseline create')]);
  });

  test('the editor leaves out the same, before and after a whole run', async () => {
    const root = projectOf(FILES);
    await cli(root, CREATE);
    const session = openSession(root, { cache: false });
    expect((await session.glance('src/shop.ts')).findings).toEqual([]);
    expect((await session.findings()).findings).toEqual([]);
    session.update('src/shop.ts', `${SHOP}export const third = (c: Customer) => console.error(c.email);\n`);
    const { findings } = await session.glance('src/shop.ts');
    expect(findings.map(({ symbol }) => symbol)).toEqual(['third']);
  });
});

describe('a baseline that is wrong', () => {
  const entry = {
    rule: 'pii-in-logs',
    file: 'a.ts',
    symbol: '',
    message: 'm',
    fingerprint: 'f',
    reason: 'r',
    author: 'a',
    date: '2026-11-28',
  };
  const written = (entries: unknown): string => JSON.stringify({ version: 1, entries }, null, 2);
  test.each([
    ['{ "version": 1,\n "entries": [ }', 2, 'not valid JSON'],
    ['[]', 1, 'A baseline file is one object'],
    ['{ "version": 2, "entries": [] }', 1, '"version": 1'],
    ['{ "version": 1 }', 1, '"entries"'],
    [written(['x']), 4, 'An entry is an object'],
    [written([{ ...entry, reasn: 'r' }]), 13, "no 'reasn'. Did you mean 'reason'?"],
    [written([{ ...entry, date: 'yesterday' }]), 12, 'is a day'],
    [written([{ ...entry, reason: ' ' }]), 10, 'says why'],
    [written([{ rule: 'pii-in-logs' }]), 4, "has no 'file'"],
  ])('is said with its place: %#', async (text, line, words) => {
    const root = projectOf({ ...FILES, 'data-ethics.baseline.json': text });
    const { code, err } = await cli(root, CHECK);
    expect([code, err]).toEqual([2, expect.stringContaining(`data-ethics.baseline.json:${line}:`)]);
    expect(err).toContain(words);
  });
});

describe('fingerprints', () => {
  const fingerprints = async (files: Record<string, string>): Promise<string[]> => {
    const session = openSession(projectOf(files), { cache: false, today: '2026-11-28' });
    const report = makeReport(await session.findings(), { version: '0', rules: [], text: session.text });
    return report.findings.map(({ fingerprint }) => fingerprint).sort();
  };

  test('stay when code around is moved, renamed and formatted anew', async () => {
    const before = await fingerprints(FILES);
    expect(before.length).toBeGreaterThan(1);
    const styles = fc.record<Options>({
      printWidth: fc.integer({ min: 20, max: 160 }),
      tabWidth: fc.integer({ min: 1, max: 8 }),
      useTabs: fc.boolean(),
      semi: fc.boolean(),
      singleQuote: fc.boolean(),
      trailingComma: fc.constantFrom('all', 'es5', 'none'),
      bracketSpacing: fc.boolean(),
      quoteProps: fc.constant('preserve'),
      endOfLine: fc.constantFrom('lf', 'crlf'),
    });
    const word = fc.stringMatching(/^[a-z]{3,8}$/);
    await fc.assert(
      fc.asyncProperty(styles, word, fc.boolean(), fc.nat(5), async (style, name, isSwapped, lines) => {
        const [first, second] = SHOP.slice(HEAD.length).split(/(?=^export const greet)/m) as [string, string];
        const filler = `export const z${name} = (n: number) => n + ${lines};\n`.repeat(lines ? 1 : 0);
        const text = HEAD + filler + (isSwapped ? second + first : first + second);
        const { 'src/shop.ts': _, ...rest } = FILES;
        const files = { ...rest, [`src/z${name}.ts`]: await format(text, { ...style, parser: 'typescript' }) };
        expect(await fingerprints(files)).toEqual(before);
      }),
      { numRuns: 40 },
    );
  });
});

test('a renamed file keeps its entries', async () => {
  const root = projectOf(FILES);
  await cli(root, CREATE);
  renameSync(join(root, 'src/shop.ts'), join(root, 'src/store.ts'));
  expect((await cli(root, CHECK)).code).toBe(0);
  rmSync(join(root, 'src/store.ts'));
  expect((await cli(root, CHECK)).out).toContain('mended');
});
