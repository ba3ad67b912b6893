/** The words of a notice in one language. What the policy says (why, benefit) is printed as it was written. */
import { english } from './en';
import { german } from './de';

export interface NoticeWords {
  language: string;
  title(organisation: string): string;
  /** The one sentence for a door or a counter. */
  sign(facts: { organisation: string; data: string; recipients: number; contact: string }): string;
  asOf(day: string): string;
  headings: { data: string; why: string; who: string; howLong: string; choices: string; contact: string; changes: string };
  columns: { data: string; why: string; howLong: string; who: string; does: string; gets: string; where: string };
  /** Name of a category for a customer; what is missing gets its name from `unnamed`. */
  category: Record<string, string>;
  group: Record<string, string>;
  /** What a recipient does, by the kind a model or policy gives it. */
  kind: Record<string, string>;
  region: Record<string, string>;
  retention(text: string): string;
  special: string;
  uses(data: string): string;
  /** Before a list of data. */
  usesThese: string;
  noReason: string;
  /** Nobody has written down what a recipient gets. */
  noList: string;
  /** A recipient that nobody has named. */
  somebody: string;
  undecided: string;
  noPlace: string;
  /** From the taxonomy's title. */
  unnamed(title: string): string;
  nobody: string;
  nothing: string;
  atPage(address: string): string;
  askUs(contact: string): string;
  feedback: string;
  alwaysAsk: string;
  /** Where no page takes a no. */
  sayNoTo(contact: string): string;
  regardless: string;
  list(items: string[]): string;
  /** "3 more" at the end of a list. */
  more(count: number): string;
  changed: {
    since(day: string): string;
    none: string;
    newData(title: string): string;
    goneData(title: string): string;
    newRecipient(name: string): string;
    goneRecipient(name: string): string;
    getsMore(name: string, data: string): string;
    getsLess(name: string, data: string): string;
    moved(name: string, from: string, to: string): string;
    retention(title: string, from: string, to: string): string;
    newPurpose(why: string): string;
    gonePurpose(why: string): string;
    purpose(why: string): string;
    contact(contact: string): string;
  };
  /** Words that most people do not use, and what to say instead. */
  jargon: Record<string, string>;
}

export const noticeWords: Record<string, NoticeWords> = { en: english, de: german };
