import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const tracks = each(
  [
    'trackEvent',
    'trackTrace',
    'trackException',
    'trackPageView',
    'trackRequest',
    'trackDependency',
    'setAuthenticatedUserContext',
  ],
  sends(['*']),
);
const api = surface({
  classes: { TelemetryClient: 'client', ApplicationInsights: 'client' },
  members: { setup: { returns: 'module' }, defaultClient: 'client' },
});

export const applicationinsights: Model = {
  id: 'applicationinsights',
  title: 'Azure Application Insights',
  kind: 'monitoring',
  vendor: 'Azure Application Insights',
  hosts: ['dc.services.visualstudio.com'],
  packages: ['applicationinsights', '@microsoft/applicationinsights-web'],
  exports: api.exports,
  ambient: { appInsights: 'client' },
  types: { ...api.types, client: { members: { ...tracks, defaultClient: 'client', loadAppInsights: {}, flush: {} } } },
  source: 'Application Insights SDK for Node.js 3 and web 3 README (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { ApplicationInsights } from '@microsoft/applicationinsights-web';\nconst insights = new ApplicationInsights({});",
        "insights.trackEvent({ name: 'login', properties: { email: user.email } }); // ! pii-to-third-party",
      ),
    ],
    silent: [
      withUser(
        "import { ApplicationInsights } from '@microsoft/applicationinsights-web';\nconst insights = new ApplicationInsights({});",
        "insights.trackEvent({ name: 'login', properties: { id: user.id } });",
      ),
    ],
  },
};
