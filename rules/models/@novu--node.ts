import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { messagingNecessary, subscriberNecessary } from './shared/necessary';
import { withPatient, withUser } from './shared/people';
import { surface } from './shared/surface';

const necessary = {
  ...messagingNecessary('1', ['to', 'actor'], ['payload']),
  ...messagingNecessary('0', ['to', 'actor'], ['payload']),
};
const api = surface({ classes: { Novu: 'client' } });

export const novuNode: Model = {
  id: '@novu/node',
  title: 'Novu',
  kind: 'messaging',
  vendor: 'Novu',
  hosts: ['api.novu.co', 'eu.api.novu.co'],
  packages: ['@novu/node', '@novu/api'],
  exports: api.exports,
  ambient: { novu: 'client' },
  types: {
    ...api.types,
    client: {
      members: { ...each(['trigger', 'bulkTrigger', 'broadcast'], sends(['0', '1'], necessary)), subscribers: 'subscribers' },
    },
    subscribers: {
      members: each(
        ['identify', 'update', 'create'],
        sends(['0', '1'], {
          ...subscriberNecessary('1', ['email', 'firstName', 'lastName']),
          ...subscriberNecessary('0', ['email', 'firstName', 'lastName']),
          '1.phone': ['phone'],
          '0.phone': ['phone'],
        }),
      ),
    },
  },
  consent: { channel: 'push', calls: { 'client.trigger': 'sends', 'client.bulkTrigger': 'sends' } },
  source: '@novu/node 2 and @novu/api 3 documentation (from memory, 2026-11)',
  examples: {
    finds: [
      withPatient(
        '',
        "await novu.trigger('result', { to: { subscriberId: patient.id }, payload: { diagnosis: patient.diagnosis } }); // ! pii-to-third-party",
      ),
    ],
    silent: [
      withUser(
        '',
        "await novu.trigger('welcome', { to: { subscriberId: user.id, email: user.email }, payload: { name: user.fullName } });",
      ),
    ],
  },
};
