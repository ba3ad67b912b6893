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
/** Members that a path names at most; elements of lists come on top, as `filters[].options[].label` does. */
const PATH = 4;
const LONGEST = 6;
export const isFull = ({ path }: SymbolLabel): boolean =>
  path.length >= PATH && (path.length >= LONGEST || path.filter((step) => step !== '[]').length >= PATH);
/** A path step that takes members away: "!email,phone". */
export const MINUS = '!';
/** What a value went through when it became part of an address behind its "#". */
export const FRAGMENT = '#';
/** What a value went through when it became a parameter in the query of an address. */
export const QUERY = '?';
/** A path step to something below, whose name no path has room for. */
export const DEEPER = '+';
/** A path step to everything at and below: what a serialiser makes text of. */
export const BELOW = '**';

/** A path step to what a value is as part of a text: an object without a text of its own shows none of its members. */
export const SPOKEN = '`';

/** A path step to the first word of a text: of `Bearer key` and `user:key` it is no key. */
export const HEAD = '^';
/** A path step to what is no key: of a `publicKey`, whatever it was cut from. */
export const NO_KEY = '~';
/** A path step to the first characters of a text: "<8". */
export const START = '<';
/** A path step that holds in one case only: "?1=GET", the parameter at that position is that text. */
export const WHEN = '?';

class Source implements SourceLabel {
  readonly kind = 'source';
  private identity = '';
  constructor(
    readonly category: string,
    readonly words: string,
    readonly datum: SourceLabel['datum'],
    readonly trust: Trust,
    readonly state: State,
    readonly through: readonly string[],
    readonly fn: number,
    readonly ordinal: number,
    readonly entered: SourceLabel['entered'],
  ) {}
  get key(): string {
    return (this.identity ||= `${this.fn}:${this.ordinal}:${this.category}:${this.state}:${this.trust}:${this.words}:${this.through.join()}${this.entered ? `@${this.entered.fn}:${this.entered.ordinal}` : ''}`);
  }
}

class Parameter implements SymbolLabel {
  readonly kind = 'symbol';
  private identity = '';
  members: Map<string, SymbolLabel> | null = null;
  constructor(
    readonly root: number,
    readonly parameter: number,
    readonly path: readonly string[],
    readonly state: State,
    readonly trust: Trust,
    readonly through: readonly string[],
  ) {}
  get key(): string {
    return (this.identity ||= `p${this.root}:${this.parameter}:${this.path.join('.')}:${this.state}:${this.trust}:${this.through.join()}`);
  }
}

export const source = (part: Pick<SourceLabel, 'category' | 'words' | 'datum' | 'trust' | 'fn' | 'ordinal'>): SourceLabel =>
  new Source(part.category, part.words, part.datum, part.trust, 'raw', NO_STEPS, part.fn, part.ordinal, undefined);

export const symbol = (root: number, parameter: number): SymbolLabel =>
  new Parameter(root, parameter, NO_STEPS, 'raw', 3, NO_STEPS);

/** The same label with another path, for a symbol only. */
const at = (label: SymbolLabel, path: readonly string[]): SymbolLabel =>
  new Parameter(label.root, label.parameter, path, label.state, label.trust, label.through);

/** The same label after something happened to it. */
function changed<T extends Label>(label: T, state: State, trust: Trust, through: readonly string[]): T;
function changed(label: Label, state: State, trust: Trust, through: readonly string[]): Label {
  return label.kind === 'symbol'
    ? new Parameter(label.root, label.parameter, label.path, state, trust, through)
    : new Source(label.category, label.words, label.datum, trust, state, through, label.fn, label.ordinal, label.entered);
}

/** The symbol for a member of what the symbol stands for; behind a full path it stands for everything below. */
export function below(label: SymbolLabel, name: string): SymbolLabel {
  if (isFull(label) && !(isName(name) && isMember(label.path[label.path.length - 1]))) return label;
  return stepped(label, isFull(label) ? DEEPER : name);
}

/** One label for each symbol and step, however often it is asked for; of a longer path so many steps are kept before it. */
function stepped(label: SymbolLabel, step: string, most = Infinity): SymbolLabel {
  const known = (label.members ??= new Map());
  let member = known.get(step);
  if (!member) known.set(step, (member = at(label, [...label.path.slice(0, most), step])));
  return member;
}

/** An element of a list is called like the list, and other steps name nothing. */
const isName = (step: string): boolean => /^[A-Za-z_$]/.test(step);

/** Behind what became a text, or lies deeper already, there is nothing to name. */
const isMember = (step: string): boolean => /^[\w$[]/.test(step);

/** Labels of content that became text: a symbol stands for all that its object holds. */
export const asText = (label: Label): Label =>
  label.kind === 'source' || label.path[label.path.length - 1] === BELOW ? label : stepped(label, BELOW, LONGEST + 1);

/** Labels of a value that became part of a text: a symbol stands for what its object shows there. */
export const spoken = (label: Label): Label =>
  label.kind === 'source' || isText(label.path[label.path.length - 1]) ? label : stepped(label, SPOKEN, LONGEST + 1);

const isText = (step: string | undefined): boolean => step === BELOW || step === SPOKEN || step === HEAD;

/** The label of the first word of a text; null for a key that stands behind it. */
export const ofHead = (label: Label): Label | null =>
  label.kind === 'symbol' ? below(label, HEAD) : label.category === 'access-token' ? null : label;

/** A token is long, and the signed kinds all begin alike: its beginning tells it from another and opens nothing. */
const FIRST_OF_TOKEN = 20;

/** The label of a text's first characters, too few to open anything with. */
export const ofStart = (label: Label, length: number): Label => {
  if (length > FIRST_OF_TOKEN) return label;
  if (label.kind === 'symbol') return below(label, START + length);
  return label.category === 'access-token' ? inState(label, 'masked') : label;
};

/** The label of what a name says is no key; null for a key. */
export const asNoKey = (label: Label): Label | null =>
  label.kind === 'symbol' ? below(label, NO_KEY) : isKey(label.category) ? null : label;

export const isKey = (category: string): boolean => category === 'access-token' || category === 'credential';

/** Protection only grows along a flow. */
export const inState = <T extends Label>(label: T, state: State, step?: string): T =>
  RANK[state] <= RANK[label.state] && !step
    ? label
    : changed(
        label,
        RANK[state] > RANK[label.state] ? state : label.state,
        label.trust,
        step ? [...label.through, step].slice(-4) : label.through,
      );

/** Content on its way into a cell, with the call that hands it over. */
export const entering = (label: SourceLabel, entered: NonNullable<SourceLabel['entered']>): SourceLabel =>
  label.entered
    ? label
    : new Source(label.category, label.words, label.datum, label.trust, label.state, label.through, label.fn, label.ordinal, {
        fn: entered.fn,
        ordinal: entered.ordinal,
        fillers: entered.fillers,
      });

export const less = <T extends Label>(label: T, steps = 1): T =>
  label.trust === 1 || steps === 0
    ? label
    : changed(label, label.state, Math.max(1, label.trust - steps) as Trust, label.through);

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
