import type { Model } from '../../server/engine/model';
import { prompts } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const api = surface({ main: 'Replicate', classes: { Replicate: 'client' } });

export const replicate: Model = {
  id: 'replicate',
  title: 'Replicate',
  kind: 'ai',
  vendor: 'Replicate',
  hosts: ['api.replicate.com'],
  packages: ['replicate'],
  exports: api.exports,
  ambient: { replicate: 'client' },
  types: {
    ...api.types,
    client: {
      call: {},
      members: { run: prompts('1.input'), stream: prompts('1.input'), predictions: 'predictions', deployments: 'deployments' },
    },
    deployments: { members: { predictions: 'deployed' } },
    deployed: { members: { create: prompts('2.input') } },
    predictions: { members: { create: prompts('0.input'), get: {}, cancel: {} } },
  },
  source: 'replicate 1 README (from memory, 2026-11)',
  examples: {
    finds: [
      withUser('', "await replicate.run('meta/llama', { input: { prompt: `Write to ${user.fullName}` } }); // ! pii-in-prompt"),
    ],
    silent: [withUser('', "await replicate.run('meta/llama', { input: { prompt: 'Describe a pastry' } });")],
  },
};
