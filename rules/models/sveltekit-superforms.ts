import type { Model } from '../../server/engine/model';

const adapts = { reader: 'valibot' };
const schema = [
  "import { superValidate } from 'sveltekit-superforms';",
  "import { zod } from 'sveltekit-superforms/adapters';",
  "import { z } from 'zod';",
];

/** A form has the shape of the schema that its adapter is given. */
export const superforms: Model = {
  id: 'sveltekit-superforms',
  title: 'Superforms',
  kind: 'framework',
  packages: ['sveltekit-superforms', 'sveltekit-superforms/*'],
  exports: {
    superValidate: 'superValidate',
    message: 'nothing',
    setError: 'nothing',
    ...Object.fromEntries(
      ['zod', 'zod4', 'valibot', 'yup', 'joi', 'arktype', 'typebox', 'superstruct', 'effect', 'vine'].map((name) => [
        name,
        'adapter',
      ]),
    ),
  },
  types: {
    superValidate: { call: { reader: 'superform' } },
    adapter: { call: adapts },
    nothing: { call: {} },
  },
  source: 'Superforms 2 documentation, superforms.rocks/api (from memory, 2026-11)',
  examples: {
    finds: [
      [
        ...schema,
        'export const actions = {',
        '  default: async ({ request }: { request: Request }) => {',
        '    const form = await superValidate(request, zod(z.object({ email: z.string(), visits: z.number() })));',
        "    console.log('joins', form); // ! pii-in-logs",
        '  },',
        '};',
      ].join('\n'),
    ],
    silent: [
      [
        ...schema,
        'export const load = async () => {',
        '  const form = await superValidate(zod(z.object({ email: z.string(), visits: z.number() })));',
        "  console.log('empty', form);",
        '};',
      ].join('\n'),
    ],
  },
};
