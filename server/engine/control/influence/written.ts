/** Values that stand in the code. */
import { Kind } from '../../ir';
import type { Body } from '../bodies';
import { elementsOf } from '../parts';

/** A literal, or a list of them. */
export const isWritten = (body: Body, value: number): boolean =>
  body.kind(value) === Kind.Array
    ? elementsOf(body, value).length > 0 && elementsOf(body, value).every((each) => isWritten(body, each))
    : body.kind(value) === Kind.Const && !body.isNothing(value);
