import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { textNecessary } from './shared/necessary';
import { consented } from './shared/people';
import { surface } from './shared/surface';

const api = surface({
  members: {
    init: { config: 0 },
    ...each(['login', 'setExternalUserId', 'setEmail', 'setSMSNumber'], sends(['0'], { '0': ['email', 'phone'] })),
    ...each(['sendTag', 'sendTags'], sends(['*'])),
    logout: {},
    User: 'user',
    createNotification: sends(
      ['0'],
      textNecessary('0', ['contents', 'headings', 'email_body', 'email_subject', 'include_email_tokens']),
    ),
  },
  classes: { DefaultApi: 'api' },
});

export const reactOnesignal: Model = {
  id: 'react-onesignal',
  title: 'OneSignal',
  kind: 'marketing',
  vendor: 'OneSignal',
  hosts: ['onesignal.com', 'api.onesignal.com'],
  packages: ['react-onesignal', 'react-native-onesignal', '@onesignal/node-onesignal', 'onesignal-node'],
  exports: api.exports,
  ambient: { OneSignal: 'module' },
  types: {
    ...api.types,
    user: {
      members: {
        ...each(['addEmail', 'addSms'], sends(['0'], { '0': ['email', 'phone'] })),
        ...each(['addTag', 'addTags', 'addAlias', 'addAliases'], sends(['*'])),
        removeEmail: {},
      },
    },
    api: {
      members: { createNotification: sends(['0'], textNecessary('0', ['contents', 'headings', 'email_body', 'email_subject'])) },
    },
  },
  consent: {
    channel: 'push',
    endpoints: ['onesignal.com/api/v1/notifications', 'api.onesignal.com/notifications'],
    calls: { 'api.createNotification': 'sends', createNotification: 'sends' },
  },
  source: 'OneSignal Web SDK 16 reference (from memory, 2026-11)',
  examples: {
    finds: [
      consented(
        "import OneSignal from 'react-onesignal';",
        "OneSignal.User.addTag('name', user.fullName); // ! pii-to-third-party",
      ),
    ],
    silent: [consented("import OneSignal from 'react-onesignal';", 'OneSignal.User.addEmail(user.email);')],
  },
};
