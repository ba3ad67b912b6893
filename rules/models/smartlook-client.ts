import type { Model, RecorderSetting } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { consented } from './shared/people';
import { surface } from './shared/surface';

const members = {
  init: { config: 1 },
  ...each(['identify', 'track', 'properties', 'error', 'navigation'], sends(['*'])),
  ...each(['record', 'anonymize', 'pause', 'resume', 'disable'], {}),
};
const api = surface({ members });

/** Nothing of the three is taken down before `record` says so. */
const settings: RecorderSetting[] = [
  { option: 'forms', what: 'inputs', shows: [true], hides: [false] },
  { option: 'emails', what: 'text', shows: [true] },
  { option: 'numbers', what: 'text', shows: [true] },
];
const RECORD = 'npmjs.com/package/smartlook-client (record: forms, emails, numbers, ips), read 2026-11-28';

export const smartlookClient: Model = {
  id: 'smartlook-client',
  title: 'Smartlook',
  kind: 'replay',
  vendor: 'Smartlook',
  hosts: ['web-sdk.smartlook.com'],
  packages: ['smartlook-client'],
  exports: api.exports,
  ambient: { smartlook: 'recorder' },
  types: { ...api.types, recorder: { call: sends(['1*']), members } },
  recorders: [
    {
      starts: ['record'],
      options: 0,
      byDefault: [],
      settings,
      source: RECORD,
    },
    {
      starts: ['smartlook'],
      options: 1,
      command: 'record',
      byDefault: [],
      settings,
      source: RECORD,
    },
  ],
  consent: {
    recipient: 'replay',
    calls: { init: 'starts', 'smartlook(init)': 'starts', identify: 'identifies' },
    scripts: ['web-sdk.smartlook.com'],
  },
  source: 'Smartlook web SDK documentation (from memory, 2026-11)',
  examples: {
    finds: [
      consented(
        "import Smartlook from 'smartlook-client';",
        'Smartlook.identify(user.id, { email: user.email }); // ! pii-to-third-party',
      ),
      consented('', "smartlook('identify', user.id, { email: user.email }); // ! pii-to-third-party"),
    ],
    silent: [consented("import Smartlook from 'smartlook-client';", 'Smartlook.identify(user.id, {});')],
  },
};
