import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { consented } from './shared/people';
import { surface } from './shared/surface';

const members = {
  ...each(['identify', 'setUserVars', 'setVars', 'event', 'log'], sends(['*'])),
  ...each(['anonymize', 'shutdown', 'restart', 'consent', 'getCurrentSessionURL'], {}),
};
const api = surface({ members: { FullStory: 'recorder', init: { config: 0 }, ...members } });

export const fullstoryBrowser: Model = {
  id: '@fullstory/browser',
  title: 'FullStory',
  kind: 'replay',
  vendor: 'FullStory',
  hosts: ['rs.fullstory.com', 'edge.fullstory.com', 'api.fullstory.com'],
  packages: ['@fullstory/browser', '@fullstory/react-native'],
  exports: api.exports,
  ambient: { FS: 'recorder', FullStory: 'recorder' },
  types: { ...api.types, recorder: { call: sends(['1*']), members } },
  unmasks: [
    {
      name: 'fs-unmask',
      what: ['inputs', 'text'],
      source:
        'help.fullstory.com/hc/en-us/articles/360044349073 (Private by Default masks all text, classes unmask it), read 2026-11-28',
    },
  ],
  consent: {
    recipient: 'replay',
    calls: { init: 'starts', 'FullStory(setIdentity)': 'identifies', shutdown: 'stops' },
    scripts: ['edge.fullstory.com/s'],
  },
  source: 'FullStory Browser API 2 documentation (from memory, 2026-11)',
  examples: {
    finds: [
      consented(
        "import { FullStory } from '@fullstory/browser';",
        "FullStory('setIdentity', { uid: user.id, properties: { email: user.email } }); // ! pii-to-third-party",
      ),
      consented('', 'FS.identify(user.id, { displayName: user.fullName }); // ! pii-to-third-party'),
    ],
    silent: [consented("import { FullStory } from '@fullstory/browser';", "FullStory('setIdentity', { uid: user.id });")],
  },
};
