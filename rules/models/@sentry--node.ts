import type { Action, Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const scope = {
  ...each(['setUser', 'setExtras', 'setTags', 'addBreadcrumb', 'setAttributes', 'setFingerprint'], {
    ...sends(['0']),
    returns: 'receiver',
  }),
  ...each(['setExtra', 'setTag', 'setContext', 'setAttribute'], { ...sends(['1']), returns: 'receiver' }),
  ...each(['captureException', 'captureMessage', 'captureEvent'], sends(['*'])),
};
/** Feedback is what the person writes to be read, with the address for an answer. */
const feedback = sends(['0'], {
  '0.email': ['email'],
  '0.name': ['person-name'],
  '0.message': ['message-content'],
  '0.comments': ['message-content'],
});
const inScope: Action = {
  callback: [0, 1].map((argument) => ({ argument, parameters: ['type:scope'], result: 'value' as const })),
};
const inSpan: Action = { ...sends(['0']), callback: [{ argument: 1, parameters: ['type:span'], result: 'value' }] };
const api = surface({
  classes: { Scope: 'scope', Hub: 'scope', Replay: 'replay' },
  members: {
    init: { sink: { kind: 'third-party', data: ['0.initialScope'] }, config: 0 },
    ...scope,
    ...each(['captureFeedback', 'captureUserFeedback', 'showReportDialog'], feedback),
    ...each(['withScope', 'configureScope', 'withIsolationScope'], inScope),
    ...each(['getCurrentScope', 'getIsolationScope', 'getGlobalScope', 'getCurrentHub'], { returns: 'scope' }),
    ...each(['startSpan', 'startSpanManual'], inSpan),
    startInactiveSpan: { ...sends(['0']), returns: 'span' },
    getActiveSpan: { returns: 'span' },
    logger: 'logger',
    ...each(['flush', 'close', 'lastEventId', 'replayIntegration', 'setupExpressErrorHandler'], {}),
  },
});

export const sentryNode: Model = {
  id: '@sentry/node',
  title: 'Sentry',
  kind: 'error-tracking',
  vendor: 'Sentry',
  hosts: ['sentry.io', 'ingest.sentry.io', 'ingest.us.sentry.io', 'ingest.de.sentry.io'],
  packages: ['@sentry/*', 'raven', 'raven-js'],
  exports: api.exports,
  ambient: { Sentry: 'module', Raven: 'module' },
  types: {
    ...api.types,
    scope: { members: { ...scope, getScope: { returns: 'receiver' }, ...each(['clear', 'setLevel', 'setTransactionName'], {}) } },
    span: {
      members: { setAttribute: sends(['1']), setAttributes: sends(['0']), ...each(['end', 'setStatus', 'updateName'], {}) },
    },
    replay: { members: each(['start', 'stop', 'flush'], {}) },
    logger: { members: each(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'fmt'], sends(['*'])) },
  },
  recorders: [
    {
      starts: ['replayIntegration', 'Replay', 'replayCanvasIntegration'],
      options: 0,
      byDefault: [],
      settings: [
        { option: 'maskAllText', what: 'text', shows: [false], hides: [true] },
        { option: 'maskAllInputs', what: 'inputs', shows: [false], hides: [true] },
        { option: 'blockAllMedia', what: 'media', shows: [false], hides: [true] },
        { option: 'mask', what: 'text', hides: '*' },
        { option: 'maskFn', what: 'text', hides: '*' },
      ],
      source:
        'docs.sentry.io/platforms/javascript/session-replay/privacy (masks all text and inputs by default), read 2026-11-25',
    },
    {
      starts: ['init'],
      options: 0,
      byDefault: [],
      settings: [{ option: 'sendDefaultPii', what: 'identity', shows: [true], hides: [false] }],
      source:
        'docs.sentry.io/platforms/javascript/configuration/options (sendDefaultPii is false by default; from memory, 2026-11-25)',
    },
    {
      starts: [
        'openAIIntegration',
        'anthropicAIIntegration',
        'vercelAIIntegration',
        'googleGenAIIntegration',
        'langChainIntegration',
        'langGraphIntegration',
      ],
      options: 0,
      byDefault: [],
      settings: [
        { option: 'recordInputs', what: 'prompts', shows: [true], hides: [false] },
        { option: 'recordOutputs', what: 'prompts', shows: [true] },
      ],
      source:
        'docs.sentry.io/platforms/javascript/guides/node/configuration/integrations/openai (recorded only where an option or sendDefaultPii says so; from memory, 2026-11-25)',
    },
  ],
  consent: {
    recipient: 'replay',
    calls: { replayIntegration: 'starts', 'new Replay': 'starts' },
    share: ['replaysSessionSampleRate', 'sessionSampleRate'],
  },
  source:
    'Sentry JavaScript SDK 10 API reference (from memory); getsentry.github.io/sentry-javascript/functions/_sentry_node.init.html, read 2026-11',
  examples: {
    finds: [
      "import * as Sentry from '@sentry/react';\nconst replay = Sentry.replayIntegration(); // ! tracking-without-consent\nSentry.init({ dsn, integrations: [replay], replaysSessionSampleRate: 0.1 });",
      withUser(
        "import * as Sentry from '@sentry/node';",
        'Sentry.setUser({ id: user.id, email: user.email }); // ! pii-to-third-party',
      ),
      withUser(
        "import { captureMessage } from '@sentry/browser';",
        'captureMessage(`refused ${user.fullName}`); // ! pii-to-third-party',
      ),
      withUser(
        "import * as Sentry from '@sentry/nextjs';",
        'Sentry.withScope((scope) => {',
        "  scope.setExtra('person', user); // ! pii-to-third-party",
        '});',
      ),
    ],
    silent: [
      "import * as Sentry from '@sentry/react';\nSentry.init({ dsn, integrations: [Sentry.replayIntegration()], replaysSessionSampleRate: 0 });",
      withUser("import * as Sentry from '@sentry/node';", 'Sentry.setUser({ id: user.id });', "Sentry.setTag('plan', 'free');"),
      withUser("import * as Sentry from '@sentry/react';", 'Sentry.captureFeedback({ name: user.fullName, email: user.email });'),
    ],
  },
};
