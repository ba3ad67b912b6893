import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const api = surface({ classes: { IntercomClient: 'client', Client: 'client' } });
const resource = {
  ...each(['create', 'update', 'createContact', 'updateContact', 'createUser', 'createLead', 'search', 'reply'], sends(['*'])),
  ...each(['find', 'list', 'delete', 'archive'], {}),
};

export const intercomClient: Model = {
  id: 'intercom-client',
  title: 'Intercom API',
  kind: 'support',
  vendor: 'Intercom',
  packages: ['intercom-client'],
  exports: api.exports,
  ambient: { intercom: 'client' },
  types: {
    ...api.types,
    client: {
      members: {
        contacts: 'resource',
        users: 'resource',
        leads: 'resource',
        conversations: 'resource',
        events: 'resource',
        messages: 'resource',
      },
    },
    resource: { members: resource },
  },
  source: 'intercom-client 6 README (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { IntercomClient } from 'intercom-client';\nconst intercom = new IntercomClient({ token: 'key' });",
        "await intercom.contacts.create({ role: 'user', email: user.email }); // ! pii-to-third-party",
      ),
    ],
    silent: [
      withUser(
        "import { IntercomClient } from 'intercom-client';\nconst intercom = new IntercomClient({ token: 'key' });",
        "await intercom.events.create({ event_name: 'ordered', user_id: user.id });",
      ),
    ],
  },
};
