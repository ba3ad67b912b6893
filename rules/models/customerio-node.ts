import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { messagingNecessary, subscriberNecessary } from './shared/necessary';
import { consented } from './shared/people';
import { surface } from './shared/surface';

const NAMES = ['name', 'first_name', 'last_name', 'firstName', 'lastName'];
/** The address that messages go to, and the name they greet with. */
const person = { ...subscriberNecessary('0', ['email', ...NAMES]), ...subscriberNecessary('1', ['email', ...NAMES]) };
const texts = ['subject', 'body', 'message_data', 'plaintext_body'];
const message = { construct: sends(['0'], messagingNecessary('0', ['to', 'from', 'reply_to', 'bcc', 'identifiers'], texts)) };
const api = surface({
  classes: { TrackClient: 'tracker', CustomerIO: 'tracker', APIClient: 'sender' },
  members: { SendEmailRequest: 'request', SendPushRequest: 'request', SendSMSRequest: 'request' },
});

export const customerioNode: Model = {
  id: 'customerio-node',
  title: 'Customer.io',
  kind: 'marketing',
  vendor: 'Customer.io',
  hosts: ['track.customer.io', 'api.customer.io', 'track-eu.customer.io', 'cdp.customer.io'],
  packages: ['customerio-node'],
  exports: api.exports,
  ambient: { _cio: 'page', cio: 'tracker', customerio: 'tracker' },
  types: {
    ...api.types,
    tracker: {
      members: {
        identify: sends(['*'], person),
        ...each(['track', 'trackAnonymous', 'trackPageView', 'addDevice', 'mergeCustomers'], sends(['*'])),
        destroy: {},
      },
    },
    page: { members: { identify: sends(['*'], person), ...each(['track', 'page'], sends(['*'])), reset: {} } },
    sender: { members: each(['sendEmail', 'sendPush', 'sendSMS'], {}) },
    request: message,
  },
  consent: {
    recipient: 'analytics',
    calls: { 'page.track': 'tracks', 'page.page': 'tracks', 'page.identify': 'identifies', 'page.reset': 'stops' },
    scripts: ['assets.customer.io/assets/track'],
  },
  source: 'customerio-node 4 README (from memory, 2026-11)',
  examples: {
    finds: [
      "_cio.track('viewed', { item }); // ! tracking-without-consent",
      consented(
        "import { TrackClient } from 'customerio-node';\nconst cio = new TrackClient('site', 'key');",
        'await cio.identify(user.id, { email: user.email, phone: user.phone }); // ! pii-to-third-party',
      ),
    ],
    silent: [
      consented(
        "import { APIClient, SendEmailRequest } from 'customerio-node';\nconst client = new APIClient('key');",
        "await client.sendEmail(new SendEmailRequest({ to: user.email, transactional_message_id: '1', message_data: { name: user.fullName } }));",
      ),
    ],
  },
};
