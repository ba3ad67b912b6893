/** Columns of database schemas that are written apart from code, with their places. */
import type { SchemaFact } from '../project';
import type { Place } from '../rule';

export interface Column {
  model: string;
  name: string;
  at: Place;
  /** `@personal x` gives x (or ''), `@notPersonal` null, nothing undefined. */
  personal?: string | null;
}

const SCALAR = /^(String|Int|BigInt|Float|Decimal|Boolean|DateTime|Bytes|Json)$/;

export function* columnsOf({ path, text }: SchemaFact): Iterable<Column> {
  if (!path.endsWith('.prisma')) return;
  const enums = new Set([...text.matchAll(/^\s*enum\s+(\w+)/gm)].map((match) => match[1]));
  for (const block of text.matchAll(/^\s*(?:model|view|type)\s+(\w+)\s*\{([\s\S]*?)^\s*\}/gm)) {
    const [whole, model, body] = block;
    let offset = block.index + whole.indexOf('{') + 1;
    let comment = '';
    for (const line of body!.split('\n')) {
      const from = offset;
      offset += line.length + 1;
      if (/^\s*\/\//.test(line)) {
        comment += line;
        continue;
      }
      const field = /^(\s*)(\w+)\s+(\w+)/.exec(line);
      const note = /@(notPersonal|personal)\b\s*([\w-]*)/.exec(comment + line);
      comment = '';
      if (!field || /^\s*@@/.test(line) || !(SCALAR.test(field[3]!) || enums.has(field[3]!)) || field[3] === 'Boolean') continue;
      const start = from + field[1]!.length;
      const at = { path, start, end: start + field[2]!.length };
      yield { model: model!, name: field[2]!, at, personal: note ? (note[1] === 'notPersonal' ? null : note[2]) : undefined };
    }
  }
}
