import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';
import { encrypts } from './shared/hash';
import { sessionSource } from './shared/web-request';

/** The cookie is sealed; the session read from it is the person's own record. */
export const ironSession: Model = {
  id: 'iron-session',
  title: 'iron-session',
  kind: 'secure-storage',
  packages: ['iron-session', 'iron-session/*', '@hapi/iron'],
  exports: {
    getIronSession: 'getIronSession',
    sealData: 'sealData',
    unsealData: 'unsealData',
    seal: 'sealData',
    default: 'iron',
  },
  types: {
    getIronSession: { call: { source: sessionSource } },
    sealData: { call: encrypts },
    unsealData: { call: { source: sessionSource } },
    iron: { members: { seal: encrypts, unseal: { source: sessionSource } } },
  },
  source: 'iron-session 8 documentation, github.com/vvo/iron-session (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { getIronSession } from 'iron-session';",
        'const session = await getIronSession(req, res, options);',
        "console.log('session', session); // ! pii-in-logs",
      ),
    ],
    silent: [
      withUser(
        "import { sealData } from 'iron-session';",
        "localStorage.setItem('sealed', await sealData({ email: user.email }, options));",
      ),
    ],
  },
};
