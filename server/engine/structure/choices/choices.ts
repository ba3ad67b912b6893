/** Choices in which no is harder than yes: no way to refuse, a refusal that comes back, a label that shames. */
import { Kind, NONE } from '../../ir';
import { kindAt, operandAt, type Reader } from '../../link/reader';
import type { Choice } from '../../rule/structure';
import { FURTHER, KEEPS_CHOICE, NO, YES } from './answer-words';
import { namesAround, type Code, type Spot, type Topic } from '../code';
import { closuresOf } from '../closures';
import { comesBack } from './comes-back';
import { BUTTON, buttonOf, isButton, isDrawn, isSwitch, type Button } from './choice-buttons';
import { isShutByClock } from './delayed-no';
import { isPicture } from '../../control/guards/wording';
import { attributesOf, childrenOf, elementsBelow, elementsOf, returnsOf, tagOf, wordingOf } from '../markup';
import { shames } from './shaming';
import type { Uses } from '../uses';

const ABOUT =
  /\bcookies?\b|\bconsent\b|\btracking\b|\btrackers?\b|datenschutz-?einstellungen|einwilligung|privacidad de cookies/i;
/** The yes is to something that the person came for, and leaving it alone is the no. */
const COMES_FOR =
  /\b(load|show|play|watch|view|display|unblock|embed)\b|laden|anzeigen|abspielen|afficher|charger|lire la|mostrar|carr?egar|cargar|reproduz?cir|reproduzir|carica|riproduci|wczytaj|odtwórz|afspil|spela|показа|воспроизв|відтвор|表示|再生|播放|재생/i;
/** What may hold a question of its own on a page, by its tag or a word of its class. */
const FRAME = /cookie|consent|gdpr|banner|dialog|modal|popup|drawer|sheet|^fixed$/i;
const CONSENT = /(cookie|consent|gdpr|dsgvo)s?-?_?(banner|bar|notice|popup|modal|dialog|consent)/i;
/** A part of a window is none. */
const PART = /action|button|btn|footer|header|text|content|row|body|inner|title|group|link|icon|desc|item|overlay|backdrop/i;

/** "Call to cancel", "Kündigung per Post". */
const ends = (text: string): boolean =>
  text.length < 80 &&
  /\b(to (cancel|unsubscribe|end your)|cancel (your|my|the) (subscription|membership|plan|contract|account)|close (your|my) account)\b|kündig|résili|annuler (mon|votre) abonnement|cancelar (su|tu|mi|sua) (suscripción|assinatura)|opzeggen/i.test(
    text,
  );

const topic: Topic = (name) => name.length < 400 && (shames(name) || ABOUT.test(name) || ends(name));
const refusing: Topic = (name) => /^(setTimeout|confirm|prompt|Alert)$/.test(name);

export function choicesOf(code: Code, uses: Uses): Choice[] {
  const out: Choice[] = [];
  for (const module of code.modulesWith(topic)) {
    for (const fn of code.functions(module)) {
      const reader = code.trail.reader(fn);
      for (const element of elementsOf(reader)) {
        const shaming = shamed(code, fn, reader, element);
        if (shaming) out.push(shaming);
        const far = byLetter(code, fn, reader, element);
        if (far) out.push(far);
        if (!isRoot(uses, fn, reader, element) && !isFrame(code, fn, reader, element)) continue;
        const uneven = withoutNo(code, fn, reader, element) ?? delayed(code, uses, fn, reader, element);
        if (
          uneven &&
          !out.some(({ at, kind }) => kind === uneven.kind && at.path === uneven.at.path && at.start === uneven.at.start)
        )
          out.push(uneven);
      }
    }
  }
  for (const module of code.modulesWith(refusing))
    for (const fn of code.functions(module)) out.push(...comesBack(code, uses, fn));
  return out;
}

function shamed(code: Code, fn: number, reader: Reader, element: number): Choice | null {
  const isPressed = attributesOf(reader, element).some(({ name }) => name === 'onClick' || name === 'onPress');
  if (!isButton(reader, element) && !isPressed) return null;
  const text = wordingOf(code, fn, element);
  if (!shames(text)) return null;
  return {
    ...code.seen({ fn, ordinal: element }, `<${tagOf(reader, element)}>`),
    kind: 'confirm-shaming',
    text: text.trim(),
    confidence: 'high',
  };
}

/** `<a href="tel:…">Call to cancel</a>`: what was begun with a button ends with a call or a letter. */
function byLetter(code: Code, fn: number, reader: Reader, element: number): Choice | null {
  const href = attributesOf(reader, element).find(({ name }) => name === 'href');
  if (!href || href.value === NONE || !/^\s*(tel|mailto|sms):/.test(wordingOf(code, fn, href.value))) return null;
  const text = wordingOf(code, fn, element).trim();
  if (text.length > LABEL || !ends(text)) return null;
  return { ...code.seen({ fn, ordinal: element }, `<${tagOf(reader, element)}>`), kind: 'cancel-maze', text, confidence: 'high' };
}

/** Not a part of another element of the function. */
const isRoot = (uses: Uses, fn: number, reader: Reader, element: number): boolean =>
  uses.of(fn, element).every((user) => kindAt(reader, user) !== Kind.Element && kindAt(reader, user) !== Kind.Phi) ||
  uses.of(fn, element).length === 0;

