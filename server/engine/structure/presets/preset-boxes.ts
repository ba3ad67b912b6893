/** Boxes and switches that are ticked before the person comes. */
import { Kind, NONE } from '../../ir';
import { kindAt, operandAt, type Reader } from '../../link/reader';
import type { Preset } from '../../rule/structure';
import { argumentsOf, flagAt, textAt, type Code, type Spot } from '../code';
import { choiceIn, choiceOfText } from './consent-words';
import { attributesOf, elementsBelow, elementsOf, tagOf, wordingOf } from '../markup';
import { STATES } from './preset-states';
import { nameOfValue } from './preset-values';
import { turnsOf, type Turn } from '../unrolled';
import type { Uses } from '../uses';

const BOX = /^(input|switch|toggle|.*(checkbox|switch)(field)?)$/i;
const TICKS = /^(defaultChecked|checked|defaultSelected|isSelected|defaultValue|value|model-value|modelValue)$/;

/** `<input type="checkbox" name="newsletter" defaultChecked />`. */
export function boxes(code: Code, uses: Uses, fn: number, reader: Reader): Preset[] {
  const out: Preset[] = [];
  for (const element of elementsOf(reader)) {
    const tag = tagOf(reader, element);
    if (!BOX.test(tag)) continue;
    const choice = turnsOf(code, uses, fn)
      .map((turn) => tickedChoice(code, uses, { fn, ordinal: element }, turn))
      .find((each) => each !== '');
    if (choice) out.push({ ...code.seen({ fn, ordinal: element }, `<${tag}>`), choice, form: 'checkbox', confidence: 'high' });
  }
  return out;
}

/** What a box that is ticked agrees to, or ''. */
function tickedChoice(code: Code, uses: Uses, { fn, ordinal }: Spot, turn: Turn): string {
  const reader = code.trail.reader(fn);
  const attributes = attributesOf(reader, ordinal).map(({ name, value }) => ({ name, value, ...turn(value) }));
  const given = (name: string): Spot => attributes.find((each) => each.name === name) ?? { fn, ordinal: NONE };
  const text = (name: string): string => textOf(code, given(name));
  const type = text('type');
  if (tagOf(reader, ordinal) === 'input' && !/^(checkbox|radio|switch)$/.test(type)) return '';
  if (type === 'radio' && /^(no|false|0|off|none)$/i.test(text('value'))) return '';
  if (attributes.some((each) => /^(disabled|readonly|isDisabled)$/i.test(each.name) && isTrue(code, each))) return '';
  const ticked = attributes.find((each) => TICKS.test(each.name) && isYes(code, each.name, each));
  if (!ticked) return '';
  const bound = nameOfValue(code, fn, reader, ticked.value);
  // A state of a telling name is judged where it begins.
  if (choiceIn(bound) !== '' && beginsWithYes(code, ticked) === 'state') return '';
  const own = [text('name'), text('id'), bound].map(choiceIn);
  const said = [text('label'), text('aria-label'), text('title'), wordingOf(code, fn, ordinal)].map(choiceOfText);
  const choice = [...own, ...said].find((each) => each !== '');
  return choice ?? (type === 'radio' ? '' : choiceOfText(labelOf(code, uses, fn, reader, ordinal, given('id').ordinal)));
}

const textOf = (code: Code, { fn, ordinal }: Spot): string => wordingOf(code, fn, ordinal);
const isTrue = (code: Code, { fn, ordinal }: Spot): boolean => flagAt(code.trail.reader(fn), ordinal) === true;

function isYes(code: Code, name: string, spot: Spot): boolean {
  if (isTrue(code, spot)) return true;
  if (/^(defaultValue|value)$/.test(name)) return false;
  // HTML has no false: `checked=""` and `checked="checked"` are yes.
  const text = textAt(code.trail.reader(spot.fn), spot.ordinal);
  if (/^(checked|defaultChecked)$/.test(name) && text !== null) return /^(checked|true)?$/.test(text);
  return beginsWithYes(code, spot) !== '';
}

/** A variable, or a state, that is true until somebody changes it. */
function beginsWithYes(code: Code, { fn, ordinal }: Spot): 'variable' | 'state' | '' {
  if (ordinal === NONE || kindAt(code.trail.reader(fn), ordinal) !== Kind.Load) return '';
  const points = code.trail.origins(fn, ordinal);
  let found: 'variable' | 'state' | '' = '';
  for (const point of points) {
    const reader = code.trail.reader(point.fn);
    if (kindAt(reader, point.ordinal) === Kind.Call) {
      const [initial] = argumentsOf(reader, point.ordinal);
      const isState = STATES.test(code.calleeOf(point.fn, point.ordinal)?.path.at(-1) ?? '');
      if (!isState || initial === undefined || flagAt(reader, initial) !== true) return '';
      if (!/^(0|value)?$/.test(point.path.join('.'))) return '';
      found = 'state';
    } else if (point.path.length === 0 && flagAt(reader, point.ordinal) === true) found ||= 'variable';
    else return '';
  }
  return found;
}

const LABEL = /^(label|.*label|.*field|.*formitem|.*form-item)$/i;

/** What a person reads beside a box: the label around it or for it, or what stands with this one box alone. */
function labelOf(code: Code, uses: Uses, fn: number, reader: Reader, box: number, id: number): string {
  const named = textAt(reader, id);
  if (named !== null) {
    for (const element of elementsOf(reader)) {
      const isFor = attributesOf(reader, element).some(
        ({ name, value }) => /^(for|htmlFor)$/.test(name) && textAt(reader, value) === named,
      );
      if (isFor) return wordingOf(code, fn, element);
    }
  }
  for (let at = box, depth = 0; depth < 3; depth++) {
    const around = uses.of(fn, at).find((user) => kindAt(reader, user) === Kind.Element && operandAt(reader, user, 1) !== at);
    if (around === undefined) return '';
    const isAlone =
      elementsBelow(code, fn, around).filter((each) => BOX.test(tagOf(code.trail.reader(each.fn), each.ordinal))).length === 1;
    const text = wordingOf(code, fn, around);
    if (!isAlone || text.length > 300) return '';
    if (LABEL.test(tagOf(reader, around)) || text.trim() !== '') return text;
    at = around;
  }
  return '';
}
