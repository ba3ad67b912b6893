/** An edit that only moves code asks the engine nothing, and says what a fresh look would say. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openSession, type Session } from '../server/session';
import { projectOf } from './support/project';

const CODE = `import pino from 'pino';
interface User { id: string; email: string; phone: string }
const log = pino();
// data-ethics-disable-next-line pii-in-logs -- reason: asked for by the auditor
export const told = (user: User) => log.info(user.email);
export function seen(user: User) {
  // what happens here is said here
  log.info({ email: user.email, id: user.id });
  return user.phone;
}
`;
const open = (root: string): Session => openSession(root, { cache: false, today: '2026-11-25', watched: true });

test('a blank line, a word in a comment and a space inside a call', async () => {
  const session = open(projectOf({ 'a.ts': CODE }));
  expect((await session.glance('a.ts')).solved).toBeGreaterThan(0);
  const edits: [string, string][] = [
    ['\nexport function', '\n\nexport function'],
    ['what happens', 'what really happens'],
    ['log.info({ email', 'log.info( { email'],
  ];
  let text = CODE;
  for (const [before, after] of edits) {
    text = text.replace(before, after);
    session.update('a.ts', text);
    const moved = await session.glance('a.ts');
    const fresh = await open(projectOf({ 'a.ts': text })).glance('a.ts');
    expect(moved.solved).toBe(0);
    expect(moved.findings).toEqual(fresh.findings);
    expect(moved.suppressed).toEqual(fresh.suppressed);
  }
});

test('a line between a suppression and what it covers is looked at, code that changes is solved', async () => {
  const session = open(projectOf({ 'a.ts': CODE }));
  await session.glance('a.ts');
  session.update('a.ts', CODE.replace('auditor\n', 'auditor\n\n\n'));
  const { findings, solved } = await session.glance('a.ts');
  expect(solved).toBe(0);
  expect(findings.map(({ rule }) => rule)).toContain('pii-in-logs');
  session.update('a.ts', CODE.replace('user.phone', 'user.email'));
  expect((await session.glance('a.ts')).solved).toBeGreaterThan(0);
});

test('any white space anywhere gives what a fresh look gives', async () => {
  const session = open(projectOf({ 'a.ts': CODE }));
  const edit = fc.record({
    at: fc.nat(CODE.length),
    text: fc.constantFrom(' ', '\n', '  ', '\t', 'x', '1', ' // note\n'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
      let text = CODE;
      session.update('a.ts', text);
      await session.glance('a.ts');
      for (const { at, text: inserted } of edits) {
        text = text.slice(0, at) + inserted + text.slice(at);
        session.update('a.ts', text);
        const { findings, suppressed } = await session.glance('a.ts');
        const fresh = await open(projectOf({ 'a.ts': text })).glance('a.ts');
        expect({ findings, suppressed }).toEqual({ findings: fresh.findings, suppressed: fresh.suppressed });
      }
    }),
    { numRuns: 60 },
  );
}, 120_000);
