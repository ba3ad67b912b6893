/** What people are asked to hand in because of what they are: whoever has it is decided about as everybody else. A law may ask for it. */
import { Flag, Kind, NONE, OPERATORS } from '../../ir';
import type { Bodies, Body, Spot } from '../bodies';
import type { Node } from '../influence/influence';
import { changesOf } from '../influence/step-variables';
import { argumentsOf, elementsOf, parameterOf } from '../parts';

const ASKS = /^(filter|every|some|find|findIndex)$/;
const HOLDS = /^(includes|has|get)$/;

export const isProof = (bodies: Bodies, { fn, ordinal }: Spot, chain: readonly Node[]): boolean =>
  chain.some(
    (at, n) =>
      isOfRequired(bodies, at, chain[n + 1]) ||
      (at.via === 'branch' && at.fn === fn && isWithoutPaper(bodies.of(fn), at.ordinal, ordinal)),
  );

/** `required.filter((paper) => !files.includes(paper))` of names that are written out: what is asked for hangs on the attribute. */
function isOfRequired(bodies: Bodies, { fn, ordinal }: Node, next: Node | undefined): boolean {
  const body = bodies.of(fn);
  if (body.kind(ordinal) !== Kind.Call || !ASKS.test(body.name(ordinal, 1))) return false;
  const list = body.operand(ordinal, 0);
  const run = body.operand(ordinal, 4);
  if (next?.fn !== fn || next.ordinal !== list || run === NONE || body.kind(run) !== Kind.Closure) return false;
  const each = bodies.of(fn - body.index + body.operand(run, 0));
  return isOfTexts(body, list) && isHeldAgainst(each);
}

/** Whatever is put into the list is a text. */
function isOfTexts(body: Body, list: number): boolean {
  if (body.kind(list) !== Kind.Load) return false;
  const added = (changesOf(body).get(body.operand(list, 0)) ?? []).flatMap((at) =>
    body.kind(at) === Kind.Call ? argumentsOf(body, at) : [],
  );
  const begun = body.reaching(list, body.operand(list, 0)).map((at) => body.operand(at, 1));
  const all = [...added, ...begun.flatMap((at) => elementsOf(body, at))];
  return begun.every((at) => body.kind(at) === Kind.Array) && all.length > 0 && all.every((at) => isText(body, at));
}

/** A text, or a list of texts on one way or the other: `...(isMarried ? ['spouse'] : [])`. */
function isText(body: Body, i: number): boolean {
  if (body.kind(i) === Kind.Phi) {
    for (let n = 1; body.operand(i, n) !== NONE; n += 2) if (!isText(body, body.operand(i, n))) return false;
    return true;
  }
  return body.kind(i) === Kind.Array ? elementsOf(body, i).every((at) => isText(body, at)) : body.text(i) !== null;
}

/** What it is given is a key of something, or looked for in something. */
function isHeldAgainst(each: Body): boolean {
  const isOwn = (i: number): boolean => i !== NONE && parameterOf(each, i) === 0;
  for (let i = 0; i < each.reader.count; i++) {
    if (each.kind(i) === Kind.Get && each.has(i, Flag.Computed) && isOwn(each.operand(i, 1))) return true;
    if (each.kind(i) === Kind.Call && HOLDS.test(each.name(i, 1)) && argumentsOf(each, i).some(isOwn)) return true;
  }
  return false;
}

/** `isMarried && !files.includes('marriage certificate')`: only they are asked, and not for what they are. */
function isWithoutPaper(body: Body, asked: number, verdict: number): boolean {
  const { out, blockOf } = body.cfg();
  return out.some((edges) =>
    edges.some(({ condition, when, to }) => {
      if (condition === NONE || when === null || to !== blockOf[verdict]) return false;
      const isNot = body.kind(condition) === Kind.Unary && OPERATORS[body.operand(condition, 0)] === '!';
      const call = isNot ? body.operand(condition, 1) : condition;
      if (when !== isNot || body.kind(call) !== Kind.Call || !HOLDS.test(body.name(call, 1))) return false;
      const [named] = argumentsOf(body, call);
      return named !== undefined && body.text(named) !== null && body.conditions(blockOf[condition], 0).includes(asked);
    }),
  );
}
