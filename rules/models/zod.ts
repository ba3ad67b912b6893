import type { Model } from '../../server/engine/model';
import { each } from './shared/functions';

const schema = { returns: 'schema', reader: 'zod' };
const signUp = ["import { z } from 'zod';", 'const SignUp = z.object({ email: z.string().email(), visits: z.number() });'];

/** Builders carry no content: `z.string().email()` is no address. Only parsing hands the input on. */
export const zod: Model = {
  id: 'zod',
  title: 'Zod',
  kind: 'validation',
  packages: ['zod', 'zod/*', '@hono/zod-openapi'],
  exports: {
    z: 'z',
    default: 'z',
    '*': 'z',
    ...Object.fromEntries(['object', 'string', 'number', 'boolean', 'array', 'email', 'enum'].map((name) => [name, 'builder'])),
  },
  ambient: { z: 'z' },
  types: {
    z: { members: { coerce: 'z', iso: 'z' }, otherwise: schema },
    builder: { call: schema },
    schema: {
      members: {
        ...each(['parse', 'safeParse', 'parseAsync', 'safeParseAsync', 'decode', 'encode', 'spa'], { reader: 'zod' }),
        ...each(['isOptional', 'isNullable', 'toJSONSchema'], {}),
      },
      otherwise: { returns: 'receiver', reader: 'zod' },
    },
  },
  source: 'Zod 4 documentation, zod.dev/api (from memory, 2026-11)',
  examples: {
    finds: [
      [
        ...signUp,
        "export const register = (input: unknown) => console.log('sign-up', SignUp.parse(input).email); // ! pii-in-logs",
      ].join('\n'),
    ],
    silent: [
      [
        ...signUp,
        'export const register = (input: unknown) => {',
        '  const form = SignUp.parse(input);',
        '  list.add(form.email);',
        "  console.log('visits', form.visits);",
        '};',
      ].join('\n'),
      [...signUp, "export const describe = () => console.log('rule', z.string().email().isOptional());"].join('\n'),
    ],
  },
};
