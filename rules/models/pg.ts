import type { Model } from '../../server/engine/model';
import { each } from './shared/functions';
import { withUser } from './shared/snippets';

const members = {
  ...each(['query', 'execute', 'unsafe', 'one', 'oneOrNone', 'any', 'many', 'manyOrNone', 'all', 'get'], { reader: 'sql' }),
  ...each(['end', 'release', 'on', 'run', 'exec'], {}),
  prepare: { reader: 'sql' },
  ...each(['connect', 'getConnection'], { returns: 'receiver' }),
  promise: { returns: 'receiver' },
};

/** Rows of plain SQL are what its text names, and what an annotation says: `query<Member>('select …')`. */
export const pg: Model = {
  id: 'pg',
  title: 'SQL drivers',
  kind: 'database',
  packages: [
    'pg',
    'pg-promise',
    'mysql',
    'mysql2',
    'mysql2/promise',
    'better-sqlite3',
    'sqlite3',
    'mssql',
    '@neondatabase/serverless',
    '@vercel/postgres',
    'postgres',
  ],
  exports: {
    default: 'driver',
    '*': 'driver',
    Pool: 'Client',
    Client: 'Client',
    createPool: 'create',
    createConnection: 'create',
    neon: 'create',
    sql: 'client',
  },
  types: {
    driver: {
      call: { returns: 'client' },
      construct: { returns: 'client' },
      members: { Pool: 'Client', Client: 'Client', createPool: { returns: 'client' }, createConnection: { returns: 'client' } },
    },
    Client: { construct: { returns: 'client', config: 0 } },
    create: { call: { returns: 'client', config: 0 } },
    client: { call: { reader: 'sql' }, members },
  },
  source: 'node-postgres 8 documentation, node-postgres.com; mysql2 3; postgres 3 (from memory, 2026-11)',
  examples: {
    finds: [
      "import { Pool } from 'pg';\nconst pool = new Pool();\nexport async function show(id: string) {\n  const { rows } = await pool.query('select id, email from members where id = $1', [id]);\n  console.log('found', rows[0].email); // ! pii-in-logs\n}",
    ],
    silent: [
      withUser(
        "import { Pool } from 'pg';",
        'const pool = new Pool();',
        "const found = await pool.query('select visits from members where email = $1', [user.email]);",
        "console.log('visits', found.rows);",
      ),
    ],
  },
};
