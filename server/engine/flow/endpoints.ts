/** What an address names: `api.get('/patients')` answers with patients, `fetch(\`/api/users/${id}\`)` with a user. */
import { Kind, LiteralKind, NONE } from '../ir';
import { kindAt, operandAt, operandCount, type Reader } from '../link/reader';
import type { Engine, Frame } from './frame';
import { altered, type Value } from './values';
import type { CallSite } from './call-site';

const READS = new Set(['get', '$get']);
/** The callee is called `fetch`, `$fetch` or `authFetch`. */
const FETCHES = /(^|[.$])fetch$|[a-z]Fetch$/;

/** The result of a call that reads from an address, under the name of what is read there; of other calls as it is. What it was asked by is not in it. */
export function underItsAddress(engine: Engine, frame: Frame, call: CallSite, result: Value): Value {
  const isBlank =
    result.labels.every((label) => label.kind === 'symbol') && !result.fields?.size && result.type.kind === 'unknown';
  if (!isBlank || (result.inert && result.targets.length === 0)) return result;
  const noun = call.name === 'json' ? call.callee.hint : reads(call) ? nounAt(frame.reader, call.ordinal) : '';
  return noun !== '' && engine.classifier.owner(noun) === 'person' ? altered(result, { hint: noun, labels: [] }) : result;
}

function reads(call: CallSite): boolean {
  const method = call.args[1]?.fields?.get('method');
  if (method && method.text?.toUpperCase() !== 'GET') return false;
  return READS.has(call.name) || (call.name === '' && FETCHES.test(call.words));
}

/** The last word of a path, with a key behind it or not: "/api/users/{}?page=1" → users. */
function nounAt(reader: Reader, call: number): string {
  const address = operandCount(reader, call) > 4 ? operandAt(reader, call, 4) : NONE;
  const [path] = textOf(reader, address).split(/[?#]/);
  if (!path.includes('/')) return '';
  const parts = path.split('/').filter((part) => part !== '');
  const last = parts.at(-1) === HOLE ? parts.at(-2) : parts.at(-1);
  return last !== undefined && /^[a-z][a-z_-]+$/i.test(last) && !ABOUT.test(last) ? last : '';
}

/** What is said about people there is of all of them: forms to fill in, settings, numbers. */
const ABOUT = /[-_a-z](forms?|fields?|settings|types?|roles?|options|stats|count|templates?)$/i;

const HOLE = '{}';

/** The text of an address; what is put into it is a hole. */
function textOf(reader: Reader, value: number, depth = 4): string {
  if (value === NONE || depth === 0) return HOLE;
  switch (kindAt(reader, value)) {
    case Kind.Const:
      return operandAt(reader, value, 0) === (LiteralKind.String as number)
        ? reader.module.names[operandAt(reader, value, 1)]
        : HOLE;
    case Kind.Template: {
      let text = '';
      for (let n = 0; n < operandCount(reader, value); n++)
        text += n % 2 === 0 ? reader.module.names[operandAt(reader, value, n)] : HOLE;
      return text;
    }
    case Kind.Binary:
      return textOf(reader, operandAt(reader, value, 1), depth - 1) + textOf(reader, operandAt(reader, value, 2), depth - 1);
    default:
      return HOLE;
  }
}
