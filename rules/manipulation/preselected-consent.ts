import type { Rule } from '../../server/engine/rule';

export const preselectedConsent: Rule = {
  id: 'preselected-consent',
  title: 'Consent is already ticked',
  family: 'manipulation',
  value: 'Autonomy',
  severity: 'error',
  preset: 'starter',
  since: '0.1.0',
  basis: [
    'May be relevant: CJEU C-673/17 (Planet49), a ticked box is no consent (checked 2026-11-28)',
    'May be relevant: GDPR recital 32 and Art. 25(2) (checked 2026-11-23)',
    'May be relevant: DSA Art. 25, deceptive interfaces (checked 2026-11-28)',
  ],
  why:
    'An old man orders a present for his grandson. Below the address, in grey, a box was ticked before he came. ' +
    'He never saw it, and for years his name is sold to people who ring him at supper. Nobody asked him.',
  limits:
    'It reads names and texts of boxes, states, form defaults, schemas and consent mode in several languages. A default that a server ' +
    'hands out, or that is worked out when the program runs, is not seen. A setting that a person has made before is fine.',
  fixes: [
    'Begin with no: `useState(false)`, `.default(false)`, `default: false`, no `defaultChecked`.',
    'Ask once, in a sentence of its own, with two equal answers.',
    'For consent mode: `denied` by default, `update` after the answer.',
  ],
  examples: {
    bad: [
      `<input type="checkbox" name="newsletter" defaultChecked /> // !`,
      `const [marketingConsent, setMarketingConsent] = useState(true); // !`,
      `const schema = new Schema({ email: String, shareWithPartners: { type: Boolean, default: true } }); // !`,
      `gtag('consent', 'default', { ad_storage: 'granted', analytics_storage: 'granted' }); // !`,
    ],
    ok: [
      `<input type="checkbox" name="necessary" checked disabled readOnly />`,
      `const [newsletter, setNewsletter] = useState(profile.newsletter ?? false);`,
      `const form = useForm({ defaultValues: { rememberMe: true, marketingOptIn: false } });`,
      `const [showConsentBanner, setShow] = useState(true);`,
    ],
  },
  *check(ask) {
    for (const preset of ask.presets()) {
      const isSure = preset.confidence === 'high';
      yield ask.finding(preset, [], {
        severity: isSure ? 'error' : 'warning',
        confidence: preset.confidence,
        message:
          preset.form === 'fallback'
            ? `Without an answer, “${preset.choice}” is taken as yes.`
            : `“${preset.choice}” is agreed to before anybody is asked (${forms[preset.form]}).`,
        hint: 'Begin with no, and let the person say yes.',
        kind: preset.form,
      });
    }
  },
};

const forms: Record<string, string> = {
  checkbox: 'the box is ticked',
  state: 'the state begins with true',
  'form-default': 'the form begins with true',
  schema: 'the stored default is true',
  'consent-mode': 'consent mode begins with granted',
  written: 'the program stores the yes by itself',
};
