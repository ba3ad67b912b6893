/** Whether a person gets to see a value, and whether the same answer or component says how it came about. */
import { EntryKind, Kind, NONE } from '../../ir';
import type { PricingPolicy } from '../../policy';
import type { Dependence } from '../../rule/dependence';
import type { Body, Spot } from '../bodies';
import { nameOfCallee } from '../named';
import { registrationOf } from './step-parameters';
import type { Walking } from './steps';

const ANSWERS =
  /^(json|jsonp|send|render|reply|respond|write|end|html|view)$|^(send|email|mail|notify|push|publish|reply|respond|show|display)[A-Z_]/;
const FIELD =
  /^(price_?reasons?|reasons?|personali[sz]ed|is_?personali[sz]ed|disclosure|pricing_?basis|price_?basis|algorithmic_?pricing|price_?explanation|price_?factors|why)/i;
const COMPONENT =
  /(Disclosure|PricingNotice|PriceNotice|PriceReason|PriceExplanation|PersonalisedPrice|PersonalizedPrice|WhyThisPrice)/;
const TEXT =
  /set by an algorithm|algorithm using your|personali[sz]ed (price|offer)|(based|depends) on (your|how (often|much|long) you|what you|(the )?(credit (score|history|rating)|income|age|location|(purchase|browsing|order) history))\b|because (you|of your)|tailored to you|we use your \w+( \w+)? to (set|work out|calculate)/i;
const DEPTH = 8;

export function seenBy(parts: Walking, spot: Spot, policy: PricingPolicy): Dependence['shown'] {
  const body = parts.bodies.of(spot.fn);
  if (!reachesPerson(parts, body, spot.ordinal, DEPTH)) return 'no';
  return isDisclosed(parts, spot.fn, policy) ? 'disclosed' : 'undisclosed';
}

/** An answer to a request, a message, or an element. */
function reachesPerson(parts: Walking, body: Body, ordinal: number, depth: number): boolean {
  if (depth === 0) return false;
  if (body.returns().some((at) => body.operand(at, 0) === ordinal) && answersRequest(parts, body)) return true;
  for (const user of usersOf(body).get(ordinal) ?? []) {
    const kind = body.kind(user);
    if (kind === Kind.Element) return true;
    if (kind === Kind.Call) {
      const name = body.name(user, 1) || nameOfCallee(body, user);
      const isArgument = body.operand(user, 0) !== ordinal;
      if (isArgument && ANSWERS.test(name)) return true;
      if (isArgument && !/^(format|String|toString|round|max|min|stringify|toFixed)/i.test(name)) continue;
    }
    if (kind === Kind.Store || kind === Kind.Branch) continue;
    if (reachesPerson(parts, body, user, depth - 1)) return true;
  }
  return false;
}

/** `defineEventHandler(async (event) => …)`, `t.procedure.query(…)`, `app.get('/offer', async () => …)`; `resolve` of a field. */
const HANDLES = /^(define\w*Handler|(cached)?[eE]ventHandler|lazyEventHandler)$/;
const SERVES = /^(get|post|put|patch|all|route)$/;

