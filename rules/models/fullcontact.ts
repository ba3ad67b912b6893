import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const api = surface({ main: 'createClient', members: { createClient: { returns: 'client' } } });

export const fullcontact: Model = {
  id: 'fullcontact',
  title: 'FullContact',
  kind: 'enrichment',
  vendor: 'FullContact',
  hosts: ['api.fullcontact.com'],
  packages: ['fullcontact'],
  exports: api.exports,
  ambient: { fullcontact: 'client' },
  types: {
    ...api.types,
    client: { members: { person: 'person' } },
    person: { members: each(['email', 'phone', 'twitter', 'find', 'findByEmail'], sends(['0'])) },
  },
  source: 'fullcontact (Node.js) README and FullContact enrich API (from memory, 2026-11)',
  examples: {
    finds: [withUser('', 'await fullcontact.person.email(user.email); // ! pii-to-third-party')],
    silent: [withUser('', "await fullcontact.person.twitter('bakery');")],
  },
};
