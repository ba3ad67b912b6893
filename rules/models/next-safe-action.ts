import type { Model } from '../../server/engine/model';

const handles = { reader: 'procedure' };
const signUp = [
  "import { createSafeActionClient } from 'next-safe-action';",
  "import { z } from 'zod';",
  'const client = createSafeActionClient();',
  'export const join = client.inputSchema(z.object({ email: z.string(), visits: z.number() })).action(async ({ parsedInput }) => {',
];

/** Input has the shape of its schema. */
export const nextSafeAction: Model = {
  id: 'next-safe-action',
  title: 'next-safe-action',
  kind: 'framework',
  packages: ['next-safe-action'],
  exports: { createSafeActionClient: 'create' },
  ambient: { actionClient: 'client', authActionClient: 'client', authenticatedActionClient: 'client' },
  types: {
    create: { call: { returns: 'client', config: 0 } },
    client: {
      members: {
        schema: { returns: 'receiver', ...handles },
        inputSchema: { returns: 'receiver', ...handles },
        use: { returns: 'receiver', ...handles },
        ...Object.fromEntries(
          ['metadata', 'outputSchema', 'bindArgsSchemas', 'bindArgsSchema'].map((name) => [name, { returns: 'receiver' }]),
        ),
        action: handles,
        stateAction: handles,
      },
    },
  },
  source: 'documentation of next-safe-action 8 (from memory, 2026-11)',
  examples: {
    finds: [[...signUp, "  console.log('joins', parsedInput); // ! pii-in-logs", '});'].join('\n')],
    silent: [[...signUp, "  console.log('joins', parsedInput.visits, parsedInput.email !== '');", '});'].join('\n')],
  },
};
