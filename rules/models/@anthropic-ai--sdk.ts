import type { Model } from '../../server/engine/model';
import { each, prompts } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const api = surface({
  main: 'Anthropic',
  classes: { Anthropic: 'client', AnthropicBedrock: 'client', AnthropicVertex: 'client' },
});

export const anthropicAiSdk: Model = {
  id: '@anthropic-ai/sdk',
  title: 'Anthropic',
  kind: 'ai',
  vendor: 'Anthropic',
  hosts: ['api.anthropic.com'],
  packages: ['@anthropic-ai/sdk', '@anthropic-ai/sdk/*', '@anthropic-ai/bedrock-sdk', '@anthropic-ai/vertex-sdk'],
  exports: api.exports,
  ambient: { anthropic: 'client', Anthropic: 'class Anthropic' },
  types: {
    ...api.types,
    client: { call: {}, members: { messages: 'messages', completions: 'completions', beta: 'beta' } },
    beta: { members: { messages: 'messages' } },
    messages: {
      members: {
        ...each(['create', 'stream', 'countTokens', 'parse', 'toolRunner'], prompts('0.messages', '0.system', '0.metadata')),
        batches: 'batches',
      },
    },
    batches: { members: { create: prompts('0.requests'), retrieve: {}, results: {} } },
    completions: { members: { create: prompts('0.prompt', '0.metadata') } },
  },
  source: '@anthropic-ai/sdk 0.68 API reference (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        '',
        "await anthropic.messages.create({ model: 'claude', messages: [{ role: 'user', content: JSON.stringify(user) }] }); // ! pii-in-prompt",
      ),
      withUser(
        "import Anthropic from '@anthropic-ai/sdk';\nconst client = new Anthropic();",
        'await client.messages.stream({ system: `You speak with ${user.fullName}`, messages: [] }); // ! pii-in-prompt',
      ),
    ],
    silent: [
      withUser(
        '',
        "await anthropic.messages.create({ model: 'claude', messages: [{ role: 'user', content: 'Describe a pastry' }] });",
      ),
    ],
  },
};
