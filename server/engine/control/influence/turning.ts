/**
 * Whether a value turns on what an attribute of a person is. A record that holds a person's age beside a price, a row that is
 * stored and read back, a question whether there is a date: all of them carry the attribute, and none is decided by it.
 * The evidence is the first thing that is done with the attribute on its way to the value.
 *
 * - `told`: people are told apart by it: it is compared, tested, looked up, selected or ordered by, or a yes or no that chooses.
 * - `reckoned`: it goes into arithmetic.
 * - `judged`: it is handed to something of which only the name is known, and the name says that it judges or prices.
 * - `asked`: only whether it is there.
 * - `carried`: it is stored, sent, printed, or held beside the value.
 */
import { withoutQuestion } from '../../attributes';
import { Flag, Kind, LiteralKind, NONE, OPERATORS } from '../../ir';
import type { Bodies, Body } from '../bodies';
import { lastName, nameOfCallee } from '../named';
import { onlyValueOf } from '../parts';
import { asksInChain } from './queries';
import type { Node } from './influence';
import { asksPriceAt } from './remote';
import type { Found } from './recognise';

export type Turn = 'told' | 'reckoned' | 'judged' | 'asked' | 'carried';

/** Categories whose values are never yes or no: `if (user.age)` asks whether the age is known. */
const VALUED = new Set([
  'age',
  'birth-date',
  'gender',
  'ethnicity',
  'nationality',
  'religion',
  'marital-status',
  'native-language',
  'person-name',
  'postcode',
  'postal-address',
  'birthplace',
  'education-occupation',
  'family-members',
  'income-wealth',
]);
/** Who has one has the attribute: `extra.disability !== null`. */
export const isHad = (category: string): boolean => HAD.has(category);
const HAD = new Set(['disability', 'diagnosis', 'medication', 'mental-health', 'genetic', 'pregnancy', 'criminal']);
/** Names of a yes or no about them: `lowIncome`. */
const GRADED = /^(low|high|no)(?![a-z])/i;
/** Texts: what `+` makes of them is a longer one. */
const TEXTS = new Set(['person-name', 'postcode', 'postal-address', 'birthplace', 'nationality', 'gender', 'native-language']);

/** Never a number. */
const WRITTEN = new Set(['person-name', 'postcode', 'postal-address', 'birthplace', 'email', 'phone']);

/** Of a text or a list: whether it is like another one, or has something in it. */
const TESTS =
  /^(startsWith|endsWith|includes|match|matches|matchAll|test|indexOf|search|some|every|has|contains|localeCompare|equals?|equalsIgnoreCase|is(Same|Equal|Before|After|Between)\w*|compareTo|between)$/;
const FORMS = /^(test|match|matchAll|matches|search)$/;
/** Conditions of a query. */
const ASKS_BY = /^(eq|neq|gte?|lte?|in|ilike|like|filter|where|andWhere|orWhere|whereIn|contains|overlaps|match)$/;
/** What comes out says the same in another way. */
const CONVERTS =
  /^(calc|calculate|compute|get|to[A-Z]|as[A-Z]|parse|format|normali[sz]e|age|years?|months?|days?|differenceIn|diff|date|number|stringify|string|boolean|new|trim|slice|substr|substring|replace|replaceAll|split|join|map|flatMap|flat|concat|values|entries|at|pop|shift|toString|valueOf|round|floor|ceil|abs|max|min|trunc|then|resolve|all|isNaN|moment|dayjs|add|subtract|clean|safe|coerce|read|extract|derive)/i;
/** It is asked about: `isAffluentArea(postcode)`. */
const QUESTIONS = /^(is|has|in|are|was|can|should|check|needs?|requires?|qualifies|belongs|matches|falls|lives|comes)([A-Z_]|$)/;
/** Names of things that judge people or set prices. */
const JUDGES =
  /predict|score|classif|infer|model|estimat|rank|recommend|evaluat|assess|propensity|uplift|quote|price|pricing|fare|offer|premium|rate|factor|multiplier|loading|discount|surcharge|markup|band|tier|bracket|risk|segment|group|zone|eligib|decide|variant|variation|treatment|experiment|rules?$/i;

/** Records, and what is made of them. */
const HOLDS: ReadonlySet<Kind> = new Set([Kind.Object, Kind.Array, Kind.Get, Kind.Template]);

