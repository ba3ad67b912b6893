import type { Action, Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const handler: Action = {
  callback: [1, 2].map((argument) => ({ argument, parameters: ['type:event'], result: 'none' as const })),
};
const api = surface({ classes: { WebClient: 'client', App: 'app' } });

/** Looking up a member of the own workspace by address stays inside it. */
export const slackWebApi: Model = {
  id: '@slack/web-api',
  title: 'Slack',
  kind: 'chat-ops',
  vendor: 'Slack',
  hosts: ['slack.com', 'hooks.slack.com'],
  packages: ['@slack/web-api', '@slack/bolt'],
  exports: { ...api.exports, default: 'module' },
  ambient: { slack: 'client', slackClient: 'client', WebClient: 'class WebClient' },
  types: {
    ...api.types,
    'class WebClient': { construct: { returns: 'client', config: 1 } },
    client: {
      members: {
        chat: 'chat',
        files: 'files',
        views: 'views',
        users: 'users',
        conversations: 'conversations',
        apiCall: sends(['1']),
      },
    },
    chat: {
      members: { ...each(['postMessage', 'postEphemeral', 'update', 'scheduleMessage', 'meMessage'], sends(['0'])), delete: {} },
    },
    files: { members: each(['upload', 'uploadV2'], sends(['0'])) },
    views: { members: each(['open', 'update', 'push', 'publish'], sends(['0'])) },
    conversations: { members: each(['setTopic', 'setPurpose', 'create'], sends(['0'])) },
    users: { members: each(['lookupByEmail', 'info', 'list'], {}) },
    app: { members: { client: 'client', ...each(['message', 'event', 'command', 'action', 'view'], handler) } },
    event: { members: { say: sends(['0']), respond: sends(['0']), client: 'client', ack: {} } },
  },
  source: '@slack/web-api 7 and @slack/bolt 4 documentation (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { WebClient } from '@slack/web-api';\nconst slack = new WebClient('token');",
        "await slack.chat.postMessage({ channel: 'orders', text: `order of ${user.fullName}, ${user.phone}` }); // ! pii-to-third-party",
      ),
    ],
    silent: [
      withUser(
        "import { WebClient } from '@slack/web-api';\nconst slack = new WebClient('token');",
        "await slack.chat.postMessage({ channel: 'orders', text: `order ${orderId}` });",
      ),
    ],
  },
};
