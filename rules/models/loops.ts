import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { messagingNecessary, subscriberNecessary } from './shared/necessary';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const api = surface({ classes: { LoopsClient: 'client' } });
const contact = {
  '0': ['email', 'person-name'],
  ...subscriberNecessary('1', ['firstName', 'lastName', 'name']),
};

export const loops: Model = {
  id: 'loops',
  title: 'Loops',
  kind: 'marketing',
  vendor: 'Loops',
  hosts: ['app.loops.so'],
  packages: ['loops'],
  exports: api.exports,
  ambient: { loops: 'client' },
  types: {
    ...api.types,
    client: {
      members: {
        ...each(['createContact', 'updateContact'], sends(['0', '1'], contact)),
        sendEvent: sends(['0'], { '0.email': ['email'] }),
        sendTransactionalEmail: sends(['0'], messagingNecessary('0', ['email'], ['dataVariables', 'attachments'])),
        ...each(['findContact', 'deleteContact'], sends(['0'], { '0': ['email'] })),
      },
    },
  },
  consent: {
    channel: 'email',
    endpoints: ['app.loops.so/api/v1/transactional'],
    calls: { 'client.sendTransactionalEmail': 'sends' },
  },
  source: 'loops 5 README (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        '',
        "await loops.sendEvent({ email: user.email, eventName: 'signup', eventProperties: { phone: user.phone } }); // ! pii-to-third-party",
      ),
    ],
    silent: [
      withUser(
        '',
        "await loops.sendTransactionalEmail({ email: user.email, transactionalId: 'id', dataVariables: { name: user.fullName } });",
      ),
    ],
  },
};
