import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { subscriberNecessary } from './shared/necessary';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const FIELDS = ['email_address', 'merge_fields', 'full_name'];
const api = surface({ members: { setConfig: { config: 0 }, lists: 'lists', customerJourneys: 'journeys' } });

export const mailchimpMailchimpMarketing: Model = {
  id: '@mailchimp/mailchimp_marketing',
  title: 'Mailchimp',
  kind: 'marketing',
  vendor: 'Mailchimp',
  hosts: ['api.mailchimp.com'],
  packages: ['@mailchimp/mailchimp_marketing'],
  exports: api.exports,
  ambient: { mailchimp: 'module' },
  types: {
    ...api.types,
    lists: {
      members: {
        addListMember: sends(['1'], subscriberNecessary('1', FIELDS)),
        ...each(['setListMember', 'updateListMember'], sends(['2'], subscriberNecessary('2', FIELDS))),
        batchListMembers: sends(['1'], subscriberNecessary('1.members[]', FIELDS)),
        ...each(['createListMemberEvent', 'createListMemberNote', 'updateListMemberTags'], sends(['2'])),
      },
    },
    journeys: { members: { trigger: sends(['2'], { '2.email_address': ['email'] }) } },
  },
  source: 'Mailchimp Marketing API 3 reference (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import mailchimp from '@mailchimp/mailchimp_marketing';",
        "await mailchimp.lists.createListMemberNote('list', 'hash', { note: user.phone }); // ! pii-to-third-party",
      ),
    ],
    silent: [
      withUser(
        "import mailchimp from '@mailchimp/mailchimp_marketing';",
        "await mailchimp.lists.addListMember('list', { email_address: user.email, status: 'pending', merge_fields: { FNAME: user.fullName } });",
      ),
    ],
  },
};
