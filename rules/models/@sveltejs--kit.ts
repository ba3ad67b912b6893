import type { Model } from '../../server/engine/model';
import { toUrl } from './shared/navigation';
import { inHandler } from './shared/origins';
import { cookieJar, webTypes, ipSource, sessionSource, userSource, webRequest } from './shared/web-request';

/** The event of actions, load functions and endpoints; `locals` is filled by the project's own hook. */
export const sveltekit: Model = {
  id: '@sveltejs/kit',
  title: 'SvelteKit',
  kind: 'framework',
  packages: ['@sveltejs/kit', '$app/navigation'],
  exports: {
    redirect: 'redirect',
    goto: 'goto',
    RequestEvent: 'RequestEvent',
    json: 'nothing',
    error: 'nothing',
    fail: 'nothing',
  },
  ambient: { RequestEvent: 'RequestEvent' },
  types: {
    redirect: { call: toUrl('1') },
    goto: { call: toUrl('0') },
    RequestEvent: { construct: { returns: 'event' } },
    event: {
      members: {
        request: 'request',
        cookies: 'cookies',
        params: 'fields',
        locals: 'locals',
        getClientAddress: { source: ipSource },
      },
    },
    locals: { reads: { user: userSource, session: sessionSource } },
    request: webRequest,
    cookies: cookieJar,
    ...webTypes,
    nothing: { call: {} },
  },
  source: 'SvelteKit 2 documentation, svelte.dev/docs/kit (from memory, 2026-11)',
  examples: {
    finds: [
      inHandler(
        "import type { RequestEvent } from '@sveltejs/kit';",
        'export async function POST({ request }: RequestEvent) {',
        "console.log('register', await request.formData()); // ! pii-in-logs",
        '}',
      ),
      inHandler(
        "import { goto } from '$app/navigation';\ninterface User { id: string; email: string }",
        'export function leave(user: User) {',
        'goto(`/bye?email=${user.email}`); // ! pii-in-url',
        '}',
      ),
    ],
    silent: [
      inHandler(
        "import type { RequestEvent } from '@sveltejs/kit';",
        'export async function GET({ params }: RequestEvent) {',
        "console.log('order', params.id);",
        '}',
      ),
    ],
  },
};
