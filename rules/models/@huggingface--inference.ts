import type { Model } from '../../server/engine/model';
import { each, prompts } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const tasks = [
  'textGeneration',
  'textGenerationStream',
  'chatCompletion',
  'chatCompletionStream',
  'featureExtraction',
  'summarization',
  'translation',
  'questionAnswering',
  'textClassification',
  'tokenClassification',
  'zeroShotClassification',
  'sentenceSimilarity',
  'fillMask',
  'request',
  'automaticSpeechRecognition',
  'imageToText',
  'textToImage',
];
const task = prompts('0.inputs', '0.messages', '0.data');
const api = surface({
  classes: { InferenceClient: 'client', HfInference: 'client', InferenceClientEndpoint: 'client' },
  members: each(tasks, task),
});

export const huggingfaceInference: Model = {
  id: '@huggingface/inference',
  title: 'Hugging Face Inference',
  kind: 'ai',
  vendor: 'Hugging Face',
  hosts: ['api-inference.huggingface.co', 'router.huggingface.co'],
  packages: ['@huggingface/inference'],
  exports: api.exports,
  ambient: { hf: 'client' },
  types: { ...api.types, client: { members: { ...each(tasks, task), endpoint: { returns: 'client' } } } },
  source: '@huggingface/inference 4 README (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { InferenceClient } from '@huggingface/inference';\nconst hf = new InferenceClient('token');",
        "await hf.summarization({ model: 'bart', inputs: `${user.fullName} wrote` }); // ! pii-in-prompt",
      ),
    ],
    silent: [
      withUser(
        "import { InferenceClient } from '@huggingface/inference';\nconst hf = new InferenceClient('token');",
        "await hf.summarization({ model: 'bart', inputs: 'A pastry' });",
      ),
    ],
  },
};
