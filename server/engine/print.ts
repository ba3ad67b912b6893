/** The IR of a module as text, for people and for tests. */
import { printHeader, printTerm } from './print-types';
import { EntryKind, Flag, KIND_NAMES, Kind, LiteralKind, NONE, OPERATORS } from './ir';
import type { FunctionIR, ModuleIR } from './ir';

/** Declarations first, then one function after the other: `%ordinal = kind operands`, blocks as `b<ordinal>:`. */
export function printModule(module: ModuleIR): string {
  const lines = printHeader(module);
  module.functions.forEach((each, index) => lines.push('', printFunctionHead(module, each, index), ...printCode(module, each)));
  return lines.join('\n').trim() + '\n';
}

function printFunctionHead(module: ModuleIR, each: FunctionIR, index: number): string {
  const words = [`f${index}`, each.kind];
  if (each.name !== '') words.push(each.name);
  const parameters = each.parameters.map(({ name, term, optional, rest, personal }) => {
    const type = term === NONE ? '' : `: ${printTerm(module, term)}`;
    return `${rest ? '...' : ''}${name}${optional ? '?' : ''}${type}${printPersonal(personal)}`;
  });
  let head = words.join(' ');
  if (each.typeParameters.length > 0) head += `<${each.typeParameters.join(', ')}>`;
  if (each.kind !== 'module') head += `(${parameters.join(', ')})`;
  if (each.returns !== NONE) head += `: ${printTerm(module, each.returns)}`;
  if (each.class !== NONE) head += ` of ${module.classes[each.class].name}`;
  if (each.parent > 0) head += ` in f${each.parent}`;
  for (const property of ['async', 'generator', 'static', 'exported'] as const) if (each[property]) head += ` ${property}`;
  const marked = each.slots.filter((slot) => slot.personal !== undefined || slot.captured);
  const notes = marked.map((slot) => `${slot.name}${slot.captured ? ' captured' : ''}${printPersonal(slot.personal)}`);
  return notes.length === 0 ? head : `${head} [${notes.join(', ')}]`;
}

export function printPersonal(personal: string | null | undefined): string {
  if (personal === undefined) return '';
  return personal === null ? ' @notPersonal' : ` @personal ${personal}`.trimEnd();
}

function printCode(module: ModuleIR, each: FunctionIR): string[] {
  const lines: string[] = [];
  for (let ordinal = 0; ordinal < each.count; ordinal++) {
    const start = module.at[each.first + ordinal];
    const kind = module.code[start] & 0xff;
    const flags = (module.code[start] >>> 8) & 0xff;
    const operands = module.code.subarray(start + 1, start + 1 + (module.code[start] >>> 16));
    const text = printInstruction(module, each, kind, flags, operands);
    if (kind === Kind.Block) lines.push(`b${ordinal}:${flags & Flag.Loop ? ' loop' : ''}`);
    else lines.push(isStatement(kind) ? `  ${text}` : `  %${ordinal} = ${text}`);
  }
  return lines;
}

const isStatement = (kind: Kind): boolean =>
  [Kind.Store, Kind.Set, Kind.Jump, Kind.Branch, Kind.Return, Kind.Throw].includes(kind);

const value = (operand: number): string => (operand === NONE ? 'none' : `%${operand}`);

