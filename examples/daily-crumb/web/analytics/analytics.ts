import posthog from 'posthog-js';

/** Counts visits of pages, with the address of the own server so that no other site is asked. */
export function startCounting() {
  posthog.init(import.meta.env.VITE_POSTHOG_KEY, {
    api_host: '/ingest',
    autocapture: false,
    persistence: 'localStorage',
  });
}

type Properties = Record<string, string | number | boolean>;

export function count(event: string, properties: Properties = {}) {
  posthog.capture(event, { ...properties, shop: 'web' });
}
