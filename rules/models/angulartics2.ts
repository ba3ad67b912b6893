import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { surface } from './shared/surface';

/** One service per company that is told; all have the same members. */
const SERVICES = [
  'Angulartics2GoogleAnalytics',
  'Angulartics2GoogleGlobalSiteTag',
  'Angulartics2GoogleTagManager',
  'Angulartics2Facebook',
  'Angulartics2Mixpanel',
  'Angulartics2Segment',
  'Angulartics2Piwik',
  'Angulartics2Amplitude',
];

const api = surface({ classes: Object.fromEntries(SERVICES.map((name) => [name, 'service'])) });

export const angulartics2: Model = {
  id: 'angulartics2',
  title: 'Angulartics',
  kind: 'analytics',
  vendor: 'The analytics service',
  packages: ['angulartics2', 'angulartics2/*'],
  exports: api.exports,
  types: {
    ...api.types,
    service: {
      members: { startTracking: {}, ...each(['eventTrack', 'pageTrack', 'setUsername', 'setUserProperties'], sends(['*'])) },
    },
  },
  consent: {
    recipient: 'analytics',
    calls: { 'service.startTracking': 'starts', 'service.eventTrack': 'tracks', 'service.pageTrack': 'tracks' },
  },
  source: 'angulartics2 14 README (from memory, 2026-11)',
  examples: {
    finds: [
      `import { Angulartics2GoogleAnalytics } from 'angulartics2';
export class App {
  constructor(tracker: Angulartics2GoogleAnalytics) {
    tracker.startTracking(); // ! tracking-without-consent
  }
}`,
    ],
    silent: [
      `import { Angulartics2GoogleAnalytics } from 'angulartics2';
export class App {
  constructor(private tracker: Angulartics2GoogleAnalytics) {}
  agreed(consent: boolean) {
    if (consent) this.tracker.startTracking();
  }
}`,
    ],
  },
};
