import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const treatments = ['getTreatment', 'getTreatments', 'getTreatmentWithConfig', 'getTreatmentsWithConfig'];
const api = surface({
  main: 'SplitFactory',
  members: { SplitFactory: { ...sends(['0.core.key']), returns: 'factory', config: 0 } },
});

/** The key travels with every impression; attributes are compared on the spot. */
export const splitsoftwareSplitio: Model = {
  id: '@splitsoftware/splitio',
  title: 'Split',
  kind: 'flags',
  vendor: 'Split',
  hosts: ['sdk.split.io', 'events.split.io'],
  packages: ['@splitsoftware/splitio', '@splitsoftware/splitio-browserjs', '@splitsoftware/splitio-react'],
  exports: api.exports,
  types: {
    ...api.types,
    factory: { members: { client: { ...sends(['0']), returns: 'client' }, manager: {}, settings: {} } },
    client: { members: { ...each(treatments, sends(['0'])), track: sends(['*']), ready: {}, destroy: {} } },
  },
  source: 'Split JavaScript SDK 11 documentation (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { SplitFactory } from '@splitsoftware/splitio';\nconst split = SplitFactory({ core: { authorizationKey: 'key' } }).client();",
        "return split.getTreatment(user.email, 'new-cart'); // ! pii-to-third-party",
      ),
    ],
    silent: [
      withUser(
        "import { SplitFactory } from '@splitsoftware/splitio';\nconst split = SplitFactory({ core: { authorizationKey: 'key' } }).client();",
        "return split.getTreatment(user.id, 'new-cart');",
      ),
    ],
  },
};
