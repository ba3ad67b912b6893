import type { Model } from '../../server/engine/model';
import { each, prompts } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const remote = Object.fromEntries(
  ['OpenAI', 'Anthropic', 'Gemini', 'MistralAI', 'Groq', 'DeepSeek', 'Bedrock'].map((name) => [name, 'model']),
);
const api = surface({
  classes: { ...remote, Ollama: 'local', OpenAIEmbedding: 'embedding' },
  members: {
    Document: 'document',
    VectorStoreIndex: 'indexes',
    SummaryIndex: 'indexes',
    openai: { returns: 'model', config: 0 },
  },
});

export const llamaindex: Model = {
  id: 'llamaindex',
  title: 'LlamaIndex',
  kind: 'ai',
  vendor: 'an AI model',
  packages: ['llamaindex', 'llamaindex/*', '@llamaindex/*'],
  exports: api.exports,
  types: {
    ...api.types,
    model: { members: each(['chat', 'complete', 'exec', 'streamExec'], prompts('0.messages', '0.prompt')) },
    local: { members: each(['chat', 'complete'], {}) },
    embedding: { members: each(['getTextEmbedding', 'getTextEmbeddings', 'getQueryEmbedding'], prompts('0')) },
    document: { construct: { content: 'arguments' } },
    indexes: { members: { fromDocuments: { ...prompts('0'), returns: 'index' }, init: { returns: 'index' } } },
    index: {
      members: {
        insert: prompts('0'),
        insertNodes: prompts('0'),
        ...each(['asQueryEngine', 'asChatEngine', 'asRetriever'], { returns: 'engine' }),
      },
    },
    engine: { members: each(['query', 'chat', 'retrieve'], prompts('0')) },
  },
  source: 'LlamaIndex.TS 0.12 documentation (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { Document, VectorStoreIndex } from 'llamaindex';",
        'await VectorStoreIndex.fromDocuments([new Document({ text: user.fullName })]); // ! pii-in-prompt',
      ),
    ],
    silent: [
      withUser(
        "import { Document, VectorStoreIndex } from 'llamaindex';",
        "await VectorStoreIndex.fromDocuments([new Document({ text: 'Opening hours' })]);",
      ),
    ],
  },
};
