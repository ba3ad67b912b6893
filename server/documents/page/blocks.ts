/** A document as blocks: said once, written as Markdown or HTML. */

export type Span = string | { code: string } | { strong: string } | { link: string; to: string };
export type Text = Span | Span[];

export type Block =
  | { type: 'heading'; level: 2 | 3; text: string }
  | { type: 'text'; text: Text }
  | { type: 'quote'; text: Text }
  | { type: 'list'; items: Text[] }
  /** A list whose lines have more to say when somebody asks. */
  | { type: 'entries'; items: { line: Text; summary: string; blocks: Block[] }[] }
  /** The first cell of a row names the row. `caption` says what the table shows. */
  | { type: 'table'; caption: string; head: string[]; rows: Text[][] }
  /** Shown when somebody asks for it. */
  | { type: 'more'; summary: string; blocks: Block[] }
  /** Where a script may run, a field narrows what is below to lines that hold what was typed. */
  | { type: 'filter'; label: string; blocks: Block[] }
  /** Drawn by us: `svg` is markup, all words in it escaped. The blocks that follow say the same in words. */
  | { type: 'picture'; label: string; svg: string };

export interface Page {
  title: string;
  /** "en", "de": what screen readers read it as. */
  language: string;
  /** The headings of the second level on top, as links. */
  withContents?: boolean;
  blocks: Block[];
  /** Facts for a later run, kept in a comment that nobody sees. */
  mark?: { name: string; facts: unknown };
}

export const heading = (text: string, level: 2 | 3 = 2): Block => ({ type: 'heading', level, text });
export const text = (words: Text): Block => ({ type: 'text', text: words });
export const list = (items: Text[]): Block[] => (items.length > 0 ? [{ type: 'list', items }] : []);
export const table = (caption: string, head: string[], rows: Text[][]): Block[] =>
  rows.length > 0 ? [{ type: 'table', caption, head, rows }] : [];
export const more = (summary: string, blocks: Block[]): Block => ({ type: 'more', summary, blocks });
/** A sentence that names code between backticks. */
export const withCode = (words: string): Span[] =>
  words.split('`').map((part, index, all) => (index % 2 === 1 && index < all.length - 1 ? { code: part } : part));
export const spansOf = (words: Text): Span[] => (Array.isArray(words) ? words : [words]);

/** A comment may not hold "--": JSON says it in another way. */
export const markOf = ({ name, facts }: NonNullable<Page['mark']>): string =>
  `<!-- ${name} ${JSON.stringify(facts).replace(/-(?=-|$)/g, '\\u002d')} -->`;

/** The facts that a page kept; undefined when it has none or they cannot be read. */
export function factsIn(document: string, name: string): unknown {
  const found = new RegExp(`<!-- ${name} (\\{.*?\\}) -->`, 's').exec(document)?.[1];
  try {
    return found === undefined ? undefined : (JSON.parse(found) as unknown);
  } catch {
    return undefined;
  }
}
