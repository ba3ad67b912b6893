import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { identityNecessary } from './shared/necessary';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const FIELDS = ['email', 'firstName', 'lastName', 'password', 'userId', 'inviterUserId', 'loginHint', 'code'];
const names = [
  'createUser',
  'updateUser',
  'sendInvitation',
  'createMagicAuth',
  'authenticateWithPassword',
  'createPasswordReset',
  'getAuthorizationUrl',
];
const api = surface({ main: 'WorkOS', classes: { WorkOS: 'client' } });

export const workosIncNode: Model = {
  id: '@workos-inc/node',
  title: 'WorkOS',
  kind: 'identity',
  vendor: 'WorkOS',
  hosts: ['api.workos.com'],
  packages: ['@workos-inc/node'],
  exports: api.exports,
  ambient: { workos: 'client' },
  types: {
    ...api.types,
    client: { members: { userManagement: 'users', auditLogs: 'audit', portal: 'portal' } },
    users: { members: each(names, sends(['0'], identityNecessary('0', FIELDS))) },
    audit: { members: { createEvent: sends(['1']) } },
    portal: { members: { generateLink: {} } },
  },
  source: '@workos-inc/node 7 reference (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        '',
        "await workos.auditLogs.createEvent('org', { action: 'login', actor: { id: user.id, name: user.fullName } }); // ! pii-to-third-party",
      ),
    ],
    silent: [withUser('', 'await workos.userManagement.createUser({ email: user.email, firstName: user.fullName });')],
  },
};
