import type { Action, Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const observes: Action = { ...sends(['0']), returns: 'observation' };
const calls = each(['trace', 'span', 'generation', 'event', 'update', 'end', 'score'], observes);
const api = surface({
  classes: { Langfuse: 'client', LangfuseWeb: 'client' },
  members: {
    ...each(['updateActiveTrace', 'updateActiveObservation'], sends(['0'])),
    startObservation: { ...sends(['1']), returns: 'observation' },
    startActiveObservation: { callback: [{ argument: 1, parameters: ['type:observation'], result: 'value' }] },
  },
});

/** A record of prompts and answers kept by a vendor. */
export const langfuse: Model = {
  id: 'langfuse',
  title: 'Langfuse',
  kind: 'monitoring',
  vendor: 'Langfuse',
  hosts: ['cloud.langfuse.com', 'us.cloud.langfuse.com'],
  packages: ['langfuse', 'langfuse-node', '@langfuse/tracing'],
  exports: api.exports,
  ambient: { langfuse: 'client' },
  types: {
    ...api.types,
    client: { members: { ...calls, ...each(['flushAsync', 'shutdownAsync', 'getPrompt'], {}) } },
    observation: { members: { ...calls, updateTrace: sends(['0']) } },
  },
  source: 'Langfuse JavaScript SDK 4 (and 3) documentation (from memory, 2026-11)',
  examples: {
    finds: [withUser('', "langfuse.trace({ name: 'reply', userId: user.email }); // ! pii-to-third-party")],
    silent: [withUser('', "langfuse.trace({ name: 'reply', userId: user.id });")],
  },
};
