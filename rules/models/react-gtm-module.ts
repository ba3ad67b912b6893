import type { Model } from '../../server/engine/model';
import { sends } from './shared/actions';
import { consented } from './shared/people';
import { surface } from './shared/surface';

const api = surface({ members: { initialize: { ...sends(['0.dataLayer']), config: 0 }, dataLayer: sends(['0.dataLayer']) } });

export const reactGtmModule: Model = {
  id: 'react-gtm-module',
  title: 'react-gtm-module',
  kind: 'analytics',
  vendor: 'Google Tag Manager',
  packages: ['react-gtm-module'],
  exports: api.exports,
  types: api.types,
  consent: { recipient: 'analytics', sdk: 'gtag', calls: { initialize: 'starts', dataLayer: 'tracks' } },
  source: 'react-gtm-module 2 README and @types/react-gtm-module on npmjs.com, read 2026-11',
  examples: {
    finds: [
      consented(
        "import TagManager from 'react-gtm-module';",
        "TagManager.dataLayer({ dataLayer: { event: 'sign_up', mail: user.email } }); // ! pii-to-third-party",
      ),
    ],
    silent: [consented("import TagManager from 'react-gtm-module';", "TagManager.initialize({ gtmId: 'GTM-000000' });")],
  },
};
