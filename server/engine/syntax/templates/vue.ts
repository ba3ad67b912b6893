/** Templates of Vue, and the bindings of Angular, which say the same with other signs. */
import { camel, writeCode, writeComment, writeGiven, writePlain, writeTag, writeText, type Page } from './jsx';
import type { Attribute, Content, Tag } from './tree';
import type { Written } from './written';

/** Writes contents with their `v-if` chains and `v-for` loops. */
export function vueContents(page: Page, contents: Content[]): void {
  /** A chain of conditions waits for its next arm. */
  let isOpen = false;
  const close = (at: number): void => {
    if (isOpen) page.out.put('null}', at);
    isOpen = false;
  };
  for (const content of contents) {
    if (content.kind !== 'tag') {
      const isBlank = page.out.source.slice(content.start, content.end).trim() === '';
      if (content.kind === 'text' && isBlank) continue;
      if (content.kind === 'comment' && isOpen) continue;
      close(content.start);
      if (content.kind === 'text') writeText(page, content);
      else writeComment(page.out, content);
      continue;
    }
    const condition = content.attributes.find(({ name }) => /^(v-if|v-else-if|\*ngIf)$/.test(name));
    const isElse = content.attributes.some(({ name }) => name === 'v-else');
    const goesOn = isOpen && (isElse || condition?.name === 'v-else-if');
    if (!goesOn) close(content.start);
    if (condition && condition.from < condition.to) {
      if (!goesOn) page.out.put('{', content.start);
      writeCode(page.out, condition.from, lastOfCondition(page.out.source, condition));
      page.out.put(' ? ', content.start);
      writeLoop(page, content);
      page.out.put(' : ', content.end);
      isOpen = true;
    } else if (goesOn) {
      writeLoop(page, content);
      page.out.put('}', content.end);
      isOpen = false;
    } else writeLoop(page, content, true);
  }
  close(contents.at(-1)?.end ?? 0);
}

/** `*ngIf="ready; else loading"`, `*ngIf="user as member"`: the condition is the first part. */
function lastOfCondition(source: string, { name, from, to }: Attribute): number {
  const end = name === '*ngIf' ? source.slice(from, to).search(/;|\bas\s+\w+\s*$/) : -1;
  return end <= 0 ? to : from + end;
}

function writeLoop(page: Page, tag: Tag, inContent = false): void {
  const { out } = page;
  const loop = tag.attributes.find(({ name }) => name === 'v-for' || name === '*ngFor');
  const parts = loop && loopOf(out.source.slice(loop.from, loop.to));
  if (!loop || !parts) return writeTag(page, tag);
  if (inContent) out.put('{', tag.start);
  writeCode(out, loop.from + parts.list, loop.from + parts.listEnd);
  out.put('.map((', loop.start);
  out.code(loop.from + parts.item, loop.from + parts.itemEnd, '');
  out.put(') => (', loop.start);
  writeTag(page, tag);
  out.put('))', tag.end);
  if (inContent) out.put('}', tag.end);
}

/** Offsets in `(item, index) in items` and `let item of items; trackBy: id`. */
function loopOf(text: string): { item: number; itemEnd: number; list: number; listEnd: number } | undefined {
  const found = /^(\s*(?:let\s+)?\(?)([\s\S]*?)(\)?\s+(?:in|of)\s+)([^;]*)/.exec(text);
  if (!found || found[2].trim() === '' || found[4].trim() === '') return undefined;
  const item = found[1].length;
  const list = item + found[2].length + found[3].length;
  return { item, itemEnd: item + found[2].length, list, listEnd: list + found[4].length };
}

const TICKED = /^(checkbox|radio)$/;
const BOX = /checkbox|switch|toggle/i;

export function vueAttribute(page: Page, tag: Tag, attribute: Attribute): void {
  const { out } = page;
  const { name, from, to } = attribute;
  if (/^(v-if|v-else-if|v-else|v-for|v-slot|v-pre|v-once|v-memo|v-cloak|\*.*|#.*)$/.test(name) || name.startsWith('v-slot:'))
    return;
  const isGiven = from !== -1 && out.source.slice(from, to).trim() !== '';
  const event = /^(?:v-on:|@)([\w:-]+)/.exec(name)?.[1] ?? /^\(([\w.-]+)\)$/.exec(name)?.[1];
  if (event !== undefined) {
    if (isGiven) writeGiven(out, `on${camel(event)}`, attribute, () => writeHandler(out, from, to));
    return;
  }
  if (name === 'v-bind') {
    if (!isGiven) return;
    out.put(' {...', attribute.start);
    writeCode(out, from, to);
    out.put('}', attribute.end);
    return;
  }
  const bound = boundName(page, tag, name);
  if (bound === undefined) return writePlain(page, attribute);
  if (isGiven) return writeGiven(out, bound, attribute, () => writeCode(out, from, to));
  const short = bound.replace(/-(\w)/g, (_, first: string) => first.toUpperCase());
  if (/^[A-Za-z_$][\w$]*$/.test(short) && from === -1)
    writeGiven(out, bound, attribute, () => out.put(short, attribute.start, attribute.end));
}

/** What a binding sets, undefined when the attribute is a plain one. */
function boundName(page: Page, tag: Tag, name: string): string | undefined {
  if (/^(v-model(\.\w+)*|\[\(ngModel\)\])$/.test(name)) {
    const type = tag.attributes.find((each) => each.name === 'type');
    const typed = type ? page.out.source.slice(type.from, type.to) : '';
    return TICKED.test(typed) || (tag.name !== 'input' && BOX.test(tag.name)) ? 'checked' : 'value';
  }
  if (name === 'v-html') return 'innerHTML';
  if (name === 'v-text') return 'textContent';
  return (
    /^(?:v-bind:|v-model:|:)\.?([\w:-]+)/.exec(name)?.[1] ??
    /^\[\(?([\w:.-]+)\)?\]$/.exec(name)?.[1] ??
    (name.startsWith('v-') ? name : undefined)
  );
}

/** A function or the name of one stays as it is; statements become a function. */
function writeHandler(out: Written, from: number, to: number): void {
  const code = out.source.slice(from, to).trim();
  if (/^[\w$.]+$/.test(code) || /^(async\b|function\b|\([^()]*\)\s*=>|[\w$]+\s*=>)/.test(code)) return writeCode(out, from, to);
  out.put('($event) => {', from);
  out.code(from, to, '');
  out.put('\n}', to);
}
