import type { Model } from '../../server/engine/model';

const nothing = { content: 'none' as const };
/** Of the type that the call is given. */
const rows = { reader: 'prisma' };

/** Declared records come from schema.prisma. A list of promises given to `$transaction` gives their results. */
export const prismaClient: Model = {
  id: '@prisma/client',
  title: 'Prisma',
  kind: 'database',
  packages: ['@prisma/client', '@prisma/client/*', '@prisma/extension-accelerate'],
  exports: { PrismaClient: 'PrismaClient', Prisma: 'helpers' },
  ambient: { prisma: 'client', PrismaClient: 'PrismaClient' },
  types: {
    PrismaClient: { construct: { returns: 'client', config: 0 } },
    client: {
      members: {
        $transaction: { content: 'arguments', callback: [{ argument: 0, parameters: ['type:client'], result: 'value' }] },
        $extends: { returns: 'receiver' },
        $connect: nothing,
        $disconnect: nothing,
        $on: nothing,
        $queryRaw: rows,
        $queryRawUnsafe: rows,
        $executeRaw: nothing,
        $executeRawUnsafe: nothing,
      },
      otherwise: { reader: 'prisma' },
    },
    helpers: { otherwise: {} },
  },
  source: 'Prisma 7 documentation, prisma.io/docs/orm/reference/prisma-client-reference (from memory, 2026-11)',
  examples: {
    finds: [
      [
        "import { PrismaClient } from '@prisma/client';",
        'const client = new PrismaClient();',
        'export async function show(id: string) {',
        '  const user = await client.user.findUnique({ where: { id }, select: { email: true, fullName: true } });',
        "  console.log('found', user); // ! pii-in-logs",
        '}',
      ].join('\n'),
    ],
    silent: [
      "export const count = async () => console.log('users', await prisma.user.count());",
      "export const ids = async () => console.log('users', await prisma.user.findMany({ select: { id: true } }));",
    ],
  },
};
