/**
 * What a function takes of the body or the form that it is sent: where it names every field and none tells of a person, the
 * whole tells of nobody either.
 */
import type { Classifier } from './classify';
import type { SourceLabel } from './flow/values';
import { Flag, Kind, NONE } from './ir';
import { flagsAt, kindAt, operandAt, type Reader } from './link/reader';
import { argumentsOf, entriesOf, methodOf, slotOf, textAt, type Code, type Spot } from './structure/code';
import type { Uses } from './structure/uses';

type Around = Pick<Code, 'program' | 'trail'> & { uses: Uses };

const SENT = /\b(?:body|form)$/;
const POINTS = 120;
/** Fields of a form, by their names. */
const TAKES = /^(?:get|getAll|has|delete)$/;
/** What writes it down, which is what the question is about. */
const WRITES = /^(?:log|info|warn|error|debug|trace|verbose|fatal|notice|success|dir|table|write|print)$/;
const SAME = /^(?:fromEntries|entries|stringify|String|clone|structuredClone|assign|toString|inspect)$/;
const CHECKS =
  /^(?:parse|safeParse|parseAsync|safeParseAsync|validate|validateSync|validateAsync|superValidate|assert|is|cast|decode)$/;
const SHAPES =
  /^(?:object|strictObject|looseObject|strict_object|loose_object|interface|type|shape|keys|extend|merge|safeExtend|partial|pick|append)$/;
/** What may hold anything: a text somebody wrote, an object of its own. */
const ANYTHING =
  /(?:^|[a-z_])(?:entry|entries|events?|messages?|changes?|updates?|object|metadata|context|data|payload|body|form|fields?|values?|records?|items?|inputs?|params|details|info|contents?|text|comments?|feedback|notes?|prompt|questions?|answers?|description|bio|reason|query|subject)$/i;

export function tellsOfNobody(code: () => Code, uses: () => Uses, label: SourceLabel): boolean {
  if (label.datum !== 'origin' || !SENT.test(label.words)) return false;
  const { program, trail, classifier } = code();
  const taken = takenOf({ program, trail, uses: uses() }, label);
  return taken !== null && taken.size > 0 && [...taken].every((name) => isNobodys(classifier, name));
}

function isNobodys(classifier: Classifier, name: string): boolean {
  if (ANYTHING.test(name) || classifier.owner(name) === 'person') return false;
  const found = classifier.name(name);
  return found === null || found.category.identifies === 'opaque';
}

interface Taken extends Spot {
  /** The field that it is, or lies in. */
  below?: string;
}

/** What is known of the fields that are taken. */
interface Fields {
  names: Set<string>;
  /** Their own members are read, or they are handed to a function: of what does both, nobody knows what else is in it. */
  opened: Set<string>;
  handed: Set<string>;
}

/** Names of all fields that are taken; null where it, or an object in it, goes somewhere else as a whole. */
function takenOf(around: Around, start: Spot): Set<string> | null {
  const out: Fields = { names: new Set(), opened: new Set(), handed: new Set() };
  const queue: Taken[] = [start, ...readAgain(around, start)];
  const seen = new Set<string>();
  for (let at = 0; at < queue.length; at++) {
    const point = queue[at];
    const key = `${point.fn}:${point.ordinal}`;
    if (seen.has(key)) continue;
    seen.add(key);
    if (at > POINTS) return null;
    for (const user of around.uses.of(point.fn, point.ordinal)) {
      const next = point.below ? below(around, point, user, out) : followed(around, point, user, out);
      if (next === null) return null;
      queue.push(...next);
    }
  }
  return [...out.opened].some((field) => out.handed.has(field)) ? null : out.names;
}

/** `req.body`, read again from the same variable. */
function readAgain({ program, trail, uses }: Around, { fn, ordinal }: Spot): Spot[] {
  const reader = trail.reader(fn);
  if (kindAt(reader, ordinal) !== Kind.Get || flagsAt(reader, ordinal) & Flag.Computed) return [];
  const name = operandAt(reader, ordinal, 1);
  const holder = operandAt(reader, ordinal, 0);
  if (kindAt(reader, holder) !== Kind.Load) return [];
  const { owner, slot } = slotOf(program, fn, reader, holder);
  return uses.loads(owner, slot).flatMap((load) => {
    const own = trail.reader(load.fn);
    return uses
      .of(load.fn, load.ordinal)
      .filter(
        (user) => kindAt(own, user) === Kind.Get && operandAt(own, user, 1) === name && operandAt(own, user, 0) === load.ordinal,
      )
      .map((user) => ({ fn: load.fn, ordinal: user }));
  });
}

