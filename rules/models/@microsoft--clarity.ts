import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { consented } from './shared/people';
import { surface } from './shared/surface';

const members = {
  ...each(['identify', 'setTag', 'event'], sends(['*'])),
  ...each(['init', 'initialize', 'pause', 'resume', 'consent', 'consentV2', 'upgrade'], {}),
  ...each(['setCustomUserId', 'setCustomTag', 'sendCustomEvent', 'setCurrentScreenName'], sends(['*'])),
};
const api = surface({ members });

export const microsoftClarity: Model = {
  id: '@microsoft/clarity',
  title: 'Microsoft Clarity',
  kind: 'replay',
  vendor: 'Microsoft Clarity',
  hosts: ['www.clarity.ms'],
  packages: ['@microsoft/clarity', 'react-microsoft-clarity', 'react-native-clarity', '@microsoft/react-native-clarity'],
  exports: { ...api.exports, clarity: 'module' },
  ambient: { clarity: 'clarity', Clarity: 'module' },
  types: { ...api.types, clarity: { call: sends(['1*']), members } },
  unmasks: [
    {
      name: 'data-clarity-unmask',
      what: ['text'],
      source:
        'learn.microsoft.com/clarity/setup-and-installation/clarity-masking (balanced by default: numbers and e-mail addresses are masked; fields are masked in all modes), read 2026-11-28',
    },
  ],
  consent: {
    recipient: 'replay',
    calls: {
      init: 'starts',
      initialize: 'starts',
      setCustomUserId: 'identifies',
      sendCustomEvent: 'tracks',
      'clarity.init': 'starts',
      event: 'tracks',
      identify: 'identifies',
      'clarity(identify)': 'identifies',
      consent: 'grants',
      'clarity(stop)': 'stops',
    },
    scripts: ['www.clarity.ms/tag'],
    configured: ['gatsby-plugin-clarity', 'nuxt-clarity-analytics', 'registry.clarity'],
  },
  source: 'Microsoft Clarity client API documentation (from memory, 2026-11)',
  examples: {
    finds: [
      consented("import Clarity from '@microsoft/clarity';", "Clarity.setTag('email', user.email); // ! pii-to-third-party"),
      consented('', "clarity('identify', user.email); // ! pii-to-third-party"),
    ],
    silent: [consented("import Clarity from '@microsoft/clarity';", 'Clarity.identify(user.id);')],
  },
};
