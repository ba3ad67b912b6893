import type { Model } from '../../server/engine/model';
import { sends } from './shared/actions';
import { textNecessary } from './shared/necessary';
import { withPatient, withUser } from './shared/people';
import { surface } from './shared/surface';

const api = surface({
  members: {
    sendNotification: sends(['1'], textNecessary('1')),
    setVapidDetails: {},
    generateVAPIDKeys: {},
    generateRequestDetails: {},
  },
});

export const webPush: Model = {
  id: 'web-push',
  title: 'Web Push',
  kind: 'messaging',
  vendor: 'the push service of the browser',
  packages: ['web-push'],
  exports: api.exports,
  ambient: { webpush: 'module', webPush: 'module' },
  types: api.types,
  consent: { channel: 'push', calls: { sendNotification: 'sends' } },
  source: 'web-push 3 README (from memory, 2026-11)',
  examples: {
    finds: [
      withPatient(
        "import webpush from 'web-push';",
        'await webpush.sendNotification(subscription, JSON.stringify({ title: patient.diagnosis })); // ! pii-to-third-party',
      ),
    ],
    silent: [
      withUser(
        "import webpush from 'web-push';",
        'await webpush.sendNotification(subscription, JSON.stringify({ title: `Hello ${user.fullName}`, orderId }));',
      ),
    ],
  },
};
