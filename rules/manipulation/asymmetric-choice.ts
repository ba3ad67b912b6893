import type { Rule } from '../../server/engine/rule';

export const asymmetricChoice: Rule = {
  id: 'asymmetric-choice',
  title: 'Saying no is harder, hidden or shamed',
  family: 'manipulation',
  value: 'Autonomy',
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  basis: [
    'May be relevant: DSA Art. 25, deceptive interfaces (checked 2026-11-28)',
    'May be relevant: GDPR Art. 7(3), refusing and withdrawing as easy as agreeing (checked 2026-11-23)',
    'May be relevant: CPRA regulations § 7004, symmetry in choice (checked 2026-11-28)',
  ],
  why:
    'A man with shaking hands wants to read a timetable. A window covers it with one bright button: accept. He looks for another, ' +
    'finds none, and presses. He is asked again next week. It was never a question.',
  limits:
    'It reads texts, labels and handlers in JSX, in several languages, also in components of the project; colours and sizes are not judged. ' +
    'A window that a consent product draws itself is not seen, and a notice that asks for nothing needs no second button.',
  fixes: [
    'Put a button for no beside the one for yes, as large and on the same layer.',
    'Keep a refusal as long as an agreement, and do not ask again.',
    'Label the refusal plainly: “No, thanks”.',
  ],
  examples: {
    bad: [
      `const banner = <Dialog open={open} title="Cookies">
  <Button onClick={acceptAll}>Accept all</Button> {/* // ! */}
</Dialog>;`,
      `const accept = () => { saveConsent(ALL); setOpen(false); };
const decline = () => setTimeout(() => setOpen(true), 60_000); // !`,
      `<button className="link" onClick={close}>No thanks, I prefer paying full price</button> // !`,
    ],
    ok: [
      `const banner = <Dialog open={open} title="Cookies">
  <Button onClick={acceptAll}>Accept all</Button>
  <Button onClick={rejectAll}>Reject all</Button>
</Dialog>;`,
      `const decline = () => { saveConsent(NONE); setOpen(false); };`,
      `<Dialog title="Delete account?"><Button onClick={remove}>Delete</Button><Button onClick={close}>Keep account</Button></Dialog>`,
      `<button onClick={close}>No, thanks</button>`,
    ],
  },
  *check(ask) {
    for (const choice of ask.choices()) {
      const { kind, text } = choice;
      yield ask.finding(choice, [], {
        severity: 'warning',
        confidence: choice.confidence,
        message: sentences[kind].replace('%', text.replace(/\s+/g, ' ').slice(0, 60)),
        hint: hints[kind],
        kind,
      });
    }
  },
};

const sentences: Record<string, string> = {
  'no-reject': 'This question can be answered with “%” only; there is no button for no.',
  'further-no': '“%” is one press, and no is behind another window.',
  'delayed-no': 'Yes can be pressed at once, and no (“%”) only when a clock opens it.',
  'weaker-opt-out': 'After no (%) the question comes back by itself.',
  'asked-twice': 'Who says no (%) is asked again before it counts.',
  'cancel-maze': 'It takes a call or a letter to leave (“%”), where a button was enough to come.',
  'confirm-shaming': 'The answer no reads “%”, which makes a person ashamed of it.',
};
const hints: Record<string, string> = {
  'no-reject': 'Put a button for no beside it, as large and on the same layer.',
  'further-no': 'Put a button for no beside it, as large and on the same layer.',
  'delayed-no': 'Open both buttons at the same time.',
  'weaker-opt-out': 'Store the refusal, and do not ask again.',
  'asked-twice': 'Take the first answer.',
  'cancel-maze': 'Let people end it where they began it, with a button.',
  'confirm-shaming': 'Label it plainly: “No, thanks”.',
};
