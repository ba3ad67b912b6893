import type { Model } from '../../server/engine/model';
import { inHandler } from './shared/origins';

const event = { category: 'record', owner: 'request', words: 'the event of the webhook' };

/** Checks that an event comes from whom it says; what it tells stays what it was. */
export const svix: Model = {
  id: 'svix',
  title: 'Svix',
  kind: 'validation',
  packages: ['svix', 'standardwebhooks'],
  exports: { Webhook: 'Webhook' },
  types: {
    Webhook: { construct: { returns: 'webhook' } },
    webhook: { members: { verify: { returns: 'event' }, sign: {} } },
    event: { source: event, reads: { data: { ...event, type: 'told' } } },
    told: {},
  },
  source: 'docs.svix.com/receiving/verifying-payloads/how (from memory, 2026-11)',
  examples: {
    finds: [
      inHandler(
        "import { Webhook } from 'svix';",
        'export async function POST(request) {\n  const event = new Webhook(secret).verify(text, headers);',
        "console.log('verified', event.data); // ! pii-in-logs",
        '}',
      ),
    ],
    silent: [
      inHandler(
        "import { Webhook } from 'svix';",
        'export async function POST(request) {\n  const event = new Webhook(secret).verify(text, headers);',
        "console.log('verified', event.type, event.data.id);",
        '}',
      ),
    ],
  },
};
