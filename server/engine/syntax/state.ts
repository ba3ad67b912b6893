/** The state of lowering one module. One scratch object serves all files, one after the other. */
import type { ts } from '@ts-morph/common';
import type { ClassIR, CommentIR, ExportIR, FunctionIR, ImportIR, ShapeIR } from '../ir';
import type { Frame } from './frames';
import type { Scope } from './scopes';

/** A function, or the field initialisers of a class, that waits to be lowered. */
export interface Pending {
  index: number;
  /** Scope that the function sees around it; undefined for a script of a page, which sees none of its file. */
  scope: Scope | undefined;
  node: ts.Node;
  /** Fields and static blocks to run, for initialiser functions. */
  members: ts.ClassElement[] | undefined;
  /** Import whose module the first parameter is, or NONE. */
  module: number;
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
  labelBlock: Int32Array;
  labelEdges: Int32Array;
  labelCount: number;
  /** Word offsets at which a label stands that becomes a block when the function ends. */
  fixups: Int32Array;
  fixupCount: number;
  frames: Frame[];
  /** Labels of the statement about to be lowered. */
  pendingLabels: string[];
  /** Operands of the instructions being built. */
  stack: Int32Array;
  top: number;
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
  /** Start, end pairs: where `export let` declares what a component is given. */
  inputs: number[];
  hasVar: boolean;
  hasPersonal: boolean;
  moduleScope: Scope;
  /** Function that owns the binding `resolve` found last. */
  owner: number;
}

const emptyScope: Scope = { parent: undefined, function: 0, names: new Map() };

export const scratch: Lowering = {
  text: '',
  code: new Int32Array(1 << 14),
  size: 0,
  at: new Int32Array(1 << 12),
  places: new Int32Array(1 << 13),
  count: 0,
  first: 0,
  origin: 0,
  function: 0,
  scope: emptyScope,
  block: 0,
  open: false,
  labelBlock: new Int32Array(256),
  labelEdges: new Int32Array(256),
  labelCount: 0,
  fixups: new Int32Array(512),
  fixupCount: 0,
  frames: [],
  pendingLabels: [],
  stack: new Int32Array(1024),
  top: 0,
  depth: 0,
  names: [],
  nameIndex: new Map(),
  terms: new Int32Array(1 << 10),
  termsSize: 0,
  termStart: new Int32Array(1 << 9),
  termCount: 0,
  plainTerms: new Map(),
  functions: [],
  pending: [],
  slotTerms: [],
  slotFunctions: new Map(),
  shapes: [],
  shapePrefix: '',
  classes: [],
  imports: [],
  exports: [],
  comments: [],
  opaque: 0,
  inputs: [],
  hasVar: true,
  hasPersonal: false,
  moduleScope: emptyScope,
  owner: 0,
};

export function reset(l: Lowering, text: string): void {
  l.text = text;
  l.size = l.count = l.first = l.origin = l.function = l.block = l.depth = l.termsSize = l.termCount = l.opaque = l.owner = 0;
  l.open = false;
  l.labelCount = l.fixupCount = l.top = 0;
  l.frames = [];
  l.pendingLabels = [];
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
  l.inputs = [];
  l.hasVar = hasVar(text);
  l.hasPersonal = text.includes('@personal') || text.includes('@notPersonal');
  l.scope = l.moduleScope = { parent: undefined, function: 0, names: new Map() };
}

/** Whether the keyword may occur: most files have no `var` but many a `variant`. */
function hasVar(text: string): boolean {
  for (let offset = text.indexOf('var'); offset !== -1; offset = text.indexOf('var', offset + 3)) {
    if (!isWordUnit(text.charCodeAt(offset - 1)) && !isWordUnit(text.charCodeAt(offset + 3))) return true;
  }
  return false;
}

const isWordUnit = (unit: number): boolean =>
  (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57) || unit === 95 || unit === 36;
