/** Bundles the command line into dist/, or into the folder given. The parser lands in a chunk of its own, loaded only when something must be parsed. */
import { createHash } from 'node:crypto';
import { chmodSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';

/** Of ts-morph's common part only the TypeScript it bundles is needed; the rest would cost start-up time. */
const parserOnly: Plugin = {
  name: 'parser-only',
  setup(bundler) {
    bundler.onResolve({ filter: /^@ts-morph\/common$/ }, () => ({ path: 'parser', namespace: 'parser' }));
    bundler.onLoad({ filter: /.*/, namespace: 'parser' }, () => ({
      contents: `import ts from '@ts-morph/common/dist/typescript.js'; export { ts };`,
      resolveDir: process.cwd(),
    }));
  },
};

/** The protocol library could talk over sockets. Ours has a pipe to its editor, and nothing that opens another way out. */
const noNetwork: Plugin = {
  name: 'no-network',
  setup(bundler) {
    bundler.onResolve({ filter: /^(?:node:)?(?:net|http|https|http2|tls|dgram|dns)$/ }, () => ({
      path: 'none',
      namespace: 'none',
    }));
    bundler.onLoad({ filter: /.*/, namespace: 'none' }, () => ({ contents: 'module.exports = {};' }));
  },
};

const outdir = process.argv[2] ?? 'dist';
rmSync(outdir, { recursive: true, force: true });
await build({
  entryPoints: { cli: 'server/cli/index.ts' },
  outdir,
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minify: true,
  // jsonc-parser's other build hides its parts from a bundler.
  mainFields: ['module', 'main'],
  legalComments: 'linked',
  define: { __ENGINE_VERSION__: JSON.stringify(hashOf(['package-lock.json', ...sourcesOf('server'), ...sourcesOf('rules')])) },
  // Bundled CommonJS expects these three.
  banner: {
    js: [
      `import { createRequire as requireFrom } from 'node:module';`,
      `import { fileURLToPath as pathFrom } from 'node:url';`,
      `const require = requireFrom(import.meta.url), __filename = pathFrom(import.meta.url), __dirname = pathFrom(new URL('.', import.meta.url));`,
    ].join('\n'),
  },
  plugins: [parserOnly, noNetwork],
  logLevel: 'warning',
});
await build({
  entryPoints: { extension: 'client/extension.ts' },
  outdir,
  outExtension: { '.js': '.cjs' },
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  minify: true,
  external: ['vscode'],
  legalComments: 'linked',
  plugins: [noNetwork],
  logLevel: 'warning',
});
chmodSync(join(outdir, 'cli.js'), 0o755);

function sourcesOf(dir: string): string[] {
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return files.map((name) => join(dir, name)).sort();
}

function hashOf(paths: string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(`${path}\n`).update(readFileSync(path));
  return hash.digest('hex').slice(0, 16);
}
