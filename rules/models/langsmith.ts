import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const run = ['0.inputs', '0.outputs', '0.metadata', '0.extra', '0.tags'];
const api = surface({ classes: { Client: 'client' }, members: { RunTree: 'class RunTree' } });

/** A record of prompts and answers kept by a vendor; `hideInputs` and `hideOutputs` stand in the client's options. */
export const langsmith: Model = {
  id: 'langsmith',
  title: 'LangSmith',
  kind: 'monitoring',
  vendor: 'LangSmith',
  hosts: ['api.smith.langchain.com', 'eu.api.smith.langchain.com'],
  packages: ['langsmith', 'langsmith/*'],
  exports: api.exports,
  types: {
    ...api.types,
    'class RunTree': { construct: { ...sends(run), returns: 'run' } },
    client: {
      members: {
        createRun: sends(run),
        updateRun: sends(['1.inputs', '1.outputs', '1.extra']),
        ...each(['createExample', 'createExamples', 'createFeedback'], sends(['*'])),
      },
    },
    run: {
      members: {
        createChild: { ...sends(run), returns: 'run' },
        end: sends(['0']),
        addMetadata: sends(['0']),
        ...each(['postRun', 'patchRun'], {}),
      },
    },
  },
  source: 'langsmith 0.3 (JavaScript) reference (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { Client } from 'langsmith';\nconst client = new Client();",
        "await client.createRun({ name: 'reply', run_type: 'llm', inputs: { customer: user.fullName } }); // ! pii-to-third-party",
      ),
    ],
    silent: [
      withUser(
        "import { Client } from 'langsmith';\nconst client = new Client();",
        "await client.createRun({ name: 'reply', run_type: 'llm', inputs: { orderId } });",
      ),
    ],
  },
};
