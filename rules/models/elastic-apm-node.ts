import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const labels = each(['setUserContext', 'setCustomContext', 'addLabels', 'setLabel', 'captureError'], sends(['*']));
const api = surface({
  members: {
    start: { config: 0, returns: 'module' },
    init: { config: 0, returns: 'module' },
    ...labels,
    ...each(['startTransaction', 'startSpan'], { returns: 'span' }),
    apm: 'module',
  },
});

export const elasticApmNode: Model = {
  id: 'elastic-apm-node',
  title: 'Elastic APM',
  kind: 'monitoring',
  vendor: 'Elastic APM',
  packages: ['elastic-apm-node', '@elastic/apm-rum'],
  exports: api.exports,
  ambient: { apm: 'module', elasticApm: 'module' },
  types: { ...api.types, span: { members: { ...labels, end: {} } } },
  source: 'Elastic APM Node.js agent 4 and RUM agent 5 API reference (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import apm from 'elastic-apm-node';",
        'apm.setUserContext({ id: user.id, email: user.email }); // ! pii-to-third-party',
      ),
    ],
    silent: [withUser("import apm from 'elastic-apm-node';", 'apm.setUserContext({ id: user.id });')],
  },
};
