import type { Model } from '../../server/engine/model';
import { sends } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const create = { returns: 'client' };
const api = surface({ main: 'clearbit', classes: { Client: 'client' }, members: { clearbit: create } });

/** The point of enrichment is to learn about people what they did not say, so no field is necessary. */
export const clearbit: Model = {
  id: 'clearbit',
  title: 'Clearbit',
  kind: 'enrichment',
  vendor: 'Clearbit',
  hosts: ['person.clearbit.com', 'company.clearbit.com', 'reveal.clearbit.com'],
  packages: ['clearbit'],
  exports: api.exports,
  ambient: { clearbit: 'client' },
  types: {
    ...api.types,
    client: {
      members: { Person: 'finder', Enrichment: 'finder', Prospector: 'finder', Reveal: 'finder', identify: sends(['*']) },
    },
    finder: { members: { find: sends(['0']), search: sends(['0']) } },
  },
  source: 'clearbit 1 (Node.js) README (from memory, 2026-11)',
  examples: {
    finds: [withUser('', 'await clearbit.Enrichment.find({ email: user.email }); // ! pii-to-third-party')],
    silent: [withUser('', "await clearbit.Enrichment.find({ domain: 'shop.example' });")],
  },
};
