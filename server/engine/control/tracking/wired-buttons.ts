/** Buttons of a page that a script finds by their name and listens to: `document.getElementById('decline-cookies').addEventListener('click', …)`. */
import { Flag, Kind, NONE } from '../../ir';
import { flagsAt, kindAt, operandAt, operandCount } from '../../link/reader';
import { textsAmong, type Control } from '../guards/control';
import { refusesChoice } from '../guards/wording';
import { closureAt, isAboutCookies, type RefusingButton } from './refusing-buttons';

const LISTENS = /^(addEventListener|on|one|bind)$/;
const PRESSED = /^(click|press|tap)$/;
const PLAIN_NO = /^(btn|button|link)?(decline|reject|deny|refuse)(all)?(btn|button|link)?$/i;

/** Whether what an element is called there says that it is pressed to refuse. */
export const isCalledNo = (name: string): boolean =>
  name.length < 60 && (refusesChoice(camel(name)) || PLAIN_NO.test(camel(name)));

/** "#cookie-decline .btn" → "cookieDeclineBtn" */
const camel = (name: string): string =>
  name.replace(/[^a-z\d]+([a-z\d])/gi, (_, letter: string) => letter.toUpperCase()).replace(/[^a-z\d]/gi, '');

/** Those that a function listens to. */
export function wiredButtons(control: Control, fn: number): RefusingButton[] {
  const { program } = control;
  const reader = control.reader(fn);
  const out: RefusingButton[] = [];
  for (let i = 0; i < reader.count; i++) {
    const listener = listenerAt(control, fn, i);
    if (!listener) continue;
    const closure = closureAt(control, fn, listener.handler);
    const name = closure === NONE ? '' : calledNo(control, fn, listener.element);
    if (name !== '') out.push({ target: program.base[program.moduleOf[fn]] + closure, words: `The button “${name}”` });
  }
  return out;
}

/** `button.addEventListener('click', refuse)`, `$('#no').on('click', refuse)`, `button.onclick = refuse` */
function listenerAt(control: Control, fn: number, i: number): { element: number; handler: number } | null {
  const reader = control.reader(fn);
  if (kindAt(reader, i) === Kind.Set && !(flagsAt(reader, i) & Flag.Computed))
    return reader.module.names[operandAt(reader, i, 1)] === 'onclick'
      ? { element: operandAt(reader, i, 0), handler: operandAt(reader, i, operandCount(reader, i) - 1) }
      : null;
  if (kindAt(reader, i) !== Kind.Call || operandAt(reader, i, 1) === NONE || operandCount(reader, i) < 5) return null;
  const name = control.name(fn, i);
  const isClick = name === 'click';
  if (!isClick && !(LISTENS.test(name) && PRESSED.test(control.text(fn, operandAt(reader, i, 4)) ?? ''))) return null;
  return { element: operandAt(reader, i, 0), handler: operandAt(reader, i, isClick ? 4 : operandCount(reader, i) - 1) };
}

/** What an element that says no is called: by the variable, or by the name under which it is looked for; else ''. */
function calledNo(control: Control, fn: number, element: number): string {
  const found = namesOf(control, fn, element, 3).find(
    (name) => isCalledNo(name) && (refusesChoice(camel(name)) || isAboutCookies(control, fn)),
  );
  return found?.replace(/^[#.]/, '') ?? '';
}

function namesOf(control: Control, fn: number, element: number, depth: number): string[] {
  if (element === NONE || depth === 0) return [];
  const reader = control.reader(fn);
  switch (kindAt(reader, element)) {
    case Kind.Cast:
      return namesOf(control, fn, operandAt(reader, element, 0), depth);
    case Kind.Call:
      return textsAmong(control, fn, element);
    case Kind.Get:
      return [control.name(fn, element)];
    case Kind.Load: {
      const owner = operandAt(reader, element, 1);
      const holder = owner === NONE ? fn : control.program.base[control.program.moduleOf[fn]] + owner;
      const [store, ...more] = control.stores(holder, operandAt(reader, element, 0), NONE);
      const made = store && more.length === 0 ? operandAt(control.reader(store.fn), store.ordinal, 1) : NONE;
      return [control.name(fn, element), ...(made === NONE ? [] : namesOf(control, store.fn, made, depth - 1))];
    }
    default:
      return [];
  }
}
