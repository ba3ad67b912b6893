import type { Model } from '../../server/engine/model';
import { each, prompts } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const talk = prompts('0.message', '0.messages', '0.chatHistory', '0.preamble', '0.documents', '0.prompt');
const api = surface({ classes: { CohereClient: 'client', CohereClientV2: 'client' } });

export const cohereAi: Model = {
  id: 'cohere-ai',
  title: 'Cohere',
  kind: 'ai',
  vendor: 'Cohere',
  hosts: ['api.cohere.com', 'api.cohere.ai'],
  packages: ['cohere-ai'],
  exports: api.exports,
  ambient: { cohere: 'client' },
  types: {
    ...api.types,
    client: {
      call: {},
      members: {
        ...each(['chat', 'chatStream', 'generate', 'generateStream'], talk),
        embed: prompts('0.texts', '0.inputs'),
        classify: prompts('0.inputs'),
        summarize: prompts('0.text'),
        rerank: prompts('0.query', '0.documents'),
        v2: 'client',
      },
    },
  },
  source: 'cohere-ai 7 (Node.js) reference (from memory, 2026-11)',
  examples: {
    finds: [withUser('', 'await cohere.chat({ message: `Write to ${user.email}` }); // ! pii-in-prompt')],
    silent: [withUser('', "await cohere.chat({ message: 'Describe a pastry' });")],
  },
};
