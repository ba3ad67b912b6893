import type { Model } from '../../server/engine/model';
import { surface } from './shared/surface';

const made = { returns: 'agent' };
const api = surface({
  main: 'FingerprintJS',
  members: {
    FingerprintJS: 'library',
    load: made,
    getFingerprint: {},
    useVisitorData: {},
    FingerprintJSPro: 'library',
  },
});

/** Recognises a device by its traits; nothing is kept on it that somebody could delete. */
export const fingerprintjs: Model = {
  id: '@fingerprintjs/fingerprintjs',
  title: 'Fingerprint',
  kind: 'analytics',
  vendor: 'Fingerprint',
  hosts: ['api.fpjs.io', 'fpjs.io', 'openfpcdn.io', 'fpcdn.io'],
  packages: [
    '@fingerprintjs/fingerprintjs',
    '@fingerprintjs/fingerprintjs-pro',
    '@fingerprintjs/fingerprintjs-pro-react',
    '@fingerprintjs/fingerprintjs-pro-spa',
    '@thumbmarkjs/thumbmarkjs',
  ],
  exports: api.exports,
  types: { ...api.types, library: { members: { load: made } }, agent: { members: { get: {} } } },
  consent: {
    recipient: 'fingerprint',
    calls: {
      load: 'starts',
      'library.load': 'starts',
      getFingerprint: 'tracks',
      useVisitorData: 'tracks',
      'agent.get': 'identifies',
    },
    components: ['FpjsProvider'],
    scripts: ['openfpcdn.io/fingerprintjs', 'fpcdn.io/v3', 'fpjscdn.net/v3'],
  },
  source: 'dev.fingerprint.com (JavaScript agent 3 and 4, React SDK) and the ThumbmarkJS README (from memory, 2026-11)',
  examples: {
    finds: [
      `import FingerprintJS from '@fingerprintjs/fingerprintjs';
export async function visitor() {
  const agent = await FingerprintJS.load(); // ! tracking-without-consent
  return (await agent.get()).visitorId;
}`,
    ],
    silent: [
      `import FingerprintJS from '@fingerprintjs/fingerprintjs';
import { hasConsent } from './consent';
export async function visitor() {
  if (!hasConsent('statistics')) return null;
  const agent = await FingerprintJS.load();
  return (await agent.get()).visitorId;
}`,
      `import FingerprintJS from '@fingerprintjs/fingerprintjs';
export async function fraudSignals() {
  const agent = await FingerprintJS.load();
  return agent.get();
}`,
    ],
  },
};
