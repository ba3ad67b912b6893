import type { Model } from '../../server/engine/model';
import { consentTool } from './shared/consent-tool';

export const iabGpp: Model = {
  id: 'iab-gpp',
  title: 'IAB Global Privacy Platform',
  ...consentTool({
    ambient: ['__gpp'],
    answers: ['__gpp().parsedSections', '__gpp().pingData.parsedSections'],
    objections: ['SaleOptOut', 'SharingOptOut', 'TargetedAdvertisingOptOut', 'Gpc'],
    calls: {},
  }),
  source: 'IAB Tech Lab, CMP API of GPP 1.1 and the US national section (from memory, 2026-11)',
  examples: {
    finds: [
      `__gpp('addEventListener', (event) => {
  if (event.pingData.gppVersion) fbq('init', '1'); // ! tracking-without-consent
});`,
    ],
    silent: [
      `__gpp('getGPPData', (data) => {
  if (data.parsedSections.usnat.SaleOptOut === 2) fbq('init', '1');
});`,
    ],
  },
};
