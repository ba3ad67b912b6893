/**
 * The vocabulary of the intermediate representation (IR).
 *
 * A module is lowered once into flat arrays; the syntax tree is dropped at once. Nothing in here
 * knows a syntax node, a line number, an editor or the disk. Offsets are UTF-16 code units of the
 * module's text (what `String.prototype.slice` takes).
 *
 * Layout of one instruction in `code`:  `kind | flags << 8 | operandCount << 16`, then the operands.
 * An operand is one of
 *  - a value: ordinal of an instruction, relative to the first instruction of its function
 *    (`NONE` = absent). A value is always defined by exactly one instruction;
 *  - a name: index into `module.names`;
 *  - a term: index into `module.terms` (type as written), or `NONE`;
 *  - a slot: index of a variable of a function, see `FunctionIR.slots`;
 *  - a function: index into `module.functions`;
 *  - a block: ordinal (relative, like a value) of a `block` instruction.
 * `code` holds no offset, so a function's words survive every edit that only moves it.
 */

export const NONE = -1;

/** The 28 instruction kinds. Operands in the order given; `[x y]*` repeats. */
export enum Kind {
  /** literal: LiteralKind, text: name. The text is the cooked value (`'a'` → a; numbers as JS prints them). */
  Const,
  /** An identifier bound nowhere in the module: name. With Flag.Import: index into `module.imports`. */
  Global,
  /** `this`; with Flag.Super `super`. No operand. */
  This,
  /** index, term (annotation of the parameter as a whole or NONE); Flag.Rest. One per parameter, in entry order. */
  Param,
  /** slot, owner function (NONE = this function). */
  Load,
  /** slot, value, owner function (NONE = this function). Not a value itself. */
  Store,
  /** object, name — or with Flag.Computed: object, key value. Flag.Optional for `?.`. */
  Get,
  /** object, name, value — or with Flag.Computed: object, key value, value. Flag.Delete: value is NONE. */
  Set,
  /** [entryKind, key, value]*: EntryKind.Static: key = name · Computed: key = value · Spread: key = NONE · Getter/Method like Static. */
  Object,
  /** [spread 0|1, value]*; a hole is NONE. */
  Array,
  /** value, name*: the value minus those names (object rest). With Flag.Array: value, start index (array rest). */
  Rest,
  /**
   * callee, method name, first type argument term, spread mask, argument*.
   * `f(a)`: callee = value of f, method = NONE. `o.m(a)`: callee = value of o, method = name of m.
   * `o[k](a)`: callee = a computed Get, method = NONE. Flags: New, Optional, Tagged (arguments: the
   * Template, then its values), Super (`super(…)`: callee = This|Super). Spread mask: bit i set when argument i is `...x`.
   */
  Call,
  /** operator: index into OPERATORS, left, right. (`&&`, `||`, `??` never appear: they are Phi or Otherwise.) */
  Binary,
  /** operator: index into OPERATORS, value. `x++` is Binary + Store. */
  Unary,
  /** [text: name, value]* text: name — texts and values alternate, beginning and ending with a text. */
  Template,
  /**
   * [predecessor block, value]*: value of a conditional expression (`?:`, `||`, `&&`, `??` with a call on its right).
   * `a && b`: the operand of the short-circuit side is a Const (falsy) because only falsy content passes.
   * `a || b`: the operand of the short-circuit side is `a` itself.
   */
  Phi,
  /** value, default value. Flag.Default when it is a default of a parameter or pattern, else it is `??`. */
  Otherwise,
  /** function index. Flag.Declaration for a hoisted function declaration. */
  Closure,
  /** index into module.classes, heritage value or NONE. */
  Class,
  /** value; Flag.Yield for `yield` (value may be NONE). */
  Await,
  /**
   * tag name, tag value, attribute count, [attributeKind: EntryKind, name, value]*, child value*.
   * Intrinsic `<a>`: tag name set, tag value NONE. `<Foo.Bar>`: name = "Foo.Bar", value = its value. Fragment: name = "".
   * An attribute without a value is Const true; a spread attribute has EntryKind.Spread. Text children are Const.
   */
  Element,
  /** value, term. Flag.Annotation (`const x: T = v`), Flag.As (`as T`, `<T>v`), Flag.Satisfies; non-null `!` is dropped. */
  Cast,
  /** container; one element of it. Flag.In for `for…in` keys, Flag.Await for `for await`. */
  Iter,
  /** What a `catch` clause receives. No operand. */
  Catch,
  /** First instruction of a basic block; Flag.Loop when a back edge enters it. No operand. Instruction 0 of a function is its entry block. */
  Block,
  /** target block. */
  Jump,
  /** condition, block when truthy, block when falsy. */
  Branch,
  /** value or NONE. Ends a block. */
  Return,
  /** value. Ends a block. */
  Throw,
  /** An expression the lowering gave up on (depth, unknown syntax): value* that may reach it. Counted in `stats.opaque`. */
  Opaque,
}

