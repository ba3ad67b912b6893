/**
 * Markup of components and pages, written as JSX behind their scripts: from there on it is lowered like any other code,
 * and its places are led back to where it stands.
 */
import { doubleHoles, masked, singleHoles, type Hole } from './templates/holes';
import { svelteAttribute, svelteContents } from './templates/svelte';
import { treeOf, type Content, type Tag } from './templates/tree';
import { vueAttribute, vueContents } from './templates/vue';
import { createWritten, type Written } from './templates/written';

const NOT_MARKUP = /<(script|style)\b(?:"[^"]*"|'[^']*'|[^>"'])*>[\s\S]*?<\/\1\s*>/gi;
const KINDS = /\.(vue|svelte|html)$/i;

export type WritesTemplate = (isBare: boolean) => Written;

/**
 * What writes the markup of a file behind its script, undefined when there is none.
 * @param script what was kept of the file, as long as the file
 */
export function templateOf(path: string, original: string, script: string): WritesTemplate | undefined {
  const kind = KINDS.exec(path)?.[1].toLowerCase();
  if (kind === undefined) return undefined;
  const markup = original.replace(NOT_MARKUP, (all) => all.replace(/[^\r\n]/g, ' '));
  const isSvelte = kind === 'svelte';
  const holes = isSvelte ? singleHoles(markup, 0, markup.length) : doubleHoles(markup, 0, markup.length);
  const roots = treeOf(masked(markup, holes));
  const contents = (kind === 'vue' ? insideTemplate(original, roots) : roots).filter(
    ({ kind: own, start, end }) => own !== 'text' || markup.slice(start, end).trim() !== '',
  );
  if (!contents.some((content) => content.kind === 'tag')) return undefined;
  const isTaken = /\bexport\s+default\b/.test(script);
  return (isBare) => writtenOf({ markup, script, contents, holes, isSvelte, isTaken, isBare });
}

function insideTemplate(original: string, roots: Content[]): Content[] {
  const template = roots.find((root): root is Tag => root.kind === 'tag' && root.name === 'template');
  if (!template || template.attributes.some(({ name, from, to }) => name === 'lang' && original.slice(from, to) !== 'html'))
    return [];
  return template.children;
}

interface Parts {
  /** The file without scripts and styles, as long as the file. */
  markup: string;
  script: string;
  contents: Content[];
  holes: Hole[];
  isSvelte: boolean;
  isTaken: boolean;
  isBare: boolean;
}

/** The component is what the file exports, unless its script says otherwise. */
function writtenOf({ markup, script, contents, holes, isSvelte, isTaken, isBare }: Parts): Written {
  const out = createWritten(markup, markup.length, isBare);
  const start = contents[0].start + /^\s*/.exec(markup.slice(contents[0].start))![0].length;
  const { end } = contents[contents.length - 1];
  const page = {
    out,
    holes,
    contents: isSvelte ? svelteContents : vueContents,
    attribute: isSvelte ? svelteAttribute : vueAttribute,
    nameOf: (tag: Tag) => componentName(script, tag.name),
  };
  out.put(isTaken ? ';\n(() => (<>' : ';\nexport default function () { return (<>', start);
  page.contents(page, contents);
  out.put(isTaken ? '</>));' : '</>); }', end);
  return out;
}

/** `<cookie-banner>` is `CookieBanner` when the script knows it; the signs of a language are no elements. */
function componentName(script: string, name: string): string {
  if (/^(template|slot|component|ng-container|ng-template|svelte:.*)$/.test(name)) return '';
  if (!name.includes('-')) return name;
  const pascal = name.replace(/(?:^|-)(\w)/g, (_, first: string) => first.toUpperCase());
  return new RegExp(`\\b${pascal}\\b`).test(script) ? pascal : name;
}
