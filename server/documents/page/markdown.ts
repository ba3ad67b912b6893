import { markOf, spansOf, type Block, type Page, type Span, type Text } from './blocks';

export function pageMarkdown({ title, blocks, mark }: Page): string {
  const parts = [`# ${escaped(title)}`, ...blocks.map(blockText).filter(Boolean), ...(mark ? [markOf(mark)] : [])];
  return `${parts.join('\n\n')}\n`;
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${escaped(block.text)}`;
    case 'text':
      return inline(block.text);
    case 'quote':
      return `> ${inline(block.text)}`;
    case 'list':
      return block.items.map((item) => `- ${inline(item)}`).join('\n');
    case 'entries':
      return block.items.map(({ line, blocks }) => `- ${inline(line)}${nested(blocks)}`).join('\n');
    case 'table':
      return [block.head.map(escaped), block.head.map(() => '---'), ...block.rows.map((row) => row.map(inline))]
        .map((cells) => `| ${cells.join(' | ')} |`)
        .join('\n');
    case 'filter':
      return block.blocks.map(blockText).filter(Boolean).join('\n\n');
    case 'picture':
      return '';
    case 'more':
      return [`### ${escaped(block.summary)}`, ...block.blocks.map(blockText)].join('\n\n');
  }
}

/** Below a line of a list: texts and lists of one level. */
function nested(blocks: Block[]): string {
  const items = blocks.flatMap((block) => (block.type === 'list' ? block.items : block.type === 'text' ? [block.text] : []));
  return items.map((item) => `\n  - ${inline(item)}`).join('');
}

const inline = (words: Text): string => spansOf(words).map(span).join('');

function span(part: Span): string {
  if (typeof part === 'string') return escaped(part);
  if ('code' in part) return `\`${part.code.replace(/`/g, "'").replace(/\|/g, '\\|')}\``;
  if ('strong' in part) return `**${escaped(part.strong)}**`;
  return `[${escaped(part.link)}](${part.to.replace(/[()\s]/g, encodeURIComponent)})`;
}

/** Words of people and code stay words, whatever signs are in them. */
const escaped = (words: string): string =>
  words.replace(/\s+/g, ' ').replace(/[\\`*[\]<>|]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\$&');
