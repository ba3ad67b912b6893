import posthog from 'posthog-js';

/** Whoever calls this has asked the visitor: the package itself does not know. */
export function countVisit(page: string): void {
  posthog.capture('$pageview', { page });
}
