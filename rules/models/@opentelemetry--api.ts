import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const started = { ...sends(['1.attributes']), returns: 'span' };
const api = surface({
  classes: { Span: 'span', Tracer: 'tracer' },
  members: { trace: 'trace', propagation: 'propagation' },
});

/** Where spans go is set up elsewhere and nearly always a service of somebody else. */
export const opentelemetryApi: Model = {
  id: '@opentelemetry/api',
  title: 'OpenTelemetry',
  kind: 'monitoring',
  vendor: 'the tracing service',
  packages: ['@opentelemetry/api'],
  exports: api.exports,
  ambient: { span: 'span', activeSpan: 'span', tracer: 'tracer' },
  types: {
    ...api.types,
    trace: { members: { getTracer: { returns: 'tracer' }, getActiveSpan: { returns: 'span' }, getSpan: { returns: 'span' } } },
    tracer: {
      members: {
        startSpan: started,
        startActiveSpan: {
          ...sends(['1.attributes']),
          callback: [1, 2, 3].map((argument) => ({ argument, parameters: ['type:span'], result: 'value' as const })),
        },
      },
    },
    span: {
      members: {
        ...each(['setAttribute', 'setAttributes', 'addEvent', 'recordException', 'setTag'], sends(['*'])),
        setStatus: sends(['0.message']),
        ...each(['end', 'updateName', 'isRecording', 'spanContext'], {}),
      },
    },
    propagation: { members: { createBaggage: sends(['0']) } },
  },
  source: '@opentelemetry/api 1 reference (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { trace } from '@opentelemetry/api';",
        "trace.getActiveSpan()?.setAttribute('enduser.email', user.email); // ! pii-to-third-party",
      ),
      withUser('', "span.addEvent('signed in', { name: user.fullName }); // ! pii-to-third-party"),
    ],
    silent: [
      withUser("import { trace } from '@opentelemetry/api';", "trace.getActiveSpan()?.setAttribute('enduser.id', user.id);"),
    ],
  },
};
