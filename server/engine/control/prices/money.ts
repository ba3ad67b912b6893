/** What is money because of how it is made or what it belongs to, whatever it is called. */
import { Kind, NONE } from '../../ir';
import { wordSet, wordsOf } from '../../words';
import type { Body } from '../bodies';
import type { Walking } from '../influence/steps';
import { nameOfCallee } from '../named';
import { valueBehind } from '../parts';

/** `Dinero({ amount, currency })`, `currency(12.5)`, `Money.fromCents(n)`. */
const MAKES = /^(dinero|money|currency)$/i;

/** Made by a library of money here, kept in a variable or a member that is, or worked out from such a value by its own methods. */
export function isMoney(parts: Walking, body: Body, i: number, depth = 8): boolean {
  if (i === NONE || depth === 0) return false;
  const next = (at: number): boolean => isMoney(parts, body, at, depth - 1);
  switch (body.kind(i)) {
    case Kind.Cast:
    case Kind.Await:
      return next(body.operand(i, 0));
    case Kind.Call:
      return body.name(i, 1) === '' ? MAKES.test(nameOfCallee(body, i)) : next(body.operand(i, 0));
    case Kind.Load:
    case Kind.Global: {
      if (body.kind(i) === Kind.Global && body.name(i, 0) === 'Money') return true;
      const only = valueBehind(parts, body, i);
      return only !== null && isMoney(parts, only.home, only.value, depth - 1);
    }
    case Kind.Get:
      return body.kind(body.operand(i, 0)) === Kind.This && isMoneyField(parts, body, body.name(i, 1), depth - 1);
    case Kind.Phi:
      for (let n = 1; body.operand(i, n) !== NONE; n += 2) if (next(body.operand(i, n))) return true;
      return false;
    default:
      return false;
  }
}

/** `private readonly hourly = Dinero({ … })` */
function isMoneyField(parts: Walking, body: Body, name: string, depth: number): boolean {
  const { functions } = body.reader.module;
  let index = body.index;
  while (index > 0 && functions[index].class < 0) index = functions[index].parent;
  if (name === '' || index <= 0) return false;
  return functions.some((other, at) => {
    if (at === 0 || other.class !== functions[index].class) return false;
    const home = parts.bodies.of(parts.program.base[body.module] + at);
    return Array.from({ length: home.reader.count }, (_, i) => i).some(
      (i) =>
        home.kind(i) === Kind.Set &&
        home.kind(home.operand(i, 0)) === Kind.This &&
        home.name(i, 1) === name &&
        isMoney(parts, home, home.operand(i, 2), depth),
    );
  });
}

/** A method of such a class: "AreaFare", "Tariff", "FeeCalculator". */
export function isOfPricing(body: Body): boolean {
  const { functions, classes } = body.reader.module;
  let index = body.index;
  while (index > 0 && functions[index].class < 0) index = functions[index].parent;
  if (index <= 0) return false;
  return worksOutPrices(classes[functions[index].class].name);
}

/** The name of a class that is a price, or works prices out. */
export function worksOutPrices(name: string): boolean {
  const words = wordsOf(name);
  const isCalculator = words.length > 1 && CALCULATES.has(words.at(-1) ?? '');
  return PRICES.has(words.at(isCalculator ? -2 : -1) ?? '') || (isCalculator && words.at(-2) === 'pricing');
}
const PRICES = wordSet('price fare fee tariff premium surcharge toll rent tarif tarifa tariffa preis');
const CALCULATES = wordSet('calculator engine policy strategy calculation computer rechner rule');
