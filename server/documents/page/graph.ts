/** A directed graph from left to right as SVG; where things stand is computed by dagre. */
import { Graph, layout } from '@dagrejs/dagre';
import { escaped } from './html';

export interface GraphNode {
  id: string;
  label: string;
  /** Drawn with a broken border: nobody has declared it. */
  isOpen?: boolean;
}

export interface GraphEdge {
  from: string;
  to: string;
  isOpen?: boolean;
}

const [HEIGHT, PADDING, LETTER] = [30, 12, 7.2];

export function graphSvg(label: string, nodes: GraphNode[], edges: GraphEdge[]): string {
  const graph = new Graph<object, { width: number; height: number; x: number; y: number }, { points: Point[] }>();
  graph.setGraph({ rankdir: 'LR', nodesep: 10, ranksep: 110, marginx: 8, marginy: 8 });
  graph.setDefaultEdgeLabel(() => ({ points: [] }));
  for (const node of nodes)
    graph.setNode(node.id, { width: node.label.length * LETTER + 2 * PADDING, height: HEIGHT, x: 0, y: 0 });
  for (const { from, to } of edges) graph.setEdge(from, to);
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  const lines = edges.map(({ from, to, isOpen }) => {
    const { points } = graph.edge(from, to);
    return `<path${isOpen ? ' class="open"' : ''} d="${curve(points)}" marker-end="url(#arrow)"/>`;
  });
  const boxes = nodes.map((node) => {
    const { x, y, width: own } = graph.node(node.id);
    const place = `x="${round(x - own / 2)}" y="${round(y - HEIGHT / 2)}" width="${round(own)}" height="${HEIGHT}" rx="5"`;
    return `<rect${node.isOpen ? ' class="open"' : ''} ${place}/><text x="${round(x)}" y="${round(y + 4.5)}" text-anchor="middle">${escaped(node.label)}</text>`;
  });
  const arrow =
    '<defs><marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8"/></marker></defs>';
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${escaped(label).replace(/"/g, '&quot;')}" ` +
    `viewBox="0 0 ${round(width)} ${round(height)}" width="${round(width)}">${arrow}${lines.join('')}${boxes.join('')}</svg>`
  );
}

interface Point {
  x: number;
  y: number;
}

/** Through the middles between the bends, with the bends as handles. */
function curve(points: Point[]): string {
  const [first, ...rest] = points;
  if (!first || rest.length === 0) return '';
  const parts = rest.slice(0, -1).map((bend, index) => {
    const next = rest[index + 1]!;
    const end = index === rest.length - 2 ? next : { x: (bend.x + next.x) / 2, y: (bend.y + next.y) / 2 };
    return `Q${at(bend)} ${at(end)}`;
  });
  return `M${at(first)}${parts.length > 0 ? parts.join('') : `L${at(rest[0]!)}`}`;
}

const at = ({ x, y }: Point): string => `${round(x)} ${round(y)}`;
const round = (value: number): number => Math.round(value * 10) / 10;
