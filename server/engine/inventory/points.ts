/**
 * One pass over every function: where personal fields are declared (forms, validated inputs, request members, columns)
 * and which names are read at all. Names and owners decide; values are not evaluated.
 */
import type { Classifier } from '../classify';
import { Kind, LiteralKind, NONE } from '../ir';
import { symbolOf, type Program } from '../link/program';
import { kindAt, operandAt, readerOf, type Reader } from '../link/reader';
import { extentOf } from '../places';
import type { Point } from '../rule/inventory';
import { channelOf } from './channels';
import { holdersOf, SELECTING } from './holders';
import { createEndpoints, type Endpoints } from './endpoints';
import { categoryOfInput, inputOf, registeredName } from './inputs';
import { createOutputs, type Outputs } from './outputs';
import { readSchemaCall } from './schemas';
import { argumentsOf, entriesOf, hintOf, isComputed } from './values';
import type { Roots } from './roots';

export interface Seen {
  /** Every declared personal field with its category. */
  points: (Point & { category: string })[];
  reads: { category: string; path: string }[];
  /** Fields that code writes to a database, for categories that no column declares. */
  writes: (Point & { category: string })[];
  /** Names that something reads, whatever owns them. */
  used: Set<string>;
  /** Fields looked at, personal or not. */
  fields: number;
}

export interface Parts {
  program: Program;
  classifier: Classifier;
  roots: Roots;
  silent: ReadonlySet<number>;
}

export function pointsOf(parts: Parts): Seen {
  const seen: Seen = { points: [], writes: [], reads: [], used: new Set(), fields: 0 };
  const looking: Looking = { outputs: createOutputs(parts.program), wholeOf: new Map(), endpoints: createEndpoints() };
  for (const [module, ir] of parts.program.modules.entries()) {
    if (parts.silent.has(module)) continue;
    ir.functions.forEach((_, own) => readFunction(parts, module, own, seen, looking));
    readDecorators(parts, module, seen);
  }
  return { ...seen, points: seen.points.filter((point) => !looking.outputs.isOutput(looking.wholeOf.get(point) ?? '')) };
}

/** What is gathered while functions are read, and asked about points at the end. */
interface Looking {
  outputs: Outputs;
  /** What a field of a schema is a part of. */
  wholeOf: Map<Seen['points'][number], string>;
  endpoints: Endpoints;
}

function readFunction(parts: Parts, module: number, own: number, seen: Seen, { outputs, wholeOf, endpoints }: Looking): void {
  const { program, classifier } = parts;
  const reader = readerOf(program.modules[module], own);
  const fn = program.base[module] + own;
  const { holders, labels } = holdersOf(reader);
  const wholes = outputs.wholes(module, own, reader);
  const { names } = reader.module;
  const add = (
    kind: Point['kind'],
    owner: string,
    name: string,
    category: string | null,
    ordinal: number,
    words: string,
  ): void => {
    seen.fields++;
    if (!category) return;
    const at = extentOf(program, fn, ordinal);
    const channel = channelOf([owner, symbolOf(program, fn), at.path], 'web');
    const point = { at, words, kind, channel, field: name, category };
    seen.points.push(point);
    const whole = wholes.get(ordinal);
    if (kind === 'schema' && whole !== undefined) wholeOf.set(point, whole);
  };
  for (let i = 0; i < reader.count; i++) {
    switch (kindAt(reader, i)) {
      case Kind.Get: {
        if (isComputed(reader, i)) break;
        const name = names[operandAt(reader, i, 1)];
        const receiver = operandAt(reader, i, 0);
        const owner = hintOf(reader, receiver);
        seen.used.add(name);
        const found = classifier.field(owner || null, name);
        if (!found || found.strength === 'possible') break;
        seen.reads.push({ category: found.category, path: reader.module.path });
        if (isRequestPart(reader, receiver)) {
          const { path, functions } = reader.module;
          const endpoint = endpoints.of(module, own, path, functions[own].name);
          add('request', '', name, found.category, i, `${owner}.${name}${endpoint && ` of ${endpoint}`}`);
        }
        break;
      }
      case Kind.Const:
        if (operandAt(reader, i, 0) === LiteralKind.String && !labels.has(i)) seen.used.add(names[operandAt(reader, i, 1)]);
        break;
      case Kind.Object:
        noteSelected(reader, i, holders.get(i) ?? '', seen.used);
        break;
      case Kind.Element: {
        const input = inputOf(reader, i);
        if (input)
          add(
            'form',
            '',
            input.name,
            categoryOfInput(classifier, input),
            i,
            `${input.name} in the form of ${formOf(program, fn)}`,
          );
        break;
      }
      case Kind.Call: {
        const registered = registeredName(reader, i);
        if (registered !== null) {
          const found = classifier.name(registered);
          const category = found?.specific ? found.category.id : null;
          if (category) add('form', '', registered, category, i, `${registered} in the form of ${formOf(program, fn)}`);
        }
        endpoints.read(module, reader, i);
        readSchemaCall(parts, module, own, reader, i, holders, add);
        readWrite(parts, module, own, reader, i, seen);
        break;
      }
    }
  }
}

