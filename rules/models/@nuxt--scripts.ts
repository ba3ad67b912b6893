import type { Model } from '../../server/engine/model';
import { surface } from './shared/surface';

const NAMES = [
  'useScriptGoogleAnalytics',
  'useScriptGoogleTagManager',
  'useScriptMetaPixel',
  'useScriptXPixel',
  'useScriptTikTokPixel',
  'useScriptHotjar',
  'useScriptClarity',
  'useScriptSegment',
  'useScriptMatomoAnalytics',
];

const starts = Object.fromEntries(NAMES.map((name) => [name, { config: 0 }]));
const api = surface({ members: starts });

/** Composables that Nuxt imports by itself; each loads its script unless a trigger holds it back. */
export const nuxtScripts: Model = {
  id: '@nuxt/scripts',
  title: 'Nuxt Scripts',
  kind: 'analytics',
  vendor: 'A tracker',
  packages: ['@nuxt/scripts', '#nuxt-scripts', '#nuxt-scripts/*'],
  exports: api.exports,
  ambient: Object.fromEntries(NAMES.map((name) => [name, `${name}()`])),
  types: api.types,
  consent: {
    recipient: 'analytics',
    calls: Object.fromEntries(NAMES.map((name) => [name, 'starts' as const])),
    waits: { '0.scriptOptions.trigger': 'manual' },
  },
  source: 'scripts.nuxt.com/docs/guides/consent and /registry (from memory, 2026-11)',
  examples: {
    finds: ["useScriptGoogleTagManager({ id: 'GTM-1' }); // ! tracking-without-consent"],
    silent: ["useScriptGoogleTagManager({ id: 'GTM-1', scriptOptions: { trigger: 'manual' } });"],
  },
};
