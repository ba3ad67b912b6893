import type { Model } from '../../server/engine/model';
import { each } from './shared/functions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const api = surface({ classes: { PubSub: 'client' } });

/** Topics: a message is kept until each subscription has taken it. */
export const googleCloudPubsub: Model = {
  id: '@google-cloud/pubsub',
  title: 'Google Cloud Pub/Sub',
  kind: 'queue',
  packages: ['@google-cloud/pubsub'],
  exports: api.exports,
  types: {
    ...api.types,
    client: { members: { topic: { returns: 'topic' }, ...each(['subscription', 'close'], {}) } },
    topic: {
      members: {
        publishMessage: { sink: { kind: 'share', data: ['0.json', '0.data'] } },
        publishJSON: { sink: { kind: 'share', data: ['0'] } },
        publish: { sink: { kind: 'share', data: ['0'] } },
        ...each(['flush', 'exists', 'get'], {}),
      },
    },
  },
  source: 'API reference of @google-cloud/pubsub 4 (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { PubSub } from '@google-cloud/pubsub';",
        'const pubsub = new PubSub();',
        "await pubsub.topic('users').publishMessage({ json: user }); // ! whole-record-shared",
      ),
    ],
    silent: [
      withUser(
        "import { PubSub } from '@google-cloud/pubsub';",
        'const pubsub = new PubSub();',
        "await pubsub.topic('users').publishMessage({ json: { userId: user.id } });",
      ),
    ],
  },
};
