/** Schema builders: `z.object({ … })` keeps a shape, parsing gives a value of it; the schema itself holds no data. */
import { Kind, NONE } from '../../ir';
import { kindAt, operandAt, operandCount } from '../../link/reader';
import { UNKNOWN, type Member, type Type } from '../../link/types';
import type { LibraryCall } from '../actions';
import type { Frame } from '../frame';
import { EMPTY, INERT, altered, make, type Value } from '../values';
import { declared, holding, projection, type Read } from './reading';
import { derived, picked } from '../../link/type-parts';

const TEXT: Type = { kind: 'primitive', name: 'string' };
const SCALARS: [RegExp, string][] = [
  [/^(boolean|bool|stringbool|null|undefined|void|never)$/, 'boolean'],
  [/^(date|isoDate|isoDateTime)$/, 'Date'],
  [/^(number|int|bigint|integer|float32|float64|int32)$/, 'number'],
  [/^(literal|enum|nativeEnum|picklist|valid|equal|oneOf)$/, 'string'],
  [/^(string|email|uuid|url|cuid|ulid|e164|jwt|nonEmpty)$/, 'string'],
];

/** The type a builder call declares; `before` is the type of the schema it is called on. */
function builds(call: LibraryCall, before: Type): Type {
  const { method, args } = call;
  const first = args[0] ?? EMPTY;
  if (
    /^(object|strictObject|looseObject|interface|type|shape|keys)$/.test(method) &&
    (first.fields || before.kind === 'unknown')
  ) {
    const own = declared('', first.fields, (value) => value.type, false);
    return before.kind === 'object' ? extended(before, own) : own;
  }
  if (method === 'array' || method === 'items' || method === 'of' || method === 'set')
    return { kind: 'array', element: first === EMPTY ? before : first.type };
  if (method === 'pick' || method === 'omit') return picked(before, projection(first)?.names ?? new Set(), method === 'pick');
  if (method === 'extend' || method === 'merge' || method === 'safeExtend' || method === 'concat') {
    return extended(
      before,
      first.fields && first.type.kind === 'unknown' ? declared('', first.fields, (value) => value.type, false) : first.type,
    );
  }
  if (before.kind !== 'unknown') return before;
  const scalar = SCALARS.find(([names]) => names.test(method));
  if (scalar) return scalar[1] === 'string' ? TEXT : { kind: 'primitive', name: scalar[1] };
  return args.find((arg) => arg.type.kind !== 'unknown')?.type ?? UNKNOWN;
}

function extended(type: Type, more: Type): Type {
  if (type.kind !== 'object') return more;
  if (more.kind !== 'object') return type;
  return derived(type.name, new Map<string, Member>([...type.members(), ...more.members()]));
}

/** The input in the shape of the schema: a field it does not list is dropped; without a known shape the input as it is. */
function parsed(type: Type, input: Value): Value {
  if (type.kind !== 'object')
    return type.kind === 'unknown'
      ? altered(input, { targets: [], inert: false })
      : make({ labels: input.labels, fields: input.fields, type, hint: input.hint });
  const members = type.members();
  const fields = input.fields ? new Map([...input.fields].filter(([name]) => members.has(name))) : null;
  return make({ type, fields, hint: input.hint });
}

const PARSING =
  /^(parse|parseAsync|validate|validateSync|validateAsync|cast|decode|encode|attempt|assert|create|mask|spa|safeParse|safeParseAsync|validateAt)$/;

/** Methods of a schema: `schema.parse(input)`. `inside` names the member of the result that holds the value, if any. */
const methods =
  (inside: (method: string) => string): Read =>
  (_engine, _frame, call) => {
    const type = call.receiver.type;
    if (!PARSING.test(call.method)) return make({ type: builds(call, type) });
    const value = parsed(type, call.args[0] ?? EMPTY);
    const name = inside(call.method);
    return name === '' ? value : holding({ [name]: value, error: INERT, success: INERT });
  };

export const zod = methods((method) => (/^(safe|spa)/.test(method) ? 'data' : ''));
export const yup = methods(() => '');
export const joi = methods((method) => (method === 'validate' ? 'value' : ''));

/** Functions over schemas: `v.parse(schema, input)`; Joi's and Superstruct's take the input first. */
export const valibot: Read = (_engine, _frame, call) => {
  if (!PARSING.test(call.method)) return make({ type: builds(call, UNKNOWN) });
  const [first = EMPTY, second = EMPTY] = call.args;
  const schemaFirst = first.targets.some((target) => target.kind === 'library');
  const value = parsed((schemaFirst ? first : second).type, schemaFirst ? second : first);
  return /^safe/.test(call.method) ? holding({ output: value, issues: INERT, success: INERT }) : value;
};

/** `superValidate(request, adapter(schema))`: a form whose data have the shape of the schema; without a request it is empty. */
export const superform: Read = (_engine, frame, { args, site }) => {
  if (args.length < 2) return INERT;
  const type = args.find((arg) => arg.type.kind === 'object')?.type ?? adapted(frame, site.ordinal);
  return type ? holding({ data: make({ type, hint: 'form' }), valid: INERT, errors: INERT, id: INERT, posted: INERT }) : null;
};

/** The schema that an adapter of the project's own is given. */
function adapted({ reader, values }: Frame, call: number): Type | null {
  for (let n = 4; n < operandCount(reader, call); n++) {
    const adapter = operandAt(reader, call, n);
    if (adapter === NONE || kindAt(reader, adapter) !== Kind.Call) continue;
    for (let k = 4; k < operandCount(reader, adapter); k++) {
      const type = values[operandAt(reader, adapter, k)]?.type;
      if (type?.kind === 'object') return type;
    }
  }
  return null;
}
