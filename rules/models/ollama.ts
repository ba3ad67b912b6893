import type { Model } from '../../server/engine/model';
import { each } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const members = each(['chat', 'generate', 'embed', 'embeddings', 'pull', 'list', 'show'], {});
const api = surface({ main: 'ollama', classes: { Ollama: 'client' }, members: { ollama: 'client' } });

/** Runs on a machine of one's own: nothing leaves. */
export const ollama: Model = {
  id: 'ollama',
  title: 'Ollama',
  kind: 'ai',
  packages: ['ollama', 'ollama/*'],
  exports: api.exports,
  ambient: { ollama: 'client' },
  types: { ...api.types, client: { call: {}, members } },
  source: 'ollama 0.6 (JavaScript) README (from memory, 2026-11)',
  examples: {
    finds: [],
    silent: [
      withUser(
        "import ollama from 'ollama';",
        "await ollama.chat({ model: 'llama3', messages: [{ role: 'user', content: user.email }] });",
      ),
    ],
  },
};
