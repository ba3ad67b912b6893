import type { Model } from '../../server/engine/model';
import { sends } from './shared/actions';
import { messagingNecessary } from './shared/necessary';
import { withPatient, withUser } from './shared/people';
import { surface } from './shared/surface';

const create = sends(['0'], messagingNecessary('0', ['src', 'dst', 'from', 'to'], ['text', 'message']));
const api = surface({ classes: { Client: 'client' } });

export const plivo: Model = {
  id: 'plivo',
  title: 'Plivo',
  kind: 'messaging',
  vendor: 'Plivo',
  hosts: ['api.plivo.com'],
  packages: ['plivo'],
  exports: api.exports,
  ambient: { plivo: 'module' },
  types: { ...api.types, client: { members: { messages: 'messages' } }, messages: { members: { create, list: {} } } },
  consent: { channel: 'sms', endpoints: ['api.plivo.com/v1/Account'], calls: { 'messages.create': 'sends' } },
  source: 'plivo 4 README (from memory, 2026-11)',
  examples: {
    finds: [
      withPatient(
        "import plivo from 'plivo';\nconst client = new plivo.Client('id', 'token');",
        "await client.messages.create({ src: 'Clinic', dst: patient.phone, text: patient.diagnosis }); // ! pii-to-third-party",
      ),
    ],
    silent: [
      withUser(
        "import plivo from 'plivo';\nconst client = new plivo.Client('id', 'token');",
        "await client.messages.create({ src: 'Shop', dst: user.phone, text: 'Your order is ready' });",
      ),
    ],
  },
};
