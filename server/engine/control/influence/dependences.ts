/** Prices and decisions that depend on an attribute of a person: where they take it, in which form, which way. */
import { withoutQuestion, type Attributes } from '../../attributes';
import { Flag, Kind, NONE } from '../../ir';
import { symbolOf } from '../../link/program';
import { extentOf, placeOf } from '../../places';
import type { AttributeClass, Dependence } from '../../rule/dependence';
import type { Body, Spot } from '../bodies';
import { isConcession } from './concessions';
import { leaningOf } from './direction';
import { formOf, namesNear } from './forms';
import { chainOf, createInfluence, type Node } from './influence';
import { currencyExcuse, placeExcuse } from './place-excuses';
import { createEvaluator } from './evaluator';
import { wordsOf } from '../../words';
import { lastName } from '../named';
import { entriesOf } from '../parts';
import type { Site } from './site';
import { createOwners, type Owners } from './owners';
import { isDayOfYear } from './day-of-year';
import { createRecogniser, type Found } from './recognise';
import type { Walking } from './steps';
import { isOfAge, isOfTariff } from './tariffs';
import { stepsOf } from './told-steps';
import { isHad, turnOf } from './turning';

export interface Taken {
  site: Site;
  found: Found;
  node: Node;
}

export interface Looking {
  /** Members of whole records count where they are of these classes. */
  records?: readonly AttributeClass[];
  /** Of all records these. */
  counts?(node: Node): boolean;
  /** Told of every value on the way. */
  pass?(node: Node): void;
  /** What another site of the function has taken before is of no interest, nor what lies behind it. */
  own?: boolean;
  /** Only what the value turns on: not an attribute that is only asked for, nor ('decided') one carried along in a record. */
  valued?: 'decided' | 'handed';
}

export interface Takes {
  owners: Owners;
  /** Attributes that decide a site's value, nearest first; those another site has taken are marked on the node. */
  of(site: Site, more?: Looking): Taken[];
  dependence(taken: Taken, target: Dependence['target']): Dependence;
}

const CLAIMERS: ReadonlySet<Kind> = new Set([Kind.Load]);

export function createTakes(parts: Walking, attributes: Attributes, sitesOf: (fn: number) => readonly Site[]): Takes {
  const owners = createOwners(parts);
  const recogniser = createRecogniser(parts, attributes, owners);
  const influence = createInfluence(parts);
  const evaluator = createEvaluator(parts.program, parts.bodies, parts.frames);
  const values = new Map<number, Set<number>>();
  const slots = new Map<number, Set<number>>();
  const returning = new Map<number, boolean>();

  /** Values that are told about at their own site. */
  const valuesOf = (fn: number): Set<number> => {
    const known = values.get(fn);
    if (known) return known;
    const out = new Set<number>();
    for (const site of sitesOf(fn)) if (site.amount === 'sure') out.add(site.value);
    values.set(fn, out);
    return out;
  };
  const isReturning = (fn: number): boolean => {
    let known = returning.get(fn);
    if (known === undefined) {
      const body = parts.bodies.of(fn);
      returning.set(fn, (known = sitesOf(fn).some((site) => site.amount === 'sure' && body.kind(site.ordinal) === Kind.Return)));
    }
    return known;
  };

  /** A variable all of whose stores are sites: with what decides which of them holds. */
  const isOwnVariable = ({ fn, ordinal }: Spot): boolean => {
    const body = parts.bodies.of(fn);
    if (!CLAIMERS.has(body.kind(ordinal))) return false;
    const owner = body.operand(ordinal, 1);
    return slotsOf(owner === NONE ? fn : parts.program.base[body.module] + owner).has(body.operand(ordinal, 0));
  };

  const slotsOf = (fn: number): Set<number> => {
    const known = slots.get(fn);
    if (known) return known;
    const body = parts.bodies.of(fn);
    const stores = sitesOf(fn).filter((site) => site.amount === 'sure' && body.kind(site.ordinal) === Kind.Store);
    const out = new Set(stores.map((site) => body.operand(site.ordinal, 0)));
    slots.set(fn, out);
    return out;
  };

  const of = (site: Site, { records, counts, pass, own: ownOnly = false, valued }: Looking = {}): Taken[] => {
    const taken: Taken[] = [];
    influence.walk(site.starts, {
      ownOnly,
      visit(node) {
        pass?.(node);
        const found = recogniser.at(node);
        // Whether there is one says something of some attributes only.
        if (node.via === 'present' && !(found && isHad(found.category))) return true;
        if (found && (isAskedFor(parts, node) || isDayOfYear(parts, node, found))) return true;
        if (found && valued && isNotValued(parts, node, found, valued)) return !asksOf(parts, node);
        if (!found) {
          const members = records && (!counts || counts(node)) ? recogniser.membersOf(node, records) : [];
          for (const member of members) taken.push({ site, found: member, node });
          return members.length > 0;
        }
        taken.push({ site, found, node });
        return !found.indirect;
      },
      claims: (spot) => valuesOf(spot.fn).has(spot.ordinal) || isOwnVariable(spot),
      claimsReturn: isReturning,
    });
    /** A helper has told it already, under the name of its own parameter. */
    const isTold = ({ found, node }: Taken): boolean =>
      taken.some(
        (other) =>
          other.node.claimed &&
          other.node !== node &&
          isBelow(node, other.node) &&
          other.found.classes.join() === found.classes.join(),
      );
    const own = taken.filter((one) => !isTold(one));
    return own.filter(
      ({ found, node }) => !found.indirect || !own.some((other) => other.node !== node && isBelow(other.node, node)),
    );
  };

  const dependence = ({ site, found, node }: Taken, target: Dependence['target']): Dependence => {
    const { program, bodies } = parts;
    const kind = found.classes.includes('language') ? 'native-language' : found.category;
    const { direction, byAge, isElsewhere, isListed, isSame } = leaningOf(parts, evaluator, site, node, kind);
    const { form: taking, confidence, names } = formOf(bodies.of, node);
    const form = found.selects ? 'query' : taking;
    const said = [...names, ...namesNear(bodies.of(site.fn), site)];
    const ordinal = linkOf(bodies.of, site, node);
    const isPublished =
      (direction === 'discount' && (byAge || [found.title, found.words, ...said].some(isConcession))) ||
      (direction === 'unknown' && (isOfTariff(parts, site, node, found) || (isListed && isOfAge(found))));
    return {
      target,
      value: site.name,
      attribute: {
        classes: found.classes,
        title: found.title,
        words: found.words,
        category: found.category,
        ofPerson: found.ofPerson,
        isInferred: found.classes.includes('emotion') && (found.words.endsWith(')') || !found.ofPerson),
      },
      alsoOn: () => '',
      form,
      direction,
      excuse: isPublished
        ? 'concession'
        : isSame
          ? 'same'
          : isElsewhere && isDevice(found)
            ? 'channel'
            : placeExcuse(found, said) || currencyExcuse(found, bodies.of(site.fn)),
      confidence: found.selects ? 'high' : found.isLikely && confidence === 'high' ? 'medium' : confidence,
      at: placeOf(program, site.fn, ordinal),
      extent: extentOf(program, site.fn, site.ordinal),
      symbol: symbolOf(program, site.fn),
      words: site.name,
      path: stepsOf(parts, { site, found, node }, target),
      shown: 'no',
    };
  };

  return { owners, of, dependence };
}

