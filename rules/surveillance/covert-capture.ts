import type { Rule } from '../../server/engine/rule';

export const covertCapture: Rule = {
  id: 'covert-capture',
  title: 'Keys, clipboard, microphone, camera, location or device captured without the person’s act',
  family: 'surveillance',
  value: 'Autonomy',
  severity: 'error',
  preset: 'recommended',
  since: '0.1.0',
  basis: [
    'May be relevant: ePrivacy Directive Art. 5(3), access to the terminal equipment (checked 2026-11-23)',
    'May be relevant: GDPR Art. 6 and 7 (checked 2026-11-23)',
    'May be relevant: CPRA § 1798.140(w), precise geolocation; BIPA (checked 2026-11-28)',
  ],
  why:
    'A nurse logs in from home. From that minute the page keeps each key she presses and where her phone is, because nobody at the ' +
    'company asked whether it should. When she quarrels with her manager by chat, her own half-written words are read back to her.',
  limits:
    'It knows acts of a person by handlers of clicks, forms and the like, and looks for a question on the way (consent, permission, a ' +
    'switch). A function whose caller it cannot see is let go, unless it follows a position in the background. It cannot tell a careful fraud check from a curious one; say so where you disable it.',
  fixes: [
    'Begin in the handler of a control that says what it does.',
    'Ask before, and do not begin where the answer is no.',
    'Count events instead of keeping keys; ask for the position once instead of following it.',
  ],
  examples: {
    bad: [
      `useEffect(() => {
  const keys: string[] = [];
  window.addEventListener('keydown', (e) => keys.push(e.key)); // !
  setInterval(() => navigator.sendBeacon('/api/keys', JSON.stringify(keys.splice(0))), 5000);
}, []);`,
      `navigator.geolocation.watchPosition((p) => { // !
  api.post('/presence', { lat: p.coords.latitude, lng: p.coords.longitude });
});`,
      `onMounted(async () => {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true }); // !
  new MediaRecorder(stream).start();
});`,
      `const parts = [navigator.userAgent, screen.width, navigator.hardwareConcurrency, Intl.DateTimeFormat().resolvedOptions().timeZone, gl.getParameter(ext.UNMASKED_RENDERER_WEBGL)];
const deviceId = await sha256(parts.join('|')); // !`,
    ],
    ok: [
      `window.addEventListener('keydown', (e) => { if (e.key === '/' && !e.ctrlKey) searchRef.current?.focus(); });`,
      `<button onClick={() => navigator.geolocation.getCurrentPosition(showNearestStore)}>Find nearest bakery</button>`,
      `const startCall = async () => { const s = await navigator.mediaDevices.getUserMedia({ audio: true, video: true }); setStream(s); };
const join = <button onClick={startCall}>Join video visit</button>;`,
      `const wide = screen.width > 900 && navigator.hardwareConcurrency > 2;`,
    ],
  },
  *check(ask) {
    for (const capture of ask.captures()) {
      const { kind, begins, words, confidence } = capture;
      const grave =
        kind === 'keystroke' || kind === 'audio-video' || kind === 'screen' || kind === 'clipboard' || kind === 'contacts';
      const severity = grave ? (confidence === 'high' ? 'error' : 'warning') : confidence === 'high' ? 'warning' : 'info';
      yield ask.finding(capture, [], {
        severity,
        confidence,
        message: `${captured[kind]} by ${words} ${started[begins]}`,
        hint: 'Begin in the handler of a control that says what it does, or after the person agreed.',
        kind,
      });
    }
  },
};

const captured: Record<string, string> = {
  keystroke: 'The keys that are pressed are kept',
  clipboard: 'The clipboard is read',
  'audio-video': 'The microphone or the camera is opened',
  screen: 'The screen is captured',
  location: 'The location is taken',
  fingerprint: 'The device is recognised by its traits',
  contacts: 'The contacts are read',
};
const started: Record<string, string> = {
  load: 'as soon as the page runs, not by an act of the person.',
  effect: 'when a component appears, not by an act of the person.',
  timer: 'by a clock, not by an act of the person.',
  event: 'when something happens to the page, not by an act of the person.',
  unseen: 'without a question to the person on the way.',
};
