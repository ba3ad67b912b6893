import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const api = surface({ main: 'Delighted', members: { Delighted: { returns: 'client' } } });

/** The survey goes to that address; properties are for the analysis afterwards. */
export const delighted: Model = {
  id: 'delighted',
  title: 'Delighted',
  kind: 'survey',
  vendor: 'Delighted',
  hosts: ['api.delighted.com'],
  packages: ['delighted'],
  exports: api.exports,
  ambient: { delighted: 'client' },
  types: {
    ...api.types,
    client: { members: { person: 'person', surveyResponse: 'response', survey: sends(['0']) } },
    person: {
      members: {
        create: sends(['0'], { '0.email': ['email'], '0.phone_number': ['phone'], '0.name': ['person-name'] }),
        ...each(['list', 'delete'], {}),
      },
    },
    response: { members: each(['create', 'update'], sends(['0', '1'])) },
  },
  source: 'delighted 2 (Node.js) README (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        '',
        'await delighted.person.create({ email: user.email, properties: { phone: user.phone } }); // ! pii-to-third-party',
      ),
    ],
    silent: [
      withUser('', 'await delighted.person.create({ email: user.email, name: user.fullName, properties: { order: orderId } });'),
    ],
  },
};
