/** What code shows and an existing policy does not say, written into its text without touching the rest. */
import { parseTree } from 'jsonc-parser';
import type { Declared } from '../../engine/rule/policy';
import { writing } from '../../engine/policy/insertion';
import { entryFor } from '../../engine/policy/recipients';
import type { Proposal } from './proposal';

export interface Existing {
  text: string;
  /** With everything that the file extends. */
  declared: Declared;
  consent: string[];
  masking: string[];
  encryption: string[];
  keyedHash: string[];
  /** All categories that a list of ids and groups names. */
  covers(listed: string[], category: string): boolean;
}

/** @returns the text with the additions; the same text when there are none. */
export function withAdditions(existing: Existing, proposal: Proposal): string {
  let { text } = existing;
  const write = (keys: string[], value: unknown): void => {
    const root = parseTree(text, [], { allowTrailingComma: true });
    if (!root) return;
    const { offset, length, content } = writing(text, root, keys, value);
    text = text.slice(0, offset) + content + text.slice(offset + length);
  };
  const { declared } = existing;
  for (const [category, entry] of Object.entries(proposal.dataCategories))
    if (!declared.dataCategories?.[category]) write(['dataCategories', category], entry);
  for (const [key, { party, ...entry }] of Object.entries(proposal.recipients)) {
    const known = entryFor(declared.recipients ?? {}, party);
    if (known === undefined) write(['recipients', key], entry);
    if (known === undefined) continue;
    const listed = declared.recipients![known]!.categories ?? [];
    const more = entry.categories!.filter((category) => !existing.covers(listed, category));
    if (more.length > 0) write(['recipients', known, 'categories'], [...listed, ...more]);
  }
  const join = (keys: string[], before: string[], found: string[]): void => {
    const more = found.filter((name) => !before.includes(name));
    if (more.length > 0) write(keys, [...before, ...more]);
  };
  join(['consent', 'functions'], existing.consent, proposal.consent);
  join(['masking', 'functions'], existing.masking, proposal.masking);
  join(['encryption', 'functions'], existing.encryption, proposal.encryption);
  join(['anonymisation', 'keyedHash'], existing.keyedHash, proposal.keyedHash);
  return text;
}
