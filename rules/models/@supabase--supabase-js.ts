import type { Model } from '../../server/engine/model';
import { each } from './shared/functions';
import { sessionSource, userSource } from './shared/web-request';

const user = { source: userSource };
const session = { source: sessionSource };
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
  packages: ['@supabase/supabase-js', '@supabase/ssr', '@supabase/auth-helpers-nextjs'],
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
  },
  ambient: { supabase: 'client' },
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
        ...each(['signInWithPassword', 'signInWithOtp', 'signUp', 'signOut', 'resetPasswordForEmail'], {}),
      },
    },
    session: { reads: { user: userSource } },
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
