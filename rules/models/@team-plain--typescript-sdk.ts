import type { Model } from '../../server/engine/model';
import { sends } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const NAMES = ['person-name'];
const customer = sends(['0'], {
  '0.identifier': ['email', 'internal-id'],
  '0.onCreate.email': ['email'],
  '0.onUpdate.email': ['email'],
  ...Object.fromEntries(
    ['onCreate', 'onUpdate'].flatMap((side) => ['fullName', 'shortName'].map((name) => [`0.${side}.${name}`, NAMES])),
  ),
});
const thread = sends(['0'], {
  '0.customerIdentifier': ['email', 'internal-id'],
  '0.title': ['message-content'],
  '0.components': ['message-content'],
});
const api = surface({ classes: { PlainClient: 'client' } });

/** A customer who asks for help: address and name are needed for an answer. */
export const teamPlainTypescriptSdk: Model = {
  id: '@team-plain/typescript-sdk',
  title: 'Plain',
  kind: 'support',
  vendor: 'Plain',
  hosts: ['core-api.uk.plain.com'],
  packages: ['@team-plain/typescript-sdk'],
  exports: api.exports,
  types: {
    ...api.types,
    client: {
      members: { upsertCustomer: customer, createThread: thread, createCustomerEvent: sends(['0']), sendCustomerChat: thread },
    },
  },
  source: 'documentation of the Plain TypeScript SDK 5 (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { PlainClient } from '@team-plain/typescript-sdk';\nconst plain = new PlainClient({ apiKey: 'key' });",
        "await plain.createCustomerEvent({ title: 'called', components: [user.phone] }); // ! pii-to-third-party",
      ),
    ],
    silent: [
      withUser(
        "import { PlainClient } from '@team-plain/typescript-sdk';\nconst plain = new PlainClient({ apiKey: 'key' });",
        'await plain.upsertCustomer({ identifier: { emailAddress: user.email }, onCreate: { fullName: user.fullName } });',
      ),
    ],
  },
};
