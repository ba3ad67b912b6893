/** What a notice has to say: what the policy promises, and what code does beyond it. Leaving that out would make the notice untrue. */
import { proposalOf } from '../policy/proposal';
import { entryFor, isRole } from '../../engine/policy/recipients';
import type { CategoryEntry, Purpose, RecipientEntry } from '../../engine/rule/policy';
import type { Audit } from '../../session';

export interface NoticeFacts {
  organisation: string;
  contact: string;
  feedbackUrl: string;
  owner: string;
  purposes: { id: string; purpose: Purpose; data: string[] }[];
  data: { category: string; purposes: string[]; retention: string; special: boolean }[];
  /** `name`: '' when nobody has said who it is. `gets`: ids of categories and groups. */
  recipients: { key: string; name: string; kind: string; gets: string[]; region: string }[];
  /** What stands in the way of publishing, for those who write the policy. */
  gaps: string[];
}

/** @param policy path of the policy file the notice is made from. */
export function factsOf(audit: Audit, policy: string, isSpecial: (category: string) => boolean): NoticeFacts {
  const { declared } = audit.policyOf(policy);
  const { organisation = {}, governance = {}, purposes = {}, dataCategories = {} } = declared;
  const proposal = proposalOf(audit, policy);
  const gaps: string[] = [];
  const known = new Map<string, CategoryEntry>(Object.entries({ ...proposal.dataCategories, ...dataCategories }));
  const data = [...known]
    .sort(([a], [b]) => Number(isSpecial(b)) - Number(isSpecial(a)) || (a < b ? -1 : 1))
    .map(([category, entry]) => ({
      category,
      purposes: (entry.purposes ?? []).filter((id) => purposes[id] !== undefined),
      retention: decided(entry.retention),
      special: isSpecial(category),
    }));
  for (const { category, purposes: ids, retention } of data) {
    if (ids.length === 0) gaps.push(`'${category}' has no purpose in the policy.`);
    if (!retention) gaps.push(`'${category}' has no retention in the policy.`);
  }
  if (!decided(organisation.name)) gaps.push("'organisation.name' is not filled in.");
  if (!decided(organisation.contact)) gaps.push("'organisation.contact' is not filled in: people have nobody to ask.");
  for (const [id, { why, benefit }] of Object.entries(purposes)) {
    if (!decided(why)) gaps.push(`The purpose '${id}' does not say why.`);
    if (!decided(benefit)) gaps.push(`The purpose '${id}' does not say what people get from it.`);
  }
  return {
    organisation: decided(organisation.name),
    contact: decided(organisation.contact),
    feedbackUrl: decided(organisation.feedbackUrl),
    owner: decided(governance.owner),
    purposes: Object.entries(purposes).map(([id, purpose]) => ({
      id,
      purpose,
      data: data.filter((entry) => entry.purposes.includes(id)).map(({ category }) => category),
    })),
    data,
    recipients: withGaps(recipientsOf(declared.recipients ?? {}, proposal.recipients, gaps), gaps),
    gaps,
  };
}

function recipientsOf(
  entries: Record<string, RecipientEntry>,
  found: ReturnType<typeof proposalOf>['recipients'],
  gaps: string[],
): NoticeFacts['recipients'] {
  const known = new Map(
    Object.keys(entries).map((key) => [key, { name: decided(entries[key]!.name) || key, entry: entries[key]! }]),
  );
  for (const [key, { party, ...entry }] of Object.entries(found)) {
    const own = entryFor(entries, party);
    if (own === undefined && entry.categories!.length > 0)
      gaps.push(`Code sends data to ${party.name}, and the policy names no such recipient.`);
    // A company that brings a library but gets nothing by code is left to undeclared-flow.
    if (own === undefined && entry.categories!.length === 0) continue;
    const name = decided((own === undefined ? entry : entries[own]!).name) || (isRole(party.name) ? '' : party.name);
    if (name === '') gaps.push(`'recipients.${own ?? key}' has no "name": customers cannot know who that is.`);
    known.set(own ?? key, { name, entry: own === undefined ? entry : entries[own]! });
  }
  return [...known]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { name, entry }]) => ({
      key,
      name,
      kind: decided(entry.kind),
      gets: entry.categories ?? [],
      region: decided(entry.region),
    }));
}

/** What the table of recipients would have to leave open. */
function withGaps(recipients: NoticeFacts['recipients'], gaps: string[]): NoticeFacts['recipients'] {
  for (const { key, gets, region } of recipients) {
    if (gets.length === 0) gaps.push(`'recipients.${key}' does not say what it gets.`);
    if (region === '') gaps.push(`'recipients.${key}' does not say where it keeps the data.`);
  }
  return recipients;
}

const decided = (text: string | undefined): string => (text === undefined || /^TODO\b/.test(text) ? '' : text);
