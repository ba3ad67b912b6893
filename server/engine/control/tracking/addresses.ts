/** Addresses that trackers are loaded from, and those that events are sent to. */
import { isBrowser } from '../../browser';
import type { ModuleIR } from '../../ir';
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

/** Markup that loads a script which nothing blocks. */
export const isTag = (text: string): boolean => /<(script|img|iframe)\b/i.test(text) && !/type=["']?text\/plain/i.test(text);

/** Where trackers are loaded from and sent to; what is longer says more. */
export const addressesOf = (trackers: readonly Model[]): { address: string; model: Model; isEndpoint: boolean }[] =>
  trackers
    .flatMap((model) => [
      ...(model.consent?.scripts ?? []).map((address) => ({ address, model, isEndpoint: false })),
      ...(model.consent?.endpoints ?? []).map((address) => ({ address, model, isEndpoint: true })),
    ])
    .sort((a, b) => b.address.length - a.address.length);
