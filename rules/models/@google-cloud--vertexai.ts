import type { Model } from '../../server/engine/model';
import { generativeModelTypes } from './shared/gemini';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const api = surface({ classes: { VertexAI: 'client' } });

export const googleCloudVertexai: Model = {
  id: '@google-cloud/vertexai',
  title: 'Vertex AI',
  kind: 'ai',
  vendor: 'Google Vertex AI',
  hosts: ['aiplatform.googleapis.com'],
  packages: ['@google-cloud/vertexai', 'firebase/ai', 'firebase/vertexai'],
  exports: { ...api.exports, getGenerativeModel: 'getGenerativeModel()' },
  ambient: { vertexAI: 'client' },
  types: { ...api.types, ...generativeModelTypes, 'getGenerativeModel()': { call: { returns: 'model', config: 1 } } },
  source: '@google-cloud/vertexai 1 reference (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { VertexAI } from '@google-cloud/vertexai';\nconst model = new VertexAI({ project: 'shop' }).getGenerativeModel({ model: 'gemini' });",
        "await model.generateContent({ contents: [{ role: 'user', parts: [{ text: user.fullName }] }] }); // ! pii-in-prompt",
      ),
    ],
    silent: [
      withUser(
        "import { VertexAI } from '@google-cloud/vertexai';\nconst model = new VertexAI({ project: 'shop' }).getGenerativeModel({ model: 'gemini' });",
        "await model.generateContent('Describe a pastry');",
      ),
    ],
  },
};