/** Of a chain of calls the link that selects or orders: `people.filter(isSkilled).filter(isYoung)`; else the site itself. */
function linkOf(bodyOf: (fn: number) => Body, site: Site, node: Node): number {
  const body = bodyOf(site.fn);
  for (const { fn, ordinal, via, parent } of chainOf(node)) {
    const isLink = parent?.fn === site.fn && body.kind(parent.ordinal) === Kind.Call;
    if (isLink && (via === 'predicate' || via === 'comparator'))
      return body.kind(body.operand(parent.ordinal, 0)) === Kind.Call ? parent.ordinal : site.ordinal;
    if (fn !== site.fn || (parent && !(isLink && body.operand(parent.ordinal, 0) === ordinal))) break;
  }
  return site.ordinal;
}

/** The value does not turn on what the attribute is. */
function isNotValued({ bodies }: Walking, node: Node, found: Found, valued: Looking['valued']): boolean {
  if (found.selects) return false;
  const turn = turnOf(bodies, node, found);
  // Which of them it is, is asked by a key; who says it, when and how surely is nothing that they are.
  if (turn === 'asked' || isKey(found.below.at(-1) ?? '') || isOfSaying(found.below.at(-1) ?? '')) return true;
  return (
    valued === 'decided' && (turn === 'carried' || (found.category === 'family-members' && isWalk(bodies.of, node, found.below)))
  );
}

/** `findMany({ where: { religion } })`: whoever asks says what for. */
function isAskedFor({ bodies }: Walking, { fn, ordinal, parent }: Node): boolean {
  const body = bodies.of(fn);
  if (parent?.fn !== fn || (body.kind(ordinal) !== Kind.Load && body.kind(ordinal) !== Kind.Param)) return false;
  const name = lastName(body, ordinal);
  const isSame = (object: number): boolean => entriesOf(body, object).some((entry) => entry.name === name);
  for (let at: Node | null = parent; at && at.fn === fn && body.kind(at.ordinal) === Kind.Object; at = at.parent) {
    if (at === parent && !isSame(at.ordinal)) return false;
    if (at.via === 'predicate') return true;
  }
  return false;
}

const isKey = (name: string): boolean => /^(uu|gu)?id$/.test(wordsOf(name).at(-1) ?? '');

const isOfSaying = (name: string): boolean =>
  /^(confidence(_?score)?|certainty|probability|likelihood|source|(updated|created|recorded|verified)_?(at|by|on))$/i.test(name);

/** `isWealthyPostcode(rider.postcode)` asks of the value what no presence tells. */
const asksOf = ({ bodies }: Walking, node: Node): boolean => {
  const body = bodies.of(node.fn);
  return body.kind(node.ordinal) === Kind.Call && wordsOf(withoutQuestion(lastName(body, node.ordinal))).length > 1;
};

/** One of them is taken, and something of theirs, or asked whether it is there: a walk through a family, or a tree that is called one. */
function isWalk(bodyOf: (fn: number) => Body, node: Node, below: readonly string[]): boolean {
  const chain = chainOf(node);
  const takesOne = chain.some(
    ({ fn, ordinal }) => bodyOf(fn).kind(ordinal) === Kind.Get && bodyOf(fn).has(ordinal, Flag.Computed),
  );
  const isValue = ({ via, parent }: Node): boolean =>
    via === 'same' ||
    via === 'branch' ||
    (via === 'compare' && parent !== null && bodyOf(parent.fn).kind(parent.ordinal) === Kind.Unary);
  return takesOne && (below.length > 0 || chain.every(isValue));
}

const isBelow = (node: Node, ancestor: Node): boolean => {
  for (let at = node.parent; at; at = at.parent) if (at === ancestor) return true;
  return false;
};

/** What is bought in a platform's own store costs what that store says. */
const isDevice = ({ classes }: Found): boolean => classes.every((own) => own === 'device');
