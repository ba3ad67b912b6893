import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { consented } from './shared/people';
import { surface } from './shared/surface';

const names = [
  'createProfile',
  'updateProfile',
  'createOrUpdateProfile',
  'createEvent',
  'subscribeProfiles',
  'bulkSubscribeProfiles',
];
const api = surface({ classes: { ProfilesApi: 'api', EventsApi: 'api', ListsApi: 'api' } });

/** Profiles and events, not only addresses: what a person bought and looked at is kept with them. */
export const klaviyoApi: Model = {
  id: 'klaviyo-api',
  title: 'Klaviyo',
  kind: 'marketing',
  vendor: 'Klaviyo',
  hosts: ['a.klaviyo.com'],
  packages: ['klaviyo-api'],
  exports: api.exports,
  ambient: { klaviyo: 'klaviyo', _learnq: 'queue' },
  types: {
    ...api.types,
    api: { members: each(names, sends(['*'])) },
    klaviyo: { members: each(['identify', 'track', 'trackViewedItem', 'push'], sends(['*'])) },
    queue: { members: { push: sends(['*']) } },
  },
  consent: {
    recipient: 'ads',
    calls: {
      'queue.push(track)': 'tracks',
      'queue.push(identify)': 'identifies',
      'klaviyo.track': 'tracks',
      'klaviyo.trackViewedItem': 'tracks',
      'klaviyo.identify': 'identifies',
    },
    scripts: ['static.klaviyo.com/onsite'],
  },
  source: 'klaviyo-api 20 README and Klaviyo JavaScript API (from memory, 2026-11)',
  examples: {
    finds: [
      "_learnq.push(['track', 'Viewed Product', item]); // ! tracking-without-consent",
      consented('', 'klaviyo.identify({ email: user.email }); // ! pii-to-third-party'),
      consented(
        "import { ProfilesApi } from 'klaviyo-api';\nconst profiles = new ProfilesApi({});",
        "await profiles.createProfile({ data: { type: 'profile', attributes: { phone_number: user.phone } } }); // ! pii-to-third-party",
      ),
    ],
    silent: [consented('', 'klaviyo.identify({ external_id: user.id });')],
  },
};
