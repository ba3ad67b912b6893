import { expiredException } from './exceptions';
import * as exposure from './exposure';
import { weakAnonymization } from './minimisation';
import type { Fixer } from './site';

/** Rule id → the ways out of its findings. A rule without an entry still has suppression and policy. */
export const fixers: Record<string, Fixer | undefined> = {
  'pii-in-logs': exposure.piiInLogs,
  'pii-to-third-party': exposure.piiToThirdParty,
  'pii-in-prompt': exposure.piiInPrompt,
  'pii-in-url': exposure.piiInUrl,
  'pii-in-browser-storage': exposure.piiInBrowserStorage,
  'cleartext-pii': exposure.cleartextPii,
  'weak-anonymization': weakAnonymization,
  'expired-exception': expiredException,
};
