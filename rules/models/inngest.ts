import type { Model } from '../../server/engine/model';
import { loggerType } from './shared/logger';
import { inHandler } from './shared/origins';

const run = { callback: [{ argument: 1, parameters: [], result: 'value' as const }] };
const task =
  "export const task = inngest.createFunction({ id: 'greet' }, { event: 'member/joined' }, async ({ event, logger }) => {";

/** Steps run what they are given; the logger of a function writes to its run. What an event carries is not a finding of its own. */
export const inngest: Model = {
  id: 'inngest',
  title: 'Inngest',
  kind: 'queue',
  packages: ['inngest', 'inngest/*'],
  exports: { Inngest: 'Inngest' },
  ambient: { inngest: 'client' },
  types: {
    Inngest: { construct: { returns: 'client', config: 0 } },
    client: {
      members: {
        createFunction: {
          callback: [1, 2].map((argument) => ({ argument, parameters: ['type:context'], result: 'none' as const })),
        },
        send: {},
      },
    },
    context: { members: { step: 'step', logger: 'logger' } },
    step: { members: { run, sendEvent: {}, sleep: {}, sleepUntil: {}, waitForEvent: {}, invoke: {} } },
    logger: loggerType(),
  },
  source: 'documentation of the Inngest TypeScript SDK 3 (from memory, 2026-11)',
  examples: {
    finds: [
      inHandler(
        "import { inngest } from './client';",
        task,
        "logger.info('greets', { email: event.data.email }); // ! pii-in-logs",
      ),
    ],
    silent: [inHandler("import { inngest } from './client';", task, "logger.info('greets', { id: event.data.id });")],
  },
};
