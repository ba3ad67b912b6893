/** HTML and what looks like it, as a tree of places. The text itself stays where it is. */
import { Tokenizer } from 'htmlparser2';

export interface Tag {
  kind: 'tag';
  name: string;
  start: number;
  end: number;
  attributes: Attribute[];
  children: Content[];
}

export interface Attribute {
  name: string;
  start: number;
  end: number;
  /** Of the value without its quotes; `from` is -1 when there is none. */
  from: number;
  to: number;
}

/** Text, or a comment, of which the places are those of its content. */
export interface Text {
  kind: 'text' | 'comment';
  start: number;
  end: number;
}

export type Content = Tag | Text;

/** Elements that have no content and no end. */
export const EMPTY = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
const DEEPEST = 120;

/**
 * The tree of a text. Never fails: an end without a beginning is ignored, a beginning without an end reaches as far as
 * what it stands in.
 * @param masked the text with everything blanked that is not markup; as long as the text
 * @param from where it begins
 */
export function treeOf(masked: string, from = 0, to = masked.length): Content[] {
  const roots: Content[] = [];
  const open: Tag[] = [];
  let tag: Tag | undefined;
  let value = -1;
  const add = (content: Content): void => {
    (open.at(-1)?.children ?? roots).push(content);
  };
  const close = (end: number): void => {
    open.pop()!.end = end;
  };
  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: false, recognizeSelfClosing: true },
    {
      onopentagname(start, end) {
        tag = {
          kind: 'tag',
          name: masked.slice(from + start, from + end),
          start: from + start - 1,
          end: to,
          attributes: [],
          children: [],
        };
      },
      onattribname(start, end) {
        const name = masked.slice(from + start, from + end);
        tag?.attributes.push({ name, start: from + start, end: from + end, from: -1, to: -1 });
      },
      onattribdata(start) {
        if (value === -1) value = from + start;
      },
      onattribend(quote, end) {
        const attribute = tag?.attributes.at(-1);
        if (attribute && quote > 0) {
          attribute.to = from + end - (quote > 1 ? 1 : 0);
          attribute.from = value === -1 ? attribute.to : value;
          attribute.end = from + end;
        }
        value = -1;
      },
      onopentagend(end) {
        if (!tag) return;
        add(tag);
        if (EMPTY.has(tag.name.toLowerCase()) || open.length > DEEPEST) tag.end = from + end + 1;
        else open.push(tag);
        tag = undefined;
      },
      onselfclosingtag(end) {
        if (!tag) return;
        tag.end = from + end + 1;
        add(tag);
        tag = undefined;
      },
      onclosetag(start, end) {
        const name = masked.slice(from + start, from + end);
        const at = open.findLastIndex((each) => each.name === name);
        if (at === -1) return;
        const after = masked.indexOf('>', from + end) + 1;
        while (open.length > at + 1) close(from + start - 2);
        close(after === 0 ? to : after);
      },
      ontext(start, end) {
        const siblings = open.at(-1)?.children ?? roots;
        const last = siblings.at(-1);
        // The tokenizer cuts texts at each "<" and "&".
        if (last?.kind === 'text' && last.end === from + start) last.end = from + end;
        else add({ kind: 'text', start: from + start, end: from + end });
      },
      oncomment(start, end, offset) {
        add({ kind: 'comment', start: from + start - 4, end: from + end + 1 - Math.max(0, 2 - offset) });
      },
      onattribentity() {},
      oncdata() {},
      ondeclaration() {},
      onend() {},
      onprocessinginstruction() {},
      ontextentity() {},
    },
  );
  tokenizer.write(masked.slice(from, to));
  tokenizer.end();
  return roots;
}
