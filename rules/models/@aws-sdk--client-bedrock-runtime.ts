import type { Model } from '../../server/engine/model';
import { each, prompts } from './shared/actions';
import { withUser } from './shared/people';

const ask = prompts('0.body', '0.messages', '0.system', '0.requestMetadata');
const operations = [
  'InvokeModel',
  'InvokeModelWithResponseStream',
  'Converse',
  'ConverseStream',
  'InvokeAgent',
  'RetrieveAndGenerate',
];
const commands = Object.fromEntries(operations.map((name) => [`${name}Command`, 'command']));

/** A command is sent right after it is made, so the call that makes it is the place. */
export const awsSdkClientBedrockRuntime: Model = {
  id: '@aws-sdk/client-bedrock-runtime',
  title: 'Amazon Bedrock',
  kind: 'ai',
  vendor: 'Amazon Bedrock',
  packages: ['@aws-sdk/client-bedrock-runtime', '@aws-sdk/client-bedrock-agent-runtime'],
  exports: {
    ...commands,
    BedrockRuntimeClient: 'class Client',
    BedrockRuntime: 'class Client',
    BedrockAgentRuntimeClient: 'class Client',
    '*': 'module',
  },
  ambient: { bedrock: 'client' },
  types: {
    module: { members: { ...commands, BedrockRuntimeClient: 'class Client' } },
    command: {
      construct: { ...ask, sink: { kind: 'prompt', data: ['0.body', '0.messages', '0.system', '0.inputText', '0.input'] } },
    },
    'class Client': { construct: { returns: 'client', config: 0 } },
    client: {
      members: {
        send: {},
        ...each(
          operations.map((name) => name[0].toLowerCase() + name.slice(1)),
          ask,
        ),
      },
    },
  },
  source: 'AWS SDK for JavaScript 3 reference of Bedrock Runtime (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { BedrockRuntimeClient, InvokeModelCommand } from '@aws-sdk/client-bedrock-runtime';\nconst bedrock = new BedrockRuntimeClient({});",
        "await bedrock.send(new InvokeModelCommand({ modelId: 'claude', body: JSON.stringify({ prompt: user.email }) })); // ! pii-in-prompt",
      ),
    ],
    silent: [
      withUser(
        "import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';\nconst bedrock = new BedrockRuntimeClient({});",
        "await bedrock.send(new ConverseCommand({ modelId: 'claude', messages: [{ role: 'user', content: [{ text: orderId }] }] }));",
      ),
    ],
  },
};
