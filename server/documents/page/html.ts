import { markOf, spansOf, type Block, type Page, type Span, type Text } from './blocks';
import { STYLE } from './style';

/** One file that needs nothing else: no script, no font, no address is loaded. */
export function pageHtml({ title, language, blocks, mark }: Page): string {
  return `<!doctype html>
<html lang="${attribute(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${blocks.map(element).join('\n')}
</main>
${mark ? `${markOf(mark)}\n` : ''}</body>
</html>
`;
}

function element(block: Block): string {
  switch (block.type) {
    case 'heading':
      return `<h${block.level}>${escaped(block.text)}</h${block.level}>`;
    case 'text':
      return `<p>${inline(block.text)}</p>`;
    case 'quote':
      return `<p class="sign">${inline(block.text)}</p>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${inline(item)}</li>`).join('')}</ul>`;
    case 'table':
      return table(block);
    case 'more':
      return `<details><summary>${escaped(block.summary)}</summary>\n${block.blocks.map(element).join('\n')}\n</details>`;
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

const escaped = (words: string): string => words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const attribute = (words: string): string => escaped(words).replace(/"/g, '&quot;');
