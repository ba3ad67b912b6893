/** Messages to people: what a rule asks about each call that sends one. */
import { symbolOf } from '../../link/program';
import { extentOf, placeOf } from '../../places';
import type { Guard, Message } from '../../rule/consent';
import { CONTACT, createConditions } from '../guards/conditions';
import type { Spot } from '../guards/control';
import { createTexts } from './message-texts';
import { createObjects } from './objects';
import { createRecipients, type Recipients, type Selection } from './recipients';
import { sendingsOf, type Sending } from './sendings';
import type { TrackingParts } from './parts';

export function messagesOf(parts: TrackingParts): Message[] {
  const { control, predicates, guards } = parts;
  const { engine, program } = control;
  if (!engine.matcher.models.some((model) => model.consent?.channel)) return [];
  const objects = createObjects(control);
  const textsOf = createTexts(control, objects);
  const recipients = createRecipients(control, createConditions(control, predicates));

  return sendingsOf(parts, objects).map((sending) => {
    let guard: Guard | null = null;
    let selection: Selection | null = null;
    const selected = (): Selection => (selection ??= chosen(recipients, sending.to));
    const texts = textsOf(sending);
    return {
      at: placeOf(program, sending.fn, sending.ordinal),
      extent: extentOf(program, sending.fn, sending.ordinal),
      symbol: symbolOf(program, sending.fn),
      words: sending.words,
      channel: sending.channel,
      send: sending.send,
      inner: sending.inner,
      functions: [
        ...symbolOf(program, sending.fn)
          .split('.')
          .filter((part) => part !== '<function>'),
        ...sending.through,
      ],
      wording: texts.wording,
      subject: texts.subject,
      tellsHowToLeave: texts.leaves,
      get to() {
        const { who } = selected();
        // What a name alone says is a message reaches somebody only where people are looked up for it.
        if (sending.isNamed && who === 'unknown') return 'own';
        return who === 'asked' ? 'people' : who;
      },
      get recipients() {
        return selected().words;
      },
      get optIn() {
        return (guard ??= optInOf(sending, selected(), texts.list));
      },
    };
  });

  function optInOf(sending: Sending, selection: Selection, list: string): Guard {
    const at = extentOf(program, sending.fn, sending.ordinal);
    if (list !== '') return { guarded: true, words: list, purpose: 'marketing', at };
    if (selection.who === 'asked')
      return {
        guarded: true,
        words: selection.words,
        purpose: 'marketing',
        at: extentOf(program, selection.fn, selection.ordinal),
      };
    return guards.of(sending, CONTACT);
  }
}

/** Among several addresses those of people weigh most. */
function chosen(recipients: Recipients, to: readonly Spot[]): Selection {
  const found = to.map((spot) => recipients.of(spot.fn, spot.ordinal));
  for (const who of ['asked', 'people', 'unknown', 'own'] as const) {
    const one = found.find((each) => each.who === who);
    if (one) return one;
  }
  return { who: 'unknown', words: '', fn: 0, ordinal: 0 };
}
