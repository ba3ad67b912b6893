/** Where somebody is reached by the place of a word: `to` beside a subject, a pin code beside a city. */
import { isInert, memberOf } from '../link/type-parts';
import type { Member, Type } from '../link/types';
import { fits } from './fits';
import type { Value } from './values';

/** Where a message with a subject goes: `to` alone says nothing, beside a subject it is an address. */
export const ADDRESSEES = new Set(
  'to cc bcc replyTo recipient recipients fromAddress toAddress senderAddress replyToAddress'.split(' '),
);
export const SUBJECT = 'subject';
export const MAILBOX = 'address';

export const ADDRESS = { category: 'email', trust: 3 as const };

/** `mail.to[0].address`: parsed mail has people where a message went. */
export const isMailbox = (owner: Value, name: string, member: Member | null): boolean =>
  name === MAILBOX && ADDRESSEES.has(owner.hint) && !(member && (isInert(member.type) || !fits(member.type, 'email')));

/** `to` of a declared message with a subject. */
export function isAddressee(owner: Type, name: string, member: Member): boolean {
  if (!ADDRESSEES.has(name) || member.personal === null || isInert(member.type) || owner.kind !== 'object') return false;
  return fits(member.type, 'email') && memberOf(owner, SUBJECT) !== null;
}
