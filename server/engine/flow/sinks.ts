/** A modelled call reaches its sinks: which arguments, which part, seen from where. */
import type { LibraryCall } from './actions';
import type { Action } from '../model';
import type { LibraryValue } from '../match';
import { contents, emit } from './emit';
import type { Engine, Frame, SinkSite } from './frame';
import { noteEncoder } from './hashes';
import { element, read, type Site } from './read';
import { EMPTY, container, put, type Value } from './values';

export function reachSinks(
  engine: Engine,
  frame: Frame,
  action: Action,
  library: LibraryValue,
  words: string,
  args: readonly Value[],
  site: Site,
): void {
  const sink = action.sink;
  if (!sink) return noteEncoder(engine, frame, library, words, args, site);
  const part = (kind: SinkSite['part'], paths: readonly string[]): void => {
    for (const argument of paths) {
      const value = argumentAt(engine, args, argument, site);
      if (value) reach(engine, frame, sink, kind, argument, value, library, words, site);
    }
  };
  part('data', sink.data);
  if (sink.kind !== 'http') return;
  part('url', [sink.url]);
  part('params', sink.params ?? []);
}

/** A value arrives at a sink, as what `argument` names. */
export function reach(
  engine: Engine,
  frame: Frame,
  sink: NonNullable<Action['sink']>,
  part: SinkSite['part'],
  argument: string,
  value: Value,
  library: LibraryValue,
  words: string,
  site: Site,
): void {
  const key = `${site.fn}:${site.ordinal}:${part}:${argument}`;
  const at: SinkSite = { ...site, sink, part, argument, model: library.model, library, words, key };
  emit(engine, frame, contents(engine, value, site, part === 'url'), at, site, null);
}

/** `query: (email) => \`/users/${email}\``, `query: (body) => ({ url: '/users', method: 'POST', body })`: what is made is the request. */
export function reachRequest(engine: Engine, frame: Frame, call: LibraryCall, made: Value): void {
  const { sink } = call.action;
  if (!sink) return;
  const into = (part: SinkSite['part'], value: Value): void =>
    reach(engine, frame, sink, part, `made.${part}`, value, call.library, call.words, call.site);
  if (!made.fields) return into('url', made);
  into('url', read(engine, made, 'url', call.site));
  into('params', read(engine, made, 'params', call.site));
  into('data', read(engine, made, 'body', call.site));
}

/**
 * The value an argument path of a model names ("0.messages[].content", "0[]", "1*", "*"); null when the call has no such
 * argument. The empty path names no argument: what it stands for was given to an earlier call.
 */
export function argumentAt(engine: Engine, args: readonly Value[], path: string, site: Site): Value | null {
  if (path === '') return null;
  const [head, ...rest] = path.replace(/\[\]/g, '.[]').split('.');
  if (head.endsWith('*')) {
    const from = head === '*' ? 0 : Number(head.slice(0, -1));
    if (args.length <= from) return null;
    if (args.length === from + 1) return args[from];
    const all = container();
    args.slice(from).forEach((value, i) => put(all, String(from + i), value));
    return all;
  }
  let value: Value = args[Number(head)] ?? EMPTY;
  if (value === EMPTY) return null;
  for (const name of rest) {
    if (name === '*') return value;
    if (lacks(value, name) || isMadeLater(value)) return null;
    value = name === '[]' ? element(value) : read(engine, value, name, site);
  }
  return value;
}

/** `set((state) => ({ … }))`: what is looked for is in what the function returns. */
const isMadeLater = ({ fields, targets }: Value): boolean =>
  fields === null && targets.length > 0 && targets.every((target) => target.kind === 'function');

/** A literal without that member, whatever type of a library it is annotated with: what the model looks for was not given. */
function lacks({ fields, labels, type, targets }: Value, name: string): boolean {
  if (!fields || labels.length > 0 || targets.length > 0 || name === '[]') return false;
  if (type.kind !== 'unknown' && type.kind !== 'library' && type.kind !== 'named') return false;
  return !fields.has(name) && !fields.has('*') && !fields.has('[]');
}
