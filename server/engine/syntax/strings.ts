/**
 * What of a module outlives its lowering holds on to nothing else. The parser's texts are windows into the source: one
 * long name would keep a whole file in memory. Equal names of all files are one string, so that tables of names find them
 * by identity; lists keep no room to grow.
 */
import type { FunctionIR, ModuleIR, ShapeIR } from '../ir';

/** Enough for the names of a few million lines; a process that sees more begins again. */
const MOST = 1 << 19;
/** Longer ones are texts, which hardly repeat. */
const LONGEST = 48;

const known = new Map<string, string>();

/** The same text, apart from the source it was cut out of. */
function own(text: string): string {
  if (text.length > LONGEST) return apart(text);
  const found = known.get(text);
  if (found !== undefined) return found;
  if (known.size >= MOST) known.clear();
  const made = apart(text);
  known.set(made, made);
  return made;
}

/** V8 copies texts of up to 12 units when it cuts them out, and keeps longer ones as windows. */
const apart = (text: string): string => (text.length < 13 ? text : (' ' + text).slice(1));

export function settle(module: ModuleIR): ModuleIR {
  module.names = module.names.map(own);
  for (const entry of module.functions) settleFunction(entry);
  for (const shape of module.shapes) settleShape(shape);
  for (const declared of module.classes) {
    declared.name = own(declared.name);
    declared.methods = declared.methods.slice();
    for (const method of declared.methods) method.name = own(method.name);
    for (const decorator of declared.decorators) if (decorator.member !== null) decorator.member = own(decorator.member);
  }
  for (const entry of module.imports) {
    entry.specifier = own(entry.specifier);
    entry.imported = own(entry.imported);
    entry.local = own(entry.local);
  }
  for (const entry of module.exports) {
    entry.name = own(entry.name);
    entry.specifier = own(entry.specifier);
    entry.imported = own(entry.imported);
  }
  for (const comment of module.comments) comment.text = apart(comment.text);
  return module;
}

const NO_PARAMETERS: FunctionIR['parameters'] = [];
const NO_SLOTS: FunctionIR['slots'] = [];
const NO_NAMES: string[] = [];

function settleFunction(entry: FunctionIR): void {
  entry.name = own(entry.name);
  entry.parameters = entry.parameters.length === 0 ? NO_PARAMETERS : entry.parameters.slice();
  entry.slots = entry.slots.length === 0 ? NO_SLOTS : entry.slots.slice();
  entry.typeParameters = namesOf(entry.typeParameters);
  for (const parameter of entry.parameters) {
    parameter.name = own(parameter.name);
    if (parameter.personal) parameter.personal = own(parameter.personal);
  }
  for (const slot of entry.slots) {
    slot.name = own(slot.name);
    if (slot.personal) slot.personal = own(slot.personal);
  }
}

function settleShape(shape: ShapeIR): void {
  shape.name = own(shape.name);
  shape.typeParameters = namesOf(shape.typeParameters);
  shape.members = shape.members.slice();
  for (const member of shape.members) {
    member.name = own(member.name);
    if (member.personal) member.personal = own(member.personal);
    if (member.value !== undefined) member.value = own(member.value);
  }
}

const namesOf = (names: string[]): string[] => (names.length === 0 ? NO_NAMES : names.map(own));
