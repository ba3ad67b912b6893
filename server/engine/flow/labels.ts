/** Making and changing labels. A label's key is its identity; the order of labels never depends on it. */
import type { State } from '../model';
import type { Label, SourceLabel, SymbolLabel, Trust } from './values';

const RANK: Record<State, number> = {
  raw: 0,
  'weak-hash': 1,
  masked: 2,
  pseudonymous: 2,
  encrypted: 3,
  'hashed-credential': 3,
  derived: 4,
  aggregate: 5,
};
const NO_STEPS: readonly string[] = [];
const PATH = 4;
/** A path step that takes members away: "!email,phone". */
export const MINUS = '!';
/** What a value went through when it became part of an address behind its "#". */
export const FRAGMENT = '#';
/** A path step to everything at and below: what a serialiser makes text of. */
export const BELOW = '**';

export function source(part: Pick<SourceLabel, 'category' | 'words' | 'datum' | 'trust' | 'fn' | 'ordinal'>): SourceLabel {
  return keyed({ kind: 'source', state: 'raw', through: NO_STEPS, ...part, key: '' });
}

export function symbol(root: number, parameter: number): SymbolLabel {
  return keyed({ kind: 'symbol', root, parameter, path: NO_STEPS, state: 'raw', trust: 3, through: NO_STEPS, key: '' });
}

/** The symbol for a member of what the symbol stands for; beyond depth 3 it stands for everything below. */
export function below(label: SymbolLabel, name: string): SymbolLabel {
  if (label.path.length >= PATH) return label;
  const known = (label.members ??= new Map());
  let member = known.get(name);
  if (!member) known.set(name, (member = keyed({ ...label, path: [...label.path, name] })));
  return member;
}

/** Labels of content that became text: a symbol stands for all that its object holds. */
export const asText = (label: Label): Label =>
  label.kind === 'source' || label.path[label.path.length - 1] === BELOW
    ? label
    : keyed({ ...label, path: [...label.path.slice(0, PATH), BELOW] });

/** Protection only grows along a flow. */
export const inState = <T extends Label>(label: T, state: State, step?: string): T =>
  RANK[state] <= RANK[label.state] && !step
    ? label
    : keyed({
        ...label,
        state: RANK[state] > RANK[label.state] ? state : label.state,
        through: step ? [...label.through, step].slice(-4) : label.through,
      });

/** Content on its way into a cell, with the call that hands it over. */
export const entering = (label: SourceLabel, entered: NonNullable<SourceLabel['entered']>): SourceLabel =>
  label.entered ? label : keyed({ ...label, entered });

export const less = <T extends Label>(label: T, steps = 1): T =>
  label.trust === 1 || steps === 0 ? label : keyed({ ...label, trust: Math.max(1, label.trust - steps) as Trust });

/** A label that took a symbol's place takes over what happened to the symbol on its way. */
export const after = (label: Label, way: SymbolLabel): Label => {
  const changed =
    way.state === 'raw' && way.through.length === 0
      ? label
      : way.through.reduce<Label>((out, step) => inState(out, 'raw', step), inState(label, way.state));
  return less(changed, 3 - way.trust);
};

/** These states end personal content for every question of exposure. */
export const isGone = (state: State): boolean => state === 'aggregate' || state === 'derived' || state === 'hashed-credential';

/** A fresh copy gets its key; the members a symbol was asked for stay with the one it was copied from. */
function keyed<T extends Label>(label: T): T {
  if (label.kind === 'symbol') label.members = undefined;
  label.key =
    label.kind === 'source'
      ? `${label.fn}:${label.ordinal}:${label.category}:${label.state}:${label.trust}:${label.words}:${label.through.join()}${label.entered ? `@${label.entered.fn}:${label.entered.ordinal}` : ''}`
      : `p${label.root}:${label.parameter}:${label.path.join('.')}:${label.state}:${label.trust}:${label.through.join()}`;
  return label;
}
