/** Where somebody is turned down without a variable that is called so: an error, an answer in one word, a call, a message. */
import { Flag, Kind, NONE } from '../../ir';
import type { Body } from '../bodies';
import { argumentsOf } from '../parts';
import { nameOfCallee, wordsOfCall } from '../named';
import { endsPerson } from './ends';
import { isAboutPeople, literalsOf } from './machine';
import { BAD_NEWS, isTelling, NEGATIVE, textsIn } from './outcomes';
import { spaced } from './reasons';

/** The place, as a message names it. */
export interface TurnedDown {
  ordinal: number;
  name: string;
}

/** Said by a machine about a call, a card or a right: nobody is judged. */
const TECHNICAL =
  /access|permission|payment|card|transaction|request (was )?rejected|connection|promise|token|upload|file|cors|origin|signature|cookie|consent|invitation|call (was )?|user (rejected|denied|declined)/i;
const TURNS_AWAY =
  /not (been )?(eligible|approved|accepted|qualified|insurable)|ineligible|cannot (approve|insure|hire|admit|accept)|unable to (approve|offer|insure)/i;

export function turnedDownIn(body: Body): TurnedDown[] {
  const out: TurnedDown[] = [];
  let isOfPeople: boolean | null = null;
  const add = (ordinal: number, name: string): void => {
    if ((isOfPeople ??= isAboutPeople(body))) out.push({ ordinal, name });
  };
  for (let i = 0; i < body.reader.count; i++) {
    if (body.kind(i) === Kind.Throw) {
      if (saysNo(body, body.operand(i, 0))) add(i, 'the refusal');
      continue;
    }
    if (body.kind(i) !== Kind.Call || body.has(i, Flag.New)) continue;
    if (endsPerson(body, i)) add(i, wordsOfCall(body, i));
    else if (isTelling(body, i) && textsIn(body, i).some((text) => BAD_NEWS.test(spaced(text)))) add(i, 'the message');
  }
  for (const at of body.returns()) {
    const said = literalsOf(body, body.operand(at, 0)) ?? [];
    const no = said.find(({ text, ordinal }) => body.text(ordinal) !== null && ONE_WORD.test(text) && NEGATIVE.test(text));
    if (no) add(at, `'${no.text}'`);
  }
  return out;
}

/** "declined", "AUTO_REJECT", and no sentence. */
const ONE_WORD = /^[\p{L}]+([_-][\p{L}]+)?$/u;

/** `throw new Error('Application declined')` */
function saysNo(body: Body, thrown: number): boolean {
  if (thrown === NONE || body.kind(thrown) !== Kind.Call) return false;
  const texts = argumentsOf(body, thrown).flatMap((at) => body.text(at) ?? []);
  return (
    texts.some((text) => (BAD_NEWS.test(text) || TURNS_AWAY.test(text)) && !TECHNICAL.test(text)) &&
    nameOfCallee(body, thrown) !== ''
  );
}
