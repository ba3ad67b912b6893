/** npm run new rule|model|category|report <id>: one new file with everything it must say, then the indexes. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { templates } from './new/templates';

const [kind = '', id = ''] = process.argv.slice(2);
const template = templates[kind];
if (!template || !id) fail(`Write npm run new ${Object.keys(templates).join('|')} <id>, such as npm run new category shoe-size.`);
if (!template!.pattern.test(id)) fail(`'${id}' is not an id of a ${kind}: ${template!.words}.`);
const file = template!.path(id);
if (existsSync(file)) fail(`${file} is already there. Choose another id, or edit it.`);
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, template!.content(id, camelCase(id)));
console.log(`wrote ${file}\n${template!.next}`);
process.exitCode = spawnSync('npx', ['tsx', 'scripts/generate.ts'], { stdio: 'inherit' }).status ?? 1;

function camelCase(name: string): string {
  return name.replace(/^\W+/, '').replace(/\W+(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}
