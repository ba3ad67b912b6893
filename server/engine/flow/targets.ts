/** Who is called: functions of the project, members of libraries. */
import { Flag, Kind, NONE, type ModuleIR } from '../ir';
import { kindAt, operandAt, readerOf } from '../link/reader';
import { memberOfLibrary, typeOf, type LibraryValue } from '../match';
import { isOfFunction } from './borrowed';
import { constructorOf, methodsOf } from './classes';
import type { Engine } from './frame';
import { libraryOfType, read } from './read';
import { EMPTY, type Denoted, type Value } from './values';
import type { CallSite } from './call-site';

/** What a query gives is a list as well: `(await db.select().from(members)).map(…)`. */
export const isOfRows = ({ callee, name }: CallSite): boolean =>
  name !== '' &&
  callee.fields?.has('[]') === true &&
  callee.targets.every((target) => target.kind !== 'library' || memberOfLibrary(target.value, name) === null);

export type FunctionTarget = Extract<Denoted, { kind: 'function' }>;

/** Project functions that a call may run. */
export function functionTargets(engine: Engine, call: CallSite): FunctionTarget[] {
  const { callee, name, flags } = call;
  const isFunction = (target: Denoted): target is FunctionTarget => target.kind === 'function';
  if (name === '') {
    const own = callee.targets.filter(isFunction);
    if (own.length > 0) return own;
    if (call.words === 'super')
      return callee.type.kind === 'object' && callee.type.class ? constructorOf(engine, callee.type.class) : [];
    return callee.targets.flatMap((target) =>
      target.kind === 'class' && flags & Flag.New ? constructorOf(engine, target.ref) : [],
    );
  }
  if (isOfFunction(call)) return callee.targets.filter(isFunction);
  const field = callee.fields?.get(name)?.targets.filter(isFunction) ?? [];
  if (field.length > 0) return field;
  const member = callee.targets.some((target) => target.kind === 'namespace' || target.kind === 'class')
    ? read(engine, callee, name, call.site).targets.filter(isFunction)
    : [];
  if (member.length > 0) return member;
  const methods = methodsOf(engine, callee, name);
  if (methods.length > 0) return methods;
  if (callee.type.kind === 'object' && callee.type.class) return read(engine, callee, name, call.site).targets.filter(isFunction);
  return callee === EMPTY ? methodBeside(engine, call) : [];
}

/** `this.total()` in a component or an object that a module writes out: the only method of that name beside the one that calls. */
function methodBeside({ program }: Engine, { name, site }: CallSite): FunctionTarget[] {
  const module = program.moduleOf[site.fn];
  const ir = program.modules[module];
  const base = program.base[module];
  const reader = readerOf(ir, site.fn - base);
  if (kindAt(reader, operandAt(reader, site.ordinal, 0)) !== Kind.This) return [];
  let own = site.fn - base;
  while (ir.functions[own].kind === 'arrow') own = ir.functions[own].parent;
  const found = isWrittenOut(ir, own) ? writtenOut(ir).get(name) : undefined;
  return found === undefined ? [] : [{ kind: 'function', fn: base + found, frame: null, self: null, bindings: null, bound: [] }];
}

const isWrittenOut = ({ functions }: ModuleIR, index: number): boolean =>
  functions[index].kind === 'method' && functions[index].class === NONE && functions[index].parent === 0;

const methods = new WeakMap<ModuleIR, ReadonlyMap<string, number | undefined>>();

/** Methods of objects at the top of a module, by their names; of several of one name nobody knows which. */
function writtenOut(ir: ModuleIR): ReadonlyMap<string, number | undefined> {
  const known = methods.get(ir);
  if (known) return known;
  const out = new Map<string, number | undefined>();
  ir.functions.forEach(({ name }, index) => {
    if (isWrittenOut(ir, index)) out.set(name, out.has(name) ? undefined : index);
  });
  methods.set(ir, out);
  return out;
}

/** `ctx.db.select().from(users)`: what is called is known by what it is given. */
function takenBy({ name, args }: CallSite): LibraryValue | null {
  for (const target of args[0]?.targets ?? []) {
    const type = target.kind === 'library' ? typeOf(target.value)?.takenBy?.[name] : undefined;
    if (target.kind === 'library' && type !== undefined)
      return { model: target.value.model, type, words: name, site: null, ambient: target.value.ambient };
  }
  return null;
}

/** Library values a call goes to: known ones, or by the name of a receiver whose declaration we cannot see. */
export function libraryTargets(call: CallSite, engine: Engine): { value: LibraryValue; bound?: readonly Value[] }[] {
  const known = call.callee.targets.filter((target) => target.kind === 'library');
  if (known.length > 0) return known;
  const { callee } = call;
  const inherited = callee.type.kind === 'object' && callee.type.class ? libraryOfType(engine, callee.type) : null;
  if (inherited) return [{ value: inherited }];
  const taking = takenBy(call);
  if (taking) return [{ value: taking }];
  if (callee.inert || callee.fields || callee.hint === '') return [];
  const blank = /^(unknown|named|library|object)$/.test(callee.type.kind);
  const annotated = callee.type.kind === 'object' ? null : libraryOfType(engine, callee.type);
  if (annotated) return [{ value: annotated }];
  const ambient = blank ? engine.matcher.ambient(callee.hint) : null;
  if (!ambient) return [];
  if (call.name === '') return typeOf(ambient)?.call ? [{ value: ambient }] : [];
  return memberOfLibrary(ambient, call.name) ? [{ value: ambient }] : [];
}
