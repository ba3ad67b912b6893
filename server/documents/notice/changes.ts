/** What is different since the last notice, from the facts that it kept. */
import type { NoticeFacts } from './facts';
import type { NoticeWords } from './words';

export const MARK = 'data-ethics-notice';

/** What a notice keeps of itself. */
export interface KeptFacts {
  version: 1;
  day: string;
  contact: string;
  data: Record<string, string>;
  purposes: Record<string, string>;
  recipients: Record<string, { name: string; gets: string[]; region: string }>;
}

export function keptFacts({ contact, data, purposes, recipients }: NoticeFacts, day: string): KeptFacts {
  return {
    version: 1,
    day,
    contact,
    data: Object.fromEntries(data.map(({ category, retention }) => [category, retention])),
    purposes: Object.fromEntries(purposes.map(({ id, purpose }) => [id, purpose.why ?? ''])),
    recipients: Object.fromEntries(recipients.map(({ key, name, gets, region }) => [key, { name, gets, region }])),
  };
}

/** A file that people keep may have been changed by them: only facts of the known shape count. */
export function isKeptFacts(facts: unknown): facts is KeptFacts {
  if (typeof facts !== 'object' || facts === null) return false;
  const { version, day, data, purposes, recipients } = facts as Record<string, unknown>;
  return (
    version === 1 &&
    typeof day === 'string' &&
    [data, purposes].every((map) => isMap(map) && Object.values(map).every((entry) => typeof entry === 'string')) &&
    isMap(recipients) &&
    Object.values(recipients).every(isKeptRecipient)
  );
}

const isMap = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);

function isKeptRecipient(value: unknown): boolean {
  if (!isMap(value)) return false;
  const { name, gets, region } = value as Record<string, unknown>;
  return typeof name === 'string' && typeof region === 'string' && Array.isArray(gets);
}

export function changesSince(before: KeptFacts, now: KeptFacts, words: NoticeWords, name: (id: string) => string): string[] {
  const { changed } = words;
  const where = (region: string): string => (region ? (words.region[region.toLowerCase()] ?? region) : words.noPlace);
  const howLong = (retention: string): string => (retention ? words.retention(retention) : words.undecided);
  const all = words.list;
  const who = ({ name: own }: { name: string }): string => own || words.somebody;
  const lines = [
    ...added(before.data, now.data).map((id) => changed.newData(name(id))),
    ...added(now.data, before.data).map((id) => changed.goneData(name(id))),
    ...kept(before.data, now.data)
      .filter((id) => before.data[id] !== now.data[id])
      .map((id) => changed.retention(name(id), howLong(before.data[id]!), howLong(now.data[id]!)).replace(/\.\./g, '.')),
    ...added(before.purposes, now.purposes).map((id) => changed.newPurpose(now.purposes[id]!)),
    ...added(now.purposes, before.purposes).map((id) => changed.gonePurpose(before.purposes[id]!)),
    ...kept(before.purposes, now.purposes)
      .filter((id) => before.purposes[id] !== now.purposes[id])
      .map((id) => changed.purpose(now.purposes[id]!)),
    ...added(before.recipients, now.recipients).map((id) => changed.newRecipient(who(now.recipients[id]!))),
    ...added(now.recipients, before.recipients).map((id) => changed.goneRecipient(who(before.recipients[id]!))),
    ...kept(before.recipients, now.recipients).flatMap((id) => {
      const [old, own] = [before.recipients[id]!, now.recipients[id]!];
      const more = own.gets.filter((category) => !old.gets.includes(category)).map(name);
      const less = old.gets.filter((category) => !own.gets.includes(category)).map(name);
      return [
        ...(more.length > 0 ? [changed.getsMore(who(own), all(more))] : []),
        ...(less.length > 0 ? [changed.getsLess(who(own), all(less))] : []),
        ...(old.region !== own.region
          ? [changed.moved(who(own), where(old.region), where(own.region)).replace(/\.\./g, '.')]
          : []),
      ];
    }),
    ...(before.contact !== now.contact ? [changed.contact(now.contact)] : []),
  ];
  return lines.length > 0 ? lines : [changed.none];
}

const added = (before: object, now: object): string[] => Object.keys(now).filter((key) => !Object.hasOwn(before, key));
const kept = (before: object, now: object): string[] => Object.keys(now).filter((key) => Object.hasOwn(before, key));
