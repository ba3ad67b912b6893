import type { Model } from '../../server/engine/model';
import { each } from './shared/functions';
import { passes } from './shared/hash';
import { withUser } from './shared/snippets';

export const valibot: Model = {
  id: 'valibot',
  title: 'Valibot',
  kind: 'validation',
  packages: ['valibot', 'superstruct'],
  exports: {
    '*': 'v',
    ...Object.fromEntries(
      ['parse', 'safeParse', 'parseAsync', 'safeParseAsync', 'create', 'mask'].map((name) => [name, 'parse']),
    ),
    ...Object.fromEntries(['object', 'string', 'pipe', 'email', 'optional', 'array'].map((name) => [name, 'builder'])),
  },
  types: {
    v: { members: each(['parse', 'safeParse', 'parseAsync', 'safeParseAsync', 'create', 'mask'], passes), otherwise: {} },
    parse: { call: passes },
    builder: { call: {} },
  },
  source: 'Valibot 1 documentation, valibot.dev/api, 2026-11',
  examples: {
    finds: [
      withUser(
        "import * as v from 'valibot';",
        "console.log('valid', v.parse(v.object({ email: v.string() }), { email: user.email })); // ! pii-in-logs",
      ),
    ],
    silent: [withUser("import * as v from 'valibot';", "console.log('rule', v.pipe(v.string(), v.email()));")],
  },
};
