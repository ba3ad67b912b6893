/** Values that somebody else's system answers with, which is not what the program asks of a person. */
import { Kind } from '../ir';
import { kindAt, operandAt } from '../link/reader';
import { methodOf, type Code } from './code';

/** `jwt.decode(token)`, `jwtVerify(token, key)`: what a provider put into a token. */
const TOKENS = /^(decode|verify|jwtDecode|jwt_decode|jwtVerify|decodeJwt|decodeToken|verifyIdToken|verifyToken)$/;
/** The body of an answer; of a request it is what a person sent. */
const BODIES = /^(json|text|body)$/;
const REQUEST = /^(req|request|ctx|context|c|event|_req|_request)$/;
const ASKS = /^(fetch|axios|got|ky|ofetch|\$fetch)$/;

/** Every way the value comes about is an answer. */
export function isAnswer(code: Code, fn: number, value: number): boolean {
  const points = value < 0 ? [] : code.trail.origins(fn, value);
  return points.length > 0 && points.every((point) => isAnswered(code, point.fn, point.ordinal, point.path));
}

function isAnswered(code: Code, fn: number, ordinal: number, path: readonly string[]): boolean {
  const reader = code.trail.reader(fn);
  if (kindAt(reader, ordinal) !== Kind.Call) return false;
  const method = methodOf(reader, ordinal);
  const name = code.calleeOf(fn, ordinal);
  const last = method || (name?.path.at(-1) ?? '');
  if (TOKENS.test(last) && (method === '' || /jwt|jose|token/i.test(name?.specifier || (name?.path[0] ?? '')))) return true;
  if (ASKS.test(name?.path[0] ?? '')) return path.length === 0 || path[0] === 'data';
  if (!BODIES.test(method)) return false;
  const receiver = operandAt(reader, ordinal, 0);
  const from = code.trail.origins(fn, receiver);
  return (
    from.length > 0 &&
    from.every((point) => kindAt(code.trail.reader(point.fn), point.ordinal) === Kind.Call) &&
    !REQUEST.test(code.nameOf(fn, receiver)?.path.at(-1) ?? '')
  );
}
