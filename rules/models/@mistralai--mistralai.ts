import type { Model } from '../../server/engine/model';
import { each, prompts } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const talk = prompts('0.messages', '0.prompt', '0.suffix', '0.inputs', '0.instructions');
const api = surface({ main: 'Mistral', classes: { Mistral: 'client', MistralClient: 'client' } });

export const mistralaiMistralai: Model = {
  id: '@mistralai/mistralai',
  title: 'Mistral',
  kind: 'ai',
  vendor: 'Mistral',
  hosts: ['api.mistral.ai'],
  packages: ['@mistralai/mistralai'],
  exports: api.exports,
  ambient: { mistral: 'client' },
  types: {
    ...api.types,
    client: {
      call: {},
      members: { chat: 'calls', fim: 'calls', agents: 'calls', embeddings: 'calls', beta: 'beta', chatStream: talk },
    },
    beta: { members: { conversations: 'calls', agents: 'calls' } },
    calls: { call: talk, members: each(['complete', 'stream', 'create', 'parse', 'start', 'append'], talk) },
  },
  source: '@mistralai/mistralai 1 README (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { Mistral } from '@mistralai/mistralai';\nconst mistral = new Mistral({ apiKey: 'key' });",
        "await mistral.chat.complete({ model: 'small', messages: [{ role: 'user', content: user.fullName }] }); // ! pii-in-prompt",
      ),
    ],
    silent: [
      withUser(
        "import { Mistral } from '@mistralai/mistralai';\nconst mistral = new Mistral({ apiKey: 'key' });",
        "await mistral.chat.complete({ model: 'small', messages: [{ role: 'user', content: orderId }] });",
      ),
    ],
  },
};
