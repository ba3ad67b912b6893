export interface Template {
  pattern: RegExp;
  /** What an id looks like. */
  words: string;
  path(id: string): string;
  content(id: string, name: string): string;
  /** What to do then. */
  next: string;
}

const KEBAB = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const kebab = 'lower-case words joined by dashes';

export const templates: Record<string, Template> = {
  rule: {
    pattern: KEBAB,
    words: kebab,
    path: (id) => `rules/exposure/${id}.ts`,
    content: rule,
    next: 'Move it to the folder of its family, name the wrong in the title, and write the examples first: a test runs them.',
  },
  model: {
    pattern: /^(?:@[a-z0-9][\w.-]*\/)?[a-z0-9][\w.-]*(?:\/[\w.-]+)*$/,
    words: 'the main name of a package',
    path: (id) => `rules/models/${id.replaceAll('/', '--')}.ts`,
    content: model,
    next: 'Say what its exports do, and write the examples first: a test runs them.',
  },
  category: {
    pattern: KEBAB,
    words: kebab,
    path: (id) => `rules/categories/${id}.ts`,
    content: category,
    next: 'Fill in the words in every language you can, and the names that look alike; a test runs the examples.',
  },
  report: {
    pattern: KEBAB,
    words: kebab,
    path: (id) => `server/report/${id}.ts`,
    content: report,
    next: 'It is now a value of --format and --output.',
  },
};

function rule(id: string, name: string): string {
  return `import type { Rule } from '../../server/engine/rule';

export const ${name}: Rule = {
  id: '${id}',
  title: 'TODO: the wrong, in one line',
  family: 'exposure',
  value: 'Respect',
  severity: 'warning',
  preset: 'strict',
  since: '0.1.0',
  basis: ['May be relevant: TODO (not checked yet)'],
  why: 'TODO: about the person harmed, two to four sentences.',
  limits: 'TODO: when not to use it, what it cannot see.',
  fixes: ['TODO: one way out per line.'],
  examples: { bad: [], ok: [] },
  *check(_ask) {
    // TODO: ask, judge, yield.
  },
};
`;
}

function model(id: string, name: string): string {
  return `import type { Model } from '../../server/engine/model';

export const ${name}: Model = {
  id: '${id}',
  title: '${id}',
  kind: 'utility',
  packages: ['${id}'],
  exports: { default: 'module', '*': 'module' },
  types: {
    module: { members: {} },
  },
  source: 'TODO: where the facts come from (checked YYYY-MM-DD)',
  examples: { finds: [], silent: [] },
};
`;
}

function category(id: string, name: string): string {
  return `import type { Category } from '../../server/engine/category';

export const ${name}: Category = {
  id: '${id}',
  title: '${id.replaceAll('-', ' ')}',
  group: 'demographic',
  special: false,
  grave: false,
  identifies: 'quasi',
  specific: ['${id.replaceAll('-', ' ')}'],
  generic: [],
  not: [],
  examples: { yes: ['user.${name}'], no: [] },
};
`;
}

function report(id: string, name: string): string {
  return `import type { Format } from './report';

/** TODO: who reads it. */
export const ${name}: Format = (report) => \`${id}: \${report.findings.length} findings\\n\`;
`;
}
