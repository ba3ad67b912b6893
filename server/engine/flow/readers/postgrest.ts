/** What a text of a PostgREST query selects: `id, title, owner:users!owner_id(first_name, email)`. */
import { UNKNOWN, type Member, type Type } from '../../link/types';
import { derived } from '../../link/type-parts';

/** The shape of a row; a table that is embedded has one of its own. UNKNOWN where no column is named. */
export function selected(text: string, table: string): Type {
  const members = new Map(partsOf(text).flatMap((part) => memberOf(part, table)));
  return members.size === 0 ? UNKNOWN : derived(table, members);
}

function memberOf(part: string, table: string): [string, Member][] {
  const embedded = /^(?:(\w+):)?(\w+)(?:!\w+)*\s*\(([\s\S]*)\)$/.exec(part);
  if (!embedded) return /^[\w:]+$/.test(part) ? [[part.split(':')[0], { type: UNKNOWN, owner: table }]] : [];
  const [, alias = embedded[2], other, inner] = embedded;
  return [[alias, { type: selected(inner, other), owner: table }]];
}

/** Between the commas that stand outside brackets. */
function partsOf(text: string): string[] {
  const out: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    const letter = text[at];
    if (letter === '(') depth++;
    if (letter === ')') depth--;
    if ((letter === ',' && depth === 0) || at === text.length) {
      out.push(text.slice(from, at).trim());
      from = at + 1;
    }
  }
  return out;
}
