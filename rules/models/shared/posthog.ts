import type { Model, Role } from '../../../server/engine/model';
import { each, sends } from './actions';

/** What an instance does, in a browser and on a phone. */
export const posthogTypes: Model['types'] = {
  posthog: {
    members: {
      init: { returns: 'posthog', config: 1 },
      ...each(['capture', 'identify', 'alias', 'group', 'captureException'], sends(['*'])),
      ...each(['register', 'register_once', 'register_for_session', 'setPersonProperties'], sends(['*'])),
      ...each(['setPersonPropertiesForFlags', 'setGroupPropertiesForFlags', 'groupIdentify'], sends(['*'])),
      ...each(
        [
          'reset',
          'opt_in_capturing',
          'opt_out_capturing',
          'optIn',
          'optOut',
          'isFeatureEnabled',
          'getFeatureFlag',
          'flush',
          'shutdown',
        ],
        {},
      ),
      people: 'people',
    },
  },
  people: { members: each(['set', 'set_once'], sends(['*'])) },
};

export const posthogCalls: Record<string, Role> = {
  'posthog.init': 'starts',
  'new PostHog': 'starts',
  'posthog.capture': 'tracks',
  'posthog.group': 'tracks',
  'posthog.identify': 'identifies',
  'posthog.alias': 'identifies',
  'posthog.setPersonProperties': 'identifies',
  'people.set': 'identifies',
  'people.set_once': 'identifies',
  'posthog.opt_in_capturing': 'grants',
  'posthog.opt_out_capturing': 'stops',
  'posthog.optIn': 'grants',
  'posthog.optOut': 'stops',
  'posthog.reset': 'stops',
};
