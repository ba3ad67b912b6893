import type { Callback, Model } from '../../server/engine/model';
import { each } from './shared/functions';
import { inHandler } from './shared/origins';
import { sessionSource, userSource } from './shared/web-request';

const session = { source: sessionSource };
const profileSource = { category: 'record', owner: 'profile', words: 'the profile of the sign-in provider' };
const tokenSource = { category: 'record', owner: 'token', words: 'the token of the session' };
const accountSource = { category: 'access-token', words: 'the tokens of the account' };
/** Functions in the options: each receives one object with all it may need. */
const callbacks = (argument: number): Callback[] =>
  [
    'callbacks.session',
    'callbacks.jwt',
    'callbacks.signIn',
    'events.signIn',
    'events.createUser',
    'events.linkAccount',
    'events.session',
  ].map((path) => ({ argument, path, parameters: ['type:message'], result: 'none' }));
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
    NextAuthOptions: 'options',
    NextAuthConfig: 'options',
    AuthOptions: 'options',
    ...Object.fromEntries(names.map((name) => [name, name === 'auth' ? 'auth' : 'session()'])),
    ...Object.fromEntries(['signIn', 'signOut', 'getProviders', 'getCsrfToken'].map((name) => [name, 'nothing'])),
  },
  ambient: { getServerSession: 'session()', useSession: 'useSession', auth: 'auth' },
  types: {
    NextAuth: { call: { returns: 'instance', callback: callbacks(0) } },
    instance: {
      members: {
        ...each(names, session),
        useSession: { returns: 'hook' },
        api: 'instance',
        ...each(['signIn', 'signOut', 'handler'], {}),
      },
    },
    'session()': { call: { ...session, callback: [...callbacks(0), ...callbacks(2)] } },
    /** Own functions of that name give a session as well (`export const { auth } = NextAuth(…)` in a file of its own). */
    auth: { call: session, members: { api: 'instance' } },
    useSession: { call: { returns: 'hook' } },
    hook: { reads: { data: sessionSource, user: userSource } },
    message: {
      reads: { session: sessionSource, token: tokenSource, user: userSource, profile: profileSource, account: accountSource },
    },
    options: { annotates: { callback: callbacks(0) } },
    nothing: { call: {} },
  },
  source:
    'Auth.js 5 documentation, authjs.dev/getting-started/session-management/get-session; better-auth 1 (from memory, 2026-11)',
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
