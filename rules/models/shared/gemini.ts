import type { ModelType } from '../../../server/engine/model';
import { each, prompts } from './actions';

const model = { ...prompts('0.systemInstruction'), returns: 'model', config: 0 };

/** Clients that hand out a model first and are asked through it. */
export const generativeModelTypes: Record<string, ModelType> = {
  client: {
    members: { getGenerativeModel: model, getGenerativeModelFromCachedContent: { returns: 'model' }, preview: 'client' },
  },
  model: {
    members: {
      ...each(['generateContent', 'generateContentStream', 'embedContent', 'batchEmbedContents', 'countTokens'], prompts('0')),
      startChat: { ...prompts('0.history', '0.systemInstruction'), returns: 'session' },
    },
  },
  session: { members: each(['sendMessage', 'sendMessageStream'], prompts('0')) },
};
