import type { Model } from '../../server/engine/model';
import { inHandler } from './shared/origins';
import { cookieJar, cookiesSource, headersSource, webTypes } from './shared/web-request';

export const nextHeaders: Model = {
  id: 'next/headers',
  title: 'Next.js headers and cookies',
  kind: 'framework',
  packages: ['next/headers'],
  exports: { cookies: 'cookies()', headers: 'headers()', draftMode: 'nothing' },
  types: {
    'cookies()': { call: { source: cookiesSource, returns: 'cookies' } },
    'headers()': { call: { source: headersSource, returns: 'headers' } },
    cookies: cookieJar,
    ...webTypes,
    nothing: { call: {} },
  },
  source: 'Next.js 16 documentation, nextjs.org/docs/app/api-reference/functions/cookies (from memory, 2026-11)',
  examples: {
    finds: [
      inHandler(
        "import { cookies } from 'next/headers';\ninterface User { id: string; email: string }",
        'export async function remember(user: User) {',
        "(await cookies()).set('email', user.email); // ! pii-in-browser-storage",
        '}',
      ),
    ],
    silent: [
      inHandler(
        "import { cookies } from 'next/headers';\ninterface User { id: string; email: string }",
        'export async function remember(user: User) {',
        "(await cookies()).set('last-user', user.id, { httpOnly: true, secure: true });",
        '}',
      ),
    ],
  },
};
