import { execSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parse } from './server/engine/syntax/parse';
for (const dir of process.argv.slice(2)) {
  const files = execSync(`find ${dir} \\( -name '*.vue' -o -name '*.svelte' -o -name '*.html' \\) -not -path '*/node_modules/*' | head -1500`, { encoding: 'utf8' }).trim().split('\n').filter(Boolean);
  let full = 0, bare = 0, none = 0, errors = 0;
  const bad: string[] = [];
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    const parsed = parse(file, text);
    if (!parsed) errors++;
    else if (!parsed.template) { none++; if (text.includes('<template') || file.endsWith('.html') || file.endsWith('.svelte')) bad.push('none ' + file); }
    else if (parsed.opaque > 0) { bare++; bad.push('bare ' + file); }
    else full++;
  }
  console.log(dir, files.length, { full, bare, none, errors });
  console.log(bad.slice(0, 25).join('\n'));
}
