import type { Model } from '../../server/engine/model';
import { each } from './shared/functions';
import { withUser } from './shared/snippets';

export const joi: Model = {
  id: 'joi',
  title: 'Joi',
  kind: 'validation',
  packages: ['joi', '@hapi/joi', 'celebrate'],
  exports: { '*': 'joi', default: 'joi', Joi: 'joi', object: 'builder', string: 'builder' },
  types: {
    joi: { members: each(['attempt', 'assert'], { reader: 'valibot' }), otherwise: { returns: 'schema', reader: 'joi' } },
    builder: { call: { returns: 'schema', reader: 'joi' } },
    schema: {
      members: { ...each(['validate', 'validateAsync', 'attempt'], { reader: 'joi' }), ...each(['describe', 'isValid'], {}) },
      otherwise: { returns: 'receiver', reader: 'joi' },
    },
  },
  source: 'Joi 18 documentation, joi.dev/api (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import Joi from 'joi';",
        "console.log('valid', Joi.object({ email: Joi.string() }).validate({ email: user.email }).value); // ! pii-in-logs",
      ),
    ],
    silent: [withUser("import Joi from 'joi';", "console.log('rule', Joi.string().email().describe());")],
  },
};
