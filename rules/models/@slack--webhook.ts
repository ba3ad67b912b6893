import type { Model } from '../../server/engine/model';
import { sends } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const api = surface({ classes: { IncomingWebhook: 'webhook' } });

export const slackWebhook: Model = {
  id: '@slack/webhook',
  title: 'Slack webhook',
  kind: 'chat-ops',
  vendor: 'Slack',
  packages: ['@slack/webhook'],
  exports: api.exports,
  types: { ...api.types, webhook: { members: { send: sends(['0']) } } },
  source: '@slack/webhook 7 README (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { IncomingWebhook } from '@slack/webhook';\nconst hook = new IncomingWebhook('url');",
        'await hook.send({ text: `new customer ${user.email}` }); // ! pii-to-third-party',
      ),
    ],
    silent: [
      withUser(
        "import { IncomingWebhook } from '@slack/webhook';\nconst hook = new IncomingWebhook('url');",
        "await hook.send({ text: 'new customer' });",
      ),
    ],
  },
};
