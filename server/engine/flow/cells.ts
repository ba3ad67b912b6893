/** What outlives a call: content put into a field or a container behind it, by whoever hands it over. */
import { Flag, Kind, NONE } from '../ir';
import { functionOf } from '../link/program';
import { flagsAt, kindAt, operandAt, type Reader } from '../link/reader';
import type { Model } from '../model';
import type { LibraryValue } from '../match';
import { contents, emit } from './emit';
import { slotCell, type Engine, type Frame, type SinkSite } from './frame';
import type { Site } from './read';
import { flatten } from './trees';
import { container, make, ofLabels, type Label, type SourceLabel, type Value } from './values';

/** Stores a value in a cell: what is personal here and now, and what the callers' arguments will bring. */
export function keep(engine: Engine, frame: Frame, key: string, value: Value, site: Site): void {
  engine.store(key, value);
  // A known shape says itself what it holds: whoever hands it over adds nothing.
  if (value.type.kind === 'object') return;
  const later = contents(engine, value, site).filter(({ label }) => label.kind === 'symbol');
  if (later.length > 0) emit(engine, frame, later, cellSite(key, site), site, null);
}

/** What a function puts into a variable of its module (`form.email = value`) is there for the functions that were read before. */
export function keepInModule(
  engine: Engine,
  { reader, module, index }: Frame,
  receiver: number,
  name: string,
  value: Value,
): void {
  const slot = index === 0 ? null : variableAt(engine, reader, module, receiver);
  if (!slot || !flatten(value).some(({ kind }) => kind === 'source')) return;
  engine.store(slotCell(slot.module, slot.slot), make({ fields: new Map([[name, value]]) }));
}

/** The variable of a module that is read there, of this one or of one that exports it. */
function variableAt(engine: Engine, reader: Reader, module: number, at: number): { module: number; slot: number } | null {
  if (at === NONE) return null;
  const operand = operandAt(reader, at, 0);
  if (kindAt(reader, at) === Kind.Load) return operandAt(reader, at, 1) === 0 ? { module, slot: operand } : null;
  if (kindAt(reader, at) !== Kind.Global || !(flagsAt(reader, at) & Flag.Import)) return null;
  const found = engine.program.imported(module, operand);
  return found?.kind === 'slot' ? found : null;
}

/** More modules than these fill a store of the whole program: what is taken out of it is not what one of them put in. */
const FILLING_MODULES = 4;

/** Whether content went through a cell which half the program fills: a key-value store, a value class such as a URI. */
export function createStores(engine: Engine): (label: SourceLabel) => boolean {
  const shared = new Map<number, boolean>();
  const isShared = (filler: number): boolean => {
    let found = shared.get(filler);
    if (found === undefined) shared.set(filler, (found = callersOf(engine, filler) > FILLING_MODULES));
    return found;
  };
  return ({ entered }) => (entered?.fillers ?? []).some(isShared);
}

/** Modules that call a function, as far as they were read; of those that nobody had to read, the ones that import it and use its name. */
function callersOf({ program, calls }: Engine, fn: number): number {
  const modules = new Set((calls.get(fn) ?? []).map((site) => program.moduleOf[site.fn]));
  const { name } = functionOf(program, fn);
  const number = program.names.numberOf(name);
  if (name !== '' && modules.size <= FILLING_MODULES)
    for (const module of program.importers(program.moduleOf[fn]))
      if (program.names.of(module).includes(number)) modules.add(module);
  return modules.size;
}

/** The labels as a value, each at its place below it. */
export function placed(label: Label, at: string): Value {
  return at.split('.').reduceRight(
    (value, name) => {
      if (name === '') return value;
      const out = container();
      out.fields?.set(name, value);
      return out;
    },
    ofLabels([label]),
  );
}

const cellSite = (key: string, site: Site): SinkSite => ({
  ...site,
  sink: CELL,
  part: 'hash',
  argument: key,
  model: NOBODY,
  library: NOTHING,
  words: '',
  key: `${site.fn}:${site.ordinal}:${key}`,
});

const NOBODY: Model = {
  id: '',
  title: '',
  kind: 'utility',
  packages: [],
  types: {},
  source: '',
  examples: { finds: [], silent: [] },
};
const NOTHING: LibraryValue = { model: NOBODY, type: '', words: '', site: null, ambient: false };
const CELL: SinkSite['sink'] = { kind: 'cell' };
