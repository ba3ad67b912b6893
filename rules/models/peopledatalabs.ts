import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const api = surface({ main: 'PDLJS', classes: { PDLJS: 'client' } });

export const peopledatalabs: Model = {
  id: 'peopledatalabs',
  title: 'People Data Labs',
  kind: 'enrichment',
  vendor: 'People Data Labs',
  hosts: ['api.peopledatalabs.com'],
  packages: ['peopledatalabs'],
  exports: api.exports,
  types: {
    ...api.types,
    client: { members: { person: 'person', company: 'company' } },
    person: { members: { ...each(['enrichment', 'identify', 'search', 'bulk'], sends(['0'])), retrieve: {} } },
    company: { members: { enrichment: {}, search: {} } },
  },
  source: 'peopledatalabs 13 README (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import PDLJS from 'peopledatalabs';\nconst people = new PDLJS({ apiKey: 'key' });",
        'await people.person.enrichment({ email: user.email }); // ! pii-to-third-party',
      ),
    ],
    silent: [
      withUser(
        "import PDLJS from 'peopledatalabs';\nconst people = new PDLJS({ apiKey: 'key' });",
        "await people.company.enrichment({ website: 'shop.example' });",
      ),
    ],
  },
};
