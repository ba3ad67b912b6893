import type { Action, ModelType } from '../../../server/engine/model';
import { each } from './functions';
import { toUrl } from './navigation';

/** Storage that any script of the page can read. */
export function toStorage(data: string[], key?: string, flags?: string): Action {
  return { sink: { kind: 'browser-storage', data, ...(key ? { key } : {}), ...(flags ? { flags } : {}) } };
}

/** localStorage and sessionStorage; '*' is any member that is assigned. */
export const storageType: ModelType = {
  members: { setItem: toStorage(['0', '1'], '0'), ...each(['getItem', 'removeItem', 'clear', 'key'], {}) },
  assigns: { '*': toStorage(['0']) },
};

export const documentType: ModelType = {
  members: { location: 'location' },
  assigns: { cookie: toStorage(['0']), location: toUrl('0') },
};
