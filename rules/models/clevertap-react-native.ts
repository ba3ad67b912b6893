import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { consented } from './shared/people';

export const clevertapReactNative: Model = {
  id: 'clevertap-react-native',
  title: 'CleverTap',
  kind: 'analytics',
  vendor: 'CleverTap',
  hosts: ['eu1.clevertap.com', 'in1.clevertap.com', 'us1.clevertap.com'],
  packages: ['clevertap-react-native', 'clevertap-web-sdk'],
  exports: { default: 'cleverTap', '*': 'cleverTap' },
  types: {
    cleverTap: {
      members: {
        init: { config: 0 },
        setOptOut: {},
        ...each(['recordEvent', 'recordChargedEvent', 'onUserLogin', 'profileSet', 'recordScreenView'], sends(['*'])),
      },
    },
  },
  consent: {
    recipient: 'analytics',
    calls: {
      'cleverTap.init': 'starts',
      'cleverTap.recordEvent': 'tracks',
      'cleverTap.recordChargedEvent': 'tracks',
      'cleverTap.onUserLogin': 'identifies',
      'cleverTap.profileSet': 'identifies',
      'cleverTap.setOptOut': 'stops',
    },
  },
  source: 'CleverTap React Native SDK documentation (from memory, 2026-11)',
  examples: {
    finds: [
      "import CleverTap from 'clevertap-react-native';\nexport const Shop = () => { useEffect(() => { CleverTap.recordEvent('opened'); }, []); return null; }; // ! tracking-without-consent",
    ],
    silent: [consented("import CleverTap from 'clevertap-react-native';", "CleverTap.recordEvent('ordered', { orderId });")],
  },
};
