import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const api = surface({ members: { datadogRum: 'rum' } });

export const datadogBrowserRum: Model = {
  id: '@datadog/browser-rum',
  title: 'Datadog RUM',
  kind: 'monitoring',
  vendor: 'Datadog',
  hosts: ['browser-intake-datadoghq.com', 'browser-intake-datadoghq.eu'],
  packages: ['@datadog/browser-rum', '@datadog/browser-rum-slim'],
  exports: api.exports,
  ambient: { datadogRum: 'rum', DD_RUM: 'rum' },
  types: {
    ...api.types,
    rum: {
      members: {
        init: { config: 0 },
        ...each(['setUser', 'setUserProperty', 'setAccount', 'setGlobalContext', 'setGlobalContextProperty'], sends(['*'])),
        ...each(['addAction', 'addError', 'addRumGlobalContext', 'setViewContext', 'addFeatureFlagEvaluation'], sends(['*'])),
        ...each(
          ['clearUser', 'startView', 'stopSession', 'addTiming', 'startSessionReplayRecording', 'stopSessionReplayRecording'],
          {},
        ),
        onReady: { callback: [{ argument: 0, parameters: [], result: 'none' }] },
      },
    },
  },
  // What it counts of a page's speed and errors is no tracking; what it films of a person is.
  consent: {
    recipient: 'replay',
    calls: { 'rum.startSessionReplayRecording': 'starts', 'rum.stopSessionReplayRecording': 'stops' },
  },
  recorders: [
    {
      starts: ['datadogRum.init', 'DD_RUM.init'],
      options: 0,
      byDefault: [],
      settings: [
        { option: 'defaultPrivacyLevel', what: 'inputs', shows: ['allow'], hides: ['mask', 'mask-user-input'] },
        { option: 'sessionReplaySampleRate', what: 'inputs', hides: [0] },
      ],
      source: 'docs.datadoghq.com/session_replay/browser/privacy_options (mask by default), read 2026-11-25',
    },
  ],
  source: 'Datadog browser SDK 6 documentation (RUM) (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { datadogRum } from '@datadog/browser-rum';",
        'datadogRum.setUser({ id: user.id, email: user.email }); // ! pii-to-third-party',
      ),
      withUser('', "window.DD_RUM.addAction('ordered', { name: user.fullName }); // ! pii-to-third-party"),
    ],
    silent: [withUser("import { datadogRum } from '@datadog/browser-rum';", 'datadogRum.setUser({ id: user.id });')],
  },
};
