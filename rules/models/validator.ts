import type { Model } from '../../server/engine/model';
import { each } from './shared/functions';
import { passes } from './shared/hash';
import { withUser } from './shared/snippets';

/** `is…` answers yes or no; only sanitizers hand the text back. */
export const validator: Model = {
  id: 'validator',
  title: 'validator',
  kind: 'validation',
  packages: ['validator', 'validator/*', 'email-validator', 'is-email', 'isemail'],
  exports: {
    default: 'validator',
    '*': 'validator',
    isEmail: 'test',
    isMobilePhone: 'test',
    isIBAN: 'test',
    normalizeEmail: 'sanitizer',
  },
  ambient: { validator: 'validator' },
  types: {
    validator: {
      members: each(
        ['normalizeEmail', 'trim', 'ltrim', 'rtrim', 'escape', 'unescape', 'toString', 'stripLow', 'blacklist', 'whitelist'],
        passes,
      ),
      otherwise: {},
    },
    test: { call: {} },
    sanitizer: { call: passes },
  },
  source: 'validator 13 documentation, github.com/validatorjs/validator.js (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import validator from 'validator';",
        "console.log('login', validator.normalizeEmail(user.email)); // ! pii-in-logs",
      ),
    ],
    silent: [withUser("import validator from 'validator';", "console.log('valid', validator.isEmail(user.email));")],
  },
};
