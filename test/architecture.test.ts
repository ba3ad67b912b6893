import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, posix } from 'node:path';
import { describe, expect, test } from 'vitest';

/** One import of one file. `to` is a path from the top of the repository, or a package or Node module. */
interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
  /** `import()`: loaded when it is reached, not when the program starts. */
  isLate?: boolean;
}

interface Ban {
  what: string;
  reason: string;
  /** The files it holds for. */
  in(path: string): boolean;
  forbids(found: Import): boolean;
}

const NETWORK = ['http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns', 'inspector', 'cluster'];
const NETWORK_PACKAGES = ['axios', 'got', 'node-fetch', 'undici', 'ws', 'superagent', 'request', 'socket.io-client'];
const name = (specifier: string): string => specifier.replace(/^node:/, '');
const isNode = (specifier: string): boolean => specifier.startsWith('node:') || builtinModules.includes(specifier);
const isEngine = (path: string): boolean => path.startsWith('server/engine/');
const under =
  (...folders: string[]) =>
  (path: string): boolean =>
    folders.some((folder) => path.startsWith(folder));

/** The rooms of control and what each may ask; the files beside them are graphs below and questions above. */
const BELOW: Record<string, readonly string[]> = {
  guards: [],
  influence: [],
  tracking: ['guards', 'influence'],
  prices: ['influence'],
  decisions: ['guards', 'influence', 'prices'],
};
const roomOf = (path: string): string | null => /^server\/engine\/control\/([a-z]+)\//.exec(path)?.[1] ?? null;

const bans: Ban[] = [
  {
    what: 'the network',
    reason: 'Nothing leaves the machine: no telemetry, no update check, no remote rules.',
    in: under('server/', 'rules/', 'client/'),
    forbids: ({ to }) => NETWORK.includes(name(to).split('/')[0]!) || NETWORK_PACKAGES.includes(to),
  },
  {
    what: 'Node in the engine',
    reason:
      'Text in, findings out: the engine reads no disk, clock, environment or network, so it runs anywhere and always the same.',
    in: isEngine,
    forbids: ({ to }) => isNode(to),
  },
  {
    what: 'rules, adapters, disk and cache in the engine',
    reason:
      'The core knows neither who asks nor what is done with the answer; analyze.ts alone brings engine, rules and models together.',
    in: (path) => isEngine(path) && path !== 'server/engine/analyze.ts',
    forbids: ({ to, typeOnly }) => !typeOnly && (to.startsWith('rules/') || (to.startsWith('server/') && !isEngine(to))),
  },
  {
    what: 'syntax trees outside the syntax room',
    reason:
      'A tree lives for one parse, or for one question about fixes; whoever holds a node holds the whole file and depends on a parser.',
    in: (path) =>
      under('server/', 'rules/')(path) && !under('server/engine/syntax/', 'server/engine/edit.ts', 'server/engine/edit/')(path),
    forbids: ({ to }) => ['typescript', 'ts-morph', '@ts-morph/common'].includes(to),
  },
  {
    what: 'a later question about control in an earlier one',
    reason:
      'Guards and influence stand on graphs alone; tracking asks both, prices ask influence, decisions ask influence and prices. No answer waits for itself.',
    in: under('server/engine/control/'),
    forbids: ({ from, to }) => {
      const room = roomOf(from);
      const other = roomOf(to);
      return room !== null && other !== null && other !== room && !BELOW[room]!.includes(other);
    },
  },
  {
    what: 'values in rules',
    reason: 'A rule is told everything it may know as an argument; it imports types only and keeps no state.',
    in: (path) => path.startsWith('rules/') && !/\/index\.ts$/.test(path),
    forbids: ({ from, to, typeOnly }) =>
      !typeOnly && !(from.startsWith('rules/models/') && to.startsWith('rules/models/shared/')),
  },
  {
    what: 'the disk outside disk, cache and the command line',
    reason: 'Two rooms read and write; the command line writes the reports it was asked for. All others can be run on text.',
    in: (path) => path.startsWith('server/') && !under('server/disk', 'server/cache', 'server/cli/')(path),
    forbids: ({ to }) => ['fs', 'fs/promises', 'child_process', 'worker_threads'].includes(name(to)),
  },
  {
    what: 'adapters in the session',
    reason: 'The session is the seam: the command line and the language server stand on it, never under it.',
    in: (path) => under('server/session', 'server/disk', 'server/cache')(path),
    forbids: ({ to }) => under('server/cli/', 'server/lsp/', 'server/report/')(to),
  },
  {
    what: 'the engine behind the session',
    reason: 'Adapters only translate: they see findings and contracts, not how findings come about.',
    in: under('server/cli/', 'server/lsp/', 'server/report/'),
    forbids: ({ from, to, typeOnly }) => {
      if (typeOnly || !isEngine(to) || from === 'server/cli/ir.ts') return false;
      return !['server/engine/policy', 'server/engine/suppress/lines'].some((allowed) => to.startsWith(allowed));
    },
  },
];

