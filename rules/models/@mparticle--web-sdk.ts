import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { consented } from './shared/people';

export const mparticleWebSdk: Model = {
  id: '@mparticle/web-sdk',
  title: 'mParticle',
  kind: 'analytics',
  vendor: 'mParticle',
  hosts: ['s2s.mparticle.com', 'identity.mparticle.com'],
  packages: ['@mparticle/web-sdk', 'react-native-mparticle'],
  exports: { default: 'mParticle', '*': 'mParticle' },
  ambient: { mParticle: 'mParticle' },
  types: {
    mParticle: {
      members: {
        init: { config: 1 },
        ...each(['logEvent', 'logPageView', 'logForm', 'logError', 'setSessionAttribute'], sends(['*'])),
        Identity: 'identity',
        default: 'mParticle',
      },
    },
    identity: {
      members: { ...each(['login', 'identify', 'modify', 'logout'], sends(['0'])), getCurrentUser: { returns: 'user' } },
    },
    user: { members: each(['setUserAttribute', 'setUserAttributes', 'setUserTag', 'setUserAttributeList'], sends(['*'])) },
  },
  consent: {
    recipient: 'analytics',
    calls: {
      'mParticle.init': 'starts',
      'mParticle.logEvent': 'tracks',
      'mParticle.logPageView': 'tracks',
      'identity.login': 'identifies',
      'identity.identify': 'identifies',
    },
  },
  source: 'mParticle Web SDK documentation (from memory, 2026-11)',
  examples: {
    finds: [consented('', 'mParticle.Identity.login({ userIdentities: { email: user.email } }); // ! pii-to-third-party')],
    silent: [consented('', 'mParticle.Identity.login({ userIdentities: { customerid: user.id } });')],
  },
};
