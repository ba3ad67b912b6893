import type { Model } from '../../server/engine/model';
import { inHandler } from './shared/origins';
import { sessionSource, userSource } from './shared/web-request';

const user = { source: userSource };
/** What Clerk tells by a webhook is mostly who signed up, or changed what is known of them. */
const event = { ...userSource, words: 'the event of Clerk' };

/** `auth()` gives ids and claims; `currentUser()` the whole person. */
export const clerk: Model = {
  id: '@clerk/nextjs',
  title: 'Clerk',
  kind: 'identity',
  vendor: 'Clerk',
  hosts: ['api.clerk.com', 'api.clerk.dev'],
  needs: ['email', 'phone', 'person-name', 'username', 'credential'],
  packages: [
    '@clerk/clerk-react',
    '@clerk/remix',
    ...['nextjs', 'express', 'backend', 'fastify', 'astro', 'nuxt'].flatMap((name) => [`@clerk/${name}`, `@clerk/${name}/*`]),
  ],
  exports: {
    currentUser: 'currentUser',
    useUser: 'useUser',
    auth: 'auth',
    getAuth: 'auth',
    useAuth: 'auth',
    clerkClient: 'clerkClient',
    useSession: 'useSession',
    verifyWebhook: 'verifyWebhook',
    WebhookEvent: 'WebhookEvent',
  },
  types: {
    currentUser: { call: user },
    useUser: { call: { returns: 'hook' } },
    useSession: { call: { returns: 'hook' } },
    hook: { reads: { user: userSource, session: sessionSource } },
    auth: { call: { returns: 'claims' } },
    claims: { reads: { sessionClaims: sessionSource } },
    clerkClient: { call: { returns: 'client' }, members: { users: 'users' } },
    client: { members: { users: 'users' } },
    verifyWebhook: { call: { returns: 'event' } },
    WebhookEvent: { construct: { returns: 'event' } },
    event: { source: event, reads: { data: { ...event, type: 'told' } } },
    told: {},
    users: { members: { getUser: user, getUserList: user, updateUser: user, deleteUser: {}, getCount: {} } },
  },
  source: 'Clerk documentation, clerk.com/docs/references/nextjs/current-user (from memory, 2026-11)',
  examples: {
    finds: [
      inHandler(
        "import { currentUser } from '@clerk/nextjs/server';",
        'export async function page() {',
        "console.log('signed in', await currentUser()); // ! pii-in-logs",
        '}',
      ),
      inHandler(
        "import { verifyWebhook } from '@clerk/nextjs/webhooks';",
        'export async function POST(request) {\n  const { data } = await verifyWebhook(request);',
        "console.log('created', data.email_addresses[0].email_address); // ! pii-in-logs",
        '}',
      ),
    ],
    silent: [
      inHandler(
        "import { auth } from '@clerk/nextjs/server';",
        'export async function page() {\n  const { userId } = await auth();',
        "console.log('signed in', userId);",
        '}',
      ),
      inHandler(
        "import { verifyWebhook } from '@clerk/nextjs/webhooks';",
        'export async function POST(request) {\n  const event = await verifyWebhook(request);',
        "console.log('told', event.type, event.data.id);",
        '}',
      ),
    ],
  },
};
