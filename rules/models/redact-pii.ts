import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';

const masks = { content: 'arguments' as const, state: 'masked' as const };

/** A redactor of free text: what it recognises is replaced; a name in an unusual form may stay. */
export const redactPii: Model = {
  id: 'redact-pii',
  title: 'redact-pii',
  kind: 'masking',
  packages: ['redact-pii'],
  exports: {
    SyncRedactor: 'Redactor',
    AsyncRedactor: 'Redactor',
    Redactor: 'Redactor',
  },
  types: {
    Redactor: { construct: { returns: 'masker', config: 0 } },
    masker: { members: { redact: masks, redactAsync: masks } },
  },
  source: 'redact-pii 3.4 documentation, github.com/solvvy/redact-pii (from memory, 2026-11)',
  examples: {
    finds: [
      withUser("import { SyncRedactor } from 'redact-pii';", "console.log('without the masker', user.email); // ! pii-in-logs"),
    ],
    silent: [
      withUser("import { SyncRedactor } from 'redact-pii';", "console.log('masked', new SyncRedactor().redact(user.email));"),
    ],
  },
};
