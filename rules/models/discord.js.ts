import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const api = surface({ classes: { WebhookClient: 'target', Webhook: 'target', TextChannel: 'target' } });

/** Webhooks and channels that a project writes to on its own account; answers inside a conversation are left out. */
export const discordJs: Model = {
  id: 'discord.js',
  title: 'Discord',
  kind: 'chat-ops',
  vendor: 'Discord',
  hosts: ['discord.com', 'discordapp.com'],
  packages: ['discord.js', 'discord-webhook-node'],
  exports: api.exports,
  types: {
    ...api.types,
    target: { members: { ...each(['send', 'info', 'success', 'warning', 'error'], sends(['*'])), editMessage: sends(['1']) } },
  },
  source: 'discord.js 14 documentation (WebhookClient) (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { WebhookClient } from 'discord.js';\nconst hook = new WebhookClient({ url: 'url' });",
        'await hook.send({ content: `signup of ${user.email}` }); // ! pii-to-third-party',
      ),
    ],
    silent: [
      withUser(
        "import { WebhookClient } from 'discord.js';\nconst hook = new WebhookClient({ url: 'url' });",
        "await hook.send({ content: 'a signup' });",
      ),
    ],
  },
};
