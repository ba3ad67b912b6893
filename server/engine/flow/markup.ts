/** JSX: a project component is called with its props; a modelled or intrinsic one may be a sink. */
import { EntryKind, Flag, NONE, Kind } from '../ir';
import { flagsAt, operandAt, operandCount, kindAt } from '../link/reader';
import { keepInModule } from './cells';
import { isShape, isStream } from './streams';
import { grow, type Engine, type Frame } from './frame';
import { methodsOf } from './classes';
import { valueAt } from './operands';
import { reachSinks } from './sinks';
import { CALLED, EMPTY, INERT, SPREAD, container, join, make, put, type Value } from './values';
import { invoke } from './invoke';

export function elementInstruction(engine: Engine, frame: Frame, i: number): Value {
  const { reader } = frame;
  const tagName = operandAt(reader, i, 0) === NONE ? '' : reader.module.names[operandAt(reader, i, 0)];
  const tag = operandAt(reader, i, 1);
  const props = container();
  const count = operandAt(reader, i, 2);
  for (let n = 0; n < count; n++) {
    const kind = operandAt(reader, i, 3 + n * 3);
    const name = operandAt(reader, i, 4 + n * 3);
    const value = valueAt(frame, operandAt(reader, i, 5 + n * 3));
    if (kind !== EntryKind.Spread) props.fields?.set(reader.module.names[name], value);
    if (kind !== EntryKind.Spread) continue;
    for (const [own, child] of value.fields ?? []) props.fields?.set(own, child);
    if (!value.fields) props.fields?.set(SPREAD, EMPTY);
  }
  const shown = children(frame, i, 3 + count * 3);
  if (shown && !props.fields?.has('children')) props.fields?.set('children', shown);
  const site = { fn: frame.fn, ordinal: i };
  const value = valueAt(frame, tag);
  provide(engine, frame, tag, props.fields?.get('value'));
  for (const target of value.targets) {
    if (target.kind === 'function') invoke(engine, frame, target, [props], 0, site, { words: `<${tagName}>` });
    if (target.kind === 'class') {
      const self = make({ type: engine.types.ofClass(target.ref), fields: new Map([['props', props]]) });
      for (const method of methodsOf(engine, self, 'render'))
        invoke(engine, frame, { ...method, self }, [], 0, site, { words: `<${tagName}>` });
    }
  }
  const component = engine.matcher.component(specifierOf(frame, tag), tagName);
  if (component && value.targets.every((target) => target.kind === 'library')) {
    const library = { model: component.model, type: '', words: `<${tagName}>`, site: null, ambient: false };
    reachSinks(engine, frame, component.action, library, `<${tagName}>`, [props], site);
  }
  return INERT;
}

/** `<Loader>{(user) => …}</Loader>`: a function that a component is given to show something with. */
function children({ reader, values }: Frame, i: number, from: number): Value | null {
  for (let n = from; n < operandCount(reader, i); n++) {
    const child = values[operandAt(reader, i, n)];
    if (child?.targets.some(({ kind }) => kind === 'function')) return child;
  }
  return null;
}

/** `<UserContext.Provider value={user}>`, `<UserContext value={user}>`: whoever asks the context has it. */
function provide(engine: Engine, frame: Frame, tag: number, value: Value | undefined): void {
  const { reader } = frame;
  if (tag === NONE || !value) return;
  const isMember = kindAt(reader, tag) === Kind.Get && reader.module.names[operandAt(reader, tag, 1)] === 'Provider';
  const context = isMember ? operandAt(reader, tag, 0) : tag;
  const kept = valueAt(frame, context);
  if (!isStream(kept) || isShape(kept.fields!.get(CALLED)!.type)) return;
  grow(frame, kept, CALLED, value);
  keepInModule(engine, frame, context, CALLED, value);
}

/** Specifier of the import a tag comes from; '' for intrinsic elements and names declared nowhere. */
function specifierOf(frame: Frame, tag: number): string {
  if (tag === NONE) return '';
  if (kindAt(frame.reader, tag) !== Kind.Global || !(flagsAt(frame.reader, tag) & Flag.Import)) return '';
  return frame.reader.module.imports[operandAt(frame.reader, tag, 0)].specifier;
}

export { join, put };
