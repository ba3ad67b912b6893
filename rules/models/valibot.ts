import type { Model } from '../../server/engine/model';
import { each } from './shared/functions';
import { withUser } from './shared/snippets';

const parsing = ['parse', 'safeParse', 'parseAsync', 'safeParseAsync', 'create', 'mask'];
const parses = { reader: 'valibot' };
const builds = { returns: 'schema', reader: 'valibot' };

export const valibot: Model = {
  id: 'valibot',
  title: 'Valibot',
  kind: 'validation',
  packages: ['valibot', 'superstruct'],
  exports: {
    '*': 'v',
    ...Object.fromEntries(parsing.map((name) => [name, 'parse'])),
    ...Object.fromEntries(['object', 'string', 'pipe', 'email', 'optional', 'array'].map((name) => [name, 'builder'])),
  },
  types: {
    v: { members: each(parsing, parses), otherwise: builds },
    parse: { call: parses },
    builder: { call: builds },
    schema: {},
  },
  source: 'Valibot 1 documentation, valibot.dev/api (from memory, 2026-11)',
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
