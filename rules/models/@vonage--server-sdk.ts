import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { messagingNecessary } from './shared/necessary';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const necessary = messagingNecessary('0', ['to', 'from', 'workflow', 'number'], ['text', 'content', 'title']);
const send = sends(['0'], necessary);
const api = surface({
  classes: { Vonage: 'client' },
  members: { SMS: 'message', WhatsAppText: 'message', MMSImage: 'message' },
});

export const vonageServerSdk: Model = {
  id: '@vonage/server-sdk',
  title: 'Vonage',
  kind: 'messaging',
  vendor: 'Vonage',
  hosts: ['rest.nexmo.com', 'api.nexmo.com'],
  packages: ['@vonage/server-sdk', '@vonage/messages', '@vonage/sms', '@vonage/verify2'],
  exports: { ...api.exports, Verify2: 'verify' },
  ambient: { vonage: 'client' },
  types: {
    ...api.types,
    client: { members: { sms: 'sender', messages: 'sender', verify2: 'verify', verify: 'verify' } },
    sender: { members: { send } },
    verify: { members: each(['newRequest', 'start'], send) },
    message: { construct: send },
  },
  consent: { channel: 'sms', endpoints: ['rest.nexmo.com/sms'], calls: { 'sender.send': 'sends' } },
  source: '@vonage/server-sdk 3 documentation (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { Vonage } from '@vonage/server-sdk';\nconst vonage = new Vonage({});",
        "await vonage.sms.send({ to: user.phone, from: 'Shop', text: 'Hello', clientRef: user.email }); // ! pii-to-third-party",
      ),
    ],
    silent: [
      withUser(
        "import { Vonage } from '@vonage/server-sdk';\nconst vonage = new Vonage({});",
        "await vonage.sms.send({ to: user.phone, from: 'Shop', text: `Hello ${user.fullName}` });",
      ),
    ],
  },
};
