import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const evaluates = each(['isEnabled', 'getVariant', 'on', 'destroy', 'start', 'stop'], {});
const api = surface({
  classes: { Unleash: 'server' },
  members: {
    initialize: { returns: 'server', config: 0 },
    startUnleash: { returns: 'server', config: 0 },
    useUnleashClient: { returns: 'browser' },
  },
});

/** A server compares on the spot; a browser asks its proxy and puts the context in the request. */
export const unleashClient: Model = {
  id: 'unleash-client',
  title: 'Unleash',
  kind: 'flags',
  vendor: 'Unleash',
  hosts: ['app.unleash-hosted.com', 'eu.app.unleash-hosted.com', 'us.app.unleash-hosted.com'],
  packages: ['unleash-client', 'unleash-proxy-client', '@unleash/proxy-client-react', '@unleash/nextjs'],
  exports: { ...api.exports, UnleashClient: 'class UnleashClient' },
  ambient: { unleash: 'browser' },
  types: {
    ...api.types,
    'class UnleashClient': { construct: { ...sends(['0.context']), returns: 'browser', config: 0 } },
    server: { members: evaluates },
    browser: { members: { ...evaluates, updateContext: sends(['0']), setContextField: sends(['1']) } },
  },
  source: 'Unleash documentation (Node.js SDK 6, JavaScript proxy client 3) (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { UnleashClient } from 'unleash-proxy-client';\nconst unleash = new UnleashClient({});",
        'await unleash.updateContext({ userId: user.id, properties: { email: user.email } }); // ! pii-to-third-party',
      ),
    ],
    silent: [
      withUser(
        "import { initialize } from 'unleash-client';\nconst unleash = initialize({});",
        "return unleash.isEnabled('new-cart', { userId: user.id, properties: { email: user.email } });",
      ),
    ],
  },
};
