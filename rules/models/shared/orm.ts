import type { Action } from '../../../server/engine/model';
import { each } from './functions';

/** Operations that give records of the reader's declared shape, and those that give a number or nothing. */
export function recordOperations(reader: string, records: string[], none: string[]): Record<string, Action> {
  return { ...each(records, { reader }), ...each(none, {}) };
}
