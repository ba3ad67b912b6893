/** What a component keeps and shows: `const [price, setPrice] = useState(0)`, and the call that sets it. */
import { Kind, NONE } from '../../ir';
import type { Bodies, Body } from '../bodies';
import { lastName } from '../named';
import { onlyValueOf } from '../parts';

/** "setPrice": the price; '' for what sets nothing. */
export const setBy = (name: string): string => (/^set[A-Z]/.test(name) ? name.charAt(3).toLowerCase() + name.slice(4) : '');

/** `setPrice(base)`: "price"; '' for any other call. */
export function stateSet(body: Body, call: number): string {
  const callee = body.operand(call, 0);
  if (body.kind(call) !== Kind.Call || body.name(call, 1) !== '' || callee === NONE || body.kind(callee) !== Kind.Load) return '';
  return body.operand(call, 4) === NONE || body.operand(call, 5) !== NONE ? '' : setBy(lastName(body, callee));
}

/** The component and its variable that hold what a call sets; null for any other call. */
export function stateSetAt(bodies: Bodies, body: Body, call: number): { home: Body; slot: number } | null {
  const state = stateSet(body, call);
  if (state === '') return null;
  const owner = body.operand(body.operand(call, 0), 1);
  const home = owner === NONE ? body : bodies.of(body.fn - body.index + owner);
  const slot = home.reader.module.functions[home.index].slots.findIndex((own) => own.name === state);
  return slot < 0 ? null : { home, slot };
}

/** `const [age, setAge] = useState('')`: what somebody types in. */
export function isState(bodies: Bodies, body: Body, load: number): boolean {
  const only = body.kind(load) === Kind.Load ? onlyValueOf(bodies, body, load) : null;
  if (!only || only.home.kind(only.value) !== Kind.Get || only.home.name(only.value, 1) !== '0') return false;
  return /^(useState|createSignal)$/.test(lastName(only.home, only.home.operand(only.value, 0)));
}
