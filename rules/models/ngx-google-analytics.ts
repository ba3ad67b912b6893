import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { surface } from './shared/surface';

const api = surface({
  classes: { GoogleAnalyticsService: 'service' },
  members: { NgxGoogleAnalyticsModule: 'ngModule', provideGoogleAnalytics: {} },
});

export const ngxGoogleAnalytics: Model = {
  id: 'ngx-google-analytics',
  title: 'Google Analytics for Angular',
  kind: 'analytics',
  vendor: 'Google Analytics',
  packages: ['ngx-google-analytics'],
  exports: api.exports,
  types: {
    ...api.types,
    ngModule: { members: { forRoot: { config: 1 } } },
    service: { members: each(['event', 'pageView', 'exception', 'set', 'gtag'], sends(['*'])) },
  },
  consent: {
    recipient: 'analytics',
    sdk: 'gtag',
    calls: {
      'ngModule.forRoot': 'starts',
      provideGoogleAnalytics: 'starts',
      'service.event': 'tracks',
      'service.pageView': 'tracks',
    },
  },
  source: 'ngx-google-analytics 14 README (from memory, 2026-11)',
  examples: {
    finds: [
      "import { NgxGoogleAnalyticsModule } from 'ngx-google-analytics';\nexport const imports = [NgxGoogleAnalyticsModule.forRoot('G-1')]; // ! tracking-without-consent",
    ],
    silent: [
      "import { NgxGoogleAnalyticsModule } from 'ngx-google-analytics';\nexport const imports = [NgxGoogleAnalyticsModule];",
    ],
  },
};
