import type { Model } from '../../server/engine/model';
import { each, prompts } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const api = surface({ classes: { GoogleGenAI: 'client' } });

export const googleGenai: Model = {
  id: '@google/genai',
  title: 'Google Gen AI',
  kind: 'ai',
  vendor: 'Google',
  packages: ['@google/genai', '@google/genai/*'],
  exports: api.exports,
  types: {
    ...api.types,
    client: { members: { models: 'models', chats: 'chats', files: 'files' } },
    models: {
      members: {
        ...each(
          ['generateContent', 'generateContentStream', 'embedContent', 'countTokens'],
          prompts('0.contents', '0.config.systemInstruction'),
        ),
        ...each(['generateImages', 'editImage', 'generateVideos'], prompts('0.prompt', '0.image')),
      },
    },
    chats: { members: { create: { ...prompts('0.history', '0.config.systemInstruction'), returns: 'chat' } } },
    chat: { members: each(['sendMessage', 'sendMessageStream'], prompts('0.message')) },
    files: { members: { upload: prompts('0.file'), get: {}, list: {} } },
  },
  source: '@google/genai 1 reference (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { GoogleGenAI } from '@google/genai';\nconst genai = new GoogleGenAI({ apiKey: 'key' });",
        "await genai.models.generateContent({ model: 'gemini', contents: `Write to ${user.email}` }); // ! pii-in-prompt",
      ),
    ],
    silent: [
      withUser(
        "import { GoogleGenAI } from '@google/genai';\nconst genai = new GoogleGenAI({ apiKey: 'key' });",
        "await genai.models.generateContent({ model: 'gemini', contents: 'Describe a pastry' });",
      ),
    ],
  },
};
