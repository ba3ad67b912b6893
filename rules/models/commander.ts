import type { Model } from '../../server/engine/model';
import { each } from './shared/functions';
import { withUser } from './shared/people';

/** Arguments of a command line: nobody's but the operator's, who typed them. */
export const commander: Model = {
  id: 'commander',
  title: 'Commander',
  kind: 'utility',
  packages: ['commander', '@commander-js/extra-typings'],
  exports: { program: 'command', Command: 'class', createCommand: 'create', default: 'command' },
  types: {
    class: { construct: { returns: 'command' } },
    create: { call: { returns: 'command' } },
    command: {
      members: { args: 'typed', ...each(['opts', 'optsWithGlobals', 'getOptionValue'], {}) },
      otherwise: { returns: 'command' },
    },
    typed: { nobody: true },
  },
  source: 'commander 14 README (from memory, 2026-11)',
  examples: {
    finds: [],
    silent: [
      withUser(
        "import { Command } from 'commander';\nconst program = new Command();",
        "program.option('--email <email>').parse();\n  console.log(`looking for ${program.opts().email}`);",
      ),
      withUser("import { program } from 'commander';", 'const [email] = program.args;\n  console.log(email);'),
    ],
  },
};
