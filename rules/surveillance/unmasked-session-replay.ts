import type { Rule } from '../../server/engine/rule';

export const unmaskedSessionReplay: Rule = {
  id: 'unmasked-session-replay',
  title: 'Session replay records what people type or read',
  family: 'surveillance',
  value: 'Respect',
  severity: 'error',
  preset: 'recommended',
  since: '0.1.0',
  basis: [
    'May be relevant: GDPR Art. 5(1)(c), data minimisation, and Art. 25, data protection by design (checked 2026-11-23)',
    'May be relevant: CWE-359 Exposure of Private Personal Information to an Unauthorized Actor (checked 2026-11-23)',
    'May be relevant: California Penal Code § 631, wiretapping (checked 2026-11-28)',
  ],
  why:
    'A woman writes to her clinic that she may be pregnant, reads the sentence again and deletes it. She never sent it. ' +
    'On a dashboard in another country somebody watches her type it, letter by letter, and the recording stays for a year.',
  limits:
    'It knows the options and defaults of the recorders it has a model of, at the date the model names; masks that are set on a vendor’s ' +
    'website, or options that only exist when the program runs, are not seen. Text is reported only where an option lays it open: ' +
    'most vendors show text by default, and whether it matters depends on the page.',
  fixes: [
    "Mask all inputs (`maskAllInputs: true`, `dom: { inputSanitizer: true }`, `defaultPrivacyLevel: 'mask'`).",
    'Mask all text and show single elements that hold nothing personal.',
    'Record nothing on pages where people write about themselves.',
  ],
  examples: {
    bad: [
      `Sentry.init({ dsn, integrations: [Sentry.replayIntegration({ maskAllText: false, blockAllMedia: false })] }); // !`,
      `if (consent.analytics) LogRocket.init('clinic/portal'); // !`,
      `if (consent.analytics) rrweb.record({ emit: (e) => buffer.push(e) }); // !`,
    ],
    ok: [
      `Sentry.init({ dsn, integrations: [Sentry.replayIntegration()], replaysOnErrorSampleRate: 0.1 });`,
      `if (consent.analytics) LogRocket.init('shop/web', { dom: { inputSanitizer: true, textSanitizer: true } });`,
      `if (consent.analytics) datadogRum.init({ applicationId, clientToken, site, defaultPrivacyLevel: 'mask' });`,
    ],
  },
  *check(ask) {
    for (const recording of ask.recordings()) {
      const { vendor, because, shows, confidence } = recording;
      const typed = shows.includes('inputs');
      if (!typed && !shows.includes('text') && !shows.includes('requests')) continue;
      const what = typed
        ? 'what people type'
        : shows.includes('text')
          ? 'the text that people read'
          : 'what the page sends and receives';
      const how = because === '' ? 'unless it is told to mask it' : `because of ${because}`;
      yield ask.finding(recording, [], {
        severity: typed && confidence === 'high' ? 'error' : 'warning',
        confidence,
        message: `${vendor} records ${what}${typed && shows.includes('text') ? ' and read' : ''} ${how}.`,
        hint: 'Mask inputs and text, and show only elements that hold nothing about a person.',
        kind: typed ? 'inputs' : shows.includes('text') ? 'text' : 'requests',
      });
    }
  },
};
