import type { Model } from '../../server/engine/model';
import { sends } from './shared/actions';
import { surface } from './shared/surface';

const api = surface({ members: { event: sends(['1']), pageView: sends(['0']), consent: {} } });

export const nextjsGoogleAnalytics: Model = {
  id: 'nextjs-google-analytics',
  title: 'Google Analytics for Next.js',
  kind: 'analytics',
  vendor: 'Google Analytics',
  packages: ['nextjs-google-analytics', '@astrolib/analytics', 'astro-google-analytics'],
  exports: api.exports,
  types: api.types,
  consent: {
    recipient: 'analytics',
    sdk: 'gtag',
    calls: { event: 'tracks', pageView: 'tracks', consent: 'defaults' },
    components: ['GoogleAnalytics'],
  },
  source: 'nextjs-google-analytics 2 README (from memory, 2026-11)',
  examples: {
    finds: [
      "import { GoogleAnalytics } from 'nextjs-google-analytics';\nexport const App = () => <GoogleAnalytics trackPageViews />; // ! tracking-without-consent",
    ],
    silent: [
      "import { GoogleAnalytics } from 'nextjs-google-analytics';\nimport { useConsent } from './consent';\nexport function App() {\n  const { analytics } = useConsent();\n  return analytics && <GoogleAnalytics trackPageViews />;\n}",
    ],
  },
};
