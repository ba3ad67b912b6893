/** How grave the exposure rules call a finding: what fixtures, which look at places and sentences, cannot say. */
import { expect, test } from 'vitest';
import { analyzeFiles } from './run';

const judged = (text: string): string[] =>
  analyzeFiles({ 'app.ts': text }).map(({ rule, severity, confidence, kind }) => `${rule} ${severity} ${confidence} ${kind}`);

test('what stands behind the "#" of an address stays in the browser', () => {
  expect(judged('export const a = (user: User) => { location.href = `/signin?x=1#email=${user.email}`; };')).toEqual([
    'pii-in-url info high fragment',
  ]);
  expect(judged("export const a = (user: User) => { location.href = localised('/signin#email=' + user.email); };")).toEqual([
    'pii-in-url info medium fragment',
  ]);
  expect(judged('export const a = (user: User) => { location.href = `/signin?email=${user.email}`; };')).toEqual([
    'pii-in-url warning high url',
  ]);
  expect(judged('export const a = (user: User) => { location.href = `/#/signin ${user.email}`; };')).toEqual([
    'pii-in-url info high fragment',
  ]);
});

test('the raw answer of a server is less sure to hold the person than the person is', () => {
  const ask = (name: string): string =>
    `export async function a(res: Response) { const ${name} = await res.json(); console.error('failed', ${name}); }`;
  expect(judged(ask('userResponse'))).toEqual(['pii-in-logs info medium whole-record']);
  expect(judged(ask('user'))).toEqual(['pii-in-logs warning high whole-record']);
});

test('a token that a query compares with a person is an access token, by what the query says only', () => {
  expect(
    judged(`export async function a({ token }: { token: string }) {
  await db.recipient.findFirst({ where: { token }, select: { id: true } });
  console.log(token);
}`),
  ).toEqual(['pii-in-logs warning medium field']);
});
