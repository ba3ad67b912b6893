import { useEffect, useState } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import { api, type Profile } from '../api';
import { count } from '../analytics/analytics';
import { useCart } from '../cart/cart-context';
import { useConsent } from '../consent/consent-context';
import { recall, remember } from '../storage/remembered';

export function Checkout() {
  const navigate = useNavigate();
  const { lines, remove, clear } = useCart();
  const { consent } = useConsent();
  const [profile, setProfile] = useState<Profile | null>(() => recall<Profile>('customer'));
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState('');

  useEffect(() => {
    if (profile) return;
    void api.profile().then((loaded) => {
      remember('customer', loaded);
      setProfile(loaded);
    });
  }, [profile]);

  const order = async () => {
    try {
      const { id } = await api.order(lines, note === '' ? null : note);
      if (consent?.analytics)
        count('ordered', { lines: lines.length, hasNote: note !== '', tier: profile?.loyaltyTier ?? 'none' });
      clear();
      navigate(`/orders/${id}`);
    } catch (error) {
      console.error('order failed', error instanceof Error ? error.message : 'unknown');
      setProblem('Your order did not go through. Nothing was charged.');
    }
  };

  if (lines.length === 0)
    return (
      <p>
        Your basket is empty. <Link to="/">See today’s bread</Link>
      </p>
    );

  return (
    <main>
      <h1>Checkout</h1>
      <ul>
        {lines.map((line) => (
          <li key={line.sku}>
            {line.quantity} × {line.sku} <button onClick={() => remove(line.sku)}>Remove</button>
          </li>
        ))}
      </ul>
      {profile ? (
        <dl>
          <dt>For</dt>
          <dd>{profile.fullName}</dd>
          <dt>We call this number at the door</dt>
          <dd>{profile.phone ?? 'no number'}</dd>
        </dl>
      ) : null}
      <label>
        Anything we should know?
        <textarea value={note} maxLength={300} onChange={(event) => setNote(event.target.value)} />
      </label>
      {problem ? <p role="alert">{problem}</p> : null}
      <button onClick={() => void order()}>Order and pay</button>
    </main>
  );
}
