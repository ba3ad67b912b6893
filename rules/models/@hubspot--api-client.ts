import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const api = surface({ classes: { Client: 'client' } });
const objects = ['contacts', 'companies', 'deals', 'tickets', 'leads', 'objects'];

export const hubspotApiClient: Model = {
  id: '@hubspot/api-client',
  title: 'HubSpot',
  kind: 'crm',
  vendor: 'HubSpot',
  hosts: ['api.hubapi.com', 'api.hsforms.com'],
  packages: ['@hubspot/api-client'],
  exports: api.exports,
  ambient: { hubspot: 'client', hubspotClient: 'client', _hsq: 'queue' },
  types: {
    ...api.types,
    client: { members: { crm: 'crm', apiRequest: sends(['0']), events: 'events' } },
    crm: { members: Object.fromEntries(objects.map((name) => [name, 'object'])) },
    object: { members: { basicApi: 'records', batchApi: 'records', searchApi: 'searches' } },
    records: {
      members: {
        ...each(['create', 'update', 'upsert'], sends(['*'])),
        ...each(['archive', 'getById', 'getPage', 'getAll', 'read'], {}),
      },
    },
    searches: { members: { doSearch: sends(['0']) } },
    events: { members: { send: 'send' } },
    send: { members: { basicApi: 'sendApi', behavioralEventsTrackingApi: 'sendApi' } },
    sendApi: { members: { send: sends(['0']) } },
    queue: { members: { push: sends(['*']) } },
  },
  source: '@hubspot/api-client 13 README and HubSpot tracking code API (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { Client } from '@hubspot/api-client';\nconst hubspot = new Client({ accessToken: 'key' });",
        'await hubspot.crm.contacts.basicApi.create({ properties: { email: user.email } }); // ! pii-to-third-party',
      ),
      withUser('', "_hsq.push(['identify', { email: user.email }]); // ! pii-to-third-party"),
    ],
    silent: [
      withUser(
        "import { Client } from '@hubspot/api-client';\nconst hubspot = new Client({ accessToken: 'key' });",
        "await hubspot.crm.deals.basicApi.create({ properties: { dealname: orderId, amount: '12' } });",
      ),
    ],
  },
};
