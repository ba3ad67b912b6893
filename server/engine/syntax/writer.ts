/** The state of lowering one module and the words it writes. One scratch object serves all files, one after the other. */
import type { ts } from '@ts-morph/common';
import { Kind, NONE } from '../ir';
import type { ClassIR, CommentIR, ExportIR, FunctionIR, ImportIR, ShapeIR } from '../ir';
import type { Frame } from './frames';
import type { Scope } from './scopes';

/** A function, or the field initialisers of a class, that waits to be lowered. */
export interface Pending {
  index: number;
  scope: Scope;
  node: ts.Node;
  /** Fields and static blocks to run, for initialiser functions. */
  members: ts.ClassElement[] | undefined;
}

export interface Lowering {
  text: string;
  code: Int32Array;
  size: number;
  at: Int32Array;
  places: Int32Array;
  count: number;
  /** Module-wide ordinal and text offset at which the current function starts. */
  first: number;
  origin: number;
  function: number;
  scope: Scope;
  /** Current block, relative; meaningless unless open. */
  block: number;
  open: boolean;
  /** Per label of the current function: its block, how many edges lead to it. */
  labelBlock: number[];
  labelEdges: number[];
  /** Word offsets at which a label stands that becomes a block when the function ends. */
  fixups: number[];
  frames: Frame[];
  /** Labels of the statement about to be lowered. */
  pendingLabels: string[];
  /** Operands of the instructions being built. */
  stack: number[];
  depth: number;
  names: string[];
  nameIndex: Map<string, number>;
  terms: Int32Array;
  termsSize: number;
  termStart: Int32Array;
  termCount: number;
  /** Terms of plain names, which are written once: by name index. */
  plainTerms: Map<number, number>;
  functions: FunctionIR[];
  pending: Pending[];
  /** Annotation per function and slot, so that later assignments are cast too. */
  slotTerms: Map<number, number>[];
  /** Function that a slot of the module was declared with, for `exported`. */
  slotFunctions: Map<number, number>;
  shapes: ShapeIR[];
  /** 'A.B.' inside namespaces. */
  shapePrefix: string;
  classes: ClassIR[];
  imports: ImportIR[];
  exports: ExportIR[];
  comments: CommentIR[];
  opaque: number;
  hasVar: boolean;
  hasPersonal: boolean;
  moduleScope: Scope;
  /** Function that owns the binding `resolve` found last. */
  owner: number;
}

const emptyScope: Scope = { parent: undefined, function: 0, names: new Map() };

export const scratch: Lowering = {
  text: '', code: new Int32Array(1 << 14), size: 0, at: new Int32Array(1 << 12), places: new Int32Array(1 << 13), count: 0,
  first: 0, origin: 0, function: 0, scope: emptyScope, block: 0, open: false, labelBlock: [], labelEdges: [], fixups: [],
  frames: [], pendingLabels: [], stack: [], depth: 0, names: [], nameIndex: new Map(), terms: new Int32Array(1 << 10),
  termsSize: 0, termStart: new Int32Array(1 << 9), termCount: 0, plainTerms: new Map(), functions: [], pending: [],
  slotTerms: [], slotFunctions: new Map(), shapes: [], shapePrefix: '', classes: [], imports: [], exports: [], comments: [],
  opaque: 0, hasVar: true, hasPersonal: false, moduleScope: emptyScope, owner: 0,
};

export function reset(l: Lowering, text: string): void {
  l.text = text;
  l.size = l.count = l.first = l.origin = l.function = l.block = l.depth = l.termsSize = l.termCount = l.opaque = l.owner = 0;
  l.open = false;
  l.labelBlock.length = l.labelEdges.length = l.fixups.length = l.frames.length = l.pendingLabels.length = l.stack.length = 0;
  l.names = [];
  l.nameIndex = new Map();
  l.plainTerms = new Map();
  l.functions = [];
  l.pending = [];
  l.slotTerms = [];
  l.slotFunctions = new Map();
  l.shapes = [];
  l.shapePrefix = '';
  l.classes = [];
  l.imports = [];
  l.exports = [];
  l.comments = [];
  l.hasVar = text.includes('var');
  l.hasPersonal = text.includes('@personal') || text.includes('@notPersonal');
  l.scope = l.moduleScope = { parent: undefined, function: 0, names: new Map() };
}

