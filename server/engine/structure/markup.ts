/** Elements as facts: tag, attributes, handlers, and the text a person reads in them. */
import { EntryKind, Flag, Kind, NONE } from '../ir';
import { endsOf, flagsAt, kindAt, operandAt, operandCount, type Reader } from '../link/reader';
import { argumentsOf, functionOf, methodOf, slotOf, textAt, type Code } from './code';

export interface Attribute {
  /** '...' for a spread. */
  name: string;
  value: number;
}

export function* elementsOf(reader: Reader): Iterable<number> {
  for (let i = 0; i < reader.count; i++) if (kindAt(reader, i) === Kind.Element) yield i;
}

/** "input", "Dialog.Title"; '' for a fragment. */
export const tagOf = (reader: Reader, element: number): string => reader.module.names[operandAt(reader, element, 0)] ?? '';

export function attributesOf(reader: Reader, element: number): Attribute[] {
  return Array.from({ length: operandAt(reader, element, 2) }, (_, n) => ({
    name:
      operandAt(reader, element, 3 + n * 3) === EntryKind.Spread
        ? '...'
        : (reader.module.names[operandAt(reader, element, 4 + n * 3)] ?? ''),
    value: operandAt(reader, element, 5 + n * 3),
  }));
}

export function childrenOf(reader: Reader, element: number): number[] {
  const out: number[] = [];
  for (let n = 3 + operandAt(reader, element, 2) * 3; n < operandCount(reader, element); n++)
    out.push(operandAt(reader, element, n));
  return out.filter((child) => child !== NONE);
}

const DEPTH = 40;

/** Elements at and below a value of a function: children, both arms of conditions, lists that are built in place. */
export function elementsBelow(code: Code, fn: number, value: number, depth = DEPTH): { fn: number; ordinal: number }[] {
  const reader = code.trail.reader(fn);
  if (value === NONE || depth === 0) return [];
  const below = (values: number[]): { fn: number; ordinal: number }[] =>
    values.flatMap((each) => elementsBelow(code, fn, each, depth - 1));
  switch (kindAt(reader, value)) {
    case Kind.Element: {
      const slots = attributesOf(reader, value).filter(({ value: given }) => isMarkup(reader, given));
      return [{ fn, ordinal: value }, ...below(slots.map((slot) => slot.value)), ...below(childrenOf(reader, value))];
    }
    case Kind.Phi:
    case Kind.Array:
      return below(Array.from({ length: operandCount(reader, value) >> 1 }, (_, n) => operandAt(reader, value, n * 2 + 1)));
    case Kind.Otherwise:
      return below([operandAt(reader, value, 0), operandAt(reader, value, 1)]);
    case Kind.Cast:
      return below([operandAt(reader, value, 0)]);
    case Kind.Load:
      return code.trail
        .origins(fn, value)
        .filter((point) => point.path.length === 0 && kindAt(code.trail.reader(point.fn), point.ordinal) === Kind.Element)
        .flatMap((point) => elementsBelow(code, point.fn, point.ordinal, depth - 8));
    case Kind.Call: {
      // `list.map((item) => <li>…</li>)`: what the callback returns is shown.
      const closures = argumentsOf(reader, value).filter((each) => each !== NONE && kindAt(reader, each) === Kind.Closure);
      if (methodOf(reader, value) !== 'map') return [];
      return closures.flatMap((closure) => {
        const inner = code.program.base[code.program.moduleOf[fn]] + operandAt(reader, closure, 0);
        return returnsOf(code.trail.reader(inner)).flatMap((each) => elementsBelow(code, inner, each, depth - 8));
      });
    }
    default:
      return [];
  }
}

const isMarkup = (reader: Reader, value: number): boolean =>
  value !== NONE && (kindAt(reader, value) === Kind.Element || kindAt(reader, value) === Kind.Phi);

export const returnsOf = (reader: Reader): number[] =>
  endsOf(reader)
    .map((at) => operandAt(reader, at, 0))
    .filter((value) => value !== NONE);

/**
 * Words a person reads in a value: literal text, text put together, the text in elements below, and the key of a
 * translation as words (`t('no_thanks')` → "no thanks").
 */
