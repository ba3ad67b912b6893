/** Several attributes that one value depends on at one place: each is told of with the others. */
import type { Attribute, AttributeClass, Dependence } from '../../rule/dependence';

export function withOthers(all: readonly Dependence[]): Dependence[] {
  const byPlace = new Map<string, Dependence[]>();
  for (const one of all) {
    const key = `${one.at.path}:${one.at.start}`;
    if (one.excuse === '') byPlace.set(key, [...(byPlace.get(key) ?? []), one]);
  }
  return all.map((one) => {
    const told = new Set([one.attribute.title]);
    const beside = (byPlace.get(`${one.at.path}:${one.at.start}`) ?? []).map(({ attribute }) => attribute);
    const others = beside.filter(({ title }) => !told.has(title) && told.add(title));
    return { ...one, alsoOn: (classes) => sentenceOn(others.filter((other) => isOneOf(other, classes))) };
  });
}

const isOneOf = (attribute: Attribute, classes: readonly AttributeClass[]): boolean =>
  attribute.classes.some((own) => classes.includes(own));

const sentenceOn = (attributes: readonly Attribute[]): string =>
  attributes.length === 0
    ? ''
    : `It also depends on ${attributes.map(({ title, words }) => `the ${title} (${words})`).join(' and ')}.`;
