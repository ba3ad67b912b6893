/** Options of a query: whether it chooses columns, and the relations that come with it. */
import { Kind, NONE } from '../../ir';
import { kindAt, operandAt, operandCount, type Reader } from '../../link/reader';
import { entriesOf, flagAt, textAt, type Code } from '../code';

const PROJECTS = /^(select|omit|attributes|columns|projection|fields|_select)$/;

export function looksLikeQuery(reader: Reader, args: number[]): boolean {
  if (args.length === 0) return true;
  const [first] = args;
  return first !== NONE && kindAt(reader, first) === Kind.Object && entriesOf(reader, first).every((entry) => entry.name !== '');
}

export const couldInclude = (reader: Reader, options: number): boolean =>
  options !== NONE && entriesOf(reader, options).some((entry) => /^(include|relations|with|populate)$/.test(entry.name));

export function projects(code: Code, fn: number, reader: Reader, arg: number, depth = 4): boolean {
  if (arg === NONE) return false;
  // Options that are put together from afar: whether they choose columns is not known.
  if (depth === 0) return true;
  return code.trail.origins(fn, arg).some((origin) => {
    const own = code.trail.reader(origin.fn);
    if (kindAt(own, origin.ordinal) !== Kind.Object)
      return (
        kindAt(own, origin.ordinal) !== Kind.Const &&
        kindAt(own, origin.ordinal) !== Kind.Closure &&
        kindAt(own, origin.ordinal) !== Kind.Array &&
        (origin.ordinal !== arg || kindAt(own, origin.ordinal) === Kind.Call)
      );
    return entriesOf(own, origin.ordinal).some(
      (entry) =>
        (PROJECTS.test(entry.name) && !onlyLeavesOut(own, entry.value)) ||
        entry.name === '' ||
        (entry.name === '...' && projects(code, origin.fn, own, entry.value, depth - 1)),
    );
  });
}

/** `attributes: { exclude: ['roleId'] }` of Sequelize gives all the others. */
const onlyLeavesOut = (reader: Reader, value: number): boolean =>
  value !== NONE &&
  kindAt(reader, value) === Kind.Object &&
  entriesOf(reader, value).every(({ name, value: names }) => name === 'exclude' && !namesSecrets(reader, names));

/** Who leaves out a password has thought of the rest. */
const namesSecrets = (reader: Reader, names: number): boolean =>
  names === NONE ||
  kindAt(reader, names) !== Kind.Array ||
  Array.from({ length: operandCount(reader, names) / 2 }, (_, n) => textAt(reader, operandAt(reader, names, 2 * n + 1))).some(
    (text) => text === null || /password|hash|secret|token|salt/i.test(text),
  );

/** `{ password: 0, nickname: true }`: columns are kept or left out by name. */
export const marks = (reader: Reader, arg: number): boolean =>
  arg !== NONE &&
  kindAt(reader, arg) === Kind.Object &&
  entriesOf(reader, arg).some(
    ({ value }) => value !== NONE && kindAt(reader, value) === Kind.Const && textAt(reader, value) === null,
  );

/** Relations that come whole: `include: { recipients: true }`, `with: { user: { where } }`. */
export function includedIn(code: Code, fn: number, options: number): string[] {
  if (options === NONE) return [];
  const reader = code.trail.reader(fn);
  const include = entriesOf(reader, options).find(({ name }) => name === 'include' || name === 'with');
  if (!include || include.value === NONE || kindAt(reader, include.value) !== Kind.Object) return [];
  return entriesOf(reader, include.value)
    .filter(
      ({ value }) =>
        flagAt(reader, value) === true ||
        (value !== NONE &&
          kindAt(reader, value) === Kind.Object &&
          !entriesOf(reader, value).some((entry) => PROJECTS.test(entry.name))),
    )
    .map((entry) => entry.name);
}
