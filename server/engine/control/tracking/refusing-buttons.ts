/** Buttons by which somebody says no where a page asks about cookies, and what runs when they are pressed. */
import { EntryKind, Kind, LiteralKind, NONE } from '../../ir';
import { functionOf } from '../../link/program';
import { kindAt, operandAt, operandCount } from '../../link/reader';
import type { Control } from '../guards/control';

export const ABOUT_COOKIES = /cookie|consent|gdpr|banner/i;
/** What stands on such a button. */
export const SAYS_NO =
  /^\W*(reject|decline|deny|refuse|disagree|opt[ -]?out|no,? thanks?|no|(accept |allow |use )?(only )?(strictly )?(necessary|essentials?)( cookies)?( only)?|continue without\b.*|(alle )?ablehnen|nur notwendige.*|(tout )?refuser|rechazar|rifiuta|recusar|weigeren)( all| cookies| all cookies| them| non-essential.*| optional.*| todas?| todo| tutti)?\W*$/i;
const PRESSED = /^on(Click|Press|Tap)$/;
const BUTTON = /^a$|button|btn|link|pressable|touchable|chip/i;
const SHORT = 40;
const DEPTH = 4;

export interface RefusingButton {
  /** The function that runs when it is pressed. */
  target: number;
  /** "The button “Decline”" */
  words: string;
}

/** Those that the markup of a function names. */
export function refusingButtons(control: Control, fn: number): RefusingButton[] {
  if (!isAboutCookies(control, fn)) return [];
  const { program } = control;
  const reader = control.reader(fn);
  const out: RefusingButton[] = [];
  for (let i = 0; i < reader.count; i++) {
    if (kindAt(reader, i) !== Kind.Element || operandAt(reader, i, 0) === NONE) continue;
    if (!BUTTON.test(reader.module.names[operandAt(reader, i, 0)])) continue;
    const text = saidIn(control, fn, i, DEPTH).trim();
    if (text.length > SHORT || !SAYS_NO.test(text)) continue;
    for (let n = 0; n < operandAt(reader, i, 2); n++) {
      if (operandAt(reader, i, 3 + n * 3) !== EntryKind.Static) continue;
      if (!PRESSED.test(reader.module.names[operandAt(reader, i, 4 + n * 3)])) continue;
      const closure = closureAt(control, fn, operandAt(reader, i, 5 + n * 3));
      if (closure !== NONE) out.push({ target: program.base[program.moduleOf[fn]] + closure, words: `The button “${text}”` });
    }
  }
  return out;
}

/** By the file or by the functions around. */
export function isAboutCookies({ program }: Control, fn: number): boolean {
  const { functions, path } = program.modules[program.moduleOf[fn]];
  if (ABOUT_COOKIES.test(path.split('/').at(-1) ?? '')) return true;
  for (let index = fn - program.base[program.moduleOf[fn]]; index > 0; index = functions[index].parent)
    if (ABOUT_COOKIES.test(functions[index].name)) return true;
  return false;
}

/** Texts of an element and of what stands in it; the last part of the key of a translation, as words. */
function saidIn(control: Control, fn: number, value: number, depth: number): string {
  if (value === NONE || depth === 0) return '';
  const reader = control.reader(fn);
  const each = (from: number): string =>
    Array.from({ length: operandCount(reader, value) - from }, (_, n) =>
      saidIn(control, fn, operandAt(reader, value, from + n), depth - 1),
    )
      .filter((text) => text.trim() !== '')
      .join(' ');
  switch (kindAt(reader, value)) {
    case Kind.Const:
      return operandAt(reader, value, 0) === (LiteralKind.String as number)
        ? reader.module.names[operandAt(reader, value, 1)]
        : '';
    case Kind.Cast:
      return saidIn(control, fn, operandAt(reader, value, 0), depth - 1);
    case Kind.Call:
      return (each(4).split(/[.:]/).at(-1) ?? '').replace(/(?<=[a-z])(?=[A-Z])|_/g, ' ');
    case Kind.Element:
      return each(3 + operandAt(reader, value, 2) * 3);
    default:
      return '';
  }
}

/** The function that a handler is, written in place or kept in a variable that holds nothing else; NONE when it is not known. */
export function closureAt(control: Control, fn: number, value: number): number {
  if (value === NONE) return NONE;
  const reader = control.reader(fn);
  if (kindAt(reader, value) === Kind.Closure) return operandAt(reader, value, 0);
  if (kindAt(reader, value) !== Kind.Load) return NONE;
  const owner = operandAt(reader, value, 1);
  const holder = owner === NONE ? fn : control.program.base[control.program.moduleOf[fn]] + owner;
  if (functionOf(control.program, holder).slots[operandAt(reader, value, 0)] === undefined) return NONE;
  const [store, ...more] = control.stores(holder, operandAt(reader, value, 0), NONE);
  if (!store || more.length > 0) return NONE;
  const made = control.reader(store.fn);
  const kept = operandAt(made, store.ordinal, 1);
  return kept !== NONE && kindAt(made, kept) === Kind.Closure ? operandAt(made, kept, 0) : NONE;
}
