import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { consented } from './shared/people';
import { surface } from './shared/surface';

const api = surface({
  members: {
    init: { config: 1 },
    ...each(['identify', 'track', 'captureException', 'captureMessage', 'log', 'info', 'warn', 'error', 'debug'], sends(['*'])),
    ...each(['getSessionURL', 'startNewSession', 'reduxMiddleware'], {}),
  },
});

export const logrocket: Model = {
  id: 'logrocket',
  title: 'LogRocket',
  kind: 'replay',
  vendor: 'LogRocket',
  hosts: ['r.lr-in.com', 'r.lr-ingest.io'],
  packages: ['logrocket', '@logrocket/react-native'],
  exports: api.exports,
  ambient: { LogRocket: 'module' },
  types: api.types,
  recorders: [
    {
      starts: ['init', 'LogRocket.init'],
      options: 1,
      byDefault: ['inputs'],
      settings: [
        { option: 'dom.inputSanitizer', what: 'inputs', shows: [false], hides: '*' },
        { option: 'dom.privateAttributeBlocklist', what: 'inputs', hides: '*' },
        { option: 'dom.isEnabled', what: 'inputs', hides: [false] },
      ],
      source: 'docs.logrocket.com/reference/dom (all inputs but passwords are recorded by default), read 2026-11-25',
    },
  ],
  consent: {
    recipient: 'replay',
    calls: { init: 'starts', track: 'tracks', identify: 'identifies' },
    scripts: ['cdn.logrocket.io', 'cdn.lr-ingest.io'],
  },
  source: 'LogRocket SDK reference (from memory, 2026-11)',
  examples: {
    finds: [
      consented(
        "import LogRocket from 'logrocket';",
        'LogRocket.identify(user.id, { name: user.fullName, email: user.email }); // ! pii-to-third-party',
      ),
      consented("import LogRocket from 'logrocket';", 'LogRocket.log(`signed in ${user.email}`); // ! pii-to-third-party'),
    ],
    silent: [consented("import LogRocket from 'logrocket';", 'LogRocket.identify(user.id);', "LogRocket.track('ordered');")],
  },
};
