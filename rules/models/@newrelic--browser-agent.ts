import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const api = surface({ classes: { BrowserAgent: 'agent', MicroAgent: 'agent' } });

export const newrelicBrowserAgent: Model = {
  id: '@newrelic/browser-agent',
  title: 'New Relic browser agent',
  kind: 'monitoring',
  vendor: 'New Relic',
  packages: ['@newrelic/browser-agent', '@newrelic/browser-agent/*'],
  exports: api.exports,
  types: {
    ...api.types,
    agent: {
      members: each(
        ['setCustomAttribute', 'setUserId', 'noticeError', 'addPageAction', 'log', 'recordCustomEvent'],
        sends(['0', '1']),
      ),
    },
  },
  source: 'New Relic browser agent 1 README (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { BrowserAgent } from '@newrelic/browser-agent/loaders/browser-agent';\nconst agent = new BrowserAgent({});",
        'agent.setUserId(user.email); // ! pii-to-third-party',
      ),
    ],
    silent: [
      withUser(
        "import { BrowserAgent } from '@newrelic/browser-agent/loaders/browser-agent';\nconst agent = new BrowserAgent({});",
        'agent.setUserId(user.id);',
      ),
    ],
  },
};
