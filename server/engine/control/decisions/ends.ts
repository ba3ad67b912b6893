/** Calls that refuse, dismiss or block a person, by how they are named and what they are given. */
import { Kind } from '../../ir';
import { isPersonNoun, ownerSort } from '../../owners';
import { wordsOf } from '../../words';
import type { Body } from '../bodies';
import { lastName, nameOfCallee } from '../named';
import { argumentsOf, entriesOf } from '../parts';
import { NEGATIVE, textsIn } from './outcomes';
import { isApplying } from './selections';

/** Cheap: writes a state of somebody. */
export const mayWriteEnd = (name: string): boolean => WRITES.test(name);

export const ENDS =
  /^(terminate|suspend|ban|deny|reject|decline|fire|dismiss|expel|evict|deactivate|disqualify|blacklist|blocklist|lock_?out|layoff|cancel_?policy|close_?account)/i;
/** `setCandidateStatus(id, 'rejected')` */
export const SETS = /^(set|update|change|mark)[A-Z_]?\w*(Status|State|Stage|_status|_state|_stage)$/;
/** What is ended is about a person; workers, processes and promises are not. */
const HELD =
  /(^hr$|hris|^staff$|user|account|customer|member|candidate|applicant|application|claim|polic(y|ie)|driver|rider|employee|student|tenant|seller|host|loan|ats|creator|patient)s?$/i;

export function endsPerson(body: Body, call: number): boolean {
  const method = body.name(call, 1);
  const name = method || nameOfCallee(body, call);
  if (SETS.test(name) && wordsOf(name).some((word) => HELD.test(word)))
    return textsIn(body, call).some((text) => NEGATIVE.test(text));
  if (WRITES.test(name)) return writesEnd(body, call);
  if (!ENDS.test(name)) return false;
  const rest = wordsOf(name).slice(1);
  if (rest.some((word) => HELD.test(word))) return true;
  if (rest.length > 0 && method === '') return false;
  if (method !== '' && HELD.test(lastName(body, body.operand(call, 0)))) return true;
  if (method === '') return false;
  if (wordsOf(lastName(body, body.operand(call, 0))).some(isPersonNoun)) return true;
  return argumentsOf(body, call).some((given) => isIdOfPerson(body, given));
}

/** `prisma.user.update({ data: { status: 'BANNED' } })`, `members.updateOne(filter, { $set: { banned: true } })` */
const writesEnd = (body: Body, call: number): boolean =>
  HELD.test(lastName(body, body.operand(call, 0))) && argumentsOf(body, call).some((given) => saysEnd(body, given, 3));
const WRITES = /^(update|updateOne|patch|set|findByIdAndUpdate|findOneAndUpdate)$/;
const STATE = /^(account_?)?(status|state)$/i;
const ENDED = /^(is_?)?(banned|suspended|deactivated|terminated|blacklisted|blocked)$/i;

function saysEnd(body: Body, object: number, depth: number): boolean {
  return (
    depth > 0 &&
    entriesOf(body, object).some(
      ({ name, value }) =>
        (STATE.test(name) && ENDED.test(body.text(value) ?? '')) ||
        (ENDED.test(name) && body.kind(value) === Kind.Const && body.name(value, 1) === 'true') ||
        saysEnd(body, value, depth - 1),
    )
  );
}

/** Calls by which somebody gets what they asked for: `mailer.invite(candidate.id)`, `admit(student)`. */
const TAKES = /^(invite|shortlist|admit|hire|approve|accept|enrol|enroll)$/i;

/** Cheap: a name that begins so, or a list of those who were taken. */
export const mayTake = (name: string): boolean =>
  /^(invite|shortlist|admit|hire|approve|accept|enrol|enroll|chosen|finalist|picked|longlist)/i.test(name);

export function takesPerson(body: Body, call: number): boolean {
  const name = body.name(call, 1) || nameOfCallee(body, call);
  const [verb, ...rest] = wordsOf(name);
  if (verb === undefined || !TAKES.test(verb)) return false;
  if (rest.some((word) => HELD.test(word))) return true;
  if (rest.length > 0 && !/^(to|for)$/.test(rest[0])) return false;
  return argumentsOf(body, call).some(
    (given) =>
      isIdOfPerson(body, given) || wordsOf(lastName(body, given)).some(isPersonNoun) || isApplying(lastName(body, given)),
  );
}

/** `student.id`, `session.studentId` */
function isIdOfPerson(body: Body, i: number): boolean {
  const name = lastName(body, i);
  if (name === 'id') {
    const owner = body.kind(i) === Kind.Get ? lastName(body, body.operand(i, 0)) : '';
    return ownerSort(owner) === 'person' || isApplying(owner);
  }
  const words = wordsOf(name);
  return words.length > 1 && words.at(-1) === 'id' && words.slice(0, -1).some((word) => ownerSort(word) === 'person');
}
