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
  /** What is said or given there. */
  values: readonly number[];
}

/** Said by a machine about a call, a card or a right: nobody is judged. */
const TECHNICAL =
  /access|permission|payment|card|transaction|request (was )?rejected|connection|promise|token|upload|file|cors|origin|signature|cookie|consent|invitation|call (was )?|user (rejected|denied|declined)/i;
const TURNS_AWAY =
  /not (been )?(eligible|approved|accepted|qualified|insurable)|ineligible|cannot (approve|insure|hire|admit|accept)|unable to (approve|offer|insure)/i;

export function turnedDownIn(body: Body): TurnedDown[] {
  const out: TurnedDown[] = [];
  let isOfPeople: boolean | null = null;
  const add = (ordinal: number, name: string, values: readonly number[]): void => {
    if ((isOfPeople ??= isAboutPeople(body))) out.push({ ordinal, name, values });
  };
  for (let i = 0; i < body.reader.count; i++) {
    if (body.kind(i) === Kind.Throw) {
      if (saysNo(body, body.operand(i, 0))) add(i, 'the refusal', []);
      continue;
    }
    if (body.kind(i) === Kind.Element) {
      const shown = childrenOf(body, i);
      for (const value of shown) {
        const no = refusalIn(body, value);
        if (no !== null && ALONE.test(no)) add(i, `'${no}'`, [value]);
      }
      continue;
    }
    if (body.kind(i) !== Kind.Call || body.has(i, Flag.New)) continue;
    const given = argumentsOf(body, i);
    if (endsPerson(body, i)) add(i, wordsOfCall(body, i), given);
    else if (isTelling(body, i) && textsIn(body, i).some((text) => BAD_NEWS.test(spaced(text)))) add(i, 'the message', given);
    else if (given.some((at) => turnsRowsDown(body, at))) out.push({ ordinal: i, name: 'the update', values: given });
    else if (ANSWERS.test(body.name(i, 1))) {
      // An answer in one word, of several.
      const word = given.find((at) => isChoice(body, at) && refusalIn(body, at) !== null);
      if (word !== undefined) add(i, `'${refusalIn(body, word)}'`, [word]);
    }
  }
  for (const at of body.returns()) {
    const no = refusalIn(body, body.operand(at, 0));
    if (no !== null) add(at, `'${no}'`, [body.operand(at, 0)]);
  }
  return out;
}

const ANSWERS = /^(json|send|end|reply|respond|write|text)$/;

const isChoice = (body: Body, value: number): boolean => (literalsOf(body, value) ?? []).length > 1;

/** Which of the words that a value can be turns somebody down: "denied" of `isOld ? 'denied' : 'approved'`. */
export function refusalIn(body: Body, value: number): string | null {
  const said = literalsOf(body, value) ?? [];
  const no = said.find(
    ({ text, ordinal }) => body.text(ordinal) !== null && ONE_WORD.test(text.trim()) && NEGATIVE.test(text.trim()),
  );
  return no ? no.text.trim() : null;
}

/** What an element shows that is no attribute of it. */
const childrenOf = (body: Body, element: number): number[] => {
  const out: number[] = [];
  for (let n = 3 + body.operand(element, 2) * 3; body.operand(element, n) !== NONE; n++) out.push(body.operand(element, n));
  return out;
};
/** "Rejected" stands there for a person; "Declined" may be the name of a list. */
const ALONE = /^(not[ _-]?eligible|ineligible|denied|rejected|declined|refused|disqualified)$/i;

/** `UPDATE applications SET status = 'rejected' WHERE …` */
const turnsRowsDown = (body: Body, value: number): boolean =>
  isTurningDown(body.kind(value) === Kind.Template ? body.name(value, 0) : (body.text(value) ?? ''));

/** Cheap: the text of such a query. */
export const isTurningDown = (text: string): boolean =>
  text.length < 4000 &&
  /^\s*update\b[\s\S]+\bset\b[\s\S]*\b\w*(status|state|decision|outcome)\W*=\s*'(rejected|declined|denied|ineligible|not_eligible|suspended|disqualified)'[\s\S]*\bwhere\b/i.test(
    text,
  );

/** "declined", "AUTO_REJECT", "Not eligible", and no sentence. */
const ONE_WORD = /^[\p{L}]+([_ -][\p{L}]+)?$/u;

/** `throw new Error('Application declined')` */
function saysNo(body: Body, thrown: number): boolean {
  if (thrown === NONE || body.kind(thrown) !== Kind.Call) return false;
  const texts = argumentsOf(body, thrown).flatMap((at) => body.text(at) ?? []);
  return (
    texts.some((text) => (BAD_NEWS.test(text) || TURNS_AWAY.test(text)) && !TECHNICAL.test(text)) &&
    nameOfCallee(body, thrown) !== ''
  );
}
