import type { Model } from '../../server/engine/model';
import { each, prompts } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const calls = [
  'getChatCompletions',
  'streamChatCompletions',
  'getCompletions',
  'streamCompletions',
  'getEmbeddings',
  'getImages',
];
const api = surface({ classes: { OpenAIClient: 'client' } });

export const azureOpenai: Model = {
  id: '@azure/openai',
  title: 'Azure OpenAI',
  kind: 'ai',
  vendor: 'Azure OpenAI',
  packages: ['@azure/openai'],
  exports: api.exports,
  types: { ...api.types, client: { members: each(calls, prompts('1', '2.user')) } },
  source: '@azure/openai 1.0-beta README (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { OpenAIClient } from '@azure/openai';\nconst client = new OpenAIClient('endpoint', {});",
        "await client.getChatCompletions('gpt', [{ role: 'user', content: user.email }]); // ! pii-in-prompt",
      ),
    ],
    silent: [
      withUser(
        "import { OpenAIClient } from '@azure/openai';\nconst client = new OpenAIClient('endpoint', {});",
        "await client.getChatCompletions('gpt', [{ role: 'user', content: 'Describe a pastry' }]);",
      ),
    ],
  },
};
