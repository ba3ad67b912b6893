/** Templates of Svelte. */
import { holesIn, type Hole } from './holes';
import { camel, writeCode, writeComment, writeGiven, writeHole, writeLiteral, writePlain, writeTag, type Page } from './jsx';
import type { Attribute, Content, Tag } from './tree';

/** What ends a block that is open. */
type End = ')}' | ') : null}' | '))}';

export function svelteContents(page: Page, contents: Content[]): void {
  const ends: End[] = [];
  for (const content of contents) {
    if (content.kind === 'tag') {
      writeTag(page, content);
      continue;
    }
    if (content.kind === 'comment') {
      writeComment(page.out, content);
      continue;
    }
    let position = content.start;
    for (const hole of holesIn(page.holes, content.start, content.end)) {
      writeLiteral(page.out, position, hole.start);
      writeBlock(page, hole, ends);
      position = hole.end;
    }
    writeLiteral(page.out, position, content.end);
  }
  const last = contents.at(-1)?.end ?? 0;
  while (ends.length > 0) page.out.put(`</>${ends.pop()!}`, last);
}

function writeBlock(page: Page, hole: Hole, ends: End[]): void {
  const { out } = page;
  const code = out.source.slice(hole.from, hole.to);
  const word = /^\s*([#:/@]\w+)(\s+if\b)?\s*/.exec(code);
  if (!word) return writeHole(out, hole);
  const from = hole.from + word[0].length;
  const rest = code.slice(word[0].length);
  switch (word[1]) {
    case '#if':
      return open(page, hole, from, hole.to, ' ? (<>', ends, ') : null}');
    case '#key':
      return open(page, hole, from, hole.to, ' && (<>', ends, ')}');
    case '#each':
      return openLoop(page, hole, from, rest, ends);
    case '#await': {
      const then = /\s(?:then|catch)\b\s*([\s\S]*)$/.exec(rest);
      if (!then) return open(page, hole, from, hole.to, ' && (<>', ends, ')}');
      out.put('{[', hole.start);
      writeCode(out, from, from + then.index);
      out.put('].map((', hole.start);
      out.code(hole.to - then[1].length, hole.to, '');
      out.put(') => (<>', hole.end);
      return void ends.push('))}');
    }
    case '#snippet':
      out.put('{[0].map((', hole.start);
      out.put('', from);
      out.put(') => (<>', hole.end);
      return void ends.push('))}');
    case ':else':
      if (ends.length === 0) return;
      if (ends.at(-1) !== ') : null}') {
        out.put(`</>${ends.pop()!}{(<>`, hole.start);
        return void ends.push(')}');
      }
      if (word[2] === undefined) {
        out.put('</>) : (<>', hole.start);
        ends[ends.length - 1] = ')}';
        return;
      }
      out.put('</>) : ', hole.start);
      writeCode(out, from, hole.to);
      return out.put(' ? (<>', hole.end);
    case ':then':
    case ':catch':
      if (ends.length === 0) return;
      out.put(`</>${ends.pop()!}{[0].map((`, hole.start);
      out.code(from, hole.to, '');
      out.put(') => (<>', hole.end);
      return void ends.push('))}');
    case '@html':
    case '@render':
      return writeHole(out, { ...hole, from });
    default:
      if (word[1].startsWith('/') && ends.length > 0) out.put(`</>${ends.pop()!}`, hole.start, hole.end);
  }
}

function open(page: Page, hole: Hole, from: number, to: number, then: string, ends: End[], end: End): void {
  page.out.put('{', hole.start);
  writeCode(page.out, from, to);
  page.out.put(then, hole.end);
  ends.push(end);
}

/** `{#each items as { name }, index (key)}`; the list may be all there is. */
function openLoop({ out }: Page, hole: Hole, from: number, rest: string, ends: End[]): void {
  const as = /\sas\s+/.exec(rest);
  const item = as ? rest.slice(as.index + as[0].length).replace(/\s*\([^()]*(?:\([^()]*\)[^()]*)*\)\s*$/, '') : '';
  const itemStart = as ? from + as.index + as[0].length : hole.to;
  out.put('{', hole.start);
  writeCode(out, from, as ? from + as.index : hole.to);
  out.put('.map((', hole.start);
  out.code(itemStart, itemStart + item.length, '');
  out.put(') => (<>', hole.end);
  ends.push('))}');
}

export function svelteAttribute(page: Page, _tag: Tag, attribute: Attribute): void {
  const { out } = page;
  const { name, from, to, start, end } = attribute;
  const [own] = holesIn(page.holes, start, end);
  // `{name}` and `{...rest}` stand in the place of an attribute.
  if (own && own.start === start) {
    const code = out.source.slice(own.from, own.to).trim();
    if (code.startsWith('...')) {
      out.put(' {', start);
      out.code(own.from, own.to, '...undefined');
      out.put('}', end);
    } else if (/^[A-Za-z_$][\w$]*$/.test(code)) writeGiven(out, code, attribute, () => writeCode(out, own.from, own.to));
    return;
  }
  const [, kind, rest] = /^(on|bind|class|style|use|transition|in|out|animate|let):(.+)$/.exec(name) ?? [];
  if (kind === undefined) {
    const event = /^on([a-z]\w*)$/.exec(name)?.[1];
    return event === undefined ? writePlain(page, attribute) : writePlain(page, { ...attribute, name: `on${camel(event)}` });
  }
  const word = rest.replace(/\|.*/, '');
  if (kind === 'let') return;
  if (kind === 'on') {
    if (from !== -1) writePlain(page, { ...attribute, name: `on${camel(word)}` });
    return;
  }
  const bound = kind === 'bind' ? (word === 'group' ? 'data-group' : word) : `data-${kind}`;
  if (from !== -1) writePlain({ ...page, out }, { ...attribute, name: bound });
  if (kind === 'bind' && own && FILLS.test(word)) writeFilled(out, own, attribute);
  else if (kind === 'bind' && /^[A-Za-z_$][\w$]*$/.test(word)) writeGiven(out, bound, attribute, () => out.put(word, start, end));
  else if (to === -1) return;
}

/** What somebody types or picks. */
const FILLS = /^(value|group|checked|files)$/;

/** `bind:value={form.email}` is written as well: what is typed in goes there. */
function writeFilled(out: Page['out'], hole: Hole, attribute: Attribute): void {
  if (!/^\s*[A-Za-z_$][\w$.]*\s*$/.test(out.source.slice(hole.from, hole.to))) return;
  const property = attribute.name.endsWith('checked') ? 'checked' : 'value';
  writeGiven(out, 'onInput', attribute, () => {
    out.put('(event) => { ', attribute.start);
    writeCode(out, hole.from, hole.to);
    out.put(` = event.currentTarget.${property}; }`, attribute.end);
  });
}
