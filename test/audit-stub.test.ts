import { expect, test } from 'vitest';
import { cli } from './support/cli';

test('shows what code says about a decision, and only about that one', async () => {
  const run = async (name: string): Promise<string> =>
    (await cli(process.cwd(), ['audit-stub', name, 'examples/daily-crumb', '--no-cache'])).out;
  const own = await run('scoreOf');
  expect(own).toContain('# Bias audit of scoreOf');
  expect(own).toContain('examples/daily-crumb/server/hiring/ranking.ts');
  expect(own).toContain('"id": "the attribute", "lastBiasAudit": "');
  expect(await run('somethingElse')).toContain('No rule has found anything about this name.');
});
