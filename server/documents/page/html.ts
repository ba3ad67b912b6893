import { createHash } from 'node:crypto';
import { markOf, spansOf, type Block, type Page, type Span, type Text } from './blocks';
import { FILTER } from './filter';
import { STYLE } from './style';

/**
 * One file that needs nothing else. The policy of the page forbids everything but its own style and, where there is something
 * to filter, its own script, both named by their hashes: no address is loaded, whatever words of people and code stand in it.
 */
export function pageHtml({ title, language, blocks, mark, withContents }: Page): string {
  const isFiltered = blocks.some(({ type }) => type === 'filter');
  const headings = headingsOf(blocks);
  return `<!doctype html>
<html lang="${attribute(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${hashOf(STYLE)};${isFiltered ? ` script-src ${hashOf(FILTER)};` : ''} base-uri 'none'; form-action 'none'">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${withContents ? contents(headings) : ''}${blocks.map((block) => element(block, headings)).join('\n')}
</main>
${isFiltered ? `<script>${FILTER}</script>\n` : ''}${mark ? `${markOf(mark)}\n` : ''}</body>
</html>
`;
}

/** Headings of the second level and what they are reached by. */
type Headings = Map<Block, string>;

function headingsOf(blocks: Block[]): Headings {
  const own = blocks.filter((block) => block.type === 'heading' && block.level === 2);
  return new Map(own.map((block, index) => [block, `part-${index + 1}`]));
}

function contents(headings: Headings): string {
  const links = [...headings].map(([block, id]) => `<li><a href="#${id}">${escaped((block as { text: string }).text)}</a></li>`);
  return `<nav aria-label="Contents"><ol>${links.join('')}</ol></nav>\n`;
}

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

function element(block: Block, headings: Headings = new Map()): string {
  const inner = (blocks: Block[]): string => blocks.map((each) => element(each, headings)).join('\n');
  switch (block.type) {
    case 'heading':
      if (headings.has(block)) return `<h2 id="${headings.get(block)!}">${escaped(block.text)}</h2>`;
      return `<h${block.level}>${escaped(block.text)}</h${block.level}>`;
    case 'text':
      return `<p>${inline(block.text)}</p>`;
    case 'quote':
      return `<p class="sign">${inline(block.text)}</p>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${inline(item)}</li>`).join('')}</ul>`;
    case 'entries':
      return `<ul class="entries" role="list">${block.items.map(({ line, ...rest }) => `<li>${inline(line)} ${element({ type: 'more', ...rest })}</li>`).join('\n')}</ul>`;
    case 'table':
      return table(block);
    case 'more':
      return `<details><summary>${escaped(block.summary)}</summary>\n${inner(block.blocks)}\n</details>`;
    case 'filter':
      return (
        `<div class="filter"><p hidden><label>${escaped(block.label)} <input type="search" autocomplete="off"></label> ` +
        `<span role="status"></span></p>\n${inner(block.blocks)}\n</div>`
      );
    case 'picture':
      return `<div class="wide picture" role="region" tabindex="0" aria-label="${attribute(block.label)}">${block.svg}</div>`;
  }
}

/** Wide tables scroll in their own region, which the keyboard reaches. */
function table({ caption, head, rows }: Extract<Block, { type: 'table' }>): string {
  const titles = head.map((cell) => `<th scope="col">${escaped(cell)}</th>`).join('');
  const body = rows.map(([name, ...cells]) => {
    const rest = cells.map((cell, index) => `<td data-name="${attribute(head[index + 1] ?? '')}">${inline(cell)}</td>`).join('');
    return `<tr><th scope="row">${inline(name ?? '')}</th>${rest}</tr>`;
  });
  return (
    `<div class="wide" role="region" tabindex="0" aria-label="${attribute(caption)}"><table><caption>${escaped(caption)}</caption>` +
    `<thead><tr>${titles}</tr></thead>\n<tbody>${body.join('\n')}</tbody></table></div>`
  );
}

const inline = (words: Text): string => spansOf(words).map(span).join('');

function span(part: Span): string {
  if (typeof part === 'string') return escaped(part);
  if ('code' in part) return `<code>${escaped(part.code)}</code>`;
  if ('strong' in part) return `<strong>${escaped(part.strong)}</strong>`;
  return isSafe(part.to) ? `<a href="${attribute(part.to)}">${escaped(part.link)}</a>` : escaped(part.link);
}

/** A policy may hold any text; only these become links. */
const isSafe = (address: string): boolean => /^(?:https?:\/\/|mailto:|\/(?!\/)|#)/.test(address);

export const escaped = (words: string): string => words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const attribute = (words: string): string => escaped(words).replace(/"/g, '&quot;');
