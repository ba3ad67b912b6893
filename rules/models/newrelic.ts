import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const api = surface({
  members: {
    ...each(
      [
        'addCustomAttribute',
        'addCustomAttributes',
        'addCustomSpanAttribute',
        'addCustomSpanAttributes',
        'setUserID',
        'setUserId',
        'noticeError',
        'recordCustomEvent',
        'recordLogEvent',
        'setCustomAttribute',
        'addPageAction',
        'log',
        'setName',
      ],
      sends(['*']),
    ),
    interaction: { returns: 'interaction' },
    ...each(['setTransactionName', 'incrementMetric', 'recordMetric'], {}),
  },
});

export const newrelic: Model = {
  id: 'newrelic',
  title: 'New Relic',
  kind: 'monitoring',
  vendor: 'New Relic',
  hosts: ['insights-collector.newrelic.com', 'log-api.newrelic.com', 'bam.nr-data.net'],
  packages: ['newrelic'],
  exports: api.exports,
  ambient: { newrelic: 'module' },
  types: { ...api.types, interaction: { members: { setAttribute: sends(['1']), save: {}, end: {} } } },
  source: 'New Relic Node.js agent 13 and browser API reference (from memory, 2026-11)',
  examples: {
    finds: [
      withUser("import newrelic from 'newrelic';", "newrelic.addCustomAttribute('email', user.email); // ! pii-to-third-party"),
      withUser('', 'newrelic.noticeError(new Error(), { user }); // ! pii-to-third-party'),
    ],
    silent: [withUser("import newrelic from 'newrelic';", "newrelic.addCustomAttribute('userId', user.id);")],
  },
};
