import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const variations = ['variation', 'variationDetail', 'boolVariation', 'stringVariation', 'numberVariation', 'jsonVariation'];
const start = { ...sends(['1']), returns: 'client', config: 2 };
const provider = { ...sends(['0.context', '0.user']), config: 0 };
const api = surface({
  members: {
    ...each(['init', 'initialize', 'createClient'], start),
    ...each(['withLDProvider', 'asyncWithLDProvider'], provider),
    useLDClient: { returns: 'client' },
    basicLogger: {},
  },
});

/** Attributes of a context reach the vendor with its events, unless listed as private. */
export const launchdarklyNodeServerSdk: Model = {
  id: '@launchdarkly/node-server-sdk',
  title: 'LaunchDarkly',
  kind: 'flags',
  vendor: 'LaunchDarkly',
  hosts: ['app.launchdarkly.com', 'events.launchdarkly.com', 'clientstream.launchdarkly.com'],
  packages: ['@launchdarkly/*', 'launchdarkly-js-client-sdk', 'launchdarkly-react-client-sdk', 'launchdarkly-node-server-sdk'],
  exports: api.exports,
  ambient: { ldClient: 'client', launchDarkly: 'module', LDClient: 'module' },
  components: { LDProvider: sends(['0.context', '0.user']) },
  types: {
    ...api.types,
    client: {
      members: {
        ...each(variations, sends(['1'])),
        ...each(['identify', 'allFlagsState'], sends(['0'])),
        track: sends(['1', '2']),
        ...each(['flush', 'close', 'waitForInitialization', 'on'], {}),
      },
    },
  },
  source: 'LaunchDarkly SDK documentation (Node.js server 9, JavaScript 3, React 3) (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        '',
        "await ldClient.variation('new-cart', { kind: 'user', key: user.id, email: user.email }, false); // ! pii-to-third-party",
      ),
      withUser(
        "import { init } from '@launchdarkly/node-server-sdk';\nconst client = init('key');",
        "client.identify({ kind: 'user', key: user.email }); // ! pii-to-third-party",
      ),
    ],
    silent: [withUser('', "await ldClient.variation('new-cart', { kind: 'user', key: user.id }, false);")],
  },
};
