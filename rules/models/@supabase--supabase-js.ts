import type { Model } from '../../server/engine/model';
import { each } from './shared/functions';
import { sessionSource, userSource } from './shared/web-request';

const user = { source: userSource, returns: 'answer' };
const session = { source: sessionSource, returns: 'answer' };
const signedIn = { ...userSource, type: 'user' };
const ownSession = { ...sessionSource, type: 'session' };
/** What somebody said at sign-up, and what another service says of them. */
const metadata = { ...userSource, words: 'the metadata of the user' };
const filters = [
  'eq',
  'neq',
  'in',
  'is',
  'gt',
  'gte',
  'lt',
  'lte',
  'like',
  'ilike',
  'or',
  'match',
  'filter',
  'order',
  'limit',
  'range',
  'returns',
  'throwOnError',
];
const client = [
  "import { createClient } from '@supabase/supabase-js';",
  "const supabase = createClient('https://x.supabase.co', 'key');",
];

/** Filters of a query pass the rows on. The project's own database, not a recipient. */
export const supabase: Model = {
  id: '@supabase/supabase-js',
  title: 'Supabase',
  kind: 'database',
  packages: [
    '@supabase/supabase-js',
    '@supabase/ssr',
    ...['nextjs', 'react', 'remix', 'sveltekit', 'shared'].map((framework) => `@supabase/auth-helpers-${framework}`),
  ],
  exports: {
    ...Object.fromEntries(
      [
        'createClient',
        'createBrowserClient',
        'createServerClient',
        'createServerComponentClient',
        'createRouteHandlerClient',
        'createClientComponentClient',
      ].map((name) => [name, 'createClient']),
    ),
    SupabaseClient: 'SupabaseClient',
    useSupabaseClient: 'createClient',
    useUser: 'useUser',
    useSession: 'useSession',
  },
  ambient: {
    supabase: 'client',
    useSupabaseClient: 'createClient',
    useSupabaseUser: 'useUser',
    useSupabaseSession: 'useSession',
  },
  types: {
    createClient: { call: { returns: 'client' } },
    SupabaseClient: { construct: { returns: 'client' } },
    client: {
      members: {
        from: { returns: 'table', reader: 'supabase' },
        schema: { returns: 'client' },
        auth: 'auth',
        storage: 'storage',
        rpc: {},
        channel: {},
      },
    },
    table: { members: { ...each(['select', 'insert', 'update', 'upsert', 'delete'], { returns: 'query', reader: 'supabase' }) } },
    query: { members: each(['select', 'single', 'maybeSingle', ...filters], { returns: 'receiver', reader: 'supabase' }) },
    auth: {
      members: {
        ...each(['getUser', 'getClaims'], user),
        ...each(['getSession', 'refreshSession'], session),
        onAuthStateChange: { callback: [{ argument: 0, parameters: ['none', 'type:session'], result: 'none' }] },
        ...each(['signUp', 'signInWithPassword', 'signInWithIdToken', 'signIn', 'verifyOtp', 'updateUser'], user),
        ...each(['exchangeCodeForSession', 'setSession'], session),
        ...each(['signInWithOtp', 'signInWithOAuth', 'signInWithSSO', 'signOut', 'resetPasswordForEmail', 'resend'], {}),
        admin: 'admin',
        user: user,
      },
      reads: { currentUser: userSource },
    },
    admin: {
      members: {
        ...each(['getUserById', 'createUser', 'updateUserById', 'inviteUserByEmail', 'listUsers'], user),
        deleteUser: {},
      },
    },
    answer: { members: { data: 'answer' }, reads: { user: signedIn, session: ownSession } },
    useUser: { call: { source: userSource, returns: 'user' } },
    useSession: { call: { source: sessionSource, returns: 'session' } },
    session: { source: sessionSource, reads: { user: signedIn } },
    user: { reads: { user_metadata: metadata } },
    storage: { members: { from: { returns: 'bucket' } } },
    bucket: {
      members: {
        upload: { sink: { kind: 'object-storage', data: ['1'], options: '2' } },
        ...each(['download', 'remove', 'getPublicUrl'], {}),
      },
    },
  },
  source: 'supabase-js 2 documentation, supabase.com/docs/reference/javascript (from memory, 2026-11)',
  examples: {
    finds: [
      [
        ...client,
        "export const show = async () => console.log('members', await supabase.from('users').select('id, email, full_name')); // ! pii-in-logs",
      ].join('\n'),
      [
        ...client,
        "export const show = async () => console.log('signed in', await supabase.auth.getUser()); // ! pii-in-logs",
      ].join('\n'),
    ],
    silent: [
      [...client, "export const show = async () => console.log('ids', await supabase.from('users').select('id'));"].join('\n'),
    ],
  },
};