const files = ['server', 'rules', 'client'].flatMap((folder) => sourcesOf(folder));
const imports = files.flatMap(importsOf);

describe('no room reaches where it must not', () => {
  test('imports are found at all', () => {
    expect(imports.length).toBeGreaterThan(100);
    expect(imports).toContainEqual({ from: 'server/cli/index.ts', to: 'server/cli/main', typeOnly: false });
  });

  test.each(bans)('$what', (ban) => {
    const broken = imports
      .filter((found) => ban.in(found.from) && ban.forbids(found))
      .map(({ from, to }) => `${from} imports ${to}`);
    expect(broken, ban.reason).toEqual([]);
  });
});

test('the command line starts without the parser, the engine and the models', () => {
  const loaded = new Set<string>();
  const load = (path: string): void => {
    if (loaded.has(path)) return;
    loaded.add(path);
    for (const { from, to, typeOnly, isLate } of imports)
      if (!typeOnly && !isLate && from === path) load([`${to}.ts`, `${to}/index.ts`].find((file) => files.includes(file)) ?? to);
  };
  load('server/cli/index.ts');
  expect(loaded).toContain('server/session.ts');
  const heavy = ['@ts-morph/common', 'server/engine/analyze.ts', 'server/engine/syntax/lower.ts', 'rules/models/index.ts'];
  expect(
    heavy.filter((path) => loaded.has(path)),
    'Help, a version and a warm run take a tenth of a second; the parser alone takes four.',
  ).toEqual([]);
});

describe('the engine is a pure function', () => {
  const IMPURE =
    /\b(?:process|globalThis|performance)\s*\.|\bDate\s*\.\s*now\b|\bnew Date\(\s*\)|\bMath\s*\.\s*random\b|\bsetTimeout\(|\.(?:localeCompare|toLocale\w+)\(|\bIntl\b/;

  test.each(files.filter((path) => isEngine(path) || path.startsWith('rules/')))(
    '%s asks neither clock, chance, locale nor environment',
    (path) => {
      expect(IMPURE.exec(code(path))?.[0]).toBeUndefined();
    },
  );
});

test('nothing calls fetch or opens a socket', () => {
  const found = files.filter(
    (path) =>
      !path.startsWith('rules/') &&
      /(?<![.\w'"`])(?:fetch\(|new (?:WebSocket|XMLHttpRequest|EventSource)\()|sendBeacon\(/.test(code(path)),
  );
  expect(found, 'Nothing leaves the machine.').toEqual([]);
});

test('project code is never run', () => {
  const found = files.filter((path) => !path.startsWith('rules/') && /\beval\(|\bnew Function\(|from 'node:vm'/.test(code(path)));
  expect(found, 'Configuration is data; what we analyse is text.').toEqual([]);
});

function sourcesOf(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => path.split('\\').join('/'));
  return names.filter((path) => path.endsWith('.ts')).map((path) => `${folder}/${path}`);
}

function importsOf(path: string): Import[] {
  // A program that is written by ours, in a template, imports what it needs.
  const source = readFileSync(path, 'utf8').replace(/`(?:[^`\\]|\\.)*`/g, '``');
  // Behind the imports of a rule or model stand snippets, which import what they like.
  const text = path.startsWith('rules/') ? source.split(/^(?:export )?const /m)[0]! : source;
  const statements = [...text.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]/gm)].map(
    ([whole, type, to]) => ({
      to: to!,
      typeOnly: type !== undefined || hasOnlyTypes(whole),
    }),
  );
  const dynamic = [...text.matchAll(/\b(?:import|require)\(\s*['"]([^'"]+)['"]/g)].map(([, to]) => ({
    to: to!,
    typeOnly: false,
    isLate: true,
  }));
  return [...statements, ...dynamic].map((found) => {
    const { to } = found;
    return { ...found, from: path, to: to.startsWith('.') ? posix.normalize(posix.join(dirname(path), to)) : to };
  });
}

/** `import { type A, type B } from` */
function hasOnlyTypes(statement: string): boolean {
  const names = /\{([^}]*)\}/.exec(statement)?.[1]?.split(',') ?? [''];
  return (
    names.filter((part) => part.trim()).every((part) => part.trim().startsWith('type ')) && names.some((part) => part.trim())
  );
}

/** Source without comments and without what stands in quotes. */
function code(path: string): string {
  const QUOTED = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;
  return readFileSync(path, 'utf8').replace(QUOTED, "''");
}
