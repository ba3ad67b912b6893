import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { identityNecessary } from './shared/necessary';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const FIELDS = [
  'email',
  'phone_number',
  'name',
  'given_name',
  'family_name',
  'nickname',
  'username',
  'password',
  'user_id',
  'connection',
  'send',
  'otp',
  'picture',
];
const create = sends(['0'], identityNecessary('0', FIELDS));
const api = surface({ classes: { ManagementClient: 'management', AuthenticationClient: 'authentication' } });

/** `user_metadata` and `app_metadata` are free text: what stands there is not needed to sign anybody in. */
export const auth0: Model = {
  id: 'auth0',
  title: 'Auth0',
  kind: 'identity',
  vendor: 'Auth0',
  hosts: ['auth0.com', 'eu.auth0.com', 'us.auth0.com'],
  packages: ['auth0'],
  exports: api.exports,
  ambient: { auth0: 'management' },
  types: {
    ...api.types,
    management: {
      members: {
        users: 'users',
        createUser: create,
        updateUser: sends(['1'], identityNecessary('1', FIELDS)),
        usersByEmail: 'lookup',
      },
    },
    users: {
      members: { create, update: sends(['1'], identityNecessary('1', FIELDS)), ...each(['get', 'getAll', 'delete'], {}) },
    },
    lookup: { members: { getByEmail: {} } },
    authentication: { members: { database: 'database', passwordless: 'database', oauth: 'database' } },
    database: { members: each(['signUp', 'changePassword', 'sendEmail', 'sendSMS', 'loginWithEmail', 'passwordGrant'], create) },
  },
  source: 'auth0 5 (Node.js) reference (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        '',
        'await auth0.users.create({ email: user.email, user_metadata: { phone: user.phone } }); // ! pii-to-third-party',
      ),
    ],
    silent: [withUser('', "await auth0.users.create({ email: user.email, name: user.fullName, connection: 'shop' });")],
  },
};
