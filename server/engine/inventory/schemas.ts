/** Fields a library is told about, as validated input or as a table: `z.object({ … })`, `pgTable('users', { … })`. */
import type { Classifier } from '../classify';
import { Kind, NONE } from '../ir';
import { kindAt, operandAt, readerOf, type Reader } from '../link/reader';
import type { Program } from '../link/program';
import type { Point } from '../rule/inventory';
import type { Roots } from './roots';
import { argumentsOf, entriesOf, textArgument } from './values';

const TABLES = /(?:table|schema|define|model|entity)$/i;
const SHAPES = /^(?:object|strictObject|looseObject|extend|safeExtend|shape|keys|Object|Struct)$/;

interface Parts {
  program: Program;
  classifier: Classifier;
  roots: Roots;
}

/** Adds each field of the schema that a call declares, if it declares one. */
export function readSchemaCall(
  parts: Parts,
  module: number,
  own: number,
  reader: Reader,
  call: number,
  holders: ReadonlyMap<number, string>,
  add: (kind: Point['kind'], owner: string, name: string, category: string | null, ordinal: number, words: string) => void,
): void {
  const { classifier, roots } = parts;
  const objects = argumentsOf(reader, call).filter((value) => value !== NONE && kindAt(reader, value) === Kind.Object);
  if (objects.length === 0) return;
  const method = operandAt(reader, call, 1);
  const methodName = method === NONE ? '' : reader.module.names[method];
  if (method !== NONE && !SHAPES.test(methodName) && !TABLES.test(methodName)) return;
  const root = roots.of(module, own, operandAt(reader, call, 0));
  if (!root) return;
  const name = methodName || root.name;
  const kind =
    root.model.kind === 'database' && TABLES.test(name)
      ? 'model'
      : root.model.kind === 'validation' && SHAPES.test(name)
        ? 'schema'
        : null;
  if (!kind) return;
  const owner =
    textArgument(reader, call) ?? (holders.get(call) ?? '').replace(/_?(?:Schema|Table|Model|Input|Dto|Validator)$/i, '');
  // Prisma counts related records under this name: `_count: { emails: 2 }`.
  if (owner === '_count') return;
  for (const [key, value] of entriesOf(reader, objects[0])) {
    const found = classifier.field(owner || null, key);
    const isPersonal = found && found.strength !== 'possible' && !isAside(parts, module, own, key, value);
    const category = isPersonal ? found.category : null;
    add(kind, owner, key, category, value, owner ? `${owner}.${key}` : key);
  }
}

/** Validators of a flag or a fixed word: the field says something about the datum and does not hold it. */
const FLAGS = /^(?:boolean|bool|literal|null|undefined|void|never|Boolean|Literal)$/;

/** `email: z.boolean()` and `email: z.object({ show, required })` describe a form and hold no address. */
function isAside({ program, classifier, roots }: Parts, module: number, own: number, key: string, value: number): boolean {
  const made = value === NONE ? null : roots.of(module, own, value)?.made;
  if (!made) return false;
  const reader = readerOf(program.modules[made.module], made.fn);
  const method = operandAt(reader, made.value, 1);
  const name = method === NONE ? '' : reader.module.names[method];
  if (FLAGS.test(name)) return true;
  const [shape] = SHAPES.test(name) ? argumentsOf(reader, made.value) : [];
  if (shape === undefined || shape === NONE || kindAt(reader, shape) !== Kind.Object) return false;
  const fields = [...entriesOf(reader, shape)];
  return fields.length > 0 && !fields.some(([field]) => classifier.field(key, field) ?? classifier.name(field));
}
