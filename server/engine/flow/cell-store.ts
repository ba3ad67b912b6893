/** The cells of a run: what is in them, who reads them, and what is news to those who do. */
import { NONE } from '../ir';
import { placed } from './cells';
import { isParameterCell, type Cell, type CellKey } from './frame';
import type { Personal } from './personal';
import { flatten, mapLabels, snapshot } from './trees';
import { EMPTY, addsNothing, join, type Label, type SourceLabel, type Value } from './values';

/** Ways into one cell; what is filled in more says nothing about anybody. */
const ENTRIES = 64;
/** Cells that are filled while another one is. */
const DEPTH = 80;
const EVENT = 'event:';

export interface CellStore {
  at(key: CellKey): Cell;
  /** Content; whoever is being solved depends on it from now on. */
  look(cell: Cell): Value;
  /** Joins into a cell. */
  store(key: CellKey, value: Value): void;
  /** One label put into a cell at a place below it. */
  enter(key: string, label: SourceLabel, at: string): void;
  /** Events somebody was told of since last asked, for whoever listens. */
  published(): string[];
  /** Members and variables of modules that something personal was put into since last asked, for whoever reads them. */
  filled(): CellKey[];
  /** Functions that read a cell before it grew, in their order; asked once. */
  outdated(): number[];
}

export interface CellSurroundings {
  personal: Personal;
  /** The function that is being evaluated, or NONE. */
  current(): number;
  /** Evaluates what fills a member of a class before anybody reads it. */
  prepare(key: string): void;
  /** What went through a store that half the program fills is no news. */
  seemsOutOfStore(label: SourceLabel): boolean;
}

export function createCellStore({ personal, current, prepare, seemsOutOfStore }: CellSurroundings): CellStore {
  const cells = new Map<CellKey, Cell>();
  const readers = new Set<number>();
  const published: string[] = [];
  const filled: CellKey[] = [];
  let preparing = 0;

  const cellAt = (key: CellKey): Cell => {
    let found = cells.get(key);
    if (!found) {
      const isReady = typeof key === 'number' || !/^(field|static):/.test(key);
      cells.set(key, (found = { key, value: null, isReady, readers: NOBODY, isFilled: false, told: null }));
    }
    return found;
  };

  const look = (cell: Cell): Value => {
    const reader = current();
    if (reader !== NONE) addReader(cell, reader);
    if (!cell.isReady) {
      cell.isReady = true;
      if (preparing < DEPTH) {
        preparing++;
        try {
          prepare(cell.key as string);
        } finally {
          preparing--;
        }
      }
    }
    return cell.value ?? EMPTY;
  };

  const store = (key: CellKey, value: Value): void => {
    const kept = snapshot(mapLabels(value, (label) => (label.kind === 'source' ? label : null)));
    const found = cellAt(key);
    const before = found.value;
    if (before && addsNothing(before, kept)) return;
    const after = before ? join(before, kept) : kept;
    found.value = after;
    if (!before && typeof key === 'string' && key.startsWith(EVENT)) published.push(key.slice(EVENT.length));
    const grown = isParameterCell(key) && after.targets.length > (before?.targets.length ?? 0);
    const declared = personal.fields(after.type).length;
    const labels = flatten(after);
    const isNews = before
      ? labels.length > flatten(before).length || declared > personal.fields(before.type).length
      : labels.length + declared > 0;
    if (grown || isNews) for (const reader of found.readers) readers.add(reader);
    if (!found.isFilled && labels.some((label) => isSure(label) && !seemsOutOfStore(label))) {
      found.isFilled = true;
      filled.push(key);
    }
  };

  /** What a cell has been told is not told again; one that everybody fills says nothing about anybody. */
  const enter = (key: string, label: SourceLabel, at: string): void => {
    const known = (cellAt(key).told ??= new Set());
    const telling = `${at}>${label.key}`;
    if (known.has(telling) || known.size >= ENTRIES) return;
    known.add(telling);
    store(key, placed(label, at));
  };

  const outdated = (): number[] => {
    const out = [...readers].sort((a, b) => a - b);
    readers.clear();
    return out;
  };
  return { at: cellAt, look, store, enter, published: () => published.splice(0), filled: () => filled.splice(0), outdated };
}

/** Sure enough to be followed to whoever reads the cell it is in. */
const isSure = (label: Label): label is SourceLabel => label.kind === 'source' && label.trust > 1;

const NOBODY: number[] = [];
const FEW = 8;

/** Most cells are read by few: a list of them is short. */
function addReader(cell: Cell, fn: number): void {
  const { readers } = cell;
  if (!Array.isArray(readers)) readers.add(fn);
  else if (!readers.includes(fn)) cell.readers = readers.length < FEW ? [...readers, fn] : new Set(readers).add(fn);
}
