import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

/** A ticket is written by the person, who expects an answer at that address. */
const ticket = sends(['0'], {
  '0.ticket.requester': ['email', 'person-name'],
  '0.ticket.comment': ['message-content', 'person-name'],
  '0.ticket.subject': ['message-content'],
  '0.request.requester': ['email', 'person-name'],
  '0.request.comment': ['message-content', 'person-name'],
});
const api = surface({ members: { createClient: { returns: 'client', config: 0 } } });

export const nodeZendesk: Model = {
  id: 'node-zendesk',
  title: 'Zendesk',
  kind: 'support',
  vendor: 'Zendesk',
  hosts: ['ekr.zdassets.com', 'zendesk.com'],
  needs: ['email', 'person-name', 'message-content'],
  packages: ['node-zendesk'],
  exports: api.exports,
  ambient: { zE: 'zE', zendesk: 'client' },
  types: {
    ...api.types,
    zE: { call: sends(['1*']), members: { identify: sends(['0']), setSuggestions: {} } },
    client: { members: { tickets: 'tickets', requests: 'tickets', users: 'records', organizations: 'records' } },
    tickets: { members: { create: ticket, update: sends(['1']), list: {}, show: {} } },
    records: {
      members: { ...each(['create', 'update', 'createOrUpdate', 'search', 'createMany'], sends(['*'])), list: {}, show: {} },
    },
  },
  source: 'node-zendesk 6 README and Zendesk web widget API (from memory, 2026-11)',
  examples: {
    finds: [
      withUser('', "zE('webWidget', 'identify', { name: user.fullName, email: user.email }); // ! pii-to-third-party"),
      withUser(
        "import { createClient } from 'node-zendesk';\nconst zendesk = createClient({ username: 'shop' });",
        "await zendesk.tickets.create({ ticket: { tags: [user.email], subject: 'refund' } }); // ! pii-to-third-party",
      ),
    ],
    silent: [
      withUser(
        "import { createClient } from 'node-zendesk';\nconst zendesk = createClient({ username: 'shop' });",
        "await zendesk.tickets.create({ ticket: { requester: { name: user.fullName, email: user.email }, subject: 'refund' } });",
      ),
    ],
  },
};
