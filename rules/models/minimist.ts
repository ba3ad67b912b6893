import type { Model } from '../../server/engine/model';
import { withUser } from './shared/people';

/** Arguments of a command line: nobody's but the operator's, who typed them. */
export const minimist: Model = {
  id: 'minimist',
  title: 'Parsers of command lines',
  kind: 'utility',
  packages: ['minimist', 'yargs-parser', 'mri', 'arg', 'getopts', 'command-line-args', 'meow'],
  exports: { default: 'parse', '*': 'parse' },
  types: { parse: { call: {} } },
  source: 'minimist 1.2 and yargs-parser 22 READMEs (from memory, 2026-11)',
  examples: {
    finds: [],
    silent: [
      withUser(
        "import minimist from 'minimist';",
        'const { email } = minimist(process.argv.slice(2));\n  console.log(`looking for ${email}`);',
      ),
    ],
  },
};
