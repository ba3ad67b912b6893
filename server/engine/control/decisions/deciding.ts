/** All decisions about people in a project that depend on a protected attribute or on what stands for one. */
import type { Attributes } from '../../attributes';
import { Flag, Kind, LiteralKind, OPERATORS, NONE, isComparison } from '../../ir';
import type { Config, DecisionPolicy } from '../../policy';
import type { AttributeClass, Dependence } from '../../rule/dependence';
import { wordsOf } from '../../words';
import type { Bodies, Body } from '../bodies';
import { createPersons } from '../influence/candidates';
import { createTakes, type Taken, type Takes } from '../influence/dependences';
import { isOfListAsked } from '../influence/elements';
import { withOthers } from '../influence/others';
import { limitOf } from '../influence/sides';
import { chainOf, type Node } from '../influence/influence';
import { lastName, namesAround, nameOfCallee } from '../named';
import { argumentsOf, onlyValueOf } from '../parts';
import type { Walking } from '../influence/steps';
import { isOfDecided } from './decided-before';
import { isOfFilledIn } from './filled-in';
import { isBand, isGate, isInYears, isMinimumAge } from './gates';
import {
  isAboutTwo,
  isAskedBeforeTwo,
  isHeldAgainstWish,
  isIdentifying,
  isIdentity,
  isOfOneDomain,
  isOfTwo,
  isOnKeptList,
  namesOf,
  WISH,
} from './held-against';
import { isOnlyCounted } from './only-counted';
import { isOptional } from './optional';
import { isProof } from './proofs';
import { isAlwaysSaid, isHeldInRows } from './records';
import { isLeftByCode, isOwnOfRow } from './left';
import { putsGroupFirst } from './selections';
import { isAboutPerson, isByMatch, isMeasuredByNeed, isOfListedThings, isOfMatch, isOfThings, settingOf } from './setting';
import { verdictsIn, type Verdict } from './verdicts';
import { isWording } from './wording';

export interface DecidingParts extends Walking {
  attributes: Attributes;
  config(path: string): Config;
}

export const DECISIVE: readonly AttributeClass[] = ['protected', 'proxy'];

/** Figures about groups are how bias is found; doses and reference ranges differ by body. */
const APART =
  /bias|fairness|disparity|parity|fourfifths|impactratio|demographic|audit|dose|dosage|clinical|egfr|creatinine|(?<!su)bmi|complet(ion|eness)|metabol|calorie|reference|pediatric|vaccin|accommodat|accessib/i;
const GATE =
  /legal|min_?age|minimum_?age|of_?age|drinking|is_?adult|is_?minor|underage|age_?limit|age_?gate|age_?restrict|over_?18|under_?18|under_?16|majority/i;
/** Said to somebody: "Rank …", "Please assess …", "your task is to score …"; a match score is none. */
const TASK =
  /(?:^|[.!?:;\n*•–-]\s*|\b(?:please|to|must|should|will|then|and|now|also|critically|carefully|objectively)\s+)(rank|rate|score|assess|evaluate|shortlist|hire|approve|reject|eligib\w*|select|recommend|screen|judge|decide|prioriti[sz]e)\b(?!\s*[:=])/i;
const PEOPLE =
  /\b(applicants?|candidates?|employees?|customers?|borrowers?|tenants?|students?|patients?|cvs?|resumes?|résumés?|claimants?|drivers?|person|people|users?|members?|renters?)\b/i;
/** "Rank these applicants": the task and the people stand together. */
const asksToJudge = (text: string): boolean => {
  for (const found of text.matchAll(new RegExp(TASK.source, 'gi'))) {
    const near = text.slice(Math.max(0, found.index - 60), found.index + 80);
    if (PEOPLE.test(near) && !GIVES.test(text.slice(found.index, found.index + 80))) return true;
  }
  return false;
};
/** "Recommend classes for the student": something is found for a person, and the person is not judged. */
const GIVES =
  /^\W*(?:\w+\W+){0,2}?(recommend|suggest|select|decide|prioriti[sz]e)\W+(?!(?:the |these |those |which |all |only |best |top |\d+ )*(?:applicant|candidate|employee|customer|borrower|tenant|student|patient|cv|resume|claimant|driver|person|people|user|member|renter))(?:\w+\W+){1,6}?(?:for|to|based on|matching|suited)\b/i;
