import * as consent from './consent';
import * as dependence from './dependence';
import { expiredException } from './exceptions';
import * as exposure from './exposure';
import * as manipulation from './manipulation';
import { weakAnonymization } from './minimisation';
import * as records from './records';
import type { Fixer } from './site';
import * as stewardship from './stewardship';
import * as surveillance from './surveillance';

/** Rule id → the ways out of its findings. A rule without an entry still has suppression and policy. */
export const fixers: Record<string, Fixer | undefined> = {
  'pii-in-logs': exposure.piiInLogs,
  'pii-to-third-party': exposure.piiToThirdParty,
  'pii-in-prompt': exposure.piiInPrompt,
  'pii-in-url': exposure.piiInUrl,
  'pii-in-browser-storage': exposure.piiInBrowserStorage,
  'cleartext-pii': exposure.cleartextPii,
  'tracking-without-consent': consent.trackingWithoutConsent,
  'marketing-without-opt-in': consent.marketingWithoutOptIn,
  'ignored-opt-out': consent.ignoredOptOut,
  'personalized-price': dependence.personalizedPrice,
  'undisclosed-personalized-price': dependence.undisclosedPersonalizedPrice,
  'privacy-penalty': dependence.privacyPenalty,
  'protected-attribute-decision': dependence.protectedAttributeDecision,
  'decision-without-reasons': dependence.decisionWithoutReasons,
  'decision-without-human-review': dependence.decisionWithoutHumanReview,
  'score-defines-person': dependence.scoreDefinesPerson,
  'unused-personal-field': records.unusedPersonalField,
  'over-fetched-record': records.overFetchedRecord,
  'whole-record-shared': records.wholeRecordShared,
  'no-retention-limit': records.noRetentionLimit,
  'weak-anonymization': weakAnonymization,
  'reidentifiable-dataset': records.reidentifiableDataset,
  'unmasked-session-replay': surveillance.unmaskedSessionReplay,
  'covert-capture': surveillance.covertCapture,
  'emotion-driven-action': dependence.emotionDrivenAction,
  'vulnerability-targeting': dependence.vulnerabilityTargeting,
  'preselected-consent': manipulation.preselectedConsent,
  'asymmetric-choice': manipulation.asymmetricChoice,
  'false-urgency': manipulation.falseUrgency,
  'undeclared-region': stewardship.undeclaredRegion,
  'culture-bound-validation': stewardship.cultureBoundValidation,
  'expired-exception': expiredException,
};
