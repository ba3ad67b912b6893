import { useState } from 'react';
import { useConsent } from './consent-context';

export function CookieBanner() {
  const { consent, choose } = useConsent();
  const [details, setDetails] = useState(false);
  if (consent) return null;

  return (
    <section role="dialog" aria-label="Cookies">
      <p>The basket needs one cookie. With your permission we also count visits, to see which bread people look for.</p>
      {details ? (
        <ul>
          <li>
            <label>
              <input type="checkbox" name="necessary" checked disabled readOnly /> Basket and sign-in
            </label>
          </li>
          <li>Counting visits: pages and clicks, for 12 months, on our own server</li>
        </ul>
      ) : null}
      <button onClick={() => choose({ necessary: true, analytics: true })}>Count my visits</button>
      <button onClick={() => choose({ necessary: true, analytics: false })}>Only what is needed</button>
      <button onClick={() => setDetails(!details)}>{details ? 'Less' : 'Details'}</button>
    </section>
  );
}
