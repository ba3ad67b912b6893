import type { Model } from '../../server/engine/model';
import { each } from './shared/functions';
import { withUser } from './shared/people';

/** Arguments of a command line: nobody's but the operator's, who typed them. */
export const yargs: Model = {
  id: 'yargs',
  title: 'yargs',
  kind: 'utility',
  packages: ['yargs', 'yargs/*'],
  exports: { default: 'yargs', '*': 'yargs' },
  types: {
    yargs: {
      call: { returns: 'yargs' },
      members: { argv: 'typed', ...each(['parse', 'parseSync', 'parseAsync'], {}) },
      otherwise: { returns: 'yargs' },
    },
    typed: { nobody: true },
  },
  source: 'yargs 18 documentation (from memory, 2026-11)',
  examples: {
    finds: [],
    silent: [
      withUser(
        "import yargs from 'yargs';",
        "const argv = yargs(process.argv.slice(2)).option('email', { type: 'string' }).parseSync();\n  console.log(argv.email);",
      ),
      withUser("import yargs from 'yargs';", "const { email } = yargs.option('email', {}).argv;\n  console.log(email);"),
    ],
  },
};
