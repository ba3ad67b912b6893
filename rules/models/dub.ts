import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { consented } from './shared/people';
import { surface } from './shared/surface';

const api = surface({ classes: { Dub: 'client' } });

/** Conversions of short links, told with the person who converted. */
export const dub: Model = {
  id: 'dub',
  title: 'Dub',
  kind: 'analytics',
  vendor: 'Dub',
  hosts: ['api.dub.co'],
  packages: ['dub', '@dub/analytics', '@dub/better-auth'],
  exports: api.exports,
  ambient: { dub: 'client' },
  types: {
    ...api.types,
    client: { members: { track: 'track', customers: 'customers', links: 'links' } },
    track: { members: each(['lead', 'sale', 'open'], sends(['0'])) },
    customers: { members: { create: sends(['0']), update: sends(['0', '1']), ...each(['get', 'list', 'delete'], {}) } },
    links: { members: { ...each(['create', 'upsert', 'update'], sends(['0'])), ...each(['get', 'list', 'delete'], {}) } },
  },
  source: 'documentation of the Dub TypeScript SDK 0 (from memory, 2026-11)',
  examples: {
    finds: [
      consented(
        "import { Dub } from 'dub';\nconst dub = new Dub();",
        "await dub.track.lead({ eventName: 'joined', customerExternalId: user.id, customerEmail: user.email }); // ! pii-to-third-party",
      ),
    ],
    silent: [
      consented(
        "import { Dub } from 'dub';\nconst dub = new Dub();",
        "await dub.track.lead({ eventName: 'joined', customerExternalId: user.id });",
      ),
    ],
  },
};
