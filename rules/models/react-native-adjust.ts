import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { surface } from './shared/surface';

const api = surface({
  classes: { AdjustConfig: 'config', AdjustEvent: 'event' },
  members: { Adjust: 'adjust' },
});

export const reactNativeAdjust: Model = {
  id: 'react-native-adjust',
  title: 'Adjust',
  kind: 'ads',
  vendor: 'Adjust',
  hosts: ['app.adjust.com'],
  packages: ['react-native-adjust'],
  exports: api.exports,
  types: {
    ...api.types,
    config: {},
    event: {},
    adjust: {
      members: {
        ...each(['create', 'initSdk', 'gdprForgetMe', 'disable', 'setEnabled', 'enable'], {}),
        ...each(['trackEvent', 'addSessionCallbackParameter', 'addSessionPartnerParameter'], sends(['*'])),
      },
    },
  },
  consent: {
    recipient: 'ads',
    calls: {
      'adjust.create': 'starts',
      'adjust.initSdk': 'starts',
      'adjust.trackEvent': 'tracks',
      'adjust.disable': 'stops',
      'adjust.gdprForgetMe': 'stops',
    },
  },
  source: 'Adjust React Native SDK 5 documentation (from memory, 2026-11)',
  examples: {
    finds: [
      "import { Adjust, AdjustConfig } from 'react-native-adjust';\nAdjust.initSdk(new AdjustConfig('token', 'production')); // ! tracking-without-consent",
    ],
    silent: ["import { Adjust } from 'react-native-adjust';\nAdjust.disable();"],
  },
};
