import type { Model } from '../../server/engine/model';
import { sends } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const api = surface({ classes: { IncomingWebhook: 'webhook' } });

export const msTeamsWebhook: Model = {
  id: 'ms-teams-webhook',
  title: 'Microsoft Teams webhook',
  kind: 'chat-ops',
  vendor: 'Microsoft Teams',
  hosts: ['outlook.office.com', 'webhook.office.com', 'logic.azure.com'],
  packages: ['ms-teams-webhook'],
  exports: api.exports,
  types: { ...api.types, webhook: { members: { send: sends(['0']), sendRawAdaptiveCard: sends(['0']) } } },
  source: 'ms-teams-webhook 2 README (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { IncomingWebhook } from 'ms-teams-webhook';\nconst hook = new IncomingWebhook('url');",
        "await hook.send(JSON.stringify({ '@type': 'MessageCard', text: user.email })); // ! pii-to-third-party",
      ),
    ],
    silent: [
      withUser(
        "import { IncomingWebhook } from 'ms-teams-webhook';\nconst hook = new IncomingWebhook('url');",
        "await hook.send(JSON.stringify({ '@type': 'MessageCard', text: orderId }));",
      ),
    ],
  },
};
