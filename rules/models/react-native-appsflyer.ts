import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { consented } from './shared/people';

export const reactNativeAppsflyer: Model = {
  id: 'react-native-appsflyer',
  title: 'AppsFlyer',
  kind: 'ads',
  vendor: 'AppsFlyer',
  hosts: ['api2.appsflyer.com'],
  packages: ['react-native-appsflyer'],
  exports: { default: 'appsFlyer', '*': 'appsFlyer' },
  ambient: { appsFlyer: 'appsFlyer' },
  types: {
    appsFlyer: {
      members: {
        ...each(['logEvent', 'setCustomerUserId', 'setUserEmails', 'setAdditionalData'], sends(['0', '1'])),
        initSdk: { config: 0 },
      },
    },
  },
  consent: {
    recipient: 'ads',
    calls: {
      'appsFlyer.initSdk': 'starts',
      'appsFlyer.logEvent': 'tracks',
      'appsFlyer.setCustomerUserId': 'identifies',
      'appsFlyer.setUserEmails': 'identifies',
    },
  },
  source: 'react-native-appsflyer 6 API reference (from memory, 2026-11)',
  examples: {
    finds: [
      consented(
        "import appsFlyer from 'react-native-appsflyer';",
        'appsFlyer.setUserEmails({ emails: [user.email] }); // ! pii-to-third-party',
      ),
    ],
    silent: [consented("import appsFlyer from 'react-native-appsflyer';", 'appsFlyer.setCustomerUserId(user.id);')],
  },
};