export const KIND_NAMES = [
  'const',
  'global',
  'this',
  'param',
  'load',
  'store',
  'get',
  'set',
  'object',
  'array',
  'rest',
  'call',
  'binary',
  'unary',
  'template',
  'phi',
  'otherwise',
  'closure',
  'class',
  'await',
  'element',
  'cast',
  'iter',
  'catch',
  'block',
  'jump',
  'branch',
  'return',
  'throw',
  'opaque',
] as const;

/** Flags are eight bits; several kinds share a bit, never on the same kind. */
export const Flag = {
  Import: 1,
  Super: 2,
  Rest: 1,
  Optional: 1,
  Computed: 2,
  Delete: 4,
  Array: 1,
  New: 4,
  Tagged: 8,
  Default: 1,
  Declaration: 1,
  Yield: 1,
  Annotation: 1,
  As: 2,
  Satisfies: 4,
  In: 1,
  Await: 2,
  Loop: 1,
} as const;

export enum LiteralKind {
  Undefined,
  Null,
  Boolean,
  Number,
  String,
  Regexp,
  BigInt,
}
export enum EntryKind {
  Static,
  Computed,
  Spread,
  Method,
  Getter,
  Setter,
}

/** Operators by index; comparison operators come first, see `isComparison`. */
export const OPERATORS = [
  '===',
  '!==',
  '==',
  '!=',
  '<',
  '>',
  '<=',
  '>=',
  'in',
  'instanceof',
  '+',
  '-',
  '*',
  '/',
  '%',
  '**',
  '&',
  '|',
  '^',
  '<<',
  '>>',
  '>>>',
  ',',
  '!',
  'typeof',
  'void',
  'delete',
  '~',
] as const;
export const isComparison = (operator: number): boolean => operator < 10;

/** Kinds of type terms. A term is `[kind, ...operands]` in `module.terms`, addressed through `module.termStart`. */
export enum Term {
  /** name: string, number, boolean, bigint, symbol, any, unknown, never, void, null, undefined, object, this. */
  Primitive,
  /** name (dotted for qualified names), term*: a reference with its type arguments. Array<T>, Promise<T>, Pick<…> are references too. */
  Reference,
  /** element term. */
  Array,
  /** term*. */
  Tuple,
  Union,
  Intersection,
  /** LiteralKind, text: name. */
  Literal,
  /** shape index: an inline `{ a: string }`. */
  Object,
  /** return term or NONE, parameter term*. */
  Function,
  /** value name (dotted): `typeof schema`. */
  TypeofValue,
  /** term. */
  Keyof,
  /** object term, key term. */
  Indexed,
  /** key constraint term, value term or NONE. */
  Mapped,
  /** term*: the branches of a conditional type. */
  Conditional,
  /** `x is T`, template-literal types, infer, import types and whatever else is not understood. */
  Opaque,
}

/** A declared type: interface, alias, class, enum or inline object type. Terms index `module.terms`. */
export interface ShapeIR {
  kind: 'interface' | 'alias' | 'class' | 'enum' | 'inline';
  /** '' for an inline object type. */
  name: string;
  typeParameters: string[];
  /** Terms of `extends` (interfaces: all, classes: the one). */
  extends: number[];
  implements: number[];
  /** The aliased term of `type X = …`, else NONE. */
  alias: number;
  members: MemberIR[];
  /** Term of an index signature's value (`[key: string]: T`), else NONE. */
  index: number;
  /** Offsets of the declared name. */
  start: number;
  end: number;
  /** Index into `classes` for kind `class`, else NONE. */
  class: number;
}

