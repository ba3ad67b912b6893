/** What the control says or is called that a nameless function handles. */
import { Kind, NONE } from '../ir';
import { kindAt, operandAt } from '../link/reader';
import { argumentsOf, methodOf, textAt, type Code } from './code';
import { attributesOf, wordingOf } from './markup';
import type { Uses } from './uses';

/** "#unsubscribe" of `$('#unsubscribe').on('click', …)`, "Unsubscribe" of `<button onClick={…}>Unsubscribe</button>`; '' when nobody says. */
export function handledControl(code: Code, uses: Uses, fn: number): string {
  const made = uses.made(fn);
  if (!made) return '';
  const reader = code.trail.reader(made.fn);
  for (const user of uses.of(made.fn, made.ordinal)) {
    if (kindAt(reader, user) === Kind.Element) {
      const handles = attributesOf(reader, user).some(({ name, value }) => value === made.ordinal && /^on[A-Z]|^@/.test(name));
      if (handles) return wordingOf(code, made.fn, user).trim();
    }
    if (kindAt(reader, user) !== Kind.Call || !/^(on|click|addEventListener|submit)$/.test(methodOf(reader, user))) continue;
    const control = operandAt(reader, user, 0);
    const spots = [{ fn: made.fn, ordinal: control }, ...code.trail.origins(made.fn, control)];
    for (const spot of spots) {
      const own = code.trail.reader(spot.fn);
      const [first = NONE] = kindAt(own, spot.ordinal) === Kind.Call ? argumentsOf(own, spot.ordinal) : [];
      const selector = textAt(own, first);
      if (selector !== null) return selector;
    }
  }
  return '';
}
