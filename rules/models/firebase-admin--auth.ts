import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { identityNecessary } from './shared/necessary';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const FIELDS = ['uid', 'email', 'phoneNumber', 'displayName', 'password', 'photoURL'];
const api = surface({ members: { getAuth: { returns: 'auth' } } });

export const firebaseAdminAuth: Model = {
  id: 'firebase-admin/auth',
  title: 'Firebase Authentication',
  kind: 'identity',
  vendor: 'Firebase',
  hosts: ['identitytoolkit.googleapis.com'],
  packages: ['firebase-admin/auth'],
  exports: api.exports,
  types: {
    ...api.types,
    auth: {
      members: {
        createUser: sends(['0'], identityNecessary('0', FIELDS)),
        updateUser: sends(['1'], identityNecessary('1', FIELDS)),
        ...each(['setCustomUserClaims', 'createCustomToken'], sends(['1'])),
        ...each(['verifyIdToken', 'deleteUser', 'revokeRefreshTokens'], {}),
      },
    },
  },
  source: 'firebase-admin 13 reference of auth (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { getAuth } from 'firebase-admin/auth';",
        'await getAuth().setCustomUserClaims(user.id, { phone: user.phone }); // ! pii-to-third-party',
      ),
    ],
    silent: [
      withUser(
        "import { getAuth } from 'firebase-admin/auth';",
        'await getAuth().createUser({ email: user.email, displayName: user.fullName });',
      ),
    ],
  },
};
