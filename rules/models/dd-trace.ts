import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const tracer = {
  init: { config: 0, returns: 'tracer' },
  startSpan: { ...sends(['1.tags']), returns: 'span' },
  trace: {
    ...sends(['1.tags']),
    callback: [1, 2].map((argument) => ({ argument, parameters: ['type:span'], result: 'value' as const })),
  },
  scope: { returns: 'scope' },
  setUser: sends(['0']),
};
const api = surface({ main: 'tracer', members: { tracer: 'tracer' } });

export const ddTrace: Model = {
  id: 'dd-trace',
  title: 'Datadog tracing',
  kind: 'monitoring',
  vendor: 'Datadog',
  hosts: ['trace.agent.datadoghq.com', 'api.datadoghq.com', 'http-intake.logs.datadoghq.com'],
  packages: ['dd-trace'],
  exports: api.exports,
  types: {
    ...api.types,
    tracer: { members: { ...tracer, default: 'tracer' } },
    scope: { members: { active: { returns: 'span' } } },
    span: { members: { ...each(['setTag', 'addTags', 'log', 'setBaggageItem'], sends(['*'])), finish: {} } },
  },
  source: 'dd-trace 5 API documentation (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import tracer from 'dd-trace';",
        "const span = tracer.startSpan('order');",
        "span.setTag('user.email', user.email); // ! pii-to-third-party",
      ),
      withUser("import tracer from 'dd-trace';", 'tracer.setUser({ id: user.id, email: user.email }); // ! pii-to-third-party'),
    ],
    silent: [withUser("import tracer from 'dd-trace';", 'tracer.setUser({ id: user.id });')],
  },
};
