/** How a value takes an attribute: in which form, how sure that is, and which names are on the way. */
import { Kind, NONE } from '../../ir';
import type { Confidence } from '../../rule';
import type { Form } from '../../rule/dependence';
import type { Body } from '../bodies';
import { lastName, nameOfCallee } from '../named';
import { chainOf, type Node } from './influence';
import { asksPriceAt } from './remote';
import type { Site } from './site';

const MODEL = /predict|score|classif|infer|model|estimat|rank|recommend|evaluat|propensity|uplift|complete|generate/i;
const QUOTE = /quote|price|fare|offer|premium|rate|discount|coupon|rebate/i;
/** Questions and conversions: what they answer is as sure as what they were asked. */
const PLAIN = /^(is|has|are|was|calc|get|to|parse|format|age|years?|differenceIn|diff|Date|Number|String|Boolean|new)/;
/** How the value takes it, how sure that is, and the names on the way. */
export function formOf(bodyOf: (fn: number) => Body, hit: Node): { form: Form; confidence: Confidence; names: string[] } {
  const chain = chainOf(hit);
  const names: string[] = [];
  let confidence: Confidence = 'high';
  let form: Form = 'arithmetic';
  const has = (via: Node['via']): boolean => chain.some((node) => node.via === via);
  if (has('predicate')) form = 'filter';
  if (has('comparator')) form = 'comparator';
  if (has('lookup')) form = 'lookup';
  if (has('branch')) form = 'branch';
  chain.forEach((node, at) => {
    const body = bodyOf(node.fn);
    const next = chain[at + 1];
    if (body.kind(node.ordinal) === Kind.Get || body.kind(node.ordinal) === Kind.Load) names.push(lastName(body, node.ordinal));
    if (body.kind(node.ordinal) !== Kind.Call) return;
    const name = body.name(node.ordinal, 1) || nameOfCallee(body, node.ordinal);
    names.push(name, ...receivers(body, node.ordinal));
    if (!next || next.via !== 'call') return;
    const isArgument = next.ordinal !== body.operand(node.ordinal, 0);
    if (MODEL.test(name)) {
      form = 'score';
      confidence = 'medium';
    }
    const isRemote = isArgument && (QUOTE.test(name) || asksPriceAt(body, node.ordinal));
    if (isRemote && form !== 'score') form = 'remote';
    if (isArgument && (isRemote || !PLAIN.test(name))) confidence = 'medium';
  });
  return { form, confidence, names: names.filter((name) => name !== '') };
}

function receivers(body: Body, call: number): string[] {
  const out: string[] = [];
  let at = body.operand(call, 0);
  for (let depth = 0; depth < 4 && at !== NONE; depth++) {
    out.push(lastName(body, at));
    if (body.kind(at) !== Kind.Get) break;
    at = body.operand(at, 0);
  }
  return out;
}

/** Names in the expression of the value: of constants and helpers ("SENIOR_DISCOUNT"). */
export function namesNear(body: Body, site: Site): string[] {
  const names = [site.name];
  const visit = (i: number, depth: number): void => {
    if (i === NONE || depth === 0) return;
    const kind = body.kind(i);
    names.push(lastName(body, i));
    if (kind === Kind.Binary) for (const n of [1, 2]) visit(body.operand(i, n), depth - 1);
    if (kind === Kind.Phi) for (let n = 1; body.operand(i, n) !== NONE; n += 2) visit(body.operand(i, n), depth - 1);
    if (kind === Kind.Cast || kind === Kind.Await) visit(body.operand(i, 0), depth - 1);
  };
  visit(site.value, 6);
  return names;
}
