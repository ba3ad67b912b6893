import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { consented } from './shared/people';
import { surface } from './shared/surface';

const tracks = each(
  ['setUserId', 'trackPageView', 'trackStructEvent', 'trackSelfDescribingEvent', 'addGlobalContexts', 'track'],
  sends(['*']),
);
const create = { returns: 'tracker', config: 2 };
const api = surface({ members: { newTracker: create, tracker: create, ...tracks } });

export const snowplowBrowserTracker: Model = {
  id: '@snowplow/browser-tracker',
  title: 'Snowplow',
  kind: 'analytics',
  vendor: 'Snowplow',
  packages: ['@snowplow/browser-tracker', '@snowplow/node-tracker'],
  exports: api.exports,
  ambient: { snowplow: 'snowplow' },
  types: { ...api.types, tracker: { members: tracks }, snowplow: { call: sends(['1*']) } },
  consent: {
    recipient: 'analytics',
    calls: {
      newTracker: 'starts',
      'snowplow(newTracker)': 'starts',
      trackPageView: 'tracks',
      trackStructEvent: 'tracks',
      trackSelfDescribingEvent: 'tracks',
      'snowplow(trackPageView)': 'tracks',
      setUserId: 'identifies',
    },
  },
  source: 'Snowplow browser tracker 4 documentation (from memory, 2026-11)',
  examples: {
    finds: [
      consented("import { setUserId } from '@snowplow/browser-tracker';", 'setUserId(user.email); // ! pii-to-third-party'),
      consented('', "snowplow('setUserId', user.email); // ! pii-to-third-party"),
    ],
    silent: [consented("import { setUserId } from '@snowplow/browser-tracker';", 'setUserId(user.id);')],
  },
};
