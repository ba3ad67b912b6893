/** Templates of Astro: nearly JSX, with the elements, attributes and directives of HTML. */
import { writeComment, writeGiven, writeLiteral, writePlain } from './jsx';
import type { AstroAttribute, AstroContent, AstroTag, Code } from './astro-tree';
import type { Text } from './tree';
import type { Written } from './written';

export interface AstroPage {
  out: Written;
  /** Leaves the code out, and keeps the elements in it. */
  isBare: boolean;
  /** Name of a component that a tag stands for, or the tag's own name; '' is none. */
  nameOf(name: string): string;
}

export function astroContents(page: AstroPage, contents: readonly AstroContent[]): void {
  for (const content of contents) {
    if (content.kind === 'tag') writeTag(page, content);
    else if (content.kind === 'code') writeExpression(page, content);
    else if (content.kind === 'text') writeLiteral(page.out, content.start, content.end);
    else writeComment(page.out, content as Text);
  }
}

function writeTag(page: AstroPage, tag: AstroTag): void {
  const { out } = page;
  const name = page.nameOf(tag.name);
  if (name === '') {
    out.put('<>', tag.start);
    writeSet(page, tag);
    astroContents(page, tag.children);
    return out.put('</>', tag.end);
  }
  out.copy(tag.start, tag.start + 1 + name.length);
  for (const attribute of tag.attributes) writeAttribute(page, attribute);
  if (tag.children.length === 0) return out.put(' />', tag.end);
  out.put('>', tag.start);
  astroContents(page, tag.children);
  out.put(`</${name}>`, tag.end);
}

/** `<Fragment set:html={content} />`: what it is given is read. */
function writeSet(page: AstroPage, { attributes }: AstroTag): void {
  for (const { code } of attributes) if (code) writeExpression(page, code);
}

function writeExpression(page: AstroPage, code: Code): void {
  if (page.isBare) {
    for (const part of code.parts)
      if (part.kind === 'markup') {
        page.out.put('{', code.start);
        writeRun(page, part.contents);
        page.out.put('}', code.end);
      }
    return;
  }
  const isBlank = code.parts.every((part) => part.kind === 'script' && page.out.source.slice(part.start, part.end).trim() === '');
  if (isBlank || isSpread(page, code)) return;
  page.out.put('{', code.start);
  writeParts(page, code);
  page.out.put('}', code.end);
}

/** The code as it stands, and its elements as JSX. A comment may end it. */
function writeParts(page: AstroPage, { parts, end }: Code): void {
  for (const part of parts) {
    if (part.kind === 'script') page.out.copy(part.start, part.end);
    else writeRun(page, part.contents);
  }
  page.out.put('\n', end);
}

function writeRun(page: AstroPage, contents: readonly AstroTag[]): void {
  if (contents.length === 1) return writeTag(page, contents[0]);
  const start = contents[0]?.start ?? 0;
  page.out.put('<>', start);
  astroContents(page, contents);
  page.out.put('</>', contents.at(-1)?.end ?? start);
}

const isSpread = ({ out }: AstroPage, { parts }: Code): boolean =>
  parts[0]?.kind === 'script' && /^\s*\.\.\./.test(out.source.slice(parts[0].start, parts[0].end));

/** Directives under the name by which JSX knows what they set. */
const SETS = new Map([
  ['set:html', 'innerHTML'],
  ['set:text', 'textContent'],
  ['class:list', 'class'],
]);
const jsxName = (name: string): string => SETS.get(name) ?? name;
/** Directives that say how something is built, and hold nothing. */
const BUILDS = /^(client|is|server|transition):/;

function writeAttribute(page: AstroPage, attribute: AstroAttribute): void {
  const { out, isBare } = page;
  const { code, start, end } = attribute;
  if (attribute.name !== '' && BUILDS.test(attribute.name)) return;
  if (!code) return writePlain({ out, holes: [] }, { ...attribute, name: jsxName(attribute.name) });
  const text = out.source.slice(code.start + 1, code.end - 1).trim();
  if (attribute.name === '' && isSpread(page, code)) {
    if (isBare) return;
    out.put(' {', start);
    writeParts(page, code);
    return out.put('}', end);
  }
  const name = attribute.name === '' ? text : jsxName(attribute.name);
  if (attribute.name === '' && !/^[A-Za-z_$][\w$]*$/.test(text)) return;
  writeGiven(out, name, attribute, () => {
    if (isBare || text === '') out.put('undefined', start, end);
    else writeParts(page, code);
  });
}
