/** Several attributes that one value depends on at one place: each is told of with the others. */
import type { Dependence } from '../../rule/dependence';

export function withOthers(all: readonly Dependence[]): Dependence[] {
  const byPlace = new Map<string, Dependence[]>();
  for (const one of all) {
    const key = `${one.at.path}:${one.at.start}`;
    if (one.excuse === '') byPlace.set(key, [...(byPlace.get(key) ?? []), one]);
  }
  return all.map((one) => {
    const told = new Set([one.attribute.title]);
    const beside = (byPlace.get(`${one.at.path}:${one.at.start}`) ?? []).map(({ attribute }) => attribute);
    return { ...one, others: beside.filter(({ title }) => !told.has(title) && told.add(title)) };
  });
}
