import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';

const masks = { content: 'arguments' as const, state: 'masked' as const };

export const redactPii: Model = {
  id: 'redact-pii',
  title: 'masking packages',
  kind: 'masking',
  packages: [
    'mask-pii',
    'mask-email',
    'email-masker',
    'pii-filter',
    'pii-redactor',
    'redact-pii',
    '@redactpii/node',
    'deep-redact',
    '@hackylabs/deep-redact',
    'js-data-mask',
    'mask-json',
    'maskjson',
    'redact-object',
    'redact-secrets',
    'data-masker',
    'mask-data',
    'censorify',
    'masker',
  ],
  exports: {
    default: 'masker',
    '*': 'masker',
    SyncRedactor: 'Redactor',
    AsyncRedactor: 'Redactor',
    Redactor: 'Redactor',
    DeepRedact: 'Redactor',
    maskEmail: 'masker',
    maskPhone: 'masker',
    redact: 'masker',
    mask: 'masker',
  },
  types: {
    Redactor: { construct: { returns: 'masker', config: 0 } },
    masker: { call: masks, construct: { returns: 'masker' }, otherwise: masks },
  },
  source: 'redact-pii 3.4, mask-pii and deep-redact 3 documentation, 2026-11',
  examples: {
    finds: [
      withUser("import { SyncRedactor } from 'redact-pii';", "console.log('without the masker', user.email); // ! pii-in-logs"),
    ],
    silent: [
      withUser("import { SyncRedactor } from 'redact-pii';", "console.log('masked', new SyncRedactor().redact(user.email));"),
    ],
  },
};
