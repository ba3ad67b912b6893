/** Where those who refuse a consent are shut out: an error, a payment that is asked for, a page that is blocked. */
import { EntryKind, Flag, Kind, NONE, OPERATORS } from '../../ir';
import { symbolOf } from '../../link/program';
import { extentOf, placeOf } from '../../places';
import type { Config } from '../../policy';
import type { Denial } from '../../rule/dependence';
import { outcomeOf, type ActingParts } from './acting';
import type { Body } from '../bodies';
import { conditionsBefore } from '../influence/deciders';
import { createTakes, type Taken } from '../influence/dependences';
import { chainOf } from '../influence/influence';
import { choiceName } from '../guards/wording';
import { namesAround, nameOfCallee, wordsOfCall } from '../named';
import { textsIn } from './outcomes';
import { isPaper } from './papers';
import { entriesOf } from '../parts';
import type { Site } from '../influence/site';
import { isIncentive } from '../prices/pricing';
import { registrationOf } from '../influence/step-parameters';
import type { Walking } from '../influence/steps';
import { wordSet, wordsOf } from '../../words';

const REFUSES =
  /(Forbidden|PaymentRequired|Unauthorized|BadRequest|Http|HTTP)\w*(Exception|Error)$|^(HTTPError|HTTPException|ApiError)$/;
const CODES = new Set(['402', '403', '451']);
const AWAY =
  /block|denied|forbidden|no-?access|unavailable|goodbye|paywall|upgrade|leave|bye$|closed|gesperrt|verweigert|kein-?zugang|bloque|bloqueado|acces-?refuse|acceso-?denegado|geblokkeerd|bloccat|zablokowan|(cookies?|consent|tracking)[-_]?(required|wall)/i;
const GOES = /^(redirect|permanentRedirect|push|replace|navigate|navigateTo|goto)$/;
const LINKS = /^(Navigate|Redirect)$/;
/** What needs the consent: to ask for it there is no penalty. */
const NEEDS =
  /newsletter|marketing|campaign|track|analytic|advert|pixel|profil|personali[sz]|recommend|share|export|train|enrich|replay|consent|cookie|telemetry|subscri/i;
const NO = /^(false|denied|deny|rejected|declined|refused|no|none|necessary|off|withdrawn|revoked)$/i;
const OUT = /opt(ed)? ?out|do ?not|denied|reject|refus/i;

/** Cheap: names that a refusal to serve comes with. */
export const mayDeny = (name: string): boolean =>
  name.length <= 60 &&
  (REFUSES.test(name) ||
    GOES.test(name) ||
    LINKS.test(name) ||
    /^(status|statusCode|sendStatus|code|throw|(Next)?Response|json|path|name)$/.test(name));

export function createDenials(
  parts: ActingParts & { config(path: string): Config },
  functions: () => readonly number[],
): () => readonly Denial[] {
  const takes = createTakes(parts, parts.attributes, () => []);
  let answer: Denial[] | null = null;
  const solve = (): Denial[] =>
    functions().flatMap((fn) => {
      const body = parts.bodies.of(fn);
      const out: Denial[] = [];
      const { path } = body.reader.module;
      if (isIncentive(parts.config(path).pricing.financialIncentives, [path, ...namesAround(body)])) return out;
      const isExcused = createExcuses(body);
      for (let i = 0; i < body.reader.count; i++) {
        const how = denialAt(parts, body, i);
        if (!how) continue;
        const conditions = conditionsBefore(body, i);
        const site: Site = { fn, ordinal: i, name: 'access', value: i, amount: 'sure', shown: false, starts: conditions };
        const one = takes
          .of(site)
          .find(
            (each) => each.found.classes.includes('consent') && isOwnChoice(parts, body, each) && isRefusal(parts, site, each),
          );
        if (!one || isExcused(i, one)) continue;
        const { attribute, path: steps } = takes.dependence(one, 'decision');
        const at = placeOf(parts.program, fn, i);
        out.push({
          at,
          extent: extentOf(parts.program, fn, i),
          symbol: symbolOf(parts.program, fn),
          words: how,
          how,
          attribute,
          confidence: 'high',
          path: [...steps.slice(0, -1), { at, words: 'those who refuse are shut out here' }],
        });
      }
      return out;
    });
  return () => (answer ??= solve());
}

