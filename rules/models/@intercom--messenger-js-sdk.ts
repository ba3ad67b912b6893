import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const api = surface({
  main: 'Intercom',
  members: {
    Intercom: sends(['*']),
    boot: sends(['0']),
    update: sends(['0']),
    trackEvent: sends(['1']),
    useIntercom: { returns: 'messenger' },
    ...each(['show', 'hide', 'shutdown', 'showNewMessage'], {}),
  },
});

export const intercomMessengerJsSdk: Model = {
  id: '@intercom/messenger-js-sdk',
  title: 'Intercom messenger',
  kind: 'support',
  vendor: 'Intercom',
  hosts: ['api-iam.intercom.io', 'api.intercom.io', 'widget.intercom.io'],
  packages: ['@intercom/messenger-js-sdk', 'react-use-intercom', '@intercom/intercom-react-native'],
  exports: api.exports,
  ambient: { Intercom: 'Intercom()' },
  components: { IntercomProvider: sends(['0.autoBootProps']) },
  types: { ...api.types, messenger: { members: { ...each(['boot', 'update'], sends(['0'])), trackEvent: sends(['1']) } } },
  source: 'Intercom messenger JavaScript API reference (from memory, 2026-11)',
  examples: {
    finds: [
      withUser('', "Intercom('boot', { app_id: 'abc', email: user.email }); // ! pii-to-third-party"),
      withUser(
        "import Intercom from '@intercom/messenger-js-sdk';",
        "Intercom({ app_id: 'abc', user_id: user.id, name: user.fullName }); // ! pii-to-third-party",
      ),
    ],
    silent: [withUser('', "Intercom('boot', { app_id: 'abc', user_id: user.id });", "Intercom('show');")],
  },
};
