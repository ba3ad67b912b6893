import type { Model } from '../../server/engine/model';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const api = surface({ members: { pipeline: { returns: 'pipeline' }, env: 'settings' } });

/** Runs in the process or the browser itself: nothing leaves. */
export const xenovaTransformers: Model = {
  id: '@xenova/transformers',
  title: 'Transformers.js',
  kind: 'ai',
  packages: ['@xenova/transformers', '@huggingface/transformers'],
  exports: api.exports,
  types: { ...api.types, settings: {}, pipeline: { call: {}, members: { dispose: {} } } },
  source: '@huggingface/transformers 3 documentation (from memory, 2026-11)',
  examples: {
    finds: [],
    silent: [
      withUser(
        "import { pipeline } from '@xenova/transformers';",
        "const classify = await pipeline('text-classification');",
        'return classify(user.fullName);',
      ),
    ],
  },
};