/** @param node where the attribute was found, on the way back from the value */
export function turnOf(
  bodies: Bodies,
  node: Node,
  { category, classes, words, title }: Pick<Found, 'category' | 'classes' | 'words' | 'title'>,
): Turn {
  // `isMarried` is a yes or no.
  const own = words.slice(words.lastIndexOf('.') + 1);
  // Of a neighbourhood there is a name, of an affluent one a yes or no.
  const isPlace = classes.includes('location') && !classes.includes('willingness-to-pay');
  const isText = isPlace || title === 'email domain';
  let isValued = ((VALUED.has(category) || isText) && withoutQuestion(own) === own && !GRADED.test(own)) || isRow(bodies, node);
  let isNegated = false;
  let isHeld = false;
  for (let at = node; at.parent; at = at.parent) {
    const { parent, via } = at;
    const body = bodies.of(parent.fn);
    isHeld ||= HOLDS.has(body.kind(parent.ordinal));
    switch (via) {
      case 'lookup':
      case 'comparator':
        return 'told';
      case 'branch':
        return isValued ? 'asked' : 'told';
      case 'predicate':
        // The conditions of a query name a value; a function that picks asks whether there is one.
        return isValued && parent.fn !== at.fn ? 'asked' : 'told';
      case 'compare':
        if (body.kind(parent.ordinal) !== Kind.Unary) return 'told';
        // `typeof user.birthDate === 'string'`
        if (OPERATORS[body.operand(parent.ordinal, 0)] === 'typeof') return 'asked';
        isNegated = true;
        break;
      case 'arithmetic':
        if (!(TEXTS.has(category) && OPERATORS[body.operand(parent.ordinal, 0)] === '+')) return 'reckoned';
        break;
      case 'count':
        isValued = false;
        break;
      case 'call': {
        const turn = turnOfCall(body, parent.ordinal, at.ordinal, isValued);
        if (turn !== null) return turn;
        break;
      }
      default:
    }
  }
  const isCondition = isNegated || startOf(node).via === 'branch';
  if (isCondition) return isValued ? 'asked' : 'told';
  // The value may be the attribute itself, as a number.
  return isHeld || WRITTEN.has(category) ? 'carried' : 'reckoned';
}

/** `const prescription = await Prescription.findById(id)`: whether there is such a record says nothing of anybody's health. */
function isRow(bodies: Bodies, { fn, ordinal }: Node): boolean {
  const body = bodies.of(fn);
  const only = body.kind(ordinal) === Kind.Load ? onlyValueOf(bodies, body, ordinal) : null;
  if (!only) return false;
  const call = only.home.kind(only.value) === Kind.Await ? only.home.operand(only.value, 0) : only.value;
  return asksInChain(only.home, call) || (only.home.kind(call) === Kind.Call && /^find[A-Z]/.test(only.home.name(call, 1)));
}

const startOf = (node: Node): Node => (node.parent ? startOf(node.parent) : node);

/** What a call that is not followed does with its receiver or an argument; null when its answer says the same in another way. */
function turnOfCall(body: Body, call: number, value: number, isValued: boolean): Turn | null {
  if (body.kind(call) !== Kind.Call) return null;
  const name = body.name(call, 1) || nameOfCallee(body, call);
  // `/^\d{5}$/.test(zip)`: whether it is written as such things are.
  if (TESTS.test(name)) return isValued && FORMS.test(name) && !namesSome(body, call) ? 'asked' : 'told';
  const isGiven = value !== body.operand(call, 0);
  if (isGiven && (ASKS_BY.test(name) || QUESTIONS.test(name))) return 'told';
  if (isGiven && asksPriceAt(body, call)) return 'judged';
  if (body.has(call, Flag.New) || CONVERTS.test(name)) return null;
  if (JUDGES.test(name) || (isGiven && JUDGES.test(receiverOf(body, call)))) return 'judged';
  return isValued || isGiven ? 'carried' : null;
}

/** `/^80/.test(zip)`: letters and digits that are written out name some of them, whatever form they have. */
function namesSome(body: Body, call: number): boolean {
  return [body.operand(call, 0), body.operand(call, 4)].some(
    (at) =>
      at !== NONE &&
      body.kind(at) === Kind.Const &&
      body.operand(at, 0) === LiteralKind.Regexp &&
      /[a-z\d]/i.test(body.name(at, 1).replace(/^\/|\/[a-z]*$|\\.|\[[^\]]*\]|\{[^}]*\}|\(\?/gi, '')),
  );
}

const receiverOf = (body: Body, call: number): string =>
  body.name(call, 1) === '' || body.operand(call, 0) === NONE ? '' : lastName(body, body.operand(call, 0));