function denialAt(parts: Walking, body: Body, i: number): Denial['how'] | null {
  switch (body.kind(i)) {
    // What a guard of routes gives back is where it leads: `router.beforeEach((to) => ({ path: '/blocked' }))`.
    case Kind.Return:
      return body.operand(i, 0) !== NONE &&
        placesAt(body, body.operand(i, 0)).some((text) => AWAY.test(text)) &&
        isRouteGuard(parts, body.fn)
        ? 'redirect'
        : null;
    case Kind.Throw: {
      const value = body.operand(i, 0);
      return body.kind(value) === Kind.Call && body.has(value, Flag.New) && REFUSES.test(nameOfCallee(body, value))
        ? 'error'
        : null;
    }
    case Kind.Call: {
      const name = body.name(i, 1) || nameOfCallee(body, i);
      const first = body.operand(i, 4);
      if (/^((Next)?Response|json)$/.test(name)) return answersWith(body, body.operand(i, 5)) ? 'error' : null;
      // `c.json({ error }, 403)`, `ctx.throw(403, …)`
      if (/^(status|sendStatus|code|throw)$/.test(name))
        return first !== NONE && CODES.has(body.name(first, 1)) && body.kind(first) === Kind.Const ? 'error' : null;
      return GOES.test(name) && placesIn(body, i).some((text) => AWAY.test(text)) ? 'redirect' : null;
    }
    // `ctx.status = 402`
    case Kind.Set: {
      const value = body.operand(i, 2);
      const isStatus = !body.has(i, Flag.Computed) && /^(status|statusCode)$/.test(body.name(i, 1));
      return isStatus && value !== NONE && body.kind(value) === Kind.Const && CODES.has(body.name(value, 1)) ? 'error' : null;
    }
    case Kind.Element:
      if (!LINKS.test(body.name(i, 0))) return null;
      for (let n = 0; n < body.operand(i, 2); n++)
        if (body.operand(i, 3 + n * 3) === EntryKind.Static && AWAY.test(body.text(body.operand(i, 5 + n * 3)) ?? ''))
          return 'redirect';
      return null;
    default:
      return null;
  }
}

/** Where a call leads: a text, `{ pathname: '/blocked' }`, `new URL('/blocked', request.url)`. */
function placesIn(body: Body, call: number): string[] {
  const first = body.operand(call, 4);
  if (first === NONE) return [];
  const isUrl = body.kind(first) === Kind.Call && body.has(first, Flag.New) && nameOfCallee(body, first) === 'URL';
  if (isUrl) return textsIn(body, first);
  return body.kind(first) === Kind.Object ? placesAt(body, first) : textsIn(body, call);
}

/** `{ path: '/blocked' }` and a text. */
function placesAt(body: Body, first: number): string[] {
  if (body.kind(first) !== Kind.Object) return [body.text(first) ?? ''];
  return entriesOf(body, first).flatMap(({ name, value }) => (LEADS.test(name) ? [body.text(value) ?? ''] : []));
}
const isRouteGuard = (parts: Walking, fn: number): boolean => {
  const at = registrationOf(parts, fn);
  return at !== null && /^before(Each|Enter|Resolve|RouteEnter)$/.test(parts.bodies.of(at.fn).name(at.ordinal, 1));
};
const LEADS = /^(path(name)?|name|url|to|href|route|screen)$/;

/** `{ status: 402 }` of a response. */
function answersWith(body: Body, options: number): boolean {
  if (options === NONE) return false;
  if (body.kind(options) !== Kind.Object) return body.kind(options) === Kind.Const && CODES.has(body.name(options, 1));
  for (let n = 0; body.operand(options, n + 2) !== NONE; n += 3)
    if (body.operand(options, n) === EntryKind.Static && body.name(options, n + 1) === 'status')
      return CODES.has(body.name(body.operand(options, n + 2), 1));
  return false;
}

