/** Writes the tree of a template as JSX: what all kinds of templates have in common. */
import { decodeHTML } from 'entities';
import { holesIn, type Hole } from './holes';
import type { Attribute, Content, Tag, Text } from './tree';
import type { Written } from './written';

export interface Page {
  out: Written;
  holes: readonly Hole[];
  /** Writes a list of contents; blocks and loops are the dialect's business. */
  contents(page: Page, contents: Content[]): void;
  attribute(page: Page, tag: Tag, attribute: Attribute): void;
  /** Name of a component that a tag stands for, or the tag's own name. */
  nameOf(tag: Tag): string;
}

export function writeTag(page: Page, tag: Tag): void {
  const { out } = page;
  const name = page.nameOf(tag);
  if (!/^[A-Za-z][\w.:-]*$/.test(name)) {
    out.put('<>', tag.start);
    page.contents(page, tag.children);
    out.put('</>', tag.end);
    return;
  }
  if (name === tag.name) out.copy(tag.start, tag.start + 1 + name.length);
  else out.put(`<${name}`, tag.start, tag.start + 1 + tag.name.length);
  for (const attribute of tag.attributes) page.attribute(page, tag, attribute);
  if (tag.children.length === 0) {
    out.put(' />', tag.end);
    return;
  }
  out.put('>', tag.start);
  page.contents(page, tag.children);
  out.put(`</${name}>`, tag.end);
}

/** Literal text, as a person reads it. */
export function writeText(page: Page, text: Text): void {
  let position = text.start;
  for (const hole of holesIn(page.holes, text.start, text.end)) {
    writeLiteral(page.out, position, hole.start);
    writeHole(page.out, hole);
    position = hole.end;
  }
  writeLiteral(page.out, position, text.end);
}

export function writeLiteral(out: Written, start: number, end: number): void {
  const source = out.source.slice(start, end);
  if (source.trim() === '') return;
  out.put('{', start);
  out.put(JSON.stringify(visible(source)), start, end);
  out.put('}', end);
}

/** Lines become spaces and entities what they stand for. */
export const visible = (text: string): string => decodeHTML(text.replace(/\s+/g, ' '));

export function writeHole(out: Written, { start, from, to, end }: Hole): void {
  if (out.source.slice(from, to).trim() === '') return;
  out.put('{', start);
  writeCode(out, from, to);
  out.put('}', end);
}

/** An expression in brackets of its own, whatever comment it ends with. */
export function writeCode(out: Written, from: number, to: number): void {
  out.put('(', from);
  out.code(from, to, 'undefined');
  out.put('\n)', to);
}

const NAME = /^[A-Za-z_$][\w$-]*(?::[A-Za-z_$][\w$-]*)?$/;

/** `name={…}`; a name that JSX cannot say is left out, and what it is given is still read. */
export function writeGiven(out: Written, name: string, attribute: Attribute, write: () => void): void {
  out.put(` ${NAME.test(name) ? name : 'data-bound'}={`, attribute.start);
  write();
  out.put('}', attribute.end);
}

/** An attribute as HTML knows it: a text, or nothing, which says yes. */
export function writePlain(page: Pick<Page, 'out' | 'holes'>, attribute: Attribute): void {
  const { out } = page;
  const { name, from, to, start, end } = attribute;
  if (!NAME.test(name)) return;
  if (from === -1) {
    out.put(' ', start);
    out.put(name, start, end);
    return;
  }
  const holes = holesIn(page.holes, from, to);
  const [first] = holes;
  writeGiven(out, name, attribute, () => {
    if (first === undefined) out.put(JSON.stringify(visible(out.source.slice(from, to))), from, to);
    else if (holes.length === 1 && first.start === from && first.end === to) writeCode(out, first.from, first.to);
    else writeMixed(out, holes, from, to);
  });
}

/** `class="a {b}"` is a template literal. */
function writeMixed(out: Written, holes: Hole[], from: number, to: number): void {
  let position = from;
  const text = (end: number): void =>
    out.put(
      JSON.stringify(out.source.slice(position, end))
        .slice(1, -1)
        .replace(/`|\$\{/g, '\\$&'),
      position,
      end,
    );
  out.put('`', from);
  for (const hole of holes) {
    text(hole.start);
    out.put('${', hole.start);
    writeCode(out, hole.from, hole.to);
    out.put('}', hole.end);
    position = hole.end;
  }
  text(to);
  out.put('`', to);
}

/** A comment that speaks to us. */
export function writeComment(out: Written, { start, end }: Text): void {
  const inner = out.source.slice(start + 4, end - 3);
  if (!inner.includes('data-ethics-') || inner.includes('*/')) return;
  out.put('{', start);
  out.put(`/*${inner}*/`, start, end);
  out.put('}', end);
}

/** "update:model-value" → "UpdateModelValue". */
export const camel = (name: string): string =>
  name.replace(/(?:^|[-:.])(\w)/g, (_, first: string) => first.toUpperCase()).replace(/[^\w$]/g, '');
