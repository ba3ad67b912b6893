import { createContext, useContext, useState, type ReactNode } from 'react';
import type { Consent } from '../../shared/types';
import { recall, remember } from '../storage/remembered';

interface ConsentChoice {
  /** null until the person chose. */
  consent: Consent | null;
  choose(consent: Consent): void;
}

const ConsentContext = createContext<ConsentChoice>({ consent: null, choose: () => undefined });

export function ConsentProvider({ children }: { children: ReactNode }) {
  const [consent, setConsent] = useState<Consent | null>(() => recall<Consent>('consent'));
  const choose = (next: Consent) => {
    remember('consent', next);
    setConsent(next);
  };
  return <ConsentContext.Provider value={{ consent, choose }}>{children}</ConsentContext.Provider>;
}

export const useConsent = (): ConsentChoice => useContext(ConsentContext);
