import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { messagingNecessary } from './shared/necessary';
import { withPatient, withUser } from './shared/people';
import { surface } from './shared/surface';

const send = sends(['0'], messagingNecessary('0', ['to', 'from'], ['body', 'contentVariables', 'twiml', 'code', 'mediaUrl']));
const api = surface({ main: 'twilio', classes: { Twilio: 'client' }, members: { twilio: { returns: 'client' } } });

export const twilio: Model = {
  id: 'twilio',
  title: 'Twilio',
  kind: 'messaging',
  vendor: 'Twilio',
  hosts: ['api.twilio.com', 'verify.twilio.com', 'lookups.twilio.com'],
  packages: ['twilio'],
  exports: api.exports,
  ambient: { twilio: 'twilio', twilioClient: 'client' },
  types: {
    ...api.types,
    twilio: {
      call: { returns: 'client' },
      members: { messages: 'sender', calls: 'sender', verify: 'verify', lookups: 'lookups' },
    },
    client: { members: { messages: 'sender', calls: 'sender', verify: 'verify', lookups: 'lookups' } },
    sender: { call: { returns: 'sender' }, members: { create: send, update: send, list: {}, fetch: {} } },
    verify: { members: { v2: 'verify', services: { returns: 'service' } } },
    service: { members: { verifications: 'sender', verificationChecks: 'sender' } },
    lookups: { members: { v2: 'lookups', v1: 'lookups', ...each(['phoneNumbers'], sends(['0'], { '0': ['phone'] })) } },
  },
  consent: { channel: 'sms', endpoints: ['api.twilio.com/2010-04-01/Accounts'], calls: { 'sender.create': 'sends' } },
  source: 'twilio 5 helper library documentation (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import twilio from 'twilio';\nconst client = twilio('sid', 'token');",
        "await client.messages.create({ to: user.phone, body: 'Hello', statusCallback: `/status/${user.email}` }); // ! pii-to-third-party",
      ),
      withPatient(
        '',
        'await twilio.messages.create({ to: patient.phone, body: `Result: ${patient.diagnosis}` }); // ! pii-to-third-party',
      ),
    ],
    silent: [
      withUser('', 'await twilio.messages.create({ to: user.phone, body: `Hello ${user.fullName}, your order is ready` });'),
    ],
  },
};
