import type { Action, Model } from '../../server/engine/model';
import { nodeRequest, requestTypes } from './shared/web-request';

/** What the function gives is printed with every request. */
const prints = (argument: number, ...parameters: string[]): Action => ({
  sink: { kind: 'log', data: [] },
  callback: [{ argument, parameters, result: 'sink' }],
});

/** The predefined formats print the address of the client and the URL, which other findings cover. */
export const morgan: Model = {
  id: 'morgan',
  title: 'morgan',
  kind: 'logger',
  packages: ['morgan'],
  exports: { default: 'morgan', '*': 'morgan' },
  ambient: { morgan: 'morgan' },
  types: {
    morgan: {
      call: { ...prints(0, 'none', 'type:request', 'none'), config: 1 },
      members: {
        token: prints(1, 'type:request', 'none'),
        format: prints(1, 'none', 'type:request', 'none'),
        compile: {},
        default: 'morgan',
      },
    },
    request: nodeRequest,
    ...requestTypes,
  },
  source: 'morgan 1.10 README (from memory, 2026-11)',
  examples: {
    finds: [
      "import morgan from 'morgan';\nmorgan.token('who', (r) => r.user.email); // ! pii-in-logs",
      "import morgan from 'morgan';\nexport const line = morgan((tokens, q) => [tokens.url(q), q.user?.email].join(' ')); // ! pii-in-logs",
    ],
    silent: [
      "import morgan from 'morgan';\nexport const middleware = morgan('tiny');",
      "import morgan from 'morgan';\nmorgan.token('who', (r) => r.user.id);",
    ],
  },
};
