import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const names = [
  'addPerson',
  'updatePerson',
  'addLead',
  'updateLead',
  'addDeal',
  'updateDeal',
  'addNote',
  'addActivity',
  'searchPersons',
];
const api = surface({ classes: { PersonsApi: 'api', LeadsApi: 'api', DealsApi: 'api', NotesApi: 'api', ActivitiesApi: 'api' } });

export const pipedrive: Model = {
  id: 'pipedrive',
  title: 'Pipedrive',
  kind: 'crm',
  vendor: 'Pipedrive',
  hosts: ['api.pipedrive.com'],
  packages: ['pipedrive', 'pipedrive/*'],
  exports: api.exports,
  types: { ...api.types, api: { members: each(names, sends(['*'])) } },
  source: 'pipedrive 24 README (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { PersonsApi } from 'pipedrive/v1';\nconst persons = new PersonsApi({});",
        'await persons.addPerson({ AddPersonRequest: { name: user.fullName } }); // ! pii-to-third-party',
      ),
    ],
    silent: [
      withUser(
        "import { DealsApi } from 'pipedrive/v1';\nconst deals = new DealsApi({});",
        'await deals.addDeal({ AddDealRequest: { title: orderId } });',
      ),
    ],
  },
};
