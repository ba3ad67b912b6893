/** Scopes and slots: which variable an identifier means. */
import { Flag, Kind, NONE } from '../ir';
import type { SlotIR } from '../ir';
import { emit1, emit2, emit3, nameOf } from './writer';
import type { Lowering } from './state';

export interface Scope {
  parent: Scope | undefined;
  /** Function that owns the slots of this scope. */
  function: number;
  /** Slot, or the complement (`~index`) of an import. */
  names: Map<string, number> | undefined;
}

/** No binding of that name in the module. */
export const UNBOUND = 0x7fffffff;

export const childScope = (l: Lowering): Scope => ({ parent: l.scope, function: l.function, names: undefined });

export function addSlot(l: Lowering, name: string, kind: SlotIR['kind'], personal?: string | null): number {
  const { slots } = l.functions[l.function];
  const slot: SlotIR = { name, kind, captured: false };
  if (personal !== undefined) slot.personal = personal;
  return slots.push(slot) - 1;
}

/** Declares a name in the current scope; a second declaration there means the same slot. */
export function declare(l: Lowering, name: string, kind: SlotIR['kind'], personal?: string | null): number {
  const names = (l.scope.names ??= new Map());
  const known = names.get(name);
  if (known !== undefined && known >= 0) return known;
  const slot = addSlot(l, name, kind, personal);
  names.set(name, slot);
  return slot;
}

/** Binding of a name; `l.owner` is then the function that owns the slot. */
export function resolve(l: Lowering, name: string): number {
  let scope: Scope | undefined = l.scope;
  while (scope) {
    if (scope.names !== undefined) {
      const binding = scope.names.get(name);
      if (binding !== undefined) {
        l.owner = scope.function;
        return binding;
      }
    }
    scope = scope.parent;
  }
  return UNBOUND;
}

/** Value of a name. */
export function load(l: Lowering, name: string, start: number, end: number): number {
  const binding = resolve(l, name);
  if (binding === UNBOUND) return emit1(l, Kind.Global, 0, nameOf(l, name), start, end);
  if (binding < 0) return emit1(l, Kind.Global, Flag.Import, ~binding, start, end);
  return emit2(l, Kind.Load, 0, binding, ownerOperand(l, binding), start, end);
}

/** Assigns to a name that is in scope, or to a property of the global object. */
export function store(l: Lowering, name: string, value: number, start: number, end: number): void {
  const binding = resolve(l, name);
  if (binding >= 0 && binding !== UNBOUND) {
    const owner = ownerOperand(l, binding);
    const term = l.slotTerms[l.owner]?.get(binding);
    const stored = term === undefined ? value : emit2(l, Kind.Cast, Flag.Annotation, value, term, start, end);
    emit3(l, Kind.Store, 0, binding, stored, owner, start, end);
    return;
  }
  const object = emit1(l, Kind.Global, 0, nameOf(l, 'globalThis'), start, end);
  emit3(l, Kind.Set, 0, object, nameOf(l, name), value, start, end);
}

function ownerOperand(l: Lowering, slot: number): number {
  if (l.owner === l.function) return NONE;
  l.functions[l.owner].slots[slot].captured = true;
  return l.owner;
}

/** Remembers the annotation of a variable that may be assigned again. */
export function annotateSlot(l: Lowering, slot: number, term: number): void {
  (l.slotTerms[l.function] ??= new Map()).set(slot, term);
}
