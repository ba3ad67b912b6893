import type { Action, Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { consented } from './shared/people';
import { surface } from './shared/surface';

const SETTERS = [
  'Email',
  'Emails',
  'Phone',
  'Phones',
  'FirstName',
  'FirstNames',
  'LastName',
  'LastNames',
  'DateOfBirth',
  'Gender',
  'City',
  'State',
  'Zip',
  'Country',
  'ExternalId',
  'ExternalIds',
  'ClientIpAddress',
  'ClientUserAgent',
  'SubscriptionId',
  'CustomProperties',
];

const sets: Action = { ...sends(['0']), returns: 'receiver' };
const api = surface({
  classes: {
    EventRequest: 'request',
    ServerEvent: 'event',
    UserData: 'builder',
    CustomData: 'builder',
    CustomAudience: 'audience',
  },
});

/** The library hashes some fields without a key; the recipient matches people by that, so they stay personal. */
export const facebookNodejsBusinessSdk: Model = {
  id: 'facebook-nodejs-business-sdk',
  title: 'Meta Conversions API',
  kind: 'ads',
  vendor: 'Meta',
  hosts: ['graph.facebook.com'],
  packages: ['facebook-nodejs-business-sdk'],
  exports: api.exports,
  types: {
    ...api.types,
    builder: {
      members: each(
        SETTERS.map((name) => `set${name}`),
        sets,
      ),
    },
    event: {
      members: each(['setEventName', 'setEventTime', 'setUserData', 'setCustomData', 'setEventId', 'setActionSource'], {
        returns: 'receiver',
      }),
    },
    request: { members: { setEvents: { returns: 'receiver' }, setTestEventCode: { returns: 'receiver' }, execute: {} } },
    audience: { members: each(['createUser', 'createUsersReplace'], sends(['1'])) },
  },
  consent: { recipient: 'ads', side: 'server', calls: { 'request.execute': 'tracks' } },
  source: 'Meta Conversions API documentation (business SDK) (from memory, 2026-11)',
  examples: {
    finds: [
      `import { EventRequest } from 'facebook-nodejs-business-sdk';
export const told = (token: string, pixel: string, events: object[]) => new EventRequest(token, pixel).setEvents(events).execute(); // ! tracking-without-consent`,
      consented(
        "import { UserData } from 'facebook-nodejs-business-sdk';",
        'const data = new UserData().setEmail(user.email); // ! pii-to-third-party',
        'return data;',
      ),
      consented(
        "import { CustomAudience } from 'facebook-nodejs-business-sdk';",
        "await new CustomAudience(id).createUser([], { payload: { schema: ['EMAIL'], data: [[user.email]] } }); // ! pii-to-third-party",
      ),
    ],
    silent: [
      consented("import { CustomData } from 'facebook-nodejs-business-sdk';", "return new CustomData().setCurrency('eur');"),
    ],
  },
};
