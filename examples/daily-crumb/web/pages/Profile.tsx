import { useEffect, useState, type FormEvent } from 'react';
import { maskEmail } from '../profile/masks';
import { api, type Profile as ProfileData } from '../api';
import { forget, remember } from '../storage/remembered';
import { tierNames } from '../profile/tiers';

export function Profile() {
  const [profile, setProfile] = useState<ProfileData | null>(null);
  const [phone, setPhone] = useState('');
  const [saved, setSaved] = useState(false);

  useEffect(() => {
    void api.profile().then((loaded) => {
      setProfile(loaded);
      setPhone(loaded.phone ?? '');
      remember('last-customer', loaded.id);
    });
  }, []);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    await api.changePhone(phone);
    setSaved(true);
  };

  const erase = async () => {
    if (!window.confirm('Erase your account and all orders that the law does not ask us to keep?')) return;
    await api.erase();
    forget('last-customer');
    window.location.href = '/';
  };

  if (!profile) return <p>Loading …</p>;

  return (
    <main>
      <h1>Hello, {profile.fullName}</h1>
      <p>
        Signed in as {maskEmail(profile.email)} · {tierNames[profile.loyaltyTier]}
      </p>
      <form method="post" onSubmit={(event) => void save(event)}>
        <label>
          Phone
          <input name="phone" type="tel" autoComplete="tel" value={phone} onChange={(event) => setPhone(event.target.value)} />
        </label>
        <button>Save</button>
        {saved ? <span role="status">Saved</span> : null}
      </form>
      <button onClick={() => void erase()}>Erase my account</button>
    </main>
  );
}
