/** Buttons and switches of a question, with what they say and do. */
import { NONE } from '../../ir';
import type { Reader } from '../../link/reader';
import { textAt, type Code, type Spot } from '../code';
import { handlerName } from '../handler-names';
import { attributesOf, childrenOf, tagOf, wordingOf } from '../markup';

export interface Button {
  spot: Spot;
  /** What it says and what it does, as words. */
  words: string;
  text: string;
  /** What a person reads on it; what it says to those who cannot see it where there is nothing to read. */
  label: string;
  /** It shows another page and answers nothing. */
  leads: boolean;
}

/** Tags of what can be pressed. */
export const BUTTON = /^(a|pressable|touchableopacity|chip|menuitem|.*(button|btn|link))$/i;

export const isButton = (reader: Reader, element: number): boolean =>
  BUTTON.test(tagOf(reader, element)) ||
  (tagOf(reader, element) === 'input' &&
    attributesOf(reader, element).some(
      ({ name, value }) => name === 'type' && /^(submit|button)$/.test(textAt(reader, value) ?? ''),
    ));

/** A button of a component that does nothing and sends no form is a picture of one; in a page a script may find it. */
export function isDrawn(code: Code, { fn, ordinal }: Spot): boolean {
  const reader = code.trail.reader(fn);
  const plain = /^(class|className|style|key|variant|size|color|disabled|aria-.*)$/;
  return (
    /\.[jt]sx$/.test(reader.module.path) &&
    tagOf(reader, ordinal) === 'button' &&
    attributesOf(reader, ordinal).every(
      ({ name, value }) => plain.test(name) || (name === 'type' && textAt(reader, value) === 'button'),
    )
  );
}

export const isSwitch = (code: Code, { fn, ordinal }: Spot): boolean => {
  const reader = code.trail.reader(fn);
  return (
    /switch|toggle|checkbox/i.test(tagOf(reader, ordinal)) ||
    attributesOf(reader, ordinal).some(
      ({ name, value }) => /^(type|role)$/.test(name) && /^(checkbox|switch)$/.test(textAt(reader, value) ?? ''),
    )
  );
};

export function buttonOf(code: Code, { fn, ordinal }: Spot): Button[] {
  const reader = code.trail.reader(fn);
  const attributes = attributesOf(reader, ordinal);
  const acts = attributes.filter(
    ({ name }) => /^(on[A-Z]\w*|href|to|action)$/.test(name) && !/^on(Open|Change|Focus|Blur|Key|Mouse)/.test(name),
  );
  if (!isButton(reader, ordinal) && acts.every(({ name }) => name !== 'onClick' && name !== 'onPress')) {
    // `<CookieBanner onAccept={…} onReject={…}>`: the ways out have names.
    return attributes
      .filter(({ name }) => /^on(Reject|Decline|Deny|Refuse|Dismiss|Secondary)|(decline|reject|secondary)/i.test(name))
      .map(({ name }) => ({ spot: { fn, ordinal }, words: `${name} reject`, text: '', label: '', leads: false }));
  }
  const text = wordingOf(code, fn, ordinal);
  const read = childrenOf(reader, ordinal).map((child) => wordingOf(code, fn, child));
  const label = read.join(' ').replace(/\s+/g, ' ').trim() || text.trim();
  const words = [
    text,
    ...acts.map(({ value }) => handlerName(code, fn, reader, value)),
    ...attributes.map(({ value }) => (value === NONE ? '' : wordingOf(code, fn, value))),
  ].join(' ');
  const leads =
    acts.length > 0 &&
    acts.every(({ name, value }) => /^(href|to)$/.test(name) && !/^(#|javascript:)/.test(textAt(reader, value) ?? ''));
  return [{ spot: { fn, ordinal }, words: words.replace(/(?<=[a-z])(?=[A-Z])/g, ' '), text, label, leads }];
}
