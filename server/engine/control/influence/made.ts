/** What a function makes under a name: variables, members, entries of literals and what it gives back, in the order of its code. */
import { EntryKind, Flag, Kind, NONE } from '../../ir';
import { functionOf, type Program } from '../../link/program';
import type { Body } from '../bodies';
import { slotName } from '../named';
import { stateSet } from './kept-state';

/** `call` and `element` have no name and no value of their own: what they are given is for the one who asks. */
export interface Made {
  how: 'store' | 'member' | 'entry' | 'return' | 'call' | 'element' | 'setter';
  /** The instruction; of an entry the literal that holds it. */
  ordinal: number;
  name: string;
  value: number;
}

export function* madeIn(program: Program, body: Body): Generator<Made> {
  for (let i = 0; i < body.reader.count; i++) {
    switch (body.kind(i)) {
      case Kind.Store:
        yield {
          how: 'store',
          ordinal: i,
          name: slotName(body, body.operand(i, 0), body.operand(i, 2)),
          value: body.operand(i, 1),
        };
        break;
      case Kind.Set:
        if (!body.has(i, Flag.Computed) && !body.has(i, Flag.Delete))
          yield { how: 'member', ordinal: i, name: body.name(i, 1), value: body.operand(i, 2) };
        break;
      case Kind.Object:
        for (let n = 0; body.operand(i, n + 2) !== NONE; n += 3)
          if (body.operand(i, n) === EntryKind.Static)
            yield { how: 'entry', ordinal: i, name: body.name(i, n + 1), value: body.operand(i, n + 2) };
        break;
      case Kind.Call:
        yield { how: 'call', ordinal: i, name: '', value: NONE };
        if (stateSet(body, i) !== '') yield { how: 'setter', ordinal: i, name: stateSet(body, i), value: body.operand(i, 4) };
        break;
      case Kind.Element:
        yield { how: 'element', ordinal: i, name: '', value: NONE };
        break;
      default:
    }
  }
  const { name } = functionOf(program, body.fn);
  for (const at of body.returns()) yield { how: 'return', ordinal: at, name, value: body.operand(at, 0) };
}
