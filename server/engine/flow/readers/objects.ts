import { NONE } from '../../ir';
import { contents } from '../emit';
import { typeIn } from '../operands';
import { element, read } from '../read';
import { altered, container, make, ofLabels, type Value } from '../values';
import { holding, isFunction, listOf, textsIn, type Read } from './reading';
import { isInert, picked } from '../../link/type-parts';
import { STRING } from '../../link/types';

/** `omit(user, ['email'])`, `pick(['id'], user)`: which argument is the object shows in which one is constant text. */
export const chosen =
  (keep: boolean): Read =>
  (engine, _frame, call) => {
    const value = call.args.find((arg) => textsIn([arg]).length === 0 && !isFunction(arg));
    if (!value) return null;
    const names = new Set(textsIn(call.args.filter((arg) => arg !== value)));
    if (names.size === 0) return ofLabels(contents(engine, value, call.site).map(({ label }) => label));
    if (keep && value.type.kind !== 'object') {
      const out = container();
      for (const name of names) out.fields?.set(name, read(engine, value, name, call.site));
      return out;
    }
    const fields = value.fields ? new Map([...value.fields].filter(([name]) => names.has(name) === keep)) : null;
    const hint = value.type.kind === 'object' ? value.hint : '';
    return make({ fields, hint, type: picked(value.type, names, keep), labels: keep ? [] : value.labels });
  };

/** `form.get('email')`, `get(user, 'address.street')`, `map(users, 'email')`, `useWatch({ name: 'email' })`. */
export const field: Read = (engine, _frame, call) => {
  if (call.args.some(isFunction)) return null;
  const given = call.args.filter((arg) => arg.text === null && textsIn([arg]).length === 0);
  const named = call.args.find((arg) => arg.fields?.get('name')?.text);
  const name =
    call.args.find((arg) => arg.text !== null)?.text ?? named?.fields?.get('name')?.text ?? textsIn(call.args).join('.');
  if (name === '' && (call.args.length === 0 || call.action.source)) return null;
  const owner = given[0] ?? call.receiver;
  if (name === '') return any(ofLabels(contents(engine, owner, call.site).map(({ label }) => label)));
  const many = /^(map|flatMap|pluck)$/.test(call.method);
  let value: Value = many ? element(owner) : owner;
  for (const part of name.split('.')) value = read(engine, value, part, call.site);
  const alone = altered(value, { targets: [] });
  return many ? listOf(alone, alone.hint) : alone;
};

/** `searchParams.get('passengers')`: a text, whatever it is called; no record hides in it. */
export const text: Read = (engine, frame, call) => {
  const found = field(engine, frame, call);
  return found?.type.kind === 'unknown' && !found.fields ? altered(found, { type: STRING }) : found;
};

/** `client.post<User>(…)`: an answer that holds, under `data`, what its type argument says. */
export const answer: Read = (engine, frame, call) => {
  if (call.typeArgument === NONE) return null;
  const type = typeIn(engine, frame, call.typeArgument);
  return type.kind === 'unknown' || isInert(type) ? null : holding({ data: make({ type, hint: 'data' }) });
};

const any = (value: Value): Value => altered(value, { hint: '' });