/** Choices that hang on choices: as for prices. */
const FAR = 3;
const RANKS = /rank|order|sort|priorit|shortlist|top|best|first/i;
const IDENTIFYING = /verif|kyc|identif|same_?person|(dob|birth|name|identity)s?_?(match|equal)/i;
/** What often stands for something else, and counts only where a machine is given it. */
const FAINT = new Set(['person-name', 'photo-voice', 'postal-address']);
/** In a town or a state people of all kinds live. */
const TOWN = /(^|\.|_)(city|town|state|country|region|county|province)$/i;

export function createDeciding(parts: DecidingParts, functions: () => readonly number[]): () => readonly Dependence[] {
  const verdicts = new Map<number, readonly Verdict[]>();
  const persons = createPersons(parts.program, (name) => parts.attributes.mayBe(name, ['protected']));
  const verdictsOf = (fn: number): readonly Verdict[] => {
    const known = verdicts.get(fn);
    if (known) return known;
    const body = parts.bodies.of(fn);
    const isApart = namesAround(body).some((name) => APART.test(name));
    const hasPersons = persons(parts.program.moduleOf[fn]);
    const found = isApart ? [] : verdictsIn(parts.program, body).filter((verdict) => hasPersons || !verdict.graded);
    verdicts.set(fn, found);
    return found;
  };
  const takes = createTakes(parts, parts.attributes, verdictsOf);
  let answer: Dependence[] | null = null;

  const solve = (): Dependence[] => {
    const taken = new Map<string, Dependence>();
    const homes = new Map<string, number>();
    for (const fn of functions()) {
      for (const verdict of verdictsOf(fn)) {
        for (const one of takesOf(parts, takes, verdict)) {
          const { spot } = one.found;
          const key = `${spot.fn}:${spot.ordinal}:${one.found.words}`;
          const before = homes.get(key);
          // Of several that one attribute reaches, as through a field, the one beside it tells of it.
          if (before !== undefined && (before === spot.fn || fn !== spot.fn)) continue;
          homes.set(key, fn);
          taken.set(key, dependence(parts, takes, verdict, one));
        }
      }
    }
    // Steps of one score by one attribute (`if (age < 46) score += 20; else if …`) are one story.
    const once = new Map<string, Dependence>();
    for (const [key, one] of taken) {
      const story = `${homes.get(key)}:${one.value}:${one.attribute.words}:${one.form}`;
      if (!once.has(story)) once.set(story, one);
    }
    return withOthers([...once.values()]);
  };
  return () => (answer ??= solve());
}

function takesOf(parts: DecidingParts, takes: Takes, verdict: Verdict): Taken[] {
  const { takesIn } = verdict;
  const texts: string[] = [];
  const pass = (node: Node): void => {
    const body = parts.bodies.of(node.fn);
    if (!isContent(parts, node)) return;
    if (body.kind(node.ordinal) === Kind.Template)
      for (let n = 0; body.operand(node.ordinal, n) !== NONE; n += 2) texts.push(body.name(node.ordinal, n));
    const text = body.text(node.ordinal);
    if (text !== null) texts.push(text);
  };
  const records = takesIn === 'model' || takesIn === 'prompt' ? { records: ['protected'] as const } : {};
  const all = takes
    .of(
      verdict,
      takesIn === 'prompt' ? { ...records, pass } : { ...records, own: true, valued: takesIn === '' ? 'decided' : 'handed' },
    )
    .filter(({ node }) => !node.claimed);
  const said = texts.join('\n');
  if (takesIn === 'prompt' && !asksToJudge(said)) return [];
  return all.filter(({ found, node }) => {
    if (!found.classes.some((own) => DECISIVE.includes(own))) return false;
    if (isOfListAsked(parts.bodies, node) || isWording(parts, verdict, { found, node })) return false;
    if (isOwnOfRow(parts.bodies, verdict, node) || isHeldInRows(parts, { found, node })) return false;
    if (verdict.isLeft && !isLeftByCode(parts, takes.owners, { found, node })) return false;
    if (isOfThings(verdict, found) || isMeasuredByNeed(parts, { site: verdict, found, node })) return false;
    // A postcode is a shop's as well.
    const isProtected = found.classes.includes('protected');
    if (!isProtected && takesIn === '' && !found.ofPerson && !isAboutPerson(parts, verdict, found)) return false;
    if (FAINT.has(found.category) && !isProtected)
      return takesIn === '' ? isAmongNames(parts, found, node) : !TOWN.test(found.words);
    if (!verdict.graded) return true;
    return found.ofPerson && !isByMatch(parts, node) && !isOfMatch(parts, verdict, node) && !isOfListedThings(parts, node);
  });
}

