import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const api = surface({ members: { createInstance: { returns: 'client', config: 0 } } });

export const optimizelyOptimizelySdk: Model = {
  id: '@optimizely/optimizely-sdk',
  title: 'Optimizely',
  kind: 'flags',
  vendor: 'Optimizely',
  hosts: ['logx.optimizely.com', 'cdn.optimizely.com'],
  packages: ['@optimizely/optimizely-sdk', '@optimizely/react-sdk'],
  exports: api.exports,
  ambient: { optimizely: 'client', optimizelyClient: 'client' },
  components: { OptimizelyProvider: sends(['0.user']) },
  types: {
    ...api.types,
    client: {
      members: {
        createUserContext: { ...sends(['*']), returns: 'context' },
        ...each(['activate', 'track', 'getVariation', 'isFeatureEnabled', 'getFeatureVariable'], sends(['1', '2', '3'])),
        push: sends(['0']),
        onReady: {},
      },
    },
    context: {
      members: { setAttribute: sends(['1']), trackEvent: sends(['1']), ...each(['decide', 'decideAll', 'getUserId'], {}) },
    },
  },
  source: 'Optimizely Feature Experimentation JavaScript SDK 6 documentation (from memory, 2026-11)',
  examples: {
    finds: [withUser('', 'const context = optimizely.createUserContext(user.email); // ! pii-to-third-party', 'return context;')],
    silent: [withUser('', "return optimizely.createUserContext(user.id, { plan: 'free' });")],
  },
};
