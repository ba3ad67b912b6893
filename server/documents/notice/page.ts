/** The notice for customers: what, why, what they get, who gets it, where, how long, how to say no, who answers. */
import { heading, list, text, type Block, type Page, type Span } from '../page/blocks';
import { changesSince, keptFacts, MARK, type KeptFacts } from './changes';
import type { NoticeFacts } from './facts';
import type { NoticeWords } from './words';

export interface Titles {
  /** The taxonomy's title of a category id, "email address". */
  title(id: string): string;
}

export function noticePage(facts: NoticeFacts, words: NoticeWords, titles: Titles, day: string, before?: KeptFacts): Page {
  const name = namer(words, titles);
  const { headings, columns } = words;
  const organisation = facts.organisation || '…';
  const kept = keptFacts(facts, day);
  const changes = before
    ? [heading(headings.changes), text(words.changed.since(before.day)), ...list(changesSince(before, kept, words, name))]
    : [];
  const data: Block = {
    type: 'table',
    caption: headings.data,
    head: [columns.data, columns.why, columns.howLong],
    rows: facts.data.map(({ category, purposes, retention, special }) => [
      capital(name(category)) + (special ? ` (${words.special})` : ''),
      purposes
        .map((id) => facts.purposes.find((known) => known.id === id)?.purpose.why ?? '')
        .filter(Boolean)
        .join(' ') || words.noReason,
      retention ? words.retention(retention) : words.undecided,
    ]),
  };
  const who: Block = {
    type: 'table',
    caption: headings.who,
    head: [columns.who, columns.does, columns.gets, columns.where],
    rows: facts.recipients.map(({ name: recipient, kind, gets, region }) => [
      recipient || words.somebody,
      words.kind[kind] ?? (kind || words.noReason),
      gets.length > 0 ? words.list(gets.map(name)) : words.noList,
      region ? (words.region[region.toLowerCase()] ?? region) : words.noPlace,
    ]),
  };
  return {
    title: words.title(organisation),
    language: words.language,
    blocks: [
      { type: 'quote', text: shopSign(facts, words, titles) },
      text(words.asOf(day)),
      ...changes,
      heading(headings.data),
      facts.data.length > 0 ? data : text(words.nothing),
      heading(headings.why),
      ...(facts.purposes.length > 0
        ? facts.purposes.flatMap((entry) => purposeBlocks(entry, words, name))
        : [text(words.noReason)]),
      heading(headings.who),
      facts.recipients.length > 0 ? who : text(words.nobody),
      heading(headings.choices),
      ...list(choices(facts)),
      ...(choices(facts).length === 0 && facts.contact ? [text(words.sayNoTo(facts.contact))] : []),
      text(words.regardless),
      heading(headings.contact),
      text([words.askUs(facts.contact || '…'), ' ', words.alwaysAsk]),
      ...(facts.feedbackUrl ? [text([words.feedback, { link: facts.feedbackUrl, to: facts.feedbackUrl }])] : []),
    ],
    mark: { name: MARK, facts: kept },
  };

  function choices({ purposes }: NoticeFacts): Span[][] {
    return purposes
      .filter(({ purpose }) => purpose.optOut)
      .map(({ purpose }) => [`${purpose.why ?? ''} `, words.atPage(''), { link: purpose.optOut!, to: purpose.optOut! }]);
  }
}

/** The one line for a door or a counter. */
export function shopSign(facts: NoticeFacts, words: NoticeWords, titles: Titles): string {
  const name = namer(words, titles);
  const shown = facts.data.slice(0, 4).map(({ category }) => name(category));
  const rest = facts.data.length - shown.length;
  const data = words.list(rest > 0 ? [...shown, words.more(rest)] : shown);
  return words.sign({
    organisation: facts.organisation || '…',
    data: data || '–',
    recipients: facts.recipients.filter(({ gets }) => gets.length > 0).length,
    contact: facts.contact || '…',
  });
}

/** As many things as fit into a sentence that can be read in one breath. */
const FEW = 5;

function purposeBlocks(
  { purpose, data }: NoticeFacts['purposes'][number],
  words: NoticeWords,
  name: (id: string) => string,
): Block[] {
  const lines = [
    purpose.why ?? words.noReason,
    ...(purpose.benefit ? [purpose.benefit] : []),
    ...(data.length > 0 && data.length <= FEW ? [words.uses(words.list(data.map(name)))] : []),
  ];
  return [
    { type: 'text', text: [{ strong: lines[0]! }, ` ${lines.slice(1).join(' ')}`] },
    ...(data.length > FEW ? [text(words.usesThese), ...list(data.map((id) => capital(name(id))))] : []),
  ];
}

/** A category or a group, as a customer would call it. */
const namer =
  (words: NoticeWords, titles: Titles) =>
  (id: string): string =>
    words.category[id] ?? words.group[id] ?? words.unnamed(titles.title(id));

const capital = (title: string): string => title[0]!.toUpperCase() + title.slice(1);
