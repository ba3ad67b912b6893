import type { Model } from '../../server/engine/model';
import { each } from './shared/functions';
import { inHandler } from './shared/origins';
import { sessionSource, userSource } from './shared/web-request';

const session = { source: sessionSource };
const names = ['getServerSession', 'unstable_getServerSession', 'getSession', 'getToken', 'auth'];

/** The session of the person who is signed in; `NextAuth(…)` hands out `auth`. */
export const nextAuth: Model = {
  id: 'next-auth',
  title: 'Auth.js',
  kind: 'framework',
  packages: ['next-auth', 'next-auth/*', '@auth/core', '@auth/express', '@auth/sveltekit', 'better-auth', 'better-auth/*'],
  exports: {
    default: 'NextAuth',
    useSession: 'useSession',
    betterAuth: 'NextAuth',
    createAuthClient: 'NextAuth',
    ...Object.fromEntries(names.map((name) => [name, 'session()'])),
    ...Object.fromEntries(['signIn', 'signOut', 'getProviders', 'getCsrfToken'].map((name) => [name, 'nothing'])),
  },
  ambient: { getServerSession: 'session()', useSession: 'useSession' },
  types: {
    NextAuth: { call: { returns: 'instance' } },
    instance: {
      members: {
        ...each(names, session),
        useSession: { returns: 'hook' },
        api: 'instance',
        ...each(['signIn', 'signOut', 'handler'], {}),
      },
    },
    'session()': { call: session },
    useSession: { call: { returns: 'hook' } },
    hook: { reads: { data: sessionSource, user: userSource } },
    nothing: { call: {} },
  },
  source: 'Auth.js 5 documentation, authjs.dev/getting-started/session-management/get-session; better-auth 1, 2026-11',
  examples: {
    finds: [
      inHandler(
        "import { getServerSession } from 'next-auth';",
        'export async function page() {',
        "console.log('signed in', await getServerSession()); // ! pii-in-logs",
        '}',
      ),
      inHandler(
        "import { useSession } from 'next-auth/react';",
        'export function Me() {\n  const { data: session } = useSession();',
        "localStorage.setItem('me', JSON.stringify(session)); // ! pii-in-browser-storage",
        '}',
      ),
    ],
    silent: [
      inHandler(
        "import { useSession } from 'next-auth/react';",
        'export function Me() {\n  const { status } = useSession();',
        "console.log('status', status);",
        '}',
      ),
    ],
  },
};
