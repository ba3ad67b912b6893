/** Prices of one name in literals of which only one goes out: `if (isYoung) return res.json({ fee: base * 2 }); return res.json({ fee: base })`. */
import { Kind, NONE } from '../../ir';
import type { Program } from '../../link/program';
import type { Body } from '../bodies';
import { isOnOneWay, leadsBothWays } from '../cfg';
import { madeIn, type Made } from '../influence/made';
import type { Site } from '../influence/site';
import { chosen } from '../influence/step-variables';
import { areSameRead } from '../parts';
import { amountOf } from './amounts';

/** Literals of one function that hold a price of one name. */
const FEW = 6;

/** By literal and name ("12.fee"), of the first of them. */
export type ToldApart = ReadonlyMap<string, { conditions: readonly number[]; beside: NonNullable<Site['beside']> }>;

export function toldApart(program: Program, body: Body): ToldApart {
  const { blockOf } = body.cfg();
  const out = new Map<string, { conditions: number[]; beside: NonNullable<Site['beside']> }>();
  const byName = new Map<string, Made[]>();
  for (const made of madeIn(program, body))
    if (made.how === 'entry' && isAmount(body, made)) byName.set(made.name, [...(byName.get(made.name) ?? []), made]);
  for (const [name, all] of byName) {
    if (all.length < 2 || all.length > FEW || all.every(({ value }) => isSameAs(body, all[0].value, value))) continue;
    const blocks = all.map(({ ordinal }) => blockOf[ordinal]);
    if (blocks.some((own, at) => blocks.some((other, n) => n !== at && isOnOneWay(body.cfg(), own, other)))) continue;
    const conditions: number[] = [];
    chosen(body, blocks, body.meeting(blocks), (condition) => {
      if (leadsBothWays(body.cfg(), condition, blocks)) conditions.push(condition);
    });
    out.set(`${all[0].ordinal}.${name}`, { conditions, beside: all.map(({ ordinal, value }) => ({ ordinal, value })) });
  }
  return out;
}

/** `input.rate` on either way. */
function isSameAs(body: Body, a: number, b: number): boolean {
  if (a === b) return true;
  if (!areSameRead(body, a, b)) return false;
  if (body.kind(a) !== Kind.Get) return heldIn(body, a) === heldIn(body, b);
  return isSameAs(body, body.operand(a, 0), body.operand(b, 0));
}

const heldIn = (body: Body, load: number): string => body.reaching(load, body.operand(load, 0)).join();

/** Not "unknown", and no part of one. */
const isAmount = (body: Body, { name, value }: Made): boolean =>
  amountOf(name) !== null && value !== NONE && body.kind(value) !== Kind.Closure && body.text(value) === null;
