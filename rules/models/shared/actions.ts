import type { Action } from '../../../server/engine/model';

/** Argument paths that the recipient needs, with the categories allowed there. */
export type Necessary = Record<string, string[] | '*'>;

/** Writes the arguments at the paths to a log. */
export function logs(...data: string[]): Action {
  return { sink: { kind: 'log', data } };
}

/** Sends the arguments at the paths to the model's vendor. */
export function sends(data: string[], necessary?: Necessary): Action {
  return { sink: necessary ? { kind: 'third-party', data, necessary } : { kind: 'third-party', data } };
}

/** Sends the arguments at the paths to an AI model. */
export function prompts(...data: string[]): Action {
  return { sink: { kind: 'prompt', data } };
}

/** The same action under several member names. */
export function each(names: string[], action: Action): Record<string, Action> {
  return Object.fromEntries(names.map((name) => [name, action]));
}
