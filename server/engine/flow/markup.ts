/** JSX: a project component is called with its props; a modelled or intrinsic one may be a sink. */
import { EntryKind, Flag, NONE, Kind } from '../ir';
import { flagsAt, operandAt, kindAt } from '../link/reader';
import type { Engine, Frame } from './frame';
import { methodsOf } from './classes';
import { valueAt } from './operands';
import { reachSinks } from './sinks';
import { EMPTY, INERT, SPREAD, container, join, make, put, type Value } from './values';
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
  const site = { fn: frame.fn, ordinal: i };
  const value = valueAt(frame, tag);
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

/** Specifier of the import a tag comes from; '' for intrinsic elements and names declared nowhere. */
function specifierOf(frame: Frame, tag: number): string {
  if (tag === NONE) return '';
  if (kindAt(frame.reader, tag) !== Kind.Global || !(flagsAt(frame.reader, tag) & Flag.Import)) return '';
  return frame.reader.module.imports[operandAt(frame.reader, tag, 0)].specifier;
}

export { join, put };
