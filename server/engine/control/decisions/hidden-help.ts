/** Help that a page shows while a state is true, and a call that makes it false: `setCanCall(false)` beside `{canCall && <AskAPerson />}`. */
import { EntryKind, Kind, NONE } from '../../ir';
import type { Bodies, Body } from '../bodies';
import { stateSetAt } from '../influence/kept-state';
import { lastName, nameOfCallee } from '../named';
import { HELP, isFalse, SETS_SHOWN } from './doings';

/** Somebody to talk to; a menu and a page of questions are none. */
const SOMEBODY =
  /(talk|speak|chat|write|connect)\w* (to|with) |human|person|agent|representative|support|contact|call (us|back)|complain|refund/i;

export function hidesHelp(bodies: Bodies, body: Body, call: number): boolean {
  const state = stateSetAt(bodies, body, call);
  if (!state) return false;
  const setter = nameOfCallee(body, call);
  if (!SETS_SHOWN.test(setter) || WORKS.test(setter) || !isFalse(body, body.operand(call, 4))) return false;
  const { home, slot } = state;
  for (let i = 0; i < home.reader.count; i++) {
    if (home.kind(i) !== Kind.Element || !isOfHelp(home, i)) continue;
    const isShown = (condition: number): boolean => home.kind(condition) === Kind.Load && home.operand(condition, 0) === slot;
    if (home.conditions(home.cfg().blockOf[i], 0).some(isShown)) return true;
  }
  return false;
}

/** What is shown while something is under way goes when it is done. */
const WORKS = /(load|fetch|submitt|sav|process|send|work|wait|search|analy[sz])ing$|pending$|busy$/i;

/** By its tag, what it does when it is pressed, or what is written in it. */
function isOfHelp(body: Body, element: number): boolean {
  const count = body.operand(element, 2);
  if (HELP.test(body.name(element, 0))) return true;
  for (let n = 0; n < count; n++) {
    if (body.operand(element, 3 + n * 3) !== EntryKind.Static) continue;
    const value = body.operand(element, 5 + n * 3);
    if (value !== NONE && /^on[A-Z]/.test(body.name(element, 4 + n * 3)) && SOMEBODY.test(lastName(body, value))) return true;
  }
  for (let n = 3 + count * 3; body.operand(element, n) !== NONE; n++)
    if (SOMEBODY.test(body.text(body.operand(element, n)) ?? '')) return true;
  return false;
}