/** What fills a page: `load` of SvelteKit, `loader` of a route, `getServerSideProps`. */
const isLoader = (name: string, path: string): boolean =>
  /^get(ServerSide|Static|Initial)Props$/.test(name) ||
  (name === 'load' && /(^|\/)\+(page|layout)(\.server)?\.[jt]s$/.test(path)) ||
  (/^(client)?[lL]oader$/.test(name) && /(^|\/)routes\//.test(path));

function isHandler(parts: Walking, fn: number): boolean {
  const at = registrationOf(parts, fn);
  if (!at) return false;
  const body = parts.bodies.of(at.fn);
  const method = body.name(at.ordinal, 1);
  if (method === '') return HANDLES.test(nameOfCallee(body, at.ordinal));
  if (SERVES.test(method)) return body.text(body.operand(at.ordinal, 4))?.startsWith('/') ?? false;
  return /^(query|mutation)$/.test(method);
}

/** `@Get('offer') offer() { … }`: what the method gives back is the answer. */
function answersRequest(parts: Walking, { fn, index, reader }: Body): boolean {
  const { bodies } = parts;
  const { functions, classes } = reader.module;
  const own = functions[index];
  if (isHandler(parts, fn) || isLoader(own.name, reader.module.path)) return true;
  if (own.kind !== 'method' || own.class < 0) return false;
  const outer = bodies.of(fn - index + Math.max(0, own.parent));
  return classes[own.class].decorators.some(
    ({ member, parameter, value }) =>
      member === own.name &&
      parameter < 0 &&
      outer.kind(value) === Kind.Call &&
      /^(Get|Post|Put|Patch|All)$/.test(nameOfCallee(outer, value)),
  );
}

const users = new WeakMap<Body, Map<number, number[]>>();

/** Instructions that put a value into something or hand it on. */
export function usersOf(body: Body): Map<number, number[]> {
  const known = users.get(body);
  if (known) return known;
  const out = new Map<number, number[]>();
  const use = (value: number, by: number): void => {
    if (value === NONE) return;
    const list = out.get(value);
    if (list) list.push(by);
    if (!list) out.set(value, [by]);
  };
  for (let i = 0; i < body.reader.count; i++) {
    switch (body.kind(i)) {
      case Kind.Object:
        for (let n = 0; body.operand(i, n + 2) !== NONE; n += 3) use(body.operand(i, n + 2), i);
        break;
      case Kind.Array:
        for (let n = 1; body.operand(i, n) !== NONE; n += 2) use(body.operand(i, n), i);
        break;
      case Kind.Call:
        use(body.operand(i, 0), i);
        for (let n = 4; body.operand(i, n) !== NONE; n++) use(body.operand(i, n), i);
        break;
      case Kind.Await:
      case Kind.Cast:
        use(body.operand(i, 0), i);
        break;
      case Kind.Template:
        for (let n = 1; body.operand(i, n) !== NONE; n += 2) use(body.operand(i, n), i);
        break;
      case Kind.Phi:
        for (let n = 1; body.operand(i, n) !== NONE; n += 2) use(body.operand(i, n), i);
        break;
      case Kind.Element:
        for (let n = 5; n < 3 + body.operand(i, 2) * 3; n += 3) use(body.operand(i, n), i);
        for (let n = 3 + body.operand(i, 2) * 3; body.operand(i, n) !== NONE; n++) use(body.operand(i, n), i);
        break;
    }
  }
  users.set(body, out);
  return out;
}

/** A word about it anywhere in the function and those written in it. */
function isDisclosed({ program, bodies, frames }: Walking, fn: number, policy: PricingPolicy): boolean {
  const module = program.moduleOf[fn];
  const root = frames.rootOf(fn);
  const { functions } = program.modules[module];
  const isInside = (index: number): boolean => {
    for (let at = index; at >= 0; at = functions[at].parent) if (program.base[module] + at === root) return true;
    return false;
  };
  return functions.some(
    (_, index) =>
      (root === program.base[module] ? index === fn - root : isInside(index)) &&
      speaks(bodies.of(program.base[module] + index), policy),
  );
}

function speaks(body: Body, policy: PricingPolicy): boolean {
  const isField = (name: string): boolean =>
    FIELD.test(name) || (policy.disclosureField !== '' && name === policy.disclosureField);
  for (let i = 0; i < body.reader.count; i++) {
    const kind = body.kind(i);
    if (kind === Kind.Object) {
      for (let n = 0; body.operand(i, n + 2) !== NONE; n += 3)
        if (body.operand(i, n) === EntryKind.Static && isField(body.name(i, n + 1)) && !isEmpty(body, body.operand(i, n + 2)))
          return true;
    }
    if (kind === Kind.Set && isField(body.name(i, 1))) return true;
    if (kind === Kind.Element) {
      const tag = body.name(i, 0);
      if (COMPONENT.test(tag) || (policy.disclosureComponent !== '' && tag === policy.disclosureComponent)) return true;
    }
    const isSaid = (text: string): boolean =>
      TEXT.test(text) || (policy.disclosureText !== '' && text.includes(policy.disclosureText));
    if (textsAt(body, i).some(isSaid)) return true;
  }
  return false;
}

/** A literal text, or the written parts of one into which values are put: the letter with a quote. */
function textsAt(body: Body, i: number): string[] {
  if (body.kind(i) === Kind.Const) return [body.text(i) ?? ''];
  const out: string[] = [];
  if (body.kind(i) === Kind.Template) for (let n = 0; body.operand(i, n) !== NONE; n += 2) out.push(body.name(i, n));
  return out;
}

const isEmpty = (body: Body, i: number): boolean => body.text(i) === '' || body.isNothing(i);
