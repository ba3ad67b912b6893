import type { Model } from '../../server/engine/model';
import { each, prompts } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const text = prompts('0.prompt', '0.messages', '0.system', '0.instructions');
const passes = { content: 'arguments' as const };
const api = surface({
  classes: { Agent: 'agent', ToolLoopAgent: 'agent', Experimental_Agent: 'agent' },
  members: {
    ...each(['generateText', 'streamText', 'generateObject', 'streamObject'], text),
    embed: prompts('0.value'),
    embedMany: prompts('0.values'),
    rerank: prompts('0.query', '0.documents'),
    ...each(['generateImage', 'experimental_generateImage'], prompts('0.prompt')),
    ...each(['transcribe', 'experimental_transcribe'], prompts('0.audio')),
    ...each(['generateSpeech', 'experimental_generateSpeech'], prompts('0.text', '0.instructions')),
    ...each(['convertToModelMessages', 'convertToCoreMessages', 'pruneMessages', 'appendResponseMessages'], passes),
  },
});

/** Which vendor is asked depends on the model given; one that runs locally does not show here. */
export const ai: Model = {
  id: 'ai',
  title: 'AI SDK',
  kind: 'ai',
  vendor: 'an AI model',
  hosts: ['ai-gateway.vercel.sh'],
  packages: ['ai', 'ai/rsc'],
  exports: api.exports,
  ambient: {
    ...Object.fromEntries(
      ['generateText', 'streamText', 'generateObject', 'streamObject', 'embedMany'].map((name) => [name, `${name}()`]),
    ),
  },
  types: { ...api.types, agent: { members: each(['generate', 'stream', 'respond'], text) } },
  source: 'AI SDK 6 documentation, ai-sdk.dev (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        '',
        "await generateText({ model: openai('gpt'), prompt: `Write a reply to ${user.fullName}` }); // ! pii-in-prompt",
      ),
      withUser("import { embed } from 'ai';", "await embed({ model: 'text-embedding', value: user.email }); // ! pii-in-prompt"),
      withUser(
        "import { streamText } from 'ai';",
        "return streamText({ model: 'gpt', messages: [{ role: 'user', content: JSON.stringify(user) }] }); // ! pii-in-prompt",
      ),
    ],
    silent: [withUser('', "await generateText({ model: openai('gpt'), prompt: `Summarise order ${orderId}` });")],
  },
};
