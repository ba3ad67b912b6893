import type { Model } from '../../server/engine/model';
import { logs } from './shared/actions';
import { withUser } from './shared/people';

export const process: Model = {
  id: 'process',
  title: 'Standard output and error',
  kind: 'logger',
  packages: ['node:process', 'process'],
  exports: {
    default: 'process',
    '*': 'process',
    argv: 'typed',
    env: 'typed',
    stdout: 'stream',
    stderr: 'stream',
    emitWarning: 'emitWarning()',
  },
  ambient: { process: 'process' },
  types: {
    process: {
      members: { stdout: 'stream', stderr: 'stream', emitWarning: logs('0'), argv: 'typed', env: 'typed', default: 'process' },
    },
    typed: { nobody: true },
    stream: { members: { write: logs('0'), end: logs('0') } },
    'emitWarning()': { call: logs('0') },
  },
  source: 'Node.js 20 documentation of process (from memory, 2026-11)',
  examples: {
    finds: [withUser('', 'process.stdout.write(`${user.email}\\n`); // ! pii-in-logs')],
    silent: [
      withUser('', 'process.stdout.write(`${user.id}\\n`);'),
      'const turnUsername = process.env.TURN_USERNAME;\nconsole.log(`as ${turnUsername}`);',
      'const [email] = process.argv.slice(2);\nconsole.log(`looking for ${email}`);',
    ],
  },
};
