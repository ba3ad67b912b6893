/** Who is left of a list of people who ask for something: `return candidates.filter((one) => one.age < 35)`. */
import { Flag, Kind, NONE, OPERATORS } from '../../ir';
import { wordSet, wordsOf } from '../../words';
import type { Bodies, Body } from '../bodies';
import { chainOf, type Node } from '../influence/influence';
import { lastName } from '../named';
import { asksByText, asksInChain } from '../influence/queries';
import { elementsOf, isSpread, parameterOf } from '../parts';

/** People of whom some get what all of them ask for. */
export const APPLYING = wordSet(
  'applicant application candidate borrower tenant renter claimant jobseeker nominee bewerber bewerberin kandidat kandidatin mieter antragsteller ' +
    'candidat candidato candidata postulante solicitante sollicitant inquilino emprunteur locataire',
);

export const isApplying = (name: string): boolean => wordsOf(name).some((word) => APPLYING.has(word));

/** The list that a chain of `filter`, `sort`, `slice` and `map` begins with: a parameter under a name of such people. */
export function isFromApplying(body: Body, value: number, depth = 8): boolean {
  if (value === NONE || depth === 0) return false;
  const next = (at: number): boolean => isFromApplying(body, at, depth - 1);
  if (parameterOf(body, value) !== NONE) return isApplying(lastName(body, value) || parameterName(body, value));
  switch (body.kind(value)) {
    case Kind.Call:
      return (
        /^(filter|sort|toSorted|slice|reverse|toReversed|map|flatMap)$/.test(body.name(value, 1)) && next(body.operand(value, 0))
      );
    case Kind.Array:
      // `[...applicants]`
      return body.operand(value, 0) === 1 && body.operand(value, 3) === NONE && next(body.operand(value, 1));
    case Kind.Cast:
    case Kind.Get:
      return next(body.operand(value, 0));
    case Kind.Load: {
      if (body.operand(value, 1) !== NONE && body.operand(value, 1) !== body.index) return false;
      const stores = body.reaching(value, body.operand(value, 0));
      return stores.length === 1 && next(body.operand(stores[0], 1));
    }
    default:
      return false;
  }
}

const parameterName = (body: Body, i: number): string =>
  body.reader.module.functions[body.index].parameters[parameterOf(body, i)]?.name ?? '';

/** Names of an order in which people get something. */
const QUEUES = /queue|wait|(^|_)line|next|turn|warte|attente|espera/i;

/** A list of people that is put in order by what it shows is no decision; who comes first because of a group they belong to is one. */
export const putsGroupFirst = (bodies: Bodies, name: string, node: Node): boolean =>
  QUEUES.test(name) ||
  chainOf(node).some(({ fn, ordinal }) => {
    const body = bodies.of(fn);
    return (
      body.kind(ordinal) === Kind.Binary &&
      /^[=!]==?$/.test(OPERATORS[body.operand(ordinal, 0)]) &&
      [1, 2].some((n) => body.text(body.operand(ordinal, n)) !== null)
    );
  });

/** What another function made. */
export const GIVES_BACK: ReadonlySet<Kind> = new Set([Kind.Call, Kind.Await, Kind.Get]);

/** `candidates.filter(…).slice(0, 10).map(…)` chooses people, whatever the function around it is called. */
export function isChosenFrom(body: Body, value: number, depth = 8): boolean {
  if (depth === 0 || value === NONE) return false;
  const next = (at: number): boolean => isChosenFrom(body, at, depth - 1);
  if (body.kind(value) === Kind.Await) return next(body.operand(value, 0));
  // The first of them.
  if (body.kind(value) === Kind.Get && keyOf(body, value) === '0') return next(body.operand(value, 0));
  // `const { rows } = await pool.query(…)`
  if (body.kind(value) === Kind.Get) return /^(rows|data)$/.test(body.name(value, 1)) && next(body.operand(value, 0));
  if (body.kind(value) === Kind.Load && body.operand(value, 1) === NONE) {
    const stores = body.reaching(value, body.operand(value, 0));
    return stores.length === 1 && GIVES_BACK.has(body.kind(body.operand(stores[0], 1))) && next(body.operand(stores[0], 1));
  }
  if (body.kind(value) !== Kind.Call) return false;
  const name = body.name(value, 1);
  // Rows that stand in the code are no people.
  if (isTable(body, body.operand(value, 0))) return false;
  if (/^(filter|sort|toSorted)$/.test(name) || asksInChain(body, value) || asksByText(body, value)) return true;
  return /^(map|flatMap|slice|reverse|toReversed)$/.test(name) && next(body.operand(value, 0));
}

const keyOf = (body: Body, get: number): string =>
  body.has(get, Flag.Computed) ? body.name(body.operand(get, 1), 1) : body.name(get, 1);

const isTable = (body: Body, array: number): boolean =>
  array !== NONE && body.kind(array) === Kind.Array && elementsOf(body, array).every((_, n) => !isSpread(body, array, n));

export const asksByTextBehind = (body: Body, value: number): boolean =>
  Array.from({ length: value }, (_, i) => i).some((i) => body.kind(i) === Kind.Call && asksByText(body, i)) ||
  (body.kind(value) === Kind.Call && asksByText(body, value));