/** `FOREIGN_NAMES.includes(applicant.firstName)`: a name that is held against a list of names; in `name.includes(term)` one is looked for. */
const isAmongNames = ({ bodies }: Walking, { category, words }: Taken['found'], node: Node): boolean =>
  category === 'person-name' &&
  !/company|user_?name|display/i.test(words) &&
  chainOf(node).some(({ fn, ordinal, parent }) => {
    if (parent?.fn !== fn) return false;
    const body = bodies.of(fn);
    const call = parent.ordinal;
    if (body.kind(call) !== Kind.Call || !/^(includes|has)$/.test(body.name(call, 1))) return false;
    const list = body.operand(call, 0);
    return argumentsOf(body, call).includes(ordinal) && /names?$/i.test(lastName(body, list)) && !isOfOthers(bodies, body, list);
  });

/** `new Set(entered.map((one) => one.name))`: whether somebody is there already. */
function isOfOthers(bodies: Bodies, body: Body, list: number): boolean {
  const only = body.kind(list) === Kind.Load ? onlyValueOf(bodies, body, list) : { home: body, value: list };
  if (!only || only.home.kind(only.value) !== Kind.Call) return false;
  const { home, value } = only;
  const held = home.has(value, Flag.New) ? home.operand(value, 4) : value;
  return held !== NONE && home.kind(held) === Kind.Call && /^(map|flatMap)$/.test(home.name(held, 1));
}

/** It stands in the prompt itself; what a table is asked for, and what is said where something failed, does not. */
const isContent = ({ bodies }: Walking, node: Node): boolean =>
  chainOf(node).every(({ via, parent }) => {
    if (via !== 'call' || parent === null) return CONTENT.has(via);
    const body = bodies.of(parent.fn);
    return body.kind(parent.ordinal) === Kind.Call && WRITES.test(body.name(parent.ordinal, 1));
  });
const CONTENT: ReadonlySet<Node['via']> = new Set(['same', 'text', 'arithmetic']);
const WRITES = /^(join|trim\w*|concat|replace(All)?|slice|substring|map|flatMap|flat|filter|push|append|stringify|toString|add)$/;

function dependence(parts: DecidingParts, takes: Takes, verdict: Verdict, one: Taken): Dependence {
  const base = takes.dependence(one, 'decision');
  const form = verdict.takesIn === 'model' ? 'model-feature' : verdict.takesIn === 'prompt' ? 'prompt' : base.form;
  const excuse = excuseOf(parts, verdict, one, parts.config(base.at.path).decisions) || (base.excuse === 'place' ? 'place' : '');
  return { ...base, form, excuse: excuse || (base.excuse === 'concession' ? '' : base.excuse) };
}

