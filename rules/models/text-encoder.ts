import type { Model } from '../../server/engine/model';
import { each } from './shared/functions';
import { withUser } from './shared/snippets';

const passes = { content: 'arguments' as const };

/** Texts as bytes and back: what they say stays what it was. */
export const textEncoder: Model = {
  id: 'text-encoder',
  title: 'TextEncoder and TextDecoder',
  kind: 'utility',
  packages: [],
  ambient: { TextEncoder: 'Coder', TextDecoder: 'Coder' },
  types: {
    Coder: { construct: { returns: 'coder' } },
    coder: { members: each(['encode', 'decode'], passes) },
  },
  source: 'Encoding Standard, encoding.spec.whatwg.org (from memory, 2026-12)',
  examples: {
    finds: [
      withUser(
        '',
        "const anonymousId = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(user.email)); // ! weak-anonymization",
        'return anonymousId;',
      ),
      withUser('', 'console.log(new TextDecoder().decode(new TextEncoder().encode(user.email))); // ! pii-in-logs'),
    ],
    silent: [withUser('', "console.log('bytes', new TextEncoder().encode(user.email).byteLength);")],
  },
};
