import type { Model } from '../../server/engine/model';

const handles = { reader: 'procedure' };
const signUp = [
  "import { initTRPC } from '@trpc/server';",
  "import { z } from 'zod';",
  'const t = initTRPC.create();',
  'export const join = t.procedure.input(z.object({ email: z.string(), visits: z.number() })).mutation(async ({ input }) => {',
];

/** Input has the shape of its schema, in the procedure and in everything built on it. */
export const trpcServer: Model = {
  id: '@trpc/server',
  title: 'tRPC',
  kind: 'framework',
  packages: ['@trpc/server'],
  exports: { initTRPC: 'builder' },
  ambient: {
    publicProcedure: 'procedure',
    protectedProcedure: 'procedure',
    authedProcedure: 'procedure',
    authenticatedProcedure: 'procedure',
    adminProcedure: 'procedure',
  },
  types: {
    builder: {
      members: { context: { returns: 'builder' }, meta: { returns: 'builder' }, create: { returns: 'instance' } },
      call: { returns: 'builder' },
    },
    instance: { members: { procedure: 'procedure', middleware: { returns: 'procedure' }, router: {}, createCallerFactory: {} } },
    procedure: {
      members: {
        input: { returns: 'receiver', ...handles },
        output: { returns: 'receiver' },
        use: { returns: 'receiver', ...handles },
        meta: { returns: 'receiver' },
        unstable_concat: { returns: 'receiver' },
        query: handles,
        mutation: handles,
        subscription: handles,
      },
    },
  },
  source: 'documentation of tRPC 11, procedures and input validation (from memory, 2026-11)',
  examples: {
    finds: [[...signUp, "  console.log('joins', input); // ! pii-in-logs", '});'].join('\n')],
    silent: [[...signUp, "  console.log('joins', input.visits, input.email !== '');", '});'].join('\n')],
  },
};
