import type { Action, ModelType } from '../../../server/engine/model';
import { each } from './functions';

/** A URL that shows in the address bar, the history and the logs of servers on the way. */
export function toUrl(...data: string[]): Action {
  return { sink: { kind: 'url', data } };
}

/** Routers of single-page frameworks: the target is a URL or an object with its parts. */
export const navigation: Record<string, Action> = {
  ...each(['push', 'replace', 'prefetch'], toUrl('0', '1')),
  ...each(['back', 'forward', 'refresh', 'reload', 'go'], {}),
};

export const locationType: ModelType = {
  members: { ...each(['assign', 'replace'], toUrl('0')), reload: {} },
  assigns: { ...each(['href', 'search', 'pathname', 'hash'], toUrl('0')) },
};

export const historyType: ModelType = {
  members: { ...each(['pushState', 'replaceState'], toUrl('2')), ...each(['back', 'forward', 'go'], {}) },
};
