import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';

const masks = { content: 'arguments' as const, state: 'masked' as const };

/** Only `paths` of the configuration are redacted; a redactor that is configured is taken to name what is personal. */
export const fastRedact: Model = {
  id: 'fast-redact',
  title: 'fast-redact',
  kind: 'masking',
  packages: ['fast-redact', 'slow-redact', '@pinojs/redact'],
  exports: { default: 'fastRedact', '*': 'fastRedact' },
  types: {
    fastRedact: { call: { returns: 'redact', config: 0 } },
    redact: { call: masks, members: { restore: { content: 'arguments' } } },
  },
  source: 'fast-redact 3.5 documentation, github.com/davidmarkclements/fast-redact (from memory, 2026-11)',
  examples: {
    finds: [withUser("import fastRedact from 'fast-redact';", "console.log('without the masker', user.email); // ! pii-in-logs")],
    silent: [
      withUser(
        "import fastRedact from 'fast-redact';",
        "console.log('masked', fastRedact({ paths: ['email', 'fullName'] })(user));",
      ),
    ],
  },
};
