import { expect, test } from 'vitest';
import { analyzeFiles } from './run';

const severityIn = (statements: string): string[] =>
  analyzeFiles({
    'sign-up.ts': `import pino from 'pino';
const logger = pino();
const isDev = process.env.NODE_ENV !== 'production';
export function signUp(user: User) {
  ${statements}
}`,
  }).map(({ severity }) => severity);

test.each([
  "if (process.env.NODE_ENV === 'development') console.log('new user', user.email);",
  'if (isDev) logger.info(user.email);',
  "if (process.env.NODE_ENV !== 'production' && user.id) logger.info(user.email);",
  'if (__DEV__) logger.info(user.email);',
  'if (import.meta.env.DEV) logger.info(user.email);',
  "if (process.env.NODE_ENV === 'production') return;\n  logger.info(user.email);",
  "if (process.env.NODE_ENV === 'production') report(user.id);\n  else logger.info(user.email);",
  'if (env.isDevelopment) logger.info(user.email);',
  'if (isDevMode()) logger.info(user.email);',
  'if (!config.isProduction) logger.info(user.email);',
  'if (env.isProd) return;\n  logger.info(user.email);',
])('a log on a developer’s machine is worth a word only: %s', (statements) => {
  expect(severityIn(statements)).toEqual(['info']);
});

test.each([
  "if (process.env.NODE_ENV === 'production') logger.info(user.email);",
  "if (process.env.NODE_ENV !== 'test') logger.info(user.email);",
  'if (isDev || user.id) logger.info(user.email);',
  'if (import.meta.env.SSR) logger.info(user.email);',
  'if (env.isProduction) logger.info(user.email);',
  'if (user.isDevice) logger.info(user.email);',
  'if (!isDevMode()) logger.info(user.email);',
  "if (process.env.NODE_ENV === 'development') report(user.id);\n  logger.info(user.email);",
])('what other machines reach as well keeps its severity: %s', (statements) => {
  expect(severityIn(statements)).toEqual(['warning']);
});

test('a function that is made by calling itself is followed for a while only', () => {
  expect(
    severityIn('let next = user.step;\n  next = next();\n  const isReady = next();\n  if (isReady) logger.info(user.email);'),
  ).toEqual(['warning']);
});