/** Whether a function shuts somebody out there for another reason than a choice. */
function createExcuses(body: Body): (denial: number, one: Taken) => boolean {
  const isNamed = namesAround(body).some((name) => NEEDS.test(name) && !/wall$/i.test(name));
  let needing: number[] | null = null;
  let failures: number[] | null = null;
  const calls = (): number[] => (needing ??= within(body).filter((i) => body.kind(i) === Kind.Call && needsIt(body, i)));
  const catches = (): number[] => (failures ??= within(body).filter((i) => body.kind(i) === Kind.Catch));
  return (denial, { node }) => {
    // By which the choice itself is read is no use of it: `await consentOf(request)`.
    const reads = chainOf(node).flatMap(({ fn, ordinal }) => (fn === body.fn ? [ordinal] : []));
    if (isNamed || calls().some((i) => i !== denial && !reads.includes(i) && !READS.test(wordsOfCall(body, i)))) return true;
    const cfg = body.cfg();
    // What is thrown where something failed answers the failure.
    return catches().some((i) => i < denial && cfg.dominates(cfg.blockOf[i], cfg.blockOf[denial]));
  };
}

const within = (body: Body): number[] => Array.from({ length: body.reader.count }, (_, i) => i);

const READS = /consents?(Of|For|State|Status|Settings|Preferences)?$|^cookies$/i;

/** The function does what the consent is for. */
function needsIt(body: Body, call: number): boolean {
  const words = wordsOfCall(body, call);
  // `consentOf(request)` asks for the choice.
  if (choiceName(body.name(call, 1) || nameOfCallee(body, call)) !== null) return false;
  return NEEDS.test(words) && !ASKS_FOR.test(words.split('.').at(-1) ?? '');
}

/** `consents.of(user.id)`, `readConsent()` */
const ASKS_FOR = /^(has|is|get|check|require|use|read|load|fetch|parse|find|of$|for$|current|state$|lookup)/;

/** A yes or no to what is done with one's data; not a paper that says who may see whose, nor what the function is for. */
function isOwnChoice(parts: Walking, body: Body, one: Taken): boolean {
  const { found } = one;
  // How many of a list said yes is asked by whoever sends them something.
  if (chainOf(one.node).some(({ adds, via }) => adds === true || via === 'count')) return false;
  if (isPaper(parts, body, one)) return false;
  const last = found.words.replace(/\(\)$/, '').split('.').at(-1) ?? '';
  const topic = wordsOf(last).filter((word) => !ASKING.has(word));
  if (topic.length === 0) return true;
  return !within(body).some((i) => {
    if (body.kind(i) !== Kind.Call) return false;
    const name = body.name(i, 1) || nameOfCallee(body, i);
    return name !== last && wordsOf(name).some((word) => topic.includes(word));
  });
}
const ASKING = wordSet(
  'has have is get check require ensure with user customer consent opt in out allow accept agree give given privacy data',
);

/** It happens to those who say no. */
function isRefusal({ bodies }: Walking, site: Site, { found, node }: Taken): boolean {
  const [first, ...rest] = chainOf(node);
  const body = bodies.of(site.fn);
  const runs = first.fn === site.fn ? outcomeOf(body, first.ordinal, site.ordinal) : null;
  if (runs === null) return false;
  let isYes = !OUT.test(`${found.title} ${found.words}`);
  for (const { fn, ordinal } of [first, ...rest]) {
    const own = bodies.of(fn);
    const operator = OPERATORS[own.operand(ordinal, 0)];
    if (own.kind(ordinal) === Kind.Unary && operator === '!') isYes = !isYes;
    if (own.kind(ordinal) !== Kind.Binary) continue;
    if (operator === '!==' || operator === '!=') isYes = !isYes;
    const sides = [1, 2].map((n) => own.operand(ordinal, n));
    if (sides.some((side) => own.kind(side) === Kind.Const && NO.test(own.name(side, 1)))) isYes = !isYes;
  }
  return isYes !== runs;
}
