/** Types, declarations, imports and exports of a module as text. */
import { LiteralKind, NONE, Term } from './ir';
import type { MemberIR, ModuleIR, ShapeIR } from './ir';
import { printPersonal } from './print';

export function printHeader(module: ModuleIR): string[] {
  const lines: string[] = [];
  for (const { specifier, imported, local, typeOnly, dynamic } of module.imports) {
    const words = ['import', typeOnly ? 'type' : '', dynamic ? 'dynamic' : '', imported, local === '' ? '' : `as ${local}`];
    lines.push(
      `${words.filter((word) => word !== '').join(' ')} from ${JSON.stringify(specifier)}`.replace('import from', 'import'),
    );
  }
  for (const { name, slot, shape, specifier, imported } of module.exports) {
    const parts = [];
    if (slot !== NONE) parts.push(`slot ${module.functions[0].slots[slot].name}`);
    if (shape !== NONE) parts.push(`shape ${module.shapes[shape].name}`);
    if (specifier !== '') parts.push(`${imported} from ${JSON.stringify(specifier)}`);
    lines.push(`export ${name} = ${parts.join(', ')}`);
  }
  for (const shape of module.shapes) if (shape.kind !== 'inline') lines.push(printShape(module, shape));
  for (const each of module.classes) {
    const parts = each.methods.map((method) =>
      [
        method.static ? 'static ' : '',
        method.accessor === '' ? '' : `${method.accessor} `,
        `${method.name}=f${method.function}`,
      ].join(''),
    );
    if (each.constructor_ !== NONE) parts.unshift(`constructor=f${each.constructor_}`);
    if (each.initializer !== NONE) parts.push(`fields=f${each.initializer}`);
    if (each.staticInitializer !== NONE) parts.push(`static fields=f${each.staticInitializer}`);
    for (const { member, parameter, value } of each.decorators) {
      parts.push(`@%${value} on ${member ?? 'class'}${parameter === NONE ? '' : ` ${parameter}`}`);
    }
    lines.push(`members of ${each.name}: ${parts.join(', ')}`.trimEnd());
  }
  for (const { text, trailing } of module.comments) lines.push(`comment ${JSON.stringify(text)}${trailing ? ' trailing' : ''}`);
  return lines;
}

function printShape(module: ModuleIR, shape: ShapeIR): string {
  let head = `${shape.kind} ${shape.name}`;
  if (shape.typeParameters.length > 0) head += `<${shape.typeParameters.join(', ')}>`;
  if (shape.kind === 'alias') return `${head} = ${printTerm(module, shape.alias)}`;
  const types = (terms: number[]): string => terms.map((term) => printTerm(module, term)).join(', ');
  if (shape.extends.length > 0) head += ` extends ${types(shape.extends)}`;
  if (shape.implements.length > 0) head += ` implements ${types(shape.implements)}`;
  return `${head} ${printMembers(module, shape)}`;
}

function printMembers(module: ModuleIR, shape: ShapeIR): string {
  const members = shape.members.map((member) => printMember(module, member));
  if (shape.index !== NONE) members.push(`[]: ${printTerm(module, shape.index)}`);
  return members.length === 0 ? '{}' : `{ ${members.join('; ')} }`;
}

function printMember(module: ModuleIR, { name, term, optional, static: isStatic, method, personal, value }: MemberIR): string {
  const type = term === NONE ? '' : `: ${printTerm(module, term)}`;
  const content = value === undefined ? '' : ` = ${JSON.stringify(value)}`;
  return `${isStatic ? 'static ' : ''}${method ? 'method ' : ''}${name}${optional ? '?' : ''}${type}${content}${printPersonal(personal)}`;
}

/** A term as one would write the type; `none` where there is none. */
export function printTerm(module: ModuleIR, term: number): string {
  if (term === NONE) return 'none';
  const [kind, ...operands] = module.terms.subarray(module.termStart[term], module.termStart[term + 1]);
  const [a, b] = operands;
  const all = (list: number[]): string[] => list.map((operand) => printTerm(module, operand));
  switch (kind as Term) {
    case Term.Primitive:
      return module.names[a];
    case Term.Reference:
      return operands.length === 1 ? module.names[a] : `${module.names[a]}<${all(operands.slice(1)).join(', ')}>`;
    case Term.Array:
      return `(${printTerm(module, a)})[]`.replace(/^\((\w+)\)\[\]$/, '$1[]');
    case Term.Tuple:
      return `[${all(operands).join(', ')}]`;
    case Term.Union:
      return all(operands).join(' | ');
    case Term.Intersection:
      return all(operands).join(' & ');
    case Term.Literal:
      return a === LiteralKind.String ? JSON.stringify(module.names[b]) : module.names[b];
    case Term.Object:
      return printMembers(module, module.shapes[a]);
    case Term.Function:
      return `(${all(operands.slice(1)).join(', ')}) => ${a === NONE ? 'none' : printTerm(module, a)}`;
    case Term.TypeofValue:
      return `typeof ${module.names[a]}`;
    case Term.Keyof:
      return `keyof ${printTerm(module, a)}`;
    case Term.Indexed:
      return `${printTerm(module, a)}[${printTerm(module, b)}]`;
    case Term.Mapped:
      return `{ [in ${printTerm(module, a)}]: ${printTerm(module, b)} }`;
    case Term.Conditional:
      return `conditional(${all(operands).join(', ')})`;
    default:
      return '?';
  }
}
