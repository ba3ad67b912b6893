import { expect, test } from 'vitest';
import { analyzeFiles } from './run';

test('a function that is replaced by what it gives is followed to an end', () => {
  const text =
    'export function go() {\n  let next = start();\n  next = next();\n  const store = new S3Client({ region: next });\n  return store;\n}\n';
  expect(analyzeFiles({ 'a.ts': text, 'data-ethics.json': '{ "regions": { "allowed": ["eu"] } }' })).toEqual([]);
});
