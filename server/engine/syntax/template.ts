/**
 * Markup of components and pages, written as JSX behind their scripts: from there on it is lowered like any other code,
 * and its places are led back to where it stands.
 */
import { frontmatterOf } from './embedded';
import { astroContents } from './templates/astro';
import { astroTree } from './templates/astro-tree';
import { doubleHoles, masked, singleHoles } from './templates/holes';
import { svelteAttribute, svelteContents } from './templates/svelte';
import { treeOf, type Content, type Tag } from './templates/tree';
import { vueAttribute, vueContents } from './templates/vue';
import { createWritten, type Written } from './templates/written';

const NOT_MARKUP = /<(script|style)\b(?:"[^"]*"|'[^']*'|[^>"'])*>[\s\S]*?<\/\1\s*>/gi;
const KINDS = /\.(vue|svelte|astro|html)$/i;

/** The beginning of a script that is loaded from elsewhere. */
const LOADED =
  /^<script\b(?:"[^"]*"|'[^']*'|[^>"'])*?\ssrc\s*=\s*(?:"(?:https?:)?\/\/[^"]*"|'(?:https?:)?\/\/[^']*'|https?:\/\/[^\s>"']*)(?:"[^"]*"|'[^']*'|[^>"'])*>/i;

export type WritesTemplate = (isBare: boolean) => Written;

/**
 * What writes the markup of a file behind its script, undefined when there is none.
 * @param script what was kept of the file, as long as the file
 */
export function templateOf(path: string, original: string, script: string): WritesTemplate | undefined {
  const kind = KINDS.exec(path)?.[1].toLowerCase();
  if (kind === undefined) return undefined;
  if (kind === 'astro') return astroTemplate(original, script);
  const markup = original.replace(NOT_MARKUP, (all: string, name: string) => withoutContent(all, name));
  const isSvelte = kind === 'svelte';
  const holes = isSvelte ? singleHoles(markup, 0, markup.length) : doubleHoles(markup, 0, markup.length);
  const roots = treeOf(masked(markup, holes));
  const contents = (kind === 'vue' ? insideTemplate(original, roots) : roots).filter(
    ({ kind: own, start, end }) => own !== 'text' || markup.slice(start, end).trim() !== '',
  );
  if (!contents.some((content) => content.kind === 'tag')) return undefined;
  return (isBare) => {
    const out = createWritten(markup, markup.length, isBare);
    const page = {
      out,
      holes,
      contents: isSvelte ? svelteContents : vueContents,
      attribute: isSvelte ? svelteAttribute : vueAttribute,
      nameOf: (tag: Tag) => componentName(script, tag.name),
    };
    return writtenOf(out, script, contents, () => page.contents(page, contents));
  };
}

/** Behind the frontmatter all is markup, in whose code markup stands again. */
function astroTemplate(original: string, script: string): WritesTemplate | undefined {
  const contents = astroTree(original, frontmatterOf(original).template).filter(
    ({ kind, start, end }) => kind !== 'text' || original.slice(start, end).trim() !== '',
  );
  if (!contents.some(({ kind }) => kind === 'tag' || kind === 'code')) return undefined;
  return (isBare) => {
    const out = createWritten(original, original.length, isBare);
    const page = { out, isBare, nameOf: (name: string) => (/^(Fragment|slot|style)?$/.test(name) ? '' : name) };
    return writtenOf(out, script, contents, () => astroContents(page, contents));
  };
}

/** What stands in a script or a style is no markup; what loads a script from another host is an element like any other. */
function withoutContent(all: string, name: string): string {
  const blank = (text: string): string => text.replace(/[^\r\n]/g, ' ');
  const opening = LOADED.exec(all)?.[0];
  if (opening === undefined) return blank(all);
  const closing = all.slice(all.toLowerCase().lastIndexOf(`</${name.toLowerCase()}`));
  return opening + blank(all.slice(opening.length, all.length - closing.length)) + closing;
}

function insideTemplate(original: string, roots: Content[]): Content[] {
  const template = roots.find((root): root is Tag => root.kind === 'tag' && root.name === 'template');
  if (!template || template.attributes.some(({ name, from, to }) => name === 'lang' && original.slice(from, to) !== 'html'))
    return [];
  return template.children;
}

/** The component is what the file exports, unless its script says otherwise. */
function writtenOf(out: Written, script: string, contents: readonly Place[], write: () => void): Written {
  const isTaken = /\bexport\s+default\b/.test(script);
  const start = contents[0].start + /^\s*/.exec(out.source.slice(contents[0].start))![0].length;
  out.put(isTaken ? ';\n(() => (<>' : ';\nexport default function () { return (<>', start);
  write();
  out.put(isTaken ? '</>));' : '</>); }', contents[contents.length - 1].end);
  return out;
}

interface Place {
  start: number;
  end: number;
}

/** `<cookie-banner>` is `CookieBanner` when the script knows it; the signs of a language are no elements. */
function componentName(script: string, name: string): string {
  if (/^(template|slot|component|ng-container|ng-template|svelte:.*)$/.test(name)) return '';
  if (!name.includes('-')) return name;
  const pascal = name.replace(/(?:^|-)(\w)/g, (_, first: string) => first.toUpperCase());
  return new RegExp(`\\b${pascal}\\b`).test(script) ? pascal : name;
}
