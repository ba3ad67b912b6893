/** A row of bars as SVG, each with its number; the words are given beside it. */
import { escaped } from './html';

export interface Bar {
  label: string;
  value: number;
}

const [WIDTH, GAP, TALLEST] = [56, 12, 120];

export function barsSvg(label: string, bars: Bar[]): string {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const [width, height] = [bars.length * (WIDTH + GAP) + GAP, TALLEST + 48];
  const drawn = bars.map(({ label: name, value }, index) => {
    const tall = Math.round((value / most) * TALLEST);
    const [left, top] = [GAP + index * (WIDTH + GAP), 24 + TALLEST - tall];
    const middle = left + WIDTH / 2;
    return (
      `<rect class="bar" x="${left}" y="${top}" width="${WIDTH}" height="${tall}"/>` +
      `<text x="${middle}" y="${top - 6}" text-anchor="middle">${value}</text>` +
      `<text x="${middle}" y="${TALLEST + 42}" text-anchor="middle">${escaped(name)}</text>`
    );
  });
  const name = escaped(label).replace(/"/g, '&quot;');
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${name}" viewBox="0 0 ${width} ${height}" width="${width}">${drawn.join('')}</svg>`;
}
