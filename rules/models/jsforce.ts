import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const writes = each(['create', 'insert', 'update', 'upsert'], sends(['*']));
const api = surface({ classes: { Connection: 'connection' } });

export const jsforce: Model = {
  id: 'jsforce',
  title: 'Salesforce',
  kind: 'crm',
  vendor: 'Salesforce',
  hosts: ['login.salesforce.com', 'my.salesforce.com'],
  packages: ['jsforce'],
  exports: api.exports,
  ambient: { salesforce: 'connection' },
  types: {
    ...api.types,
    connection: {
      members: { sobject: { returns: 'sobject' }, ...writes, query: sends(['0']), search: sends(['0']), login: {}, logout: {} },
    },
    sobject: { members: { ...writes, find: sends(['0']), findOne: sends(['0']), retrieve: {}, destroy: {}, describe: {} } },
  },
  source: 'jsforce 3 documentation (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { Connection } from 'jsforce';\nconst salesforce = new Connection({});",
        "await salesforce.sobject('Contact').create({ Email: user.email }); // ! pii-to-third-party",
      ),
    ],
    silent: [
      withUser(
        "import { Connection } from 'jsforce';\nconst salesforce = new Connection({});",
        "await salesforce.sobject('Order').create({ External_Id__c: orderId });",
      ),
    ],
  },
};
