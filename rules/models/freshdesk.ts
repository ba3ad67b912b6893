import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { withUser } from './shared/people';

export const freshdesk: Model = {
  id: 'freshdesk',
  title: 'Freshdesk and Freshchat',
  kind: 'support',
  vendor: 'Freshworks',
  hosts: ['freshdesk.com', 'wchat.freshchat.com', 'api.freshchat.com'],
  needs: ['email', 'person-name', 'message-content'],
  packages: [],
  ambient: { FreshworksWidget: 'widget', fcWidget: 'chat' },
  types: {
    widget: { call: sends(['1*']) },
    chat: { members: { init: sends(['0']), user: 'user', setExternalId: sends(['0']), open: {}, close: {} } },
    user: {
      members: {
        ...each(['setProperties', 'setEmail', 'setPhone', 'setFirstName', 'setLastName', 'setMeta', 'update'], sends(['*'])),
        clear: {},
      },
    },
  },
  source: 'Freshworks widget and Freshchat web SDK documentation (from memory, 2026-11)',
  examples: {
    finds: [
      withUser('', "FreshworksWidget('identify', 'ticketForm', { name: user.fullName }); // ! pii-to-third-party"),
      withUser('', 'fcWidget.user.setEmail(user.email); // ! pii-to-third-party'),
    ],
    silent: [withUser('', 'fcWidget.setExternalId(user.id);')],
  },
};
