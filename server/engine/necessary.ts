/** What a recipient needs for its service: never reported as sent to it. */
import { hostOf } from './hosts';
import type { Matcher } from './match';
import type { Action, Model, ModelKind, ModelType } from './model';
import type { Constant, Datum } from './rule';
import { isCarrier, isServed } from './services';

/** Services that exist to be told who somebody is, and that tell by an argument path what for. */
const SERVICES: ReadonlySet<ModelKind> = new Set(['messaging', 'marketing', 'payment', 'identity', 'maps']);
/** Notes that no service needs. */
const NOTES = /^(metadata|meta_?data|tags|notes|custom_?(fields|data|args))$/i;

/** Of a call of the vendor's own client: argument paths and the categories allowed below them, `*` for any but special ones. */
export function isNecessary(necessary: Record<string, string[] | '*'>, { path, category, special }: Datum): boolean {
  if (special) return false;
  const segments = path.split('.');
  return Object.entries(necessary).some(([key, categories]) => {
    const prefix = key.replace(/\[\]/g, '.[]').split('.');
    const covers = prefix.every((name, i) => name === segments[i] || (name === '[]' && /^\d+$/.test(segments[i] ?? '')));
    return covers && (categories === '*' || isAmong(category, categories));
  });
}

/** Of a request to a vendor's host: any category that a call of its client needs somewhere. */
export function isNeededBy(
  addresses: readonly Constant[],
  matcher: Matcher,
  { path, category, special }: Datum,
  module: { path: string; names: readonly string[] },
): boolean {
  if (special || addresses.length === 0 || path.split('.').some((name) => NOTES.test(name))) return false;
  // Beside an address from the environment the written one tells whose interface it is.
  const told = addresses.filter(({ value }) => typeof value === 'string' && hostOf(value) !== '');
  return (told.length > 0 ? told : addresses).every(({ value, environment }) => {
    if (environment !== undefined && isCarrier(environment, category, module.names)) return true;
    if (typeof value !== 'string') return false;
    const model = matcher.byHost(hostOf(value));
    if (model && (SERVICES.has(model.kind) || model.needs)) return isAmong(category, neededBy(model));
    return isServed(value, category, model ? { path: '', names: module.names } : module);
  });
}

const isAmong = (category: string, categories: readonly string[]): boolean =>
  categories.includes(category) || (category === 'record' && categories.includes('email'));

const needs = new WeakMap<Model, string[]>();

function neededBy(model: Model): string[] {
  const known = needs.get(model);
  if (known) return known;
  const lists = Object.values(model.types)
    .flatMap(actionsOf)
    .flatMap(({ sink }) => (sink?.kind === 'third-party' ? Object.values(sink.necessary ?? {}) : []));
  const all = [...new Set([...(model.needs ?? []), ...lists.flatMap((list) => (list === '*' ? [] : list))])];
  needs.set(model, all);
  return all;
}

const actionsOf = ({ call, construct, otherwise, members }: ModelType): Action[] =>
  [call, construct, otherwise, ...Object.values(members ?? {})].filter((each): each is Action => typeof each === 'object');
