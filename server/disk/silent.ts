const SILENT_FOLDERS = new Set([
  ...[
    'test',
    'tests',
    'spec',
    'specs',
    '__tests__',
    '__test__',
    'e2e',
    'cypress',
    'playwright',
    'test-utils',
    'testing',
    'testdata',
  ],
  ...[
    'stories',
    '__stories__',
    '.storybook',
    'storybook',
    'fixtures',
    '__fixtures__',
    'fixture',
    'mocks',
    '__mocks__',
    'mock',
    'mock-service-worker',
    'msw',
  ],
  ...['seed', 'seeds', 'seeders', 'seeding'],
  ...['__snapshots__', '__generated__', 'generated', 'vendor', 'vendored', 'third_party', 'third-party', 'bower_components'],
]);
/** `integration-tests`, `e2e_tests`, `shop-e2e`, `seed-database`, `html_snapshots`; tests that people take (`lab-tests`) are another thing. */
const QUIET_FOLDER =
  /[-_]e2e$|^(?:integration|unit|e2e|end-to-end|acceptance|functional|smoke|load|stress|perf(?:ormance)?|regression|system|ui|api|contract|component|browser|visual)[-_.]tests?$|^seed[-_.](?:data(?:base)?|db|scripts?)$|^(?:html|page|dom)[-_]snapshots?$/;
const SILENT_FILE = [
  /\.(?:tests?|specs?|e2e|cy|stories|story|mocks?|fixtures?|examples?|demos?|generated|gen|pb)\.(?:[\w-]+\.)?\w+$/i,
  // `e2e-login-test.ts`, `prepare-load-test.mjs`: a `speed-test` or a `blood-test` may be what the program is about.
  /^(?:e2e|smoke|load|stress|integration|regression)[-_].*[-_]?tests?\.\w+$/i,
  /[-_](?:e2e|smoke|load|stress|integration|regression|unit|perf)[-_]tests?\.\w+$|^smoke[-_]tests?\.\w+$/i,
  /[_-](?:spec|mocks?|fixtures?|stories|pb)\.\w+$|_test\.\w+$/i,
  /^(?:tests?|spec|mocks?|fixtures?)\.\w+$/i,
  /(?:^|[-_.])seed(?:ers?|s)?(?:[-_.](?:db|data(?:base)?|dev|demo|dummy|local|users?|admin|initial|prod(?:uction)?|staging)(?:[-_]\w+)?)?\.\w+$/i,
  // What tests share: `billing.test-helpers.tsx`, `test-utils.ts`.
  /(?:^|\.)test[-_.]?(?:helpers?|utils?|utilities|setup|support|harness)\.\w+$/i,
  // `check.node-test.mjs`; what a bundler wrote, with a hash of the content in its name.
  /\.[\w-]+-tests?\.[mc]?[jt]sx?$/i,
  /\.min\.[mc]?js$|\.[\da-f]{8,}\.(?:chunk\.|bundle\.)?[mc]?js$/i,
];

/**
 * Tests, stories, fixtures, mocks, seed data, generated and vendored code, and what stands in hidden folders of tools, are silent by default: they are read
 * only when analysed code imports them, and nothing in them is reported.
 */
export function isSilentPath(path: string): boolean {
  const parts = path.split('/');
  const name = parts.pop()!;
  if (SILENT_FILE.some((pattern) => pattern.test(name)) || parts.some((part) => isSilentFolder(part.toLowerCase()))) return true;
  const isIn = (folders: ReadonlySet<string>): boolean =>
    parts.length === 0 || parts.some((part) => SCRIPTS.has(part.toLowerCase()) || folders.has(part.toLowerCase()));
  return (TEST_SCRIPT.test(name) && isIn(SCRIPTS)) || (SEED_SCRIPT.test(name) && isIn(DATABASES));
}

/** `scripts/test-mail.mjs` tries something out, and so does `test-mail.js` beside the manifest; `src/test-drive.ts` is what somebody books. */
const TEST_SCRIPT = /^test[-_][\w.-]+$/i;
/** `seed-messages.mjs` beside the manifest and `prisma/seed-orders.ts` fill an empty database. */
const SEED_SCRIPT = /^seed[-_][\w.-]+$/i;
const SCRIPTS = new Set(['script', 'scripts', 'bin', 'tools']);
const DATABASES = new Set(['prisma', 'drizzle', 'db', 'database']);

const isSilentFolder = (name: string): boolean => SILENT_FOLDERS.has(name) || QUIET_FOLDER.test(name) || isHidden(name);

/** What tools keep for themselves (`.github`, settings and scripts of editors and assistants), but sites that are written there. */
const isHidden = (name: string): boolean => name.length > 1 && name.startsWith('.') && !SITES.has(name);
const SITES = new Set(['.vitepress', '.vuepress', '.dumi', '.umi']);

const GENERATED = /@generated\b|\bDO NOT EDIT\b|\b(?:auto-?|automatically )generated\b/i;

/** What browsers and copiers write into the page of somebody else that they keep. */
const COPIED = /<!--\s*(?:saved from url=|page saved with singlefile|mirrored from )/i;

/** Does the comment a file begins with say that a machine wrote it, or copied it? In a string the words mean nothing. */
export function isGenerated(text: string): boolean {
  const head = text.slice(0, 800);
  if (/^\s*</.test(head) && COPIED.test(head)) return true;
  const match = GENERATED.exec(head);
  if (!match) return false;
  const before = head.slice(0, match.index);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return (
    (/^\s*(?:\/\/|\/\*|\*|#|<!--)/.test(line) && !line.includes('*/')) || before.lastIndexOf('/*') > before.lastIndexOf('*/')
  );
}
