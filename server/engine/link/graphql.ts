/** GraphQL read as text: object types of a schema document, and the shape that a query asks for. */
import { UNKNOWN, type Member, type ObjectType, type Type } from './types';
import { derived } from './type-parts';

/** Object type → field → type name, lists and `!` taken off. */
export type GraphqlTypes = Map<string, Map<string, string>>;

const DEPTH = 6;
const SCALARS: Record<string, string> = { Int: 'number', Float: 'number', Boolean: 'boolean', ID: 'string', String: 'string' };
const ROOTS: Record<string, string> = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription', '{': 'Query' };
/** Names, spreads, and the marks that mean something outside of arguments. */
const TOKEN = /\.\.\.|[A-Za-z_]\w*|[{}()[\]:@!=|&$]|"""[\s\S]*?"""|"(?:\\.|[^"\\])*"|#[^\n]*/g;

export function readGraphql(text: string, into: GraphqlTypes): void {
  const plain = text.replace(/"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|#[^\n]*/g, '');
  for (const [, name, body] of plain.matchAll(/\b(?:type|interface)\s+(\w+)[^{}]*\{([^{}]*)\}/g)) {
    const fields = into.get(name) ?? new Map<string, string>();
    for (const [, field, type] of body.replace(/\([^()]*\)/g, '').matchAll(/(\w+)\s*:\s*[[\s]*(\w+)/g)) fields.set(field, type);
    into.set(name, fields);
  }
}

/** The shape of the `data` that the first operation of a document asks for; null when the text is no operation. */
export function selectionOf(text: string, types: GraphqlTypes): ObjectType | null {
  const tokens = (text.match(TOKEN) ?? []).filter((token) => !/^["#]/.test(token));
  const root = ROOTS[tokens[0]];
  const start = tokens[0] === '{' ? 0 : bodyAt(tokens, 1);
  if (root === undefined || tokens[start] !== '{') return null;
  return shapeAt({ tokens, types, fragments: fragmentsIn(tokens) }, start, root, DEPTH);
}

interface Document {
  tokens: readonly string[];
  types: GraphqlTypes;
  /** Where the body of each fragment begins. */
  fragments: ReadonlyMap<string, number>;
}

function shapeAt(document: Document, open: number, owner: string, depth: number): ObjectType {
  const members = new Map<string, Member>();
  addFields(document, open, owner, depth, members);
  return derived(owner, members);
}

/** The fields between the bracket at `open` and its end; gives the index behind it. */
function addFields(document: Document, open: number, owner: string, depth: number, into: Map<string, Member>): number {
  const { tokens, fragments } = document;
  let at = open + 1;
  while (at < tokens.length && tokens[at] !== '}') {
    if (tokens[at] === '...') {
      const isInline = tokens[at + 1] === 'on';
      const body = isInline
        ? bodyAt(tokens, at + 3)
        : tokens[at + 1] === '{' || tokens[at + 1] === '@'
          ? bodyAt(tokens, at + 1)
          : -1;
      const named = fragments.get(tokens[at + 1]);
      if (body < 0 && named !== undefined && depth > 0) addFields(document, named, owner, depth - 1, into);
      const holder = isInline ? tokens[at + 2] : owner;
      if (body >= 0 && depth > 0) addFields(document, body, holder, depth - 1, into);
      at = body < 0 ? at + 2 : behind(tokens, body, '{', '}');
      continue;
    }
    const alias = tokens[at];
    if (tokens[at + 1] === ':') at += 2;
    const field = tokens[at];
    at = afterArguments(tokens, at + 1);
    const type = document.types.get(owner)?.get(field);
    if (tokens[at] !== '{') {
      into.set(alias, { type: leaf(type), owner });
      continue;
    }
    if (depth === 0) {
      at = behind(tokens, at, '{', '}');
      continue;
    }
    const inner = new Map<string, Member>();
    const holder = type ?? field;
    at = addFields(document, at, holder, depth - 1, inner);
    into.set(alias, { type: derived(holder, inner), owner });
  }
  return at + 1;
}

const leaf = (type: string | undefined): Type =>
  type !== undefined && SCALARS[type] ? { kind: 'primitive', name: SCALARS[type] } : UNKNOWN;

/** Behind arguments, directives and their arguments. */
function afterArguments(tokens: readonly string[], from: number): number {
  let at = from;
  while (tokens[at] === '(' || tokens[at] === '@') {
    at = tokens[at] === '@' ? at + 2 : behind(tokens, at, '(', ')');
  }
  return at;
}

/** Behind the bracket that closes the one at `from`. */
function behind(tokens: readonly string[], from: number, opening: string, closing: string): number {
  let at = from;
  let open = 0;
  do {
    if (tokens[at] === opening) open++;
    if (tokens[at] === closing) open--;
    at++;
  } while (open > 0 && at < tokens.length);
  return at;
}

/** The bracket that opens the body of an operation or fragment, behind its name, variables and directives. */
function bodyAt(tokens: readonly string[], from: number): number {
  let at = from;
  while (at < tokens.length && tokens[at] !== '{') at = Math.max(at + 1, afterArguments(tokens, at));
  return at;
}

function fragmentsIn(tokens: readonly string[]): Map<string, number> {
  const out = new Map<string, number>();
  for (let at = 0; at + 3 < tokens.length; at++)
    if (tokens[at] === 'fragment' && tokens[at + 2] === 'on') out.set(tokens[at + 1], bodyAt(tokens, at + 4));
  return out;
}
