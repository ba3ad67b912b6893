/** What an element is called on which somebody presses. */
import { Kind, NONE } from '../../ir';
import { kindAt, operandAt, operandCount } from '../../link/reader';
import { textsAmong, type Control } from './control';
import type { Use } from './nests';
import { nameAt } from './values';

const PRESSED = /^(click|submit|change)$/;

/** What a person reads on an element: "Accept all cookies"; '' where that is more than a label. */
export function labelOf(control: Control, { fn, ordinal }: Use): string {
  const reader = control.reader(fn);
  const texts: string[] = [];
  for (let n = 3 + operandAt(reader, ordinal, 2) * 3; n < operandCount(reader, ordinal); n++) {
    const text = control.text(fn, operandAt(reader, ordinal, n));
    if (text !== null) texts.push(text.trim());
  }
  const label = texts.join(' ').trim();
  return label.length < 40 ? label : '';
}

/**
 * "accept cookies" of `getElementById('accept-cookies').onclick = …` and "accept button" of
 * `acceptButton.addEventListener('click', …)`; '' where a function is handed to anything else.
 */
export function buttonOf(control: Control, { fn, ordinal }: Use): string {
  const reader = control.reader(fn);
  const isAssigned = kindAt(reader, ordinal) === Kind.Set;
  const isPressed = isAssigned
    ? PRESSED.test(nameAt(reader, operandAt(reader, ordinal, 1)).replace(/^on/, ''))
    : control.name(fn, ordinal) === 'addEventListener' && textsAmong(control, fn, ordinal).some((text) => PRESSED.test(text));
  const element = isPressed ? operandAt(reader, ordinal, 0) : NONE;
  if (element === NONE) return '';
  const [text] = kindAt(reader, element) === Kind.Call ? textsAmong(control, fn, element) : [];
  return (text ?? control.name(fn, element))
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[^A-Za-z]+/g, ' ')
    .trim();
}
