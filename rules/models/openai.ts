import type { Model } from '../../server/engine/model';
import { each, prompts } from './shared/actions';
import { completionTypes } from './shared/completions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const RESPONSE = ['0.input', '0.instructions', '0.prompt', '0.user', '0.metadata', '0.safety_identifier'];
const api = surface({
  main: 'OpenAI',
  classes: { OpenAI: 'client', AzureOpenAI: 'client', OpenAIApi: 'legacy' },
  members: { toFile: { content: 'arguments' } },
});

/** Called as a function, the name is the provider of the `ai` package: a handle on a model, without content. */
export const openai: Model = {
  id: 'openai',
  title: 'OpenAI',
  kind: 'ai',
  vendor: 'OpenAI',
  hosts: ['api.openai.com', 'eu.api.openai.com'],
  packages: ['openai', 'openai/*'],
  exports: api.exports,
  ambient: { openai: 'client', OpenAI: 'class OpenAI' },
  types: {
    ...api.types,
    ...completionTypes,
    client: {
      call: {},
      members: {
        chat: 'chat',
        completions: 'completions',
        responses: 'responses',
        embeddings: 'embeddings',
        moderations: 'moderations',
        images: 'images',
        audio: 'audio',
        files: 'files',
        beta: 'beta',
        conversations: 'conversations',
        withOptions: { returns: 'receiver' },
      },
    },
    responses: { members: { ...each(['create', 'stream', 'parse'], prompts(...RESPONSE)), ...each(['retrieve', 'delete'], {}) } },
    moderations: { members: { create: prompts('0.input') } },
    images: { members: each(['generate', 'edit', 'createVariation'], prompts('0.prompt', '0.image', '0.user')) },
    audio: { members: { transcriptions: 'speech', translations: 'speech', speech: 'speech' } },
    speech: { members: { create: prompts('0.input', '0.file', '0.prompt', '0.instructions') } },
    files: { members: { create: prompts('0.file'), retrieve: {}, list: {} } },
    conversations: { members: { create: prompts('0.items', '0.metadata'), items: 'messages' } },
    beta: { members: { chat: 'chat', threads: 'threads', assistants: 'assistants' } },
    assistants: { members: { create: prompts('0.instructions', '0.metadata'), update: prompts('1.instructions', '1.metadata') } },
    threads: {
      members: { ...each(['create', 'createAndRun', 'createAndRunPoll'], prompts('0')), messages: 'messages', runs: 'runs' },
    },
    messages: { members: { create: prompts('1'), list: {}, retrieve: {} } },
    runs: {
      members: {
        ...each(
          ['create', 'createAndPoll', 'stream'],
          prompts('1.instructions', '1.additional_instructions', '1.additional_messages'),
        ),
        ...each(['submitToolOutputs', 'submitToolOutputsAndPoll'], prompts('1', '2')),
      },
    },
    legacy: {
      members: {
        ...each(['createChatCompletion', 'createCompletion'], prompts('0.messages', '0.prompt', '0.user')),
        createEmbedding: prompts('0.input'),
      },
    },
  },
  source: 'openai 6 (Node.js) API reference (from memory); help.openai.com/en/articles/5428082, read 2026-11',
  examples: {
    finds: [
      withUser(
        '',
        "await openai.chat.completions.create({ model: 'gpt', messages: [{ role: 'user', content: `Write to ${user.email}` }] }); // ! pii-in-prompt",
      ),
      withUser(
        "import OpenAI from 'openai';\nconst client = new OpenAI();",
        "await client.responses.create({ model: 'gpt', input: JSON.stringify(user) }); // ! pii-in-prompt",
      ),
      withUser(
        '',
        "await openai.embeddings.create({ model: 'embed', input: `${user.fullName}, ${user.phone}` }); // ! pii-in-prompt",
      ),
    ],
    silent: [
      withUser('', "await openai.responses.create({ model: 'gpt', input: `Describe order ${orderId}` });"),
      withUser(
        "import OpenAI from 'openai';\nconst local = new OpenAI({ baseURL: 'http://localhost:11434/v1', apiKey: 'none' });",
        "await local.chat.completions.create({ model: 'llama3', messages: [{ role: 'user', content: user.fullName }] });",
      ),
    ],
  },
};