function excuseOf(parts: DecidingParts, verdict: Verdict, { found, node }: Taken, policy: DecisionPolicy): string {
  const { bodies } = parts;
  const chain = chainOf(node);
  if (chain.filter(({ via }) => via === 'branch').length > FAR) return 'far';
  if (isAlwaysSaid(bodies, verdict, chain)) return 'record';
  if (isProof(bodies, verdict, chain)) return 'granted';
  if (isOfDecided(parts, verdict) || isOnlyCounted(parts, verdict)) return 'report';
  if (isOfFilledIn(parts, parts.attributes, verdict, { site: verdict, found, node })) return 'filled-in';
  // The order of a list is a decision where it ranks people.
  const isOrder = chain.some(({ via }) => via === 'comparator');
  if (isOrder && !verdict.graded && !RANKS.test(verdict.name) && !putsGroupFirst(bodies, verdict.name, node)) return 'order';
  const isAge = found.category === 'age' || found.category === 'birth-date' || found.category === 'minor-flag';
  if (found.category === 'minor-flag') return 'legal-gate';
  // By whose name somebody signs in is told by the address.
  if (
    found.title === 'email domain' &&
    (aroundOf(parts, verdict).some((name) => SIGNS_IN.test(name)) || isOnKeptList(bodies, chain))
  )
    return 'access';
  // `GET /admissions?school=…`: what whoever asks wants to see.
  if (ASKED.test(found.words) && chain.some(({ via }) => via === 'predicate')) return 'preference';
  const last = found.words.slice(found.words.lastIndexOf('.') + 1);
  if (policy.audited.some((id) => id === last || id === found.category)) return 'audited';
  // A child of seven is in the second grade.
  if (isAge && /\bgrade( level)?$/.test(wordsOf(verdict.name).join(' '))) return 'year';
  const measure = chain.findLast(({ fn, ordinal }) => isInYears(bodies.of(fn), ordinal));
  for (const at of chain) {
    const body = bodies.of(at.fn);
    const kind = body.kind(at.ordinal);
    if (!isOrder && (isOfTwo(parts, body, at.ordinal, found) || isOfOneDomain(bodies, at, found))) return 'preference';
    if (at.via === 'branch' && isAskedBeforeTwo(parts, body, at.ordinal, found)) return 'preference';
    if (kind === Kind.Call) {
      const name = body.name(at.ordinal, 1) || nameOfCallee(body, at.ordinal);
      if (isIdentifying(found) && IDENTIFYING.test(name)) return 'identity';
      if (isHeldAgainstWish(bodies, at, chain) || isAboutTwo(parts.frames, body, at.ordinal)) return 'preference';
      if (policy.legalGates.includes(name) || (isAge && GATE.test(name))) return 'legal-gate';
      // `gte(people.age, 18)`: a condition of a query.
      if (isAge && /^(gte?|lte?)$/.test(name) && argumentsOf(body, at.ordinal).some((own) => isGate(numberOf(body, own))))
        return 'legal-gate';
    }
    if (kind !== Kind.Binary || !isComparison(body.operand(at.ordinal, 0))) continue;
    const names = [1, 2].map((n) => namesOf(bodies, body, body.operand(at.ordinal, n)));
    if (names.some((name) => WISH.test(name)) || isOptional(body, at.ordinal, sideOf(chain, at))) return 'preference';
    if (/^(===?|!==?)$/.test(OPERATORS[body.operand(at.ordinal, 0)]) && isIdentity(found, names)) return 'identity';
    if (!isAge) continue;
    const { value } = limitOf(body, at.ordinal);
    const operator = OPERATORS[body.operand(at.ordinal, 0)];
    // Before that it is points that are held against a number.
    const isItself = measure === undefined ? !isOfPoints(chain, at) : at === measure;
    const isOfLaw = isItself && isGate(value) && operator !== '===' && !isBand(body, at.ordinal);
    if (isOfLaw || names.some((name) => GATE.test(name))) return 'legal-gate';
    if (isMinimumAge(bodies, verdict, at)) return 'legal-gate';
  }
  return settingOf(parts, verdict, { found, node });
}

/** What is held against a number there is looked up, or chosen, by the attribute: points, and no years. */
const isOfPoints = (chain: readonly Node[], at: Node): boolean =>
  chain.slice(chain.indexOf(at) + 1).some(({ via }) => via === 'lookup' || via === 'branch');

/** The operand by which the chain goes on. */
const sideOf = (chain: readonly Node[], at: Node): number => chain.find(({ parent }) => parent === at)?.ordinal ?? NONE;

const ASKED = /(^|\.)(query|searchParams)\.\w+$/;
const SIGNS_IN = /sso|saml|oidc|oauth|auth|sign_?(in|up)|log_?in|register|idp/i;
const aroundOf = ({ bodies }: Walking, { fn }: Verdict): string[] => {
  const body = bodies.of(fn);
  return [...namesAround(body), ...body.reader.module.path.split('/').slice(-3)];
};

const numberOf = (body: Body, i: number): number | null =>
  body.kind(i) === Kind.Const && body.operand(i, 0) === LiteralKind.Number ? Number(body.name(i, 1)) : null;
