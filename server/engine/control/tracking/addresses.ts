/** Addresses that trackers are loaded from, and those that events are sent to. */
import { isBrowser } from '../../browser';
import { Kind, NONE, type ModuleIR } from '../../ir';
import { kindAt, operandAt, operandCount, type Reader } from '../../link/reader';
import type { Model } from '../../model';

/** What only browsers have. */
const BROWSER = new Set(['window', 'document', 'navigator', 'localStorage', 'chrome']);
/** Whether what a file sends, it sends from a person's device. */
export const isOfPage = ({ path, names, imports }: ModuleIR): boolean =>
  names.some((name) => BROWSER.has(name)) ||
  isBrowser(
    path,
    names,
    imports.map(({ specifier }) => specifier),
  );

/** Where trackers are loaded from and sent to; what is longer says more. */
export const addressesOf = (trackers: readonly Model[]): { address: string; model: Model; isEndpoint: boolean }[] =>
  trackers
    .flatMap((model) => [
      ...(model.consent?.scripts ?? []).map((address) => ({ address, model, isEndpoint: false })),
      ...(model.consent?.endpoints ?? []).map((address) => ({ address, model, isEndpoint: true })),
    ])
    .sort((a, b) => b.address.length - a.address.length);

/** A text with one of these addresses in it; null when there are none. */
export const patternOf = (found: readonly { address: string }[]): RegExp | null =>
  found.length === 0 ? null : new RegExp(found.map(({ address }) => address.replace(/[.\\/]/g, '\\$&')).join('|'));

/** The texts of a literal or a template at an instruction, one after the other. */
export function textAt(reader: Reader, i: number): string {
  const kind = kindAt(reader, i);
  if (kind !== Kind.Const && kind !== Kind.Template) return '';
  const names =
    kind === Kind.Const
      ? [operandAt(reader, i, 1)]
      : Array.from({ length: Math.ceil(operandCount(reader, i) / 2) }, (_, n) => operandAt(reader, i, n * 2));
  return names.map((name) => (name === NONE ? '' : (reader.module.names[name] ?? ''))).join(' ');
}
