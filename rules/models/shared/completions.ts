import type { Action, ModelType } from '../../../server/engine/model';
import { each, prompts } from './actions';

/** A chat completion in the form that OpenAI started and many vendors kept; `user` and `metadata` are stored with it. */
export const completes: Action = prompts('0.messages', '0.prompt', '0.suffix', '0.user', '0.metadata');

/** `client.chat.completions`, `client.completions`, `client.embeddings` of such a client. */
export const completionTypes: Record<string, ModelType> = {
  chat: { members: { completions: 'completions' } },
  completions: {
    members: { ...each(['create', 'stream', 'parse', 'runTools'], completes), ...each(['retrieve', 'list', 'delete'], {}) },
  },
  embeddings: { members: { create: prompts('0.input', '0.user') } },
};
