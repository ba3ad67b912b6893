import type { Model } from '../../server/engine/model';
import { inHandler } from './shared/origins';
import { sessionSource, userSource } from './shared/web-request';

export const lucia: Model = {
  id: 'lucia',
  title: 'Lucia',
  kind: 'framework',
  packages: ['lucia'],
  exports: { Lucia: 'Lucia' },
  ambient: { lucia: 'lucia' },
  types: {
    Lucia: { construct: { returns: 'lucia' } },
    lucia: {
      members: {
        validateSession: { returns: 'result' },
        createSession: {},
        invalidateSession: {},
        createSessionCookie: {},
        readSessionCookie: {},
      },
    },
    result: { reads: { user: userSource, session: sessionSource } },
  },
  source: 'Lucia 3 documentation, v3.lucia-auth.com (from memory, 2026-11)',
  examples: {
    finds: [
      inHandler(
        "import { Lucia } from 'lucia';\nconst lucia = new Lucia(adapter);",
        'export async function page(id: string) {\n  const { user } = await lucia.validateSession(id);',
        "console.log('signed in', user); // ! pii-in-logs",
        '}',
      ),
    ],
    silent: [
      inHandler(
        "import { Lucia } from 'lucia';\nconst lucia = new Lucia(adapter);",
        'export async function page(id: string) {\n  const { user } = await lucia.validateSession(id);',
        "console.log('signed in', user.id);",
        '}',
      ),
    ],
  },
};