/** The component that shows it; the file, when the component has no name. */
function formOf(program: Program, fn: number): string {
  const named = symbolOf(program, fn)
    .split('.')
    .filter((part) => !part.startsWith('<'));
  return named.join('.') || program.modules[program.moduleOf[fn]].path.split('/').at(-1)!;
}

const WRITES = /^(?:create|createMany|update|updateMany|upsert|insert|insertOne|insertMany|updateOne|values|set|save)$/;
const ROWS = /^(?:data|create|update|values|\$set|document)$/;

/** `prisma.member.update({ data: { birthDate } })`, `db.insert(notes).values({ diagnosis })`. */
function readWrite(
  { program, classifier, roots }: Parts,
  module: number,
  own: number,
  reader: Reader,
  call: number,
  seen: Seen,
): void {
  const method = operandAt(reader, call, 1);
  if (method === NONE || !WRITES.test(reader.module.names[method])) return;
  const [first] = argumentsOf(reader, call);
  if (first === undefined || first === NONE || kindAt(reader, first) !== Kind.Object) return;
  const receiver = operandAt(reader, call, 0);
  if (roots.of(module, own, receiver)?.model.kind !== 'database') return;
  const owner = hintOf(reader, receiver);
  const rows = [...entriesOf(reader, first)].filter(
    ([key, value]) => ROWS.test(key) && value !== NONE && kindAt(reader, value) === Kind.Object,
  );
  const objects = rows.length > 0 ? rows.map(([, value]) => value) : [first];
  for (const object of objects) {
    for (const [field, value] of entriesOf(reader, object)) {
      const found = classifier.field(owner || null, field);
      if (!found || found.strength === 'possible' || value === NONE) continue;
      const at = extentOf(program, program.base[module] + own, value);
      const channel = channelOf([owner, at.path], 'web');
      seen.writes.push({
        at,
        words: owner ? `${owner}.${field}` : field,
        kind: 'model',
        channel,
        field,
        category: found.category,
      });
    }
  }
}

/** Members of classes whose decorators belong to an ORM (columns) or a validator (input). */
function readDecorators({ program, classifier, roots }: Parts, module: number, seen: Seen): void {
  const ir = program.modules[module];
  for (const declared of ir.classes) {
    const shape = ir.shapes[declared.shape];
    if (!shape || declared.decorators.length === 0) continue;
    const home = ir.functions.findIndex((own, index) => index === 0 || own.class === ir.classes.indexOf(declared));
    const done = new Set<string>();
    for (const { member, parameter, value } of declared.decorators) {
      if (member === null || parameter >= 0 || done.has(member)) continue;
      const root = value === NONE ? null : roots.of(module, Math.max(0, ir.functions[home]?.parent ?? 0), value);
      const kind = root?.model.kind === 'database' ? 'model' : root?.model.kind === 'validation' ? 'schema' : null;
      const written = shape.members.find((own) => own.name === member);
      if (!kind || !written) continue;
      done.add(member);
      seen.fields++;
      const found = written.personal === undefined ? classifier.field(shape.name, member) : written.personal;
      const category =
        found === null ? null : typeof found === 'string' ? found : found.strength === 'possible' ? null : found.category;
      if (!category) continue;
      const at = { path: ir.path, start: written.start, end: written.end };
      seen.points.push({
        at,
        words: `${shape.name}.${member}`,
        kind,
        channel: channelOf([shape.name, ir.path], 'web'),
        field: member,
        category,
      });
    }
  }
}

function isRequestPart(reader: Reader, value: number): boolean {
  if (value === NONE || kindAt(reader, value) !== Kind.Get || isComputed(reader, value)) return false;
  const part = reader.module.names[operandAt(reader, value, 1)];
  return /^(?:body|query)$/.test(part) && /^(?:req|request|ctx|context)$/i.test(hintOf(reader, operandAt(reader, value, 0)));
}

function noteSelected(reader: Reader, object: number, holder: string, used: Set<string>): void {
  for (const [key, value] of entriesOf(reader, object)) {
    const isSelected =
      value !== NONE && kindAt(reader, value) === Kind.Const && operandAt(reader, value, 0) === LiteralKind.Boolean;
    if (isSelected || SELECTING.test(holder)) used.add(key);
  }
}
