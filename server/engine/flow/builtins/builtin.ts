/** The shape of a built-in, and what several of them share. */
import { NUMBER, STRING } from '../../link/types';
import { contents } from '../emit';
import { fits } from '../fits';
import type { Engine, Frame } from '../frame';
import { spoken } from '../labels';
import type { Site } from '../read';
import { EMPTY, INERT, container, make, put, unite, type Label, type Value } from '../values';
import { runCallback } from '../invoke';
import type { CallSite } from '../call-site';

export type Builtin = (engine: Engine, frame: Frame, call: CallSite) => Value | null;

export const isGlobalObject = (value: Value): boolean =>
  value.labels.length === 0 && value.fields === null && value.type.kind === 'unknown';

export const first = (call: CallSite): Value => call.args[0] ?? EMPTY;

export const run = (engine: Engine, frame: Frame, call: CallSite, args: readonly Value[], at = 0): Value =>
  runCallback(engine, frame, call.args[at], args, call.site, call);

/** What is made of a list's elements is called like the list, unless nobody is in it. */
export const listOf = (value: Value, like: Value): Value => {
  const out = container();
  if (value !== EMPTY && value !== INERT) put(out, '[]', value);
  return make({ fields: out.fields, hint: value.hint || (value.inert && !value.fields ? '' : like.hint) });
};

export const isFunction = (value: Value): boolean => value.targets.some((target) => target.kind === 'function');

export const none: Builtin = () => INERT;

/** Text made of values; certainly without content when the receiver is. */
export function textOf(engine: Engine, values: readonly Value[], site: Site, isInert: boolean): Value {
  let labels: readonly Label[] = [];
  for (const value of values)
    labels = unite(
      labels,
      contents(engine, value, site, true).map(({ label }) => label),
    );
  return labels.length === 0 && isInert ? INERT : make({ labels, type: STRING });
}

/** Text made of the receiver alone. */
export const string: Builtin = (engine, _frame, { callee, site }) => textOf(engine, [callee], site, callee.inert);

/** Text made of the arguments alone. */
export const textOfArguments: Builtin = (engine, _frame, { args, site }) => textOf(engine, args, site, true);

export const argument: Builtin = (_engine, _frame, call) => first(call);

/** A number made of the first argument: what the text said, the number says. */
export const number: Builtin = (engine, _frame, { args, site }) => numberOf(engine, args[0] ?? INERT, site);

/** `Number(form.salary)`, `+form.salary`; a record is no number. */
export function numberOf(engine: Engine, value: Value, site: Site): Value {
  const labels = contents(engine, value, site, true)
    .filter(({ label }) => label.kind === 'symbol' || (label.datum === 'field' && fits(NUMBER, label.category)))
    .map(({ label }) => spoken(label));
  return labels.length === 0 ? INERT : make({ labels, type: NUMBER });
}