function printInstruction(module: ModuleIR, each: FunctionIR, kind: Kind, flags: number, operands: Int32Array): string {
  const [a, b, c] = operands;
  const name = (index: number): string => module.names[index];
  const type = (index: number): string => printTerm(module, index);
  const word = KIND_NAMES[kind];
  switch (kind) {
    case Kind.Const:
      return `const ${a === LiteralKind.String ? JSON.stringify(name(b)) : name(b)}`;
    case Kind.Global:
      if (!(flags & Flag.Import)) return `global ${name(a)}`;
      return `global ${module.imports[a].imported} from ${JSON.stringify(module.imports[a].specifier)}`;
    case Kind.This:
      return flags & Flag.Super ? 'super' : 'this';
    case Kind.Param:
      return `param ${flags & Flag.Rest ? '...' : ''}${a}${b === NONE ? '' : `: ${type(b)}`}`;
    case Kind.Load:
      return `load ${slot(module, each, a, b)}`;
    case Kind.Store:
      return `store ${slot(module, each, a, c)} ${value(b)}`;
    case Kind.Get:
      return `get ${member(module, flags, a, b)}`;
    case Kind.Set:
      return flags & Flag.Delete
        ? `delete ${member(module, flags & ~1, a, b)}`
        : `set ${member(module, flags, a, b)} = ${value(c)}`;
    case Kind.Object:
      return `object {${printEntries(module, operands).join(', ')}}`;
    case Kind.Array:
      return `array [${pairs(operands)
        .map(([spread, item]) => (spread ? '...' : '') + value(item))
        .join(', ')}]`;
    case Kind.Rest:
      if (flags & Flag.Array) return `rest ${value(a)} from ${b}`;
      return `rest ${value(a)} without ${[...operands.subarray(1)].map(name).join(', ')}`.trimEnd();
    case Kind.Call:
      return printCall(module, flags, operands);
    case Kind.Binary:
      return `binary ${value(b)} ${OPERATORS[a]} ${value(c)}`;
    case Kind.Unary:
      return `unary ${OPERATORS[a]} ${value(b)}`;
    case Kind.Template:
      return `template \`${[...operands].map((operand, index) => (index % 2 === 0 ? name(operand) : `\${${value(operand)}}`)).join('')}\``;
    case Kind.Phi:
      return `phi ${pairs(operands)
        .map(([from, item]) => `b${from} ${value(item)}`)
        .join(', ')}`;
    case Kind.Otherwise:
      return `otherwise ${value(a)} ${flags & Flag.Default ? 'default' : '??'} ${value(b)}`;
    case Kind.Closure:
      return `closure f${a} ${module.functions[a].name}${flags & Flag.Declaration ? ' declared' : ''}`
        .replace('  ', ' ')
        .trimEnd();
    case Kind.Class:
      return `class ${module.classes[a].name}${b === NONE ? '' : ` extends ${value(b)}`}`;
    case Kind.Await:
      return `${flags & Flag.Yield ? 'yield' : 'await'} ${value(a)}`;
    case Kind.Element:
      return printElement(module, operands);
    case Kind.Cast:
      return `cast ${value(a)} ${flags & Flag.Annotation ? ':' : flags & Flag.As ? 'as' : 'satisfies'} ${type(b)}`;
    case Kind.Iter:
      return `iter ${flags & Flag.In ? 'in' : flags & Flag.Await ? 'await' : 'of'} ${value(a)}`;
    case Kind.Jump:
      return `jump b${a}`;
    case Kind.Branch:
      return `branch ${a === NONE ? 'either' : value(a)} b${b} b${c}`;
    case Kind.Return:
      return a === NONE ? 'return' : `return ${value(a)}`;
    default:
      return [word, ...[...operands].map(value)].join(' ');
  }
}

/** Variables by name; by name and number where two of one function share a name. */
function slot(module: ModuleIR, each: FunctionIR, index: number, owner: number): string {
  const { slots } = owner === NONE ? each : module.functions[owner];
  const { name } = slots[index];
  const isShared = slots.some((other, position) => position !== index && other.name === name);
  return `${owner === NONE ? '' : `f${owner}.`}${name}${isShared ? `#${index}` : ''}`;
}

function member(module: ModuleIR, flags: number, object: number, key: number): string {
  const optional = flags & Flag.Optional ? '?.' : '';
  if (flags & Flag.Computed) return `${value(object)}${optional}[${value(key)}]`;
  return `${value(object)}${optional === '' ? '.' : optional}${module.names[key]}`;
}

function printEntries(module: ModuleIR, operands: Int32Array): string[] {
  const entries: string[] = [];
  for (let index = 0; index < operands.length; index += 3) {
    const [kind, key, content] = operands.subarray(index, index + 3);
    if (kind === EntryKind.Spread) entries.push(`...${value(content)}`);
    else if (kind === EntryKind.Computed) entries.push(`[${value(key)}]: ${value(content)}`);
    else entries.push(`${['', '', '', 'method ', 'get ', 'set '][kind]}${module.names[key]}: ${value(content)}`);
  }
  return entries;
}

function printCall(module: ModuleIR, flags: number, operands: Int32Array): string {
  const [callee, method, type, spread] = operands;
  const words = [flags & Flag.New ? 'new ' : 'call ', flags & Flag.Super ? 'super ' : '', value(callee)];
  if (flags & Flag.Optional) words.push('?');
  if (method !== NONE) words.push(`.${module.names[method]}`);
  if (type !== NONE) words.push(`<${printTerm(module, type)}>`);
  const list = [...operands.subarray(4)].map(
    (operand, index) => (index < 31 && (spread >>> index) & 1 ? '...' : '') + value(operand),
  );
  return `${words.join('')}(${list.join(', ')})${flags & Flag.Tagged ? ' tagged' : ''}`;
}

function printElement(module: ModuleIR, operands: Int32Array): string {
  const [name, tag, count] = operands;
  const attributes = printEntries(module, operands.subarray(3, 3 + 3 * count)).map((text) => ` ${text.replace(': ', '=')}`);
  const children = [...operands.subarray(3 + 3 * count)].map((child) => ` ${value(child)}`);
  return `element <${module.names[name]}${attributes.join('')}>${tag === NONE ? '' : ` of ${value(tag)}`}${children.join('')}`;
}

function pairs(operands: Int32Array): [number, number][] {
  const found: [number, number][] = [];
  for (let index = 0; index < operands.length; index += 2) found.push([operands[index], operands[index + 1]]);
  return found;
}
