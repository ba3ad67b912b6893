import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { identityNecessary } from './shared/necessary';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const FIELDS = ['email', 'phone_number', 'name', 'password', 'user_id', 'login_magic_link_url', 'code', 'token', 'attributes'];
const call = sends(['0'], { ...identityNecessary('0', FIELDS), '0.attributes': ['ip-address', 'user-agent'] });
const api = surface({ classes: { Client: 'client', B2BClient: 'client' } });

export const stytch: Model = {
  id: 'stytch',
  title: 'Stytch',
  kind: 'identity',
  vendor: 'Stytch',
  hosts: ['api.stytch.com', 'test.stytch.com'],
  packages: ['stytch'],
  exports: api.exports,
  ambient: { stytch: 'client' },
  types: {
    ...api.types,
    client: { members: { users: 'calls', passwords: 'calls', magicLinks: 'channels', otps: 'channels' } },
    channels: { members: { email: 'calls', sms: 'calls', whatsapp: 'calls', authenticate: call } },
    calls: {
      members: { ...each(['create', 'update', 'send', 'loginOrCreate', 'invite', 'authenticate'], call), get: {}, delete: {} },
    },
  },
  source: 'stytch 12 (Node.js) reference (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        '',
        'await stytch.users.create({ email: user.email, untrusted_metadata: { phone: user.phone } }); // ! pii-to-third-party',
      ),
    ],
    silent: [withUser('', 'await stytch.otps.sms.loginOrCreate({ phone_number: user.phone });')],
  },
};
