import { useState, type FormEvent } from 'react';
import { api } from '../api';
import { count } from '../analytics/analytics';
import { useConsent } from '../consent/consent-context';

type Sending = 'idle' | 'sending' | 'sent' | 'failed';

export function NewsletterForm() {
  const { consent } = useConsent();
  const [email, setEmail] = useState('');
  const [sending, setSending] = useState<Sending>('idle');

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setSending('sending');
    try {
      await api.subscribe(email);
      if (consent?.analytics) count('newsletter asked for', { valid: email.includes('@') });
      setSending('sent');
    } catch {
      setSending('failed');
    }
  };

  if (sending === 'sent') return <p role="status">Thank you. Your first letter comes on Thursday.</p>;

  return (
    <form method="post" onSubmit={(event) => void submit(event)}>
      <label>
        E-mail
        <input
          name="email"
          type="email"
          autoComplete="email"
          required
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      </label>
      <label>
        <input type="checkbox" name="shareWithPartners" defaultChecked /> Also send me offers of the mill and the dairy
      </label>
      <button disabled={sending === 'sending'}>Subscribe</button>
      {sending === 'failed' ? <p role="alert">That did not work. Please try again.</p> : null}
    </form>
  );
}
