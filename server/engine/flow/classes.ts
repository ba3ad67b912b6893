/** Methods and constructors of project classes: inheritance, overrides, implementations of an interface. */
import { NONE, type ClassIR } from '../ir';
import type { ClassRef, ObjectType, Type } from '../link/types';
import type { LibraryValue } from '../match';
import type { Cell, Engine } from './frame';
import { altered, EMPTY, make, type Denoted, type Value } from './values';

type FunctionTarget = Extract<Denoted, { kind: 'function' }>;

const classAt = (engine: Engine, ref: ClassRef): ClassIR => engine.program.modules[ref.module].classes[ref.class];

/** What `this` is in a stand-alone function. */
export function selfOf(engine: Engine, fn: number): Value {
  const module = engine.program.moduleOf[fn];
  const own = engine.program.modules[module].functions[fn - engine.program.base[module]];
  if (own.class === NONE) return EMPTY;
  const ref = { module, class: own.class };
  return own.static ? make({ targets: [{ kind: 'class', ref }] }) : make({ type: engine.types.ofClass(ref) });
}

export function constructorOf(engine: Engine, ref: ClassRef): FunctionTarget[] {
  for (const own of lineage(engine, ref)) {
    const found = classAt(engine, own).constructor_;
    if (found !== NONE) return [target(engine, own, found, ref)];
  }
  return [];
}

/** What is asked about a class again and again, found once. */
interface Known {
  lineage?: readonly ClassRef[];
  base?: LibraryValue | null;
  /** The cells that hold a field, the class's own first and its ancestors' after it. */
  fields: Map<string, readonly Cell[]>;
  /** Instance methods by name, own or inherited; null where there is none. */
  methods: Map<string, FunctionTarget | null>;
  /** What calling a method by its name may run: that method, and those of the subclasses. */
  called: Map<string, readonly FunctionTarget[]>;
}

const classTables = new WeakMap<object, (Known | undefined)[][]>();

function knownOf(engine: Engine, ref: ClassRef): Known {
  let table = classTables.get(engine);
  if (!table) classTables.set(engine, (table = engine.program.modules.map(() => [])));
  return (table[ref.module][ref.class] ??= { fields: new Map(), methods: new Map(), called: new Map() });
}

/** The class and its known ancestors, nearest first. */
export function lineage(engine: Engine, ref: ClassRef): readonly ClassRef[] {
  const known = knownOf(engine, ref);
  return (known.lineage ??= ancestors(engine, ref));
}

export function fieldCells(engine: Engine, ref: ClassRef, name: string): readonly Cell[] {
  const { fields } = knownOf(engine, ref);
  let cells = fields.get(name);
  if (!cells) fields.set(name, (cells = lineage(engine, ref).map((own) => engine.cellAt(fieldKey(own, name)))));
  return cells;
}

export const fieldKey = (ref: ClassRef, name: string): string => `field:${ref.module}:${ref.class}:${name}`;

function ancestors(engine: Engine, ref: ClassRef): ClassRef[] {
  const out: ClassRef[] = [];
  for (let at: ClassRef | null = ref; at && out.length < 8; at = parentOf(engine, at)) {
    if (out.some((other) => other.module === at!.module && other.class === at!.class)) break;
    out.push(at);
  }
  return out;
}

function parentOf(engine: Engine, ref: ClassRef): ClassRef | null {
  const shape = engine.program.modules[ref.module].shapes[classAt(engine, ref).shape];
  if (!shape || shape.extends.length === 0) return null;
  const type = engine.types.of(ref.module, shape.extends[0]);
  return type.kind === 'object' ? type.class : null;
}

/** What a project class inherits from a class of a package (`class Database extends PrismaClient`). */
export function libraryBase(engine: Engine, ref: ClassRef): LibraryValue | null {
  const known = knownOf(engine, ref);
  if (known.base === undefined) known.base = baseOf(engine, ref);
  return known.base;
}

function baseOf(engine: Engine, ref: ClassRef): LibraryValue | null {
  const own = lineage(engine, ref);
  const oldest = own[own.length - 1];
  const shape = engine.program.modules[oldest.module].shapes[classAt(engine, oldest).shape];
  const type = shape && shape.extends.length > 0 ? engine.types.of(oldest.module, shape.extends[0]) : null;
  if (type?.kind === 'library') return engine.matcher.annotated(type.specifier, type.name);
  return type?.kind === 'named' ? engine.matcher.annotated('', type.name) : null;
}

/** What `super` is in a method: the instance as its parent sees it, a value of a package where the parent comes from one. */
export function superOf(engine: Engine, self: Value): Value {
  const ref = self.type.kind === 'object' ? self.type.class : null;
  if (!ref) return self;
  const parent = parentOf(engine, ref);
  if (parent) return altered(self, { type: engine.types.ofClass(parent) });
  const base = libraryBase(engine, ref);
  return base ? make({ targets: [{ kind: 'library', value: base }] }) : self;
}