/** `<Dialog>`, `<div id="cookie-banner">`, `<div class="fixed bottom-0">`. */
const isFrame = (code: Code, fn: number, reader: Reader, element: number): boolean =>
  // `<button id="cookie-banner-accept">` is one of its answers.
  !isButton(reader, element) && namesOf(code, fn, reader, element).some((name) => FRAME.test(name) && !PART.test(name));

/** Tag, id and classes of an element. */
const namesOf = (code: Code, fn: number, reader: Reader, element: number): string[] => [
  tagOf(reader, element),
  ...attributesOf(reader, element)
    .filter(({ name }) => /^(id|class|className|role)$/.test(name))
    .flatMap(({ value }) => (value === NONE ? [] : wordingOf(code, fn, value).split(/\s+/))),
];

/** What an answer says is short; a card that can be clicked says more. */
const LABEL = 80;

/** A question about cookies or consent, and no picture of one. */
function isQuestion(code: Code, fn: number, reader: Reader, root: number): boolean {
  const names = namesOf(code, fn, reader, root);
  const labels = attributesOf(reader, root).filter(({ name, value }) => /^(aria-label|title)$/.test(name) && value !== NONE);
  const about = [wordingOf(code, fn, root), ...labels.map(({ value }) => wordingOf(code, fn, value))].join(' ');
  if ((!ABOUT.test(about) && !names.some((name) => CONSENT.test(name))) || about.length > 2000) return false;
  return ![...names, ...around(code, fn)].some(isPicture);
}

/** Yes can be pressed at once, and no when a clock opens it. */
function delayed(code: Code, uses: Uses, fn: number, reader: Reader, root: number): Choice | null {
  if (!isQuestion(code, fn, reader, root)) return null;
  const buttons = elementsBelow(code, fn, root).flatMap((part) => buttonOf(code, part));
  const yes = buttons.find(({ text }) => text.length < LABEL && YES.test(text.trim()) && !NO.test(text));
  const no = buttons.find(({ words }) => NO.test(words) && !YES.test(words));
  if (!yes || !no || !isShutByClock(code, uses, no.spot) || isShutByClock(code, uses, yes.spot)) return null;
  return { ...code.seen(no.spot, no.text), kind: 'delayed-no', text: no.label, confidence: 'high' };
}

/** A question about cookies or consent with a button for yes and nothing for no. */
function withoutNo(code: Code, fn: number, reader: Reader, root: number): Choice | null {
  if (!isQuestion(code, fn, reader, root)) return null;
  const parts = elementsBelow(code, fn, root).flatMap((part) => [part, ...ofComponent(code, part)]);
  // What a component of somebody else's shows inside is not known.
  if (parts.some((part) => isOpaque(code, part))) return null;
  const buttons = parts.flatMap((part) => buttonOf(code, part));
  const yes = buttons.find(
    ({ text, leads }) =>
      !leads && text.length < LABEL && YES.test(text.trim()) && !NO.test(text) && !FURTHER.test(text) && !COMES_FOR.test(text),
  );
  if (!yes || isDrawn(code, yes.spot)) return null;
  // A link to another page answers nothing, unless it leads to the settings.
  const others = buttons.filter(
    (button) => button !== yes && !BESIDE.test(button.words) && (!button.leads || FURTHER.test(button.text)),
  );
  if (buttons.some((button) => button !== yes && (NO.test(button.words) || (YES.test(button.words) && button.text === ''))))
    return null;
  const [further = null] = others;
  // Where one may choose, what is chosen is the answer.
  if (further && (others.length > 1 || !leadsOn(further) || parts.some((part) => isSwitch(code, part)))) return null;
  return {
    ...code.seen(yes.spot, yes.text),
    kind: further ? 'further-no' : 'no-reject',
    text: yes.label,
    confidence: 'high',
  };
}

/** The file and the functions that a window is written in. */
const around = (code: Code, fn: number): string[] => [
  (code.program.modules[code.program.moduleOf[fn]].path.split('/').at(-1) ?? '').replace(/\.\w+$/, ''),
  ...namesAround(code.program, fn),
];

const leadsOn = ({ text }: Button): boolean => FURTHER.test(text) && !KEEPS_CHOICE.test(text);

/** Buttons that answer nothing. */
const BESIDE = /privacy|policy|learn|more|details|terms|datenschutz|imprint|impressum|richtlinie|confidentialit/i;

/** Elements that a component of the project returns. */
function ofComponent(code: Code, { fn, ordinal }: Spot): Spot[] {
  const reader = code.trail.reader(fn);
  const tag = operandAt(reader, ordinal, 1);
  // A button of the project's own is one button.
  if (tag === NONE || isButton(reader, ordinal)) return [];
  return closuresOf(code, fn, tag).flatMap((target) =>
    returnsOf(code.trail.reader(target)).flatMap((value) => elementsBelow(code, target, value)),
  );
}

function isOpaque(code: Code, { fn, ordinal }: Spot): boolean {
  const reader = code.trail.reader(fn);
  const tag = tagOf(reader, ordinal);
  if (/^[a-z]/.test(tag) || tag === '' || BUTTON.test(tag)) return false;
  const isKnown = operandAt(reader, ordinal, 1) !== NONE && closuresOf(code, fn, operandAt(reader, ordinal, 1)).length > 0;
  return (
    !isKnown &&
    childrenOf(reader, ordinal).length === 0 &&
    /consent|cookie|banner|action|footer|button|form|settings|preference|switch|toggle/i.test(tag)
  );
}
