import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { consented } from './shared/people';
import { surface } from './shared/surface';

const setters = [
  'setEmail',
  'setFirstName',
  'setLastName',
  'setPhoneNumber',
  'setDateOfBirth',
  'setGender',
  'setHomeCity',
  'setCountry',
  'setLanguage',
  'setCustomUserAttribute',
  'addToCustomAttributeArray',
  'addAlias',
  'setLastKnownLocation',
  'setCustomLocationAttribute',
];
const api = surface({
  members: {
    initialize: { config: 1 },
    ...each(['changeUser', 'logCustomEvent', 'logPurchase'], sends(['*'])),
    getUser: { returns: 'user' },
    ...each(['openSession', 'wipeData', 'disableSDK', 'enableSDK', 'requestPushPermission'], {}),
  },
});

export const brazeWebSdk: Model = {
  id: '@braze/web-sdk',
  title: 'Braze',
  kind: 'marketing',
  vendor: 'Braze',
  hosts: ['sdk.iad-01.braze.com', 'rest.iad-01.braze.com', 'sdk.fra-01.braze.eu', 'rest.fra-01.braze.eu'],
  packages: ['@braze/web-sdk', '@braze/react-native-sdk'],
  exports: api.exports,
  ambient: { braze: 'module' },
  types: { ...api.types, user: { members: each(setters, sends(['*'])) } },
  consent: {
    recipient: 'analytics',
    calls: {
      initialize: 'starts',
      logCustomEvent: 'tracks',
      logPurchase: 'tracks',
      changeUser: 'identifies',
      disableSDK: 'stops',
    },
  },
  source: 'Braze Web SDK 6 reference (from memory, 2026-11)',
  examples: {
    finds: [
      consented("import * as braze from '@braze/web-sdk';", 'braze.getUser()?.setEmail(user.email); // ! pii-to-third-party'),
      consented(
        "import * as braze from '@braze/web-sdk';",
        "braze.logCustomEvent('signup', { name: user.fullName }); // ! pii-to-third-party",
      ),
    ],
    silent: [consented("import * as braze from '@braze/web-sdk';", 'braze.changeUser(user.id);')],
  },
};
