import type { Action, Model } from '../../server/engine/model';
import { each, prompts } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const MODELS = [
  'ChatOpenAI',
  'AzureChatOpenAI',
  'OpenAI',
  'ChatAnthropic',
  'ChatGoogleGenerativeAI',
  'ChatVertexAI',
  'ChatMistralAI',
  'ChatGroq',
  'ChatCohere',
  'ChatBedrockConverse',
  'BedrockChat',
  'ChatXAI',
  'ChatDeepSeek',
  'ChatPerplexity',
  'HuggingFaceInference',
  'LLMChain',
  'ConversationChain',
  'RetrievalQAChain',
];
const EMBEDDINGS = [
  'OpenAIEmbeddings',
  'CohereEmbeddings',
  'GoogleGenerativeAIEmbeddings',
  'MistralAIEmbeddings',
  'BedrockEmbeddings',
];
const LOCAL = [
  'ChatOllama',
  'Ollama',
  'OllamaEmbeddings',
  'LlamaCpp',
  'ChatLlamaCpp',
  'HuggingFaceTransformersEmbeddings',
  'FakeListChatModel',
];
const MESSAGES = ['HumanMessage', 'SystemMessage', 'AIMessage', 'ToolMessage', 'ChatMessage', 'Document'];
const STORES = [
  'MemoryVectorStore',
  'PineconeStore',
  'Chroma',
  'QdrantVectorStore',
  'WeaviateStore',
  'SupabaseVectorStore',
  'PGVectorStore',
];

const passes: Action = { content: 'all' };
const asks = each(
  ['invoke', 'stream', 'batch', 'call', 'predict', 'generate', 'streamEvents', 'predictMessages', 'run'],
  prompts('0'),
);
const builds = each(['bind', 'bindTools', 'withStructuredOutput', 'withConfig', 'withRetry', 'pipe', 'withFallbacks'], {
  returns: 'receiver',
});
const runs = each(['invoke', 'stream', 'batch', 'call', 'predict', 'generate', 'embedQuery', 'embedDocuments'], {});
const factory = {
  members: each(['fromTemplate', 'fromMessages', 'fromExamples'], { returns: 'prompt', content: 'arguments' as const }),
};
const named = (names: string[], type: string): Record<string, string> => Object.fromEntries(names.map((name) => [name, type]));
const api = surface({
  classes: { ...named(MODELS, 'model'), ...named(EMBEDDINGS, 'embeddings'), ...named(LOCAL, 'local') },
  members: {
    ...named(MESSAGES, 'message'),
    ...named(STORES, 'stores'),
    ...each(['initChatModel', 'createAgent', 'createReactAgent'], { returns: 'model', config: 0 }),
    RunnableSequence: 'sequences',
    ...named(['PromptTemplate', 'ChatPromptTemplate', 'HumanMessagePromptTemplate', 'SystemMessagePromptTemplate'], 'prompts'),
  },
});

/** A template that is piped into a model becomes a chain that asks it. */
export const langchain: Model = {
  id: 'langchain',
  title: 'LangChain',
  kind: 'ai',
  vendor: 'an AI model',
  packages: ['langchain', 'langchain/*', '@langchain/*'],
  exports: api.exports,
  ambient: { chatModel: 'model', llm: 'model' },
  types: {
    ...api.types,
    model: { members: { ...asks, ...builds } },
    local: { members: { ...runs, ...builds } },
    embeddings: { members: each(['embedQuery', 'embedDocuments'], prompts('0')) },
    message: { construct: { content: 'arguments' } },
    prompts: factory,
    prompt: {
      members: {
        ...each(['format', 'formatMessages', 'formatPromptValue', 'invoke', 'partial'], passes),
        pipe: { returns: 'model' },
      },
    },
    sequences: { members: { from: { returns: 'model' } } },
    stores: {
      construct: { returns: 'store' },
      members: each(['fromDocuments', 'fromTexts', 'fromExistingIndex'], { ...prompts('0', '1'), returns: 'store' }),
    },
    store: { members: each(['addDocuments', 'similaritySearch', 'similaritySearchWithScore'], prompts('0')) },
  },
  source: 'LangChain.js 1 reference (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { ChatOpenAI } from '@langchain/openai';\nconst model = new ChatOpenAI({ model: 'gpt' });",
        'await model.invoke(`Write to ${user.email}`); // ! pii-in-prompt',
      ),
      withUser(
        "import { ChatAnthropic } from '@langchain/anthropic';\nimport { HumanMessage } from '@langchain/core/messages';\nconst model = new ChatAnthropic({});",
        'await model.invoke([new HumanMessage(user.fullName)]); // ! pii-in-prompt',
      ),
    ],
    silent: [
      withUser(
        "import { ChatOpenAI } from '@langchain/openai';\nconst model = new ChatOpenAI({ model: 'gpt' });",
        'await model.invoke(`Summarise order ${orderId}`);',
      ),
      withUser(
        "import { ChatOllama } from '@langchain/ollama';\nconst model = new ChatOllama({ model: 'llama3' });",
        'await model.invoke(`Write to ${user.email}`);',
      ),
    ],
  },
};
