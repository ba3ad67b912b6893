import type { Model } from '../../server/engine/model';
import { prompts } from './shared/actions';
import { completionTypes } from './shared/completions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const api = surface({ main: 'Groq', classes: { Groq: 'client' } });

export const groqSdk: Model = {
  id: 'groq-sdk',
  title: 'Groq',
  kind: 'ai',
  vendor: 'Groq',
  hosts: ['api.groq.com'],
  packages: ['groq-sdk'],
  exports: api.exports,
  ambient: { groq: 'client' },
  types: {
    ...api.types,
    ...completionTypes,
    client: { call: {}, members: { chat: 'chat', completions: 'completions', embeddings: 'embeddings', audio: 'audio' } },
    audio: { members: { transcriptions: 'speech', translations: 'speech', speech: 'speech' } },
    speech: { members: { create: prompts('0.file', '0.prompt', '0.input') } },
  },
  source: 'groq-sdk 0.33 README (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        '',
        "await groq.chat.completions.create({ model: 'llama', messages: [{ role: 'user', content: user.email }] }); // ! pii-in-prompt",
      ),
    ],
    silent: [
      withUser('', "await groq.chat.completions.create({ model: 'llama', messages: [{ role: 'user', content: orderId }] });"),
    ],
  },
};
