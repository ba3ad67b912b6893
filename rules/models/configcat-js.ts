import type { Model } from '../../server/engine/model';
import { each } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const members = each(['getValueAsync', 'getValueDetailsAsync', 'getAllValuesAsync', 'setDefaultUser', 'forceRefreshAsync'], {});
const api = surface({ classes: { User: 'user' }, members: { getClient: { returns: 'client', config: 2 } } });

/** The person is compared on the spot and never sent. */
export const configcatJs: Model = {
  id: 'configcat-js',
  title: 'ConfigCat',
  kind: 'flags',
  packages: ['configcat-js', 'configcat-node', 'configcat-react', '@configcat/sdk', '@configcat/sdk/*'],
  exports: api.exports,
  ambient: { configCatClient: 'client' },
  types: { ...api.types, user: {}, client: { members } },
  source: 'ConfigCat JavaScript SDK 9 documentation (user object) (from memory, 2026-11)',
  examples: {
    finds: [],
    silent: [
      withUser(
        "import { getClient } from 'configcat-js';\nconst client = getClient('key');",
        "return client.getValueAsync('new-cart', false, { identifier: user.id, email: user.email });",
      ),
    ],
  },
};