/** What becomes of a field: its own members count too, and a list of something may hold anything. */
function below(around: Around, { fn, ordinal, below: field = '' }: Taken, user: number, out: Fields): Taken[] | null {
  const reader = around.trail.reader(fn);
  const on = (spot: Spot): Taken => ({ ...spot, below: field });
  switch (kindAt(reader, user)) {
    case Kind.Await:
    case Kind.Cast:
    case Kind.Otherwise:
      return [on({ fn, ordinal: user })];
    case Kind.Store: {
      const { owner, slot } = slotOf(around.program, fn, reader, user);
      return around.uses.loads(owner, slot).map(on);
    }
    case Kind.Get: {
      if (flagsAt(reader, user) & Flag.Computed || operandAt(reader, user, 0) !== ordinal) return null;
      const name = reader.module.names[operandAt(reader, user, 1)];
      out.names.add(name);
      out.opened.add(field);
      return [{ fn, ordinal: user, below: name }];
    }
    case Kind.Call: {
      const isReceiver = operandAt(reader, user, 0) === ordinal;
      if (!isReceiver) out.handed.add(field);
      return isReceiver && LISTS.test(methodOf(reader, user)) ? null : [];
    }
    case Kind.Iter:
    case Kind.Rest:
      return null;
    default:
      return [];
  }
}

const LISTS = /^(?:map|forEach|filter|find|some|every|reduce|flatMap|entries|values)$/;

function followed(around: Around, { fn, ordinal }: Spot, user: number, out: Fields): Taken[] | null {
  const reader = around.trail.reader(fn);
  switch (kindAt(reader, user)) {
    case Kind.Await:
    case Kind.Cast:
    case Kind.Otherwise:
    case Kind.Phi:
    case Kind.Template:
    case Kind.Object:
    case Kind.Array:
      return [{ fn, ordinal: user }];
    case Kind.Store: {
      const { owner, slot } = slotOf(around.program, fn, reader, user);
      return [...around.uses.loads(owner, slot)];
    }
    case Kind.Get: {
      const name =
        flagsAt(reader, user) & Flag.Computed
          ? textAt(reader, operandAt(reader, user, 1))
          : reader.module.names[operandAt(reader, user, 1)];
      if (name === null || operandAt(reader, user, 0) !== ordinal) return null;
      out.names.add(name);
      return [{ fn, ordinal: user, below: name }];
    }
    case Kind.Binary:
    case Kind.Unary:
    case Kind.Branch:
      return [];
    case Kind.Call:
      return called(around, fn, reader, ordinal, user, out);
    default:
      return null;
  }
}

function called(around: Around, fn: number, reader: Reader, ordinal: number, call: number, out: Fields): Spot[] | null {
  const method = methodOf(reader, call);
  const args = argumentsOf(reader, call);
  if (operandAt(reader, call, 0) === ordinal && !args.includes(ordinal)) {
    const name = TAKES.test(method) ? textAt(reader, args[0] ?? NONE) : null;
    if (name === null) return null;
    out.names.add(name);
    return [];
  }
  const name = method || calleeOf(reader, operandAt(reader, call, 0));
  if (WRITES.test(name)) return [];
  if (SAME.test(name)) return [{ fn, ordinal: call }];
  if (!CHECKS.test(name)) return null;
  const before = out.names.size;
  for (const schema of [operandAt(reader, call, 0), ...args]) if (schema !== ordinal) declaredBy(around, fn, schema, 5, out);
  // What the schema lets through has the fields that it names.
  return out.names.size > before ? [] : null;
}

const calleeOf = (reader: Reader, callee: number): string => {
  if (callee === NONE || kindAt(reader, callee) !== Kind.Global) return '';
  const at = operandAt(reader, callee, 0);
  return flagsAt(reader, callee) & Flag.Import ? reader.module.imports[at].imported : reader.module.names[at];
};

/** Names of the fields in the objects that a schema is built of. */
function declaredBy(around: Around, fn: number, value: number, depth: number, out: Fields): void {
  if (value === NONE || depth === 0) return;
  const isCall = kindAt(around.trail.reader(fn), value) === Kind.Call;
  for (const point of isCall ? [{ fn, ordinal: value }] : around.trail.origins(fn, value)) {
    const reader = around.trail.reader(point.fn);
    if (kindAt(reader, point.ordinal) !== Kind.Call) continue;
    const isShape = SHAPES.test(methodOf(reader, point.ordinal) || calleeOf(reader, operandAt(reader, point.ordinal, 0)));
    declaredBy(around, point.fn, operandAt(reader, point.ordinal, 0), depth - 1, out);
    for (const argument of argumentsOf(reader, point.ordinal)) {
      if (argument === NONE) continue;
      if (!isShape || kindAt(reader, argument) !== Kind.Object) {
        declaredBy(around, point.fn, argument, depth - 1, out);
        continue;
      }
      for (const entry of entriesOf(reader, argument)) {
        if (entry.name !== '...' && entry.name !== '') out.names.add(entry.name);
        declaredBy(around, point.fn, entry.value, depth - 1, out);
      }
    }
  }
}
