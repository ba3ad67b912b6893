import { expect, test } from 'vitest';
import { analyzeFiles } from './run';

const severityOf = (path: string, text: string): string[] =>
  analyzeFiles({ [path]: text })
    .filter(({ rule }) => rule === 'pii-in-logs')
    .map(({ severity }) => severity);

const admit = `async function admit(patient) {
  await axios.post('https://his.example/admissions', { id: patient.id });
  console.log('admitted', patient.email);
}`;

test('what a script prints is read by whoever started it', () => {
  expect(severityOf('seed.js', `const axios = require('axios');\n${admit}\nadmit({ id: 1 });`)).toEqual(['info']);
  expect(severityOf('scripts/seed.js', `const axios = require('axios');\n${admit}\nmodule.exports = { admit };`)).toEqual([
    'info',
  ]);
  expect(severityOf('seed.js', `${admit}\nprocess.exit(0);`)).toEqual(['info']);
});

test('a script may be run by others as well, and one that only asks a server is one', () => {
  const both = `${admit}\nif (require.main === module) admit({ id: 1 });\nmodule.exports = admit;`;
  const files = { 'scripts/seed.js': both, 'scripts/all.js': "require('./seed')({ id: 1 });\nprocess.exit(0);" };
  const found = analyzeFiles(files).filter(({ rule }) => rule === 'pii-in-logs');
  expect(found.map(({ severity }) => severity)).toEqual(['info']);
  const roles = `const users = [{ email: 'a@b.example' }];
async function check(user) {
  await fetch('http://localhost:5000/me');
  console.log(user.email);
}
check(users[0]);`;
  expect(severityOf('test-roles.js', roles)).toEqual(['info']);
  expect(severityOf('widget.js', `${roles}\ndocument.title = 'x';`)).toEqual(['warning']);
});

test('what a command prints is read where it was given, and what it keeps in a file is not', () => {
  const command = (logger: string): string => `import { BaseCommand } from '@adonisjs/core/ace';
export default class CreateAdmin extends BaseCommand {
  async run() {
    const user = await User.findBy('email', this.args.email);
    ${logger}.info(user.email);
  }
}`;
  expect(severityOf('commands/create_admin.ts', command('this.logger'))).toEqual(['info']);
  expect(
    severityOf('commands/create_admin.ts', `import pino from 'pino';\nconst logger = pino();\n${command('logger')}`),
  ).toEqual(['warning']);
});

test('what only says what others may call is no script, and an answer that ends is not its end', () => {
  expect(severityOf('admissions.js', `const axios = require('axios');\n${admit}`)).toEqual(['warning']);
  expect(severityOf('handler.js', 'function handle(req, res) {\n  console.log(req.user.email);\n  res.end();\n}')).toEqual([
    'warning',
  ]);
});

test('what serves or is started by a machine writes to logs', () => {
  const served = `const axios = require('axios');\n${admit}\nadmit({ id: 1 });\nsetInterval(admit, 1000);`;
  expect(severityOf('server.js', served)).toEqual(['warning']);
  expect(severityOf('jobs/admit.js', `const axios = require('axios');\n${admit}\nadmit({ id: 1 });`)).toEqual(['warning']);
});

test('what somebody was asked in a terminal is said to them again', () => {
  const program = (source: string): string => `import { createInterface } from 'node:readline';
const lines = createInterface({ input: ${source} });
lines.question('Your email? ', (email) => console.log(email));
export {};`;
  expect(severityOf('register.ts', program('process.stdin'))).toEqual(['info']);
  expect(severityOf('register.ts', program('socket'))).toEqual(['warning']);
});
