/** Which entry of a policy speaks about a recipient that code names in another way. */
import type { RecipientEntry, RecipientName } from '../rule/policy';

/** "google-analytics", "Google Analytics" and "googleAnalytics" name the same company. */
export const nameKey = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Code knows a role ("the mail provider", "the address in HOOK_URL") and not who plays it. */
export const isRole = (name: string): boolean => /^(?:an?|the) /.test(name);

/** Key of the entry, or undefined. Empty parts of a name are unknown. */
export function entryFor(entries: Record<string, RecipientEntry>, who: RecipientName): string | undefined {
  return Object.keys(entries).find((name) => isMeant(name, entries[name]!, who));
}

function isMeant(name: string, entry: RecipientEntry, { vendor, host, environment }: RecipientName): boolean {
  if (vendor && nameKey(vendor) === nameKey(name)) return true;
  if (environment && entry.environment?.includes(environment)) return true;
  return Boolean(host) && [name, ...(entry.hosts ?? [])].some((own) => covers(own.toLowerCase(), host!.toLowerCase()));
}

function covers(own: string, host: string): boolean {
  const domain = own.replace(/^\*\./, '');
  return domain.includes('.') && (host === domain || host.endsWith(`.${domain}`));
}