/** Functions a method call on a value may run. */
export function methodsOf(engine: Engine, receiver: Value, name: string): FunctionTarget[] {
  const out: FunctionTarget[] = [];
  for (const type of objectTypes(receiver.type)) {
    if (type.class) out.push(...calledOn(engine, type.class, name));
    if (type.interface)
      for (const ref of implementers(engine).get(type) ?? []) {
        const own = methodIn(engine, ref, name);
        if (own) out.push(own);
      }
  }
  return out;
}

function calledOn(engine: Engine, ref: ClassRef, name: string): readonly FunctionTarget[] {
  const { called } = knownOf(engine, ref);
  let found = called.get(name);
  if (!found) {
    const subs = subclasses(engine).get(keyOf(ref)) ?? [];
    const all = [methodIn(engine, ref, name), ...subs.map((sub) => ownMethod(engine, sub, name, sub))];
    called.set(name, (found = all.filter((method) => method !== null)));
  }
  return found;
}

const objectTypes = (type: Type): ObjectType[] =>
  type.kind === 'object' ? [type] : type.kind === 'union' ? type.parts.flatMap(objectTypes) : [];

function methodIn(engine: Engine, ref: ClassRef, name: string): FunctionTarget | null {
  const { methods } = knownOf(engine, ref);
  let found = methods.get(name);
  if (found === undefined) methods.set(name, (found = inheritedMethod(engine, ref, name)));
  return found;
}

function inheritedMethod(engine: Engine, ref: ClassRef, name: string): FunctionTarget | null {
  for (const own of lineage(engine, ref)) {
    const found = ownMethod(engine, own, name, ref);
    if (found) return found;
  }
  return null;
}

function ownMethod(engine: Engine, ref: ClassRef, name: string, self: ClassRef): FunctionTarget | null {
  const method = classAt(engine, ref).methods.find(
    (candidate) => candidate.name === name && !candidate.static && candidate.accessor === '',
  );
  return method ? target(engine, ref, method.function, self) : null;
}

/** `get label()` of the class or of one it extends. */
export function getterOf(engine: Engine, ref: ClassRef, name: string): FunctionTarget | null {
  for (const own of lineage(engine, ref)) {
    const found = classAt(engine, own).methods.find(
      (candidate) => candidate.name === name && !candidate.static && candidate.accessor === 'get',
    );
    if (found) return target(engine, own, found.function, ref);
  }
  return null;
}

export function staticMethod(engine: Engine, ref: ClassRef, name: string): Value | null {
  for (const own of lineage(engine, ref)) {
    const method = classAt(engine, own).methods.find((candidate) => candidate.name === name && candidate.static);
    if (method) return make({ inert: true, targets: [target(engine, own, method.function, ref)] });
  }
  return null;
}

const target = (engine: Engine, ref: ClassRef, index: number, self: ClassRef): FunctionTarget => ({
  kind: 'function',
  fn: engine.program.base[ref.module] + index,
  frame: null,
  self: make({ type: engine.types.ofClass(self) }),
  bindings: null,
  bound: [],
});

const keyOf = (ref: ClassRef): string => ref.module + ':' + ref.class;
const subclassTables = new WeakMap<object, Map<string, ClassRef[]>>();
const implementerTables = new WeakMap<object, Map<Type, ClassRef[]>>();

function subclasses(engine: Engine): Map<string, ClassRef[]> {
  const known = subclassTables.get(engine.program);
  if (known) return known;
  const table = new Map<string, ClassRef[]>();
  subclassTables.set(engine.program, table);
  eachClass(engine, (ref) => {
    const parent = parentOf(engine, ref);
    if (parent) listed(table, keyOf(parent)).push(ref);
  });
  return table;
}

function implementers(engine: Engine): Map<Type, ClassRef[]> {
  const known = implementerTables.get(engine.program);
  if (known) return known;
  const table = new Map<Type, ClassRef[]>();
  implementerTables.set(engine.program, table);
  eachClass(engine, (ref) => {
    const shape = engine.program.modules[ref.module].shapes[classAt(engine, ref).shape];
    for (const term of shape?.implements ?? []) {
      const type = engine.types.of(ref.module, term);
      listed(table, type).push(ref);
    }
  });
  return table;
}

function listed<Key>(table: Map<Key, ClassRef[]>, key: Key): ClassRef[] {
  const known = table.get(key) ?? [];
  table.set(key, known);
  return known;
}

function eachClass(engine: Engine, visit: (ref: ClassRef) => void): void {
  engine.program.modules.forEach((module, index) => module.classes.forEach((_, own) => visit({ module: index, class: own })));
}
