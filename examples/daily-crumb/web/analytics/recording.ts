import LogRocket from 'logrocket';
import { useEffect } from 'react';
import { useConsent } from '../consent/consent-context';

/** Recordings of visits show us where people get stuck at the checkout. */
export function useRecording() {
  const { consent } = useConsent();
  useEffect(() => {
    if (!consent?.analytics) return;
    LogRocket.init('daily-crumb/shop', { dom: { textSanitizer: true } });
  }, [consent]);
}