export function nameOf(l: Lowering, text: string): number {
  const known = l.nameIndex.get(text);
  if (known !== undefined) return known;
  const index = l.names.length;
  l.names.push(text);
  l.nameIndex.set(text, index);
  return index;
}

/** Reserves an instruction and returns the word offset of its operands. */
export function reserve(l: Lowering, kind: Kind, flags: number, operands: number, start: number, end: number): number {
  const offset = l.size;
  const { count } = l;
  if (offset + operands + 1 > l.code.length) l.code = larger(l.code, offset + operands + 1);
  if (count + 2 > l.at.length) {
    l.at = larger(l.at, count + 2);
    l.places = larger(l.places, 2 * count + 2);
  }
  l.code[offset] = kind | (flags << 8) | (operands << 16);
  l.at[count] = offset;
  l.places[2 * count] = start - l.origin;
  l.places[2 * count + 1] = end - l.origin;
  l.size = offset + 1 + operands;
  l.count = count + 1;
  return offset + 1;
}

export function larger(words: Int32Array, needed: number): Int32Array {
  const grown = new Int32Array(Math.max(needed, words.length * 2));
  grown.set(words);
  return grown;
}

/** Value of the instruction reserved last. */
export const lastValue = (l: Lowering): number => l.count - 1 - l.first;

export function emit0(l: Lowering, kind: Kind, flags: number, start: number, end: number): number {
  reserve(l, kind, flags, 0, start, end);
  return l.count - 1 - l.first;
}

export function emit1(l: Lowering, kind: Kind, flags: number, a: number, start: number, end: number): number {
  const offset = reserve(l, kind, flags, 1, start, end);
  l.code[offset] = a;
  return l.count - 1 - l.first;
}

export function emit2(l: Lowering, kind: Kind, flags: number, a: number, b: number, start: number, end: number): number {
  const offset = reserve(l, kind, flags, 2, start, end);
  l.code[offset] = a;
  l.code[offset + 1] = b;
  return l.count - 1 - l.first;
}

export function emit3(l: Lowering, kind: Kind, flags: number, a: number, b: number, c: number, start: number, end: number): number {
  const offset = reserve(l, kind, flags, 3, start, end);
  l.code[offset] = a;
  l.code[offset + 1] = b;
  l.code[offset + 2] = c;
  return l.count - 1 - l.first;
}

/** Operand count has 16 bits; a reader may take them as signed. */
const MOST_OPERANDS = 32_000;

/** Emits an instruction whose operands are the stack from `base` on, and pops them. */
export function emitStack(l: Lowering, kind: Kind, flags: number, base: number, start: number, end: number): number {
  const { stack } = l;
  const operands = stack.length - base;
  const offset = reserve(l, kind, flags, operands, start, end);
  for (let index = 0; index < operands; index++) l.code[offset + index] = stack[base + index];
  stack.length = base;
  return l.count - 1 - l.first;
}

/**
 * Keeps a list on the stack (entries of `width` operands from `base` on, the value last) within what one instruction
 * can hold: the values of the rest become one opaque value, in an entry that begins with `lead`.
 */
export function foldLongList(l: Lowering, base: number, width: number, lead: number[]): void {
  const { stack } = l;
  while (stack.length - base > MOST_OPERANDS) {
    const from = base + (Math.ceil((stack.length - base) / width) - Math.floor(MOST_OPERANDS / (2 * width))) * width;
    const keep = Math.max(base, from);
    const values: number[] = [];
    for (let index = keep + width - 1; index < stack.length; index += width) if (stack[index] !== NONE) values.push(stack[index]);
    stack.length = keep;
    const top = stack.length;
    for (const value of values) stack.push(value);
    l.opaque++;
    const opaque = emitStack(l, Kind.Opaque, 0, top, l.origin, l.origin);
    for (const word of lead) stack.push(word);
    stack.push(opaque);
  }
}
