import type { Model } from '../../server/engine/model';
import { functions, each } from './shared/functions';
import { withPatient, withUser } from './shared/snippets';

const write = { sink: { kind: 'file' as const, data: ['1'], path: '0' } };
const none = each(
  [
    'readFile',
    'readFileSync',
    'stat',
    'mkdir',
    'mkdirSync',
    'unlink',
    'unlinkSync',
    'rm',
    'exists',
    'existsSync',
    'createReadStream',
  ],
  {},
);
const writes = each(
  ['writeFile', 'writeFileSync', 'appendFile', 'appendFileSync', 'outputFile', 'outputJson', 'writeJson', 'writeJSON'],
  write,
);
const actions = functions({ ...writes, ...none, createWriteStream: { returns: 'stream' } });

/** What is read from a file is not known to be personal. */
export const fs: Model = {
  id: 'fs',
  title: 'Node file system',
  kind: 'file',
  packages: ['fs', 'node:fs', 'fs/promises', 'node:fs/promises', 'fs-extra', 'graceful-fs'],
  exports: { ...actions.exports, promises: 'promises' },
  ambient: { fs: 'namespace' },
  types: {
    ...actions.types,
    namespace: { members: { ...actions.types.namespace!.members, promises: 'promises' } },
    promises: { members: { ...writes, ...none, open: { returns: 'handle' } } },
    stream: { members: { ...each(['write', 'end'], { sink: { kind: 'file', data: ['0'] } }), on: {}, close: {} } },
    handle: { members: { ...each(['write', 'writeFile', 'appendFile'], { sink: { kind: 'file', data: ['0'] } }), close: {} } },
  },
  source: 'Node.js 24 documentation, nodejs.org/api/fs.html; fs-extra 11 (from memory, 2026-11)',
  examples: {
    finds: [
      withPatient(
        "import { writeFile } from 'node:fs/promises';",
        "await writeFile('/exports/patient.csv', patient.ssn); // ! cleartext-pii",
      ),
      withPatient(
        "import fs from 'fs';",
        "fs.promises.writeFile('/exports/p.json', JSON.stringify(patient)); // ! cleartext-pii",
      ),
      withUser(
        "import { appendFileSync } from 'node:fs';",
        "appendFileSync('access.log', `login ${user.email}`); // ! pii-in-logs",
      ),
    ],
    silent: [withPatient("import { writeFile } from 'node:fs/promises';", "await writeFile('/exports/ids.csv', patient.id);")],
  },
};
