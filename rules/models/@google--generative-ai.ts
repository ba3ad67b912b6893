import type { Model } from '../../server/engine/model';
import { withUser } from './shared/people';
import { generativeModelTypes } from './shared/gemini';
import { surface } from './shared/surface';

const api = surface({ classes: { GoogleGenerativeAI: 'client' } });

export const googleGenerativeAi: Model = {
  id: '@google/generative-ai',
  title: 'Google Generative AI',
  kind: 'ai',
  vendor: 'Google',
  hosts: ['generativelanguage.googleapis.com'],
  packages: ['@google/generative-ai'],
  exports: api.exports,
  ambient: { genAI: 'client', GoogleGenerativeAI: 'class GoogleGenerativeAI' },
  types: { ...api.types, ...generativeModelTypes },
  source: '@google/generative-ai 0.24 reference (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { GoogleGenerativeAI } from '@google/generative-ai';\nconst model = new GoogleGenerativeAI('key').getGenerativeModel({ model: 'gemini' });",
        'await model.generateContent(`Write to ${user.fullName}`); // ! pii-in-prompt',
      ),
      withUser(
        "import { GoogleGenerativeAI } from '@google/generative-ai';\nconst model = new GoogleGenerativeAI('key').getGenerativeModel({ model: 'gemini' });",
        'await model.startChat().sendMessage(user.email); // ! pii-in-prompt',
      ),
    ],
    silent: [
      withUser(
        "import { GoogleGenerativeAI } from '@google/generative-ai';\nconst model = new GoogleGenerativeAI('key').getGenerativeModel({ model: 'gemini' });",
        'await model.generateContent(`Summarise order ${orderId}`);',
      ),
    ],
  },
};
