import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const writes = each(['debug', 'info', 'warn', 'error', 'log'], sends(['*']));
const api = surface({ members: { datadogLogs: 'logs', DdLogs: 'logger', DdSdkReactNative: 'app' } });

/** A browser's and a telephone's lines go to the vendor directly, hence no log of one's own. */
export const datadogBrowserLogs: Model = {
  id: '@datadog/browser-logs',
  title: 'Datadog browser logs',
  kind: 'monitoring',
  vendor: 'Datadog',
  packages: ['@datadog/browser-logs', '@datadog/mobile-react-native'],
  exports: api.exports,
  ambient: { datadogLogs: 'logs', DD_LOGS: 'logs' },
  types: {
    ...api.types,
    logs: {
      members: {
        init: { config: 0 },
        logger: 'logger',
        createLogger: { ...sends(['1.context']), returns: 'logger' },
        getLogger: { returns: 'logger' },
        ...each(['setUser', 'setUserProperty', 'setGlobalContext', 'setGlobalContextProperty', 'setAccount'], sends(['*'])),
      },
    },
    app: { members: each(['setUser', 'setUserInfo', 'addUserExtraInfo', 'setAttributes', 'addAttribute'], sends(['*'])) },
    logger: { members: { ...writes, setContext: sends(['0']), setContextProperty: sends(['1']), setLevel: {}, setHandler: {} } },
  },
  source: 'Datadog browser SDK 6 and React Native SDK 2 documentation (logs) (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { datadogLogs } from '@datadog/browser-logs';",
        "datadogLogs.logger.info('signed in', { email: user.email }); // ! pii-to-third-party",
      ),
      withUser(
        "import { DdLogs } from '@datadog/mobile-react-native';",
        "DdLogs.info('signed in', { email: user.email }); // ! pii-to-third-party",
      ),
    ],
    silent: [
      withUser("import { datadogLogs } from '@datadog/browser-logs';", "datadogLogs.logger.info('signed in', { id: user.id });"),
    ],
  },
};