export interface MemberIR {
  name: string;
  /** Term as written, or NONE. A method's term is Term.Function. */
  term: number;
  optional: boolean;
  static: boolean;
  method: boolean;
  /** `@personal <category>` → category id (or '' when none is given), `@notPersonal` → null, nothing → undefined. */
  personal?: string | null;
  /** Text of an enum member's literal initialiser. */
  value?: string;
  start: number;
  end: number;
}

export interface ClassIR {
  name: string;
  shape: number;
  /** Function index of the constructor or NONE. Parameter properties appear in `shape` as members and as `set this.x` in its body. */
  constructor_: number;
  /** Function that runs the instance field initialisers (`set this.field`), or NONE. */
  initializer: number;
  /** Function that runs static fields and blocks (`this` = the class), or NONE. */
  staticInitializer: number;
  methods: { name: string; function: number; static: boolean; accessor: '' | 'get' | 'set' }[];
  /** Decorators of the class and its members: `value` is relative to the function that contains the class. */
  decorators: { member: string | null; parameter: number; value: number }[];
}

export interface FunctionIR {
  /** '' for an anonymous function that is not given a name by its place (`const f = () => …` is named f; a property's function by its key). */
  name: string;
  /** Function index of the enclosing function; NONE for the module function, which is index 0. */
  parent: number;
  /** Class whose member this is, or NONE. */
  class: number;
  kind: 'module' | 'function' | 'arrow' | 'method' | 'constructor' | 'getter' | 'setter' | 'initializer';
  async: boolean;
  generator: boolean;
  static: boolean;
  exported: boolean;
  /** First instruction (module-wide ordinal) and number of instructions. */
  first: number;
  count: number;
  /** Offset in the text at which the function starts; its places are relative to it. */
  start: number;
  end: number;
  parameters: { name: string; term: number; optional: boolean; rest: boolean; personal?: string | null }[];
  /** Return type term or NONE. */
  returns: number;
  typeParameters: string[];
  slots: SlotIR[];
}

export interface SlotIR {
  name: string;
  kind: 'param' | 'var' | 'let' | 'const' | 'function' | 'class' | 'catch' | 'synthetic';
  /** Written or read by a nested function. */
  captured: boolean;
  /** `@personal` / `@notPersonal` in the comment before its declaration, as in MemberIR. */
  personal?: string | null;
}

export interface ImportIR {
  specifier: string;
  /** 'default', '*' (namespace, `require()`, `import()`), or the exported name. */
  imported: string;
  local: string;
  typeOnly: boolean;
  /** Side-effect import, `import('x')` and require() also appear; `dynamic` marks import() and require(). */
  dynamic: boolean;
}

/**
 * One exported name. Exactly one of these holds:
 *  slot ≥ 0 — the value of that slot of function 0 (also for `export default <expr>`, whose slot is synthetic, named "default");
 *  shape ≥ 0 (slot may be set too, for classes and enums) — a declared type;
 *  specifier !== '' — a re-export of `imported` ('*' with name '*' is `export * from`).
 * `module.exports = v` has name '=' ; `exports.x = v` and `module.exports.x = v` have name x.
 */
export interface ExportIR {
  name: string;
  slot: number;
  shape: number;
  specifier: string;
  imported: string;
}

/** A comment that speaks to us: one of our directives, with its place. The text is without comment marks. */
export interface CommentIR {
  text: string;
  start: number;
  end: number;
  /** Only for a line comment: true when code stands before it on its line. */
  trailing: boolean;
}

export interface ModuleIR {
  path: string;
  /** Hash of the text (`textHash`), the cache key. */
  hash: string;
  code: Int32Array;
  /** Word offset of each instruction in `code`, module-wide ordinal; one more entry for the end. */
  at: Int32Array;
  /** start, end of each instruction, relative to its function's start; two entries per instruction. */
  places: Int32Array;
  names: string[];
  terms: Int32Array;
  termStart: Int32Array;
  functions: FunctionIR[];
  shapes: ShapeIR[];
  classes: ClassIR[];
  imports: ImportIR[];
  exports: ExportIR[];
  comments: CommentIR[];
  stats: {
    lines: number;
    bytes: number;
    syntaxErrors: number;
    opaque: number;
    /** Offset of what is nested too deep to be parsed and was left out; NONE when nothing of the file is left. */
    tooDeep?: number;
  };
}
