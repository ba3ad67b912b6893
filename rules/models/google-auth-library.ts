import type { Model } from '../../server/engine/model';
import { inHandler } from './shared/origins';

const profile = { category: 'record', owner: 'profile', words: 'the Google profile' };

/** What Google tells about a person who signs in with it. */
export const googleAuthLibrary: Model = {
  id: 'google-auth-library',
  title: 'Google sign-in',
  kind: 'framework',
  packages: ['google-auth-library', 'google-auth-library/*', 'googleapis'],
  exports: { OAuth2Client: 'OAuth2Client', google: 'google' },
  types: {
    OAuth2Client: { construct: { returns: 'client' } },
    client: { members: { verifyIdToken: { returns: 'ticket' }, getTokenInfo: { source: profile } } },
    ticket: { members: { getPayload: { source: profile }, getAttributes: { source: profile }, getUserId: {} } },
    google: { members: { auth: 'auth', oauth2: { returns: 'oauth2' } } },
    auth: { members: { OAuth2: 'OAuth2Client' } },
    oauth2: { members: { userinfo: 'userinfo' } },
    userinfo: { members: { get: { source: profile } } },
  },
  source: 'documentation of google-auth-library 10 and googleapis 160 (from memory, 2026-11)',
  examples: {
    finds: [
      inHandler(
        "import { OAuth2Client } from 'google-auth-library';\nconst client = new OAuth2Client();",
        'export async function signIn(idToken: string) {\n  const ticket = await client.verifyIdToken({ idToken });',
        "console.log('signed in', ticket.getPayload()); // ! pii-in-logs",
        '}',
      ),
    ],
    silent: [
      inHandler(
        "import { OAuth2Client } from 'google-auth-library';\nconst client = new OAuth2Client();",
        'export async function signIn(idToken: string) {\n  const ticket = await client.verifyIdToken({ idToken });',
        "console.log('signed in', ticket.getUserId());",
        '}',
      ),
    ],
  },
};
