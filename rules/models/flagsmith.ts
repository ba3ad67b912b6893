import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const calls = {
  init: { ...sends(['0.identity', '0.traits', '0.evaluationContext']), config: 0 },
  ...each(['identify', 'setTrait', 'setTraits', 'setContext', 'getIdentityFlags'], sends(['*'])),
  ...each(['hasFeature', 'getValue', 'logout', 'getFlags', 'getEnvironmentFlags'], {}),
};
const api = surface({
  main: 'flagsmith',
  classes: { Flagsmith: 'client' },
  members: { flagsmith: 'client', useFlagsmith: { returns: 'client' } },
});

export const flagsmith: Model = {
  id: 'flagsmith',
  title: 'Flagsmith',
  kind: 'flags',
  vendor: 'Flagsmith',
  hosts: ['edge.api.flagsmith.com', 'api.flagsmith.com'],
  packages: ['flagsmith', 'flagsmith/*', 'flagsmith-nodejs', '@flagsmith/flagsmith'],
  exports: api.exports,
  ambient: { flagsmith: 'client' },
  types: { ...api.types, client: { members: calls } },
  source: 'Flagsmith documentation (JavaScript SDK 9, Node.js SDK 5) (from memory, 2026-11)',
  examples: {
    finds: [withUser('', 'await flagsmith.identify(user.id, { email: user.email }); // ! pii-to-third-party')],
    silent: [withUser('', "await flagsmith.identify(user.id, { plan: 'free' });")],
  },
};