export function wordingOf(code: Code, fn: number, value: number, depth = DEPTH): string {
  const reader = code.trail.reader(fn);
  if (value === NONE || depth === 0) return '';
  const join = (values: number[]): string =>
    values
      .map((each) => wordingOf(code, fn, each, depth - 1))
      .filter((text) => text !== '')
      .join(' ');
  switch (kindAt(reader, value)) {
    case Kind.Const:
      return textAt(reader, value) ?? '';
    case Kind.Template: {
      let out = '';
      for (let n = 0; n < operandCount(reader, value); n += 2)
        out += reader.module.names[operandAt(reader, value, n)] + (n + 1 < operandCount(reader, value) ? '…' : '');
      return out;
    }
    case Kind.Binary:
      return join([operandAt(reader, value, 1), operandAt(reader, value, 2)]);
    case Kind.Element:
      return join([
        ...attributesOf(reader, value)
          .filter(({ name }) => SAID.test(name) || (name === 'value' && isPressed(reader, value)))
          .map((attribute) => attribute.value),
        ...childrenOf(reader, value),
      ]);
    case Kind.Phi:
      return join(Array.from({ length: operandCount(reader, value) >> 1 }, (_, n) => operandAt(reader, value, n * 2 + 1)));
    case Kind.Cast:
      return join([operandAt(reader, value, 0)]);
    case Kind.Load:
      return code.trail
        .origins(fn, value)
        .filter((point) => point.path.length === 0 && kindAt(code.trail.reader(point.fn), point.ordinal) === Kind.Const)
        .map((point) => textAt(code.trail.reader(point.fn), point.ordinal) ?? '')
        .join(' ');
    case Kind.Get: {
      const written = code.constants.of(fn, value).map(({ value: text }) => (typeof text === 'string' ? text : ''));
      if (written.some((text) => text !== '')) return written.join(' ');
      return flagsAt(reader, value) & Flag.Computed || !isTexts(code, fn, reader, operandAt(reader, value, 0), 4)
        ? ''
        : asWords(reader.module.names[operandAt(reader, value, 1)]);
    }
    case Kind.Call:
      return methodOf(reader, value) !== '' && isTexts(code, fn, reader, operandAt(reader, value, 0), 1)
        ? translated(reader, value) || asWords(methodOf(reader, value))
        : translated(reader, value);
    default:
      return '';
  }
}

/** Tables of texts, by the names they have everywhere: `{t.acceptAll}`, `{m.reject_all()}`. */
const TEXTS = /^(t|m|i18n|texts?|labels?|copy|strings?|messages|msgs?|dict|dictionary|tr|translations?|content)$/;

function isTexts(code: Code, fn: number, reader: Reader, value: number, depth: number): boolean {
  if (value === NONE || depth === 0) return false;
  switch (kindAt(reader, value)) {
    case Kind.Get:
      return !(flagsAt(reader, value) & Flag.Computed) && isTexts(code, fn, reader, operandAt(reader, value, 0), depth - 1);
    case Kind.Load: {
      const { owner, slot } = slotOf(code.program, fn, reader, value);
      return TEXTS.test(functionOf(code.program, owner).slots[slot].name);
    }
    case Kind.Global: {
      const index = operandAt(reader, value, 0);
      return TEXTS.test(flagsAt(reader, value) & Flag.Import ? reader.module.imports[index].local : reader.module.names[index]);
    }
    default:
      return false;
  }
}

const SAID = /^(label|title|aria-label|text|alt|heading|description|textContent)$/;

/** `<input type="submit" value="Accept">` reads as a button. */
const isPressed = (reader: Reader, element: number): boolean =>
  tagOf(reader, element) === 'input' &&
  attributesOf(reader, element).some(
    ({ name, value }) => name === 'type' && /^(submit|button)$/.test(textAt(reader, value) ?? ''),
  );

/** `t('cookies.reject_all')`, `$t(…)`, `i18n.t(…)`: the key's last part, or the default text beside it. */
function translated(reader: Reader, call: number): string {
  const callee = operandAt(reader, call, 0);
  const method = methodOf(reader, call);
  const name =
    method !== ''
      ? method
      : kindAt(reader, callee) === Kind.Global
        ? (reader.module.names[operandAt(reader, callee, 0)] ?? '')
        : 't';
  if (!/^(t|\$t|_|__|translate|formatMessage|msg|tr)$/.test(name)) return '';
  const texts = argumentsOf(reader, call).flatMap((each) => textAt(reader, each) ?? []);
  const said = texts.find((text) => text.includes(' ')) ?? texts[0] ?? '';
  return said.includes(' ') ? said : asWords(said.slice(said.lastIndexOf('.') + 1));
}

/** "rejectAll" → "reject All". */
const asWords = (key: string): string => key.replace(/[-_]+|(?<=[a-z])(?=[A-Z])/g, ' ');
