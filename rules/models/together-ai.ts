import type { Model } from '../../server/engine/model';
import { completionTypes } from './shared/completions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const api = surface({ main: 'Together', classes: { Together: 'client', Cerebras: 'client', Perplexity: 'client' } });

/** Clients that repeat the interface of OpenAI's. */
export const togetherAi: Model = {
  id: 'together-ai',
  title: 'Together AI and the like',
  kind: 'ai',
  vendor: 'an AI model',
  hosts: [
    'api.together.xyz',
    'api.cerebras.ai',
    'api.perplexity.ai',
    'openrouter.ai',
    'api.deepseek.com',
    'api.x.ai',
    'api.fireworks.ai',
  ],
  packages: ['together-ai', '@cerebras/cerebras_cloud_sdk', '@perplexity-ai/perplexity_ai'],
  exports: api.exports,
  types: {
    ...api.types,
    ...completionTypes,
    client: { members: { chat: 'chat', completions: 'completions', embeddings: 'embeddings' } },
  },
  source: 'together-ai 0.20 README and the named vendors’ API references (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import Together from 'together-ai';\nconst together = new Together();",
        "await together.chat.completions.create({ model: 'llama', messages: [{ role: 'user', content: user.email }] }); // ! pii-in-prompt",
      ),
    ],
    silent: [
      withUser(
        "import Together from 'together-ai';\nconst together = new Together();",
        "await together.chat.completions.create({ model: 'llama', messages: [{ role: 'user', content: orderId }] });",
      ),
    ],
  },
};
