import type { Model } from '../../server/engine/model';
import { consentTool } from './shared/consent-tool';

export const iabGpp: Model = {
  id: 'iab-gpp',
  title: 'IAB Global Privacy Platform',
  ...consentTool({
    ambient: ['__gpp'],
    answers: [
      '__gpp().parsedSections',
      '__gpp().pingData.parsedSections',
      '__gpp().SaleOptOut',
      '__gpp().SharingOptOut',
      '__gpp().TargetedAdvertisingOptOut',
    ],
    objections: ['SaleOptOut', 'SharingOptOut', 'TargetedAdvertisingOptOut', 'Gpc'],
    calls: {},
  }),
  source:
    'InteractiveAdvertisingBureau/Global-Privacy-Platform, Core/CMP API Specification.md 1.1: addEventListener with pingData, getGPPData gone since 1.1; ' +
    'parsedSections, which that page does not name, and the fields of the US sections by code that decodes them, read 2026-11; ' +
    'sourcepoint-public-api.readme.io: ping gives parsedSections, getSection the fields of a section (1 opted out, 2 did not), read 2026-11',
  examples: {
    finds: [
      `__gpp('addEventListener', (event) => {
  if (event.pingData.gppVersion) fbq('init', '1'); // ! tracking-without-consent
});`,
    ],
    silent: [
      `__gpp('addEventListener', (event) => {
  if (event.pingData.parsedSections.usnat.SharingOptOut === 2) fbq('init', '1');
});`,
      `__gpp('getSection', (section) => {
  if (section.SaleOptOut === 2 && section.SharingOptOut === 2) fbq('init', '1');
}, 'usnat');`,
      `__gpp('ping', (data) => {
  if (data.parsedSections.usnatv1.TargetedAdvertisingOptOut === 2) fbq('init', '1');
});`,
      `__gpp('getGPPData', (data) => {
  if (data.parsedSections.usnat.SaleOptOut === 2) fbq('init', '1');
});`,
    ],
  },
};
