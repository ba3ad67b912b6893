import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const names = ['assertPerson', 'createPerson', 'updatePerson', 'assertRecord', 'createRecord', 'updateRecord', 'createNote'];
const api = surface({ classes: { AttioClient: 'client', Attio: 'client' }, members: each(names, sends(['0'])) });

export const attio: Model = {
  id: 'attio',
  title: 'Attio',
  kind: 'crm',
  vendor: 'Attio',
  hosts: ['api.attio.com'],
  packages: ['attio-js', 'attio'],
  exports: api.exports,
  ambient: { attio: 'client' },
  types: {
    ...api.types,
    client: { members: { records: 'records', people: 'records', notes: 'records', ...each(names, sends(['0'])) } },
    records: {
      members: { ...each(['create', 'update', 'assert', 'upsert'], sends(['*'])), ...each(['get', 'list', 'delete'], {}) },
    },
  },
  source: 'Attio REST API reference (records) (from memory, 2026-11)',
  examples: {
    finds: [
      withUser('', "await attio.records.create({ object: 'people', values: { email: user.email } }); // ! pii-to-third-party"),
    ],
    silent: [withUser('', "await attio.records.create({ object: 'orders', values: { orderId } });")],
  },
};
