import type { Action, ModelType } from '../../../server/engine/model';
import { each, logs } from './actions';

/** The levels nearly every logger has. */
export const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'];

/** One member per level, each writing all its arguments. */
export function logLevels(names: string[] = LEVELS): Record<string, Action> {
  return each(names, logs('*'));
}

/** What is bound to a child is written with every later line, so binding it is the moment to speak. */
export const bindsChild: Action = { ...logs('0'), returns: 'receiver' };

/** A logger with the levels given and `child(bindings)`. */
export function loggerType(names: string[] = LEVELS, more: Record<string, string | Action> = {}): ModelType {
  return { members: { ...logLevels(names), child: bindsChild, ...more } };
}
