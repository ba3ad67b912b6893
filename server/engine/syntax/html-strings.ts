/** HTML that is written as a string: its elements stand beside the text, as facts that nothing is made of. */
import { EntryKind, Kind, LiteralKind, NONE } from '../ir';
import { masked, singleHoles, holesIn, type Hole } from './templates/holes';
import { camel, visible } from './templates/jsx';
import { treeOf, type Attribute, type Tag, type Text } from './templates/tree';
import { emit2, emitStack, nameOf, push, push3 } from './writer';
import type { Lowering } from './state';

const MARKUP = /<(?:input|button|label|select|a|p|b|strong|span|div|h[1-6])\b[^<>]*>/i;
/** What a page of a person's own has hardly ever; data that are encoded as text have it often. */
const LONGEST = 50_000;
/** Attributes that say what a control is, is called and does. */
const TELLING =
  /^(type|name|id|class|role|for|value|checked|selected|disabled|readonly|required|pattern|minlength|maxlength|title|alt|label|placeholder|aria-label)$/i;

export const isMarkup = (text: string): boolean => text.length < LONGEST && text.includes('<') && MARKUP.test(text);

/**
 * Emits the elements of a text between two offsets.
 * @param values what stands in the holes of a template literal, in order
 */
export function emitMarkup(l: Lowering, start: number, end: number, values: readonly number[]): void {
  const source = l.text.slice(start, end);
  const holes = values.length === 0 ? [] : singleHoles(source, 0, source.length, '${');
  if (holes.length !== values.length) return;
  const page: Page = { l, source, start, holes, values };
  for (const content of treeOf(masked(source, holes))) if (content.kind === 'tag') emitTag(page, content);
}

interface Page {
  l: Lowering;
  source: string;
  /** Offset of the source in the module's text. */
  start: number;
  holes: readonly Hole[];
  values: readonly number[];
}

function emitTag(page: Page, tag: Tag): number {
  const { l, start } = page;
  const children = tag.children.flatMap((child) => {
    if (child.kind === 'tag') return [emitTag(page, child)];
    return child.kind === 'text' ? contentOf(page, child) : [];
  });
  const attributes = tag.attributes.flatMap((attribute) => {
    const name = nameIn(page, attribute);
    const value = name === undefined ? NONE : givenTo(page, attribute);
    return name === undefined || value === NONE ? [] : [{ name, value }];
  });
  const base = l.top;
  push3(l, nameOf(l, tag.name.toLowerCase()), NONE, attributes.length);
  for (const { name, value } of attributes) push3(l, EntryKind.Static, nameOf(l, name), value);
  for (const child of children) push(l, child);
  return emitStack(l, Kind.Element, 0, base, start + tag.start, start + Math.min(tag.end, page.source.length));
}

/** `onclick` and lit's `@click` are `onClick`, `?checked` and `.checked` are `checked`; what says nothing is left out. */
function nameIn({ source, holes }: Page, { start, end }: Attribute): string | undefined {
  if (holesIn(holes, start, start + 2).length > 0) return undefined;
  const name = /^[^\s=]*/.exec(source.slice(start, end))![0];
  const event = /^(?:on|@)([a-z]\w*)$/i.exec(name)?.[1].toLowerCase();
  if (event !== undefined) return `on${camel(event)}`;
  const plain = name.replace(/^[?.]/, '').toLowerCase();
  return TELLING.test(plain) ? plain : undefined;
}

function givenTo(page: Page, { from, to, start, end }: Attribute): number {
  if (from === -1) return literal(page, LiteralKind.Boolean, 'true', start, end);
  const holes = holesIn(page.holes, from, to);
  if (holes.length === 1 && holes[0].start === from && holes[0].end === to) return page.values[page.holes.indexOf(holes[0])];
  return holes.length > 0 ? NONE : literal(page, LiteralKind.String, said(page.source.slice(from, to)), from, to);
}

function contentOf(page: Page, { start, end }: Text): number[] {
  const out: number[] = [];
  const text = (from: number, to: number): void => {
    const words = said(page.source.slice(from, to));
    if (words.trim() !== '') out.push(literal(page, LiteralKind.String, words, from, to));
  };
  let position = start;
  for (const hole of holesIn(page.holes, start, end)) {
    text(position, hole.start);
    out.push(page.values[page.holes.indexOf(hole)]);
    position = hole.end;
  }
  text(position, end);
  return out;
}

/** What a person reads of text in a literal. */
const said = (text: string): string => visible(text.replace(/\\n|\\t/g, ' ').replace(/\\(.)/g, '$1'));

const literal = ({ l, start }: Page, kind: LiteralKind, text: string, from: number, to: number): number =>
  emit2(l, Kind.Const, 0, kind, nameOf(l, text), start + from, start + to);
