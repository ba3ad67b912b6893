/** Where the result of a function goes: to the calls that can be seen, to whoever asked, or out. */
import { Kind, NONE } from '../ir';
import { kindAt, operandAt, type Reader } from '../link/reader';
import { answersIn } from './answers';
import { functionOf, methodOf, slotOf, type Code } from './code';
import { leave, type Life, type Point } from './life';
import type { Uses } from './uses';

/** The value of a call of this function, at every call that can be seen. */
export function returned(code: Code, uses: Uses, life: Life, point: Point): Point[] {
  const { fn } = point;
  if (answersIn(code, uses, fn)) return leave(life, code, point, point.ordinal, 'response');
  const out: Point[] = [];
  const made = uses.made(fn);
  const results = made ? resultsOf(code, uses, made.fn, made.ordinal, 4) : null;
  if (results) for (const result of results) out.push({ ...point, ...result, list: point.list || result.list === true });
  for (const site of code.engine.calls.get(fn) ?? []) {
    if (
      kindAt(code.trail.reader(site.fn), site.ordinal) === Kind.Call &&
      methodOf(code.trail.reader(site.fn), site.ordinal) !== 'then'
    )
      out.push({ ...point, ...site });
  }
  if (results === null) return [...out, ...leave(life, code, point, point.ordinal, 'elsewhere')];
  return out.length > 0 ? out : leave(life, code, point, point.ordinal, isOut(code, fn) ? 'caller' : 'elsewhere');
}

/** Exported, or a method of a class: somebody whom we cannot see may call it. */
function isOut(code: Code, fn: number): boolean {
  const own = functionOf(code.program, fn);
  const { exports } = code.program.modules[code.program.moduleOf[fn]];
  return own.exported || own.class !== NONE || exports.some((entry) => entry.name === own.name);
}

/** Calls of a function value; null when it goes where calls cannot be seen. */
function resultsOf(
  code: Code,
  uses: Uses,
  fn: number,
  ordinal: number,
  depth: number,
): { fn: number; ordinal: number; list?: boolean }[] | null {
  if (depth === 0) return null;
  const out: { fn: number; ordinal: number; list?: boolean }[] = [];
  for (const user of uses.of(fn, ordinal)) {
    const reader = code.trail.reader(fn);
    const kind = kindAt(reader, user);
    if (kind === Kind.Call && operandAt(reader, user, 0) === ordinal) {
      out.push({ fn, ordinal: user });
      continue;
    }
    if (kind === Kind.Call) {
      const last = methodOf(reader, user) || (code.calleeOf(fn, user)?.path.at(-1) ?? '');
      if (/^(map|flatMap)$/.test(last)) out.push({ fn, ordinal: user, list: true });
      else if (
        /^(then|useMemo|run|\$transaction|transaction|unstable_cache|cache|reactCache|withCache|useCallback|Promise)$/.test(last)
      ) {
        if (/^(cache|unstable_cache|reactCache|withCache|useCallback)$/.test(last)) {
          const inner = resultsOf(code, uses, fn, user, depth - 1);
          if (inner === null) return null;
          out.push(...inner);
        } else out.push({ fn, ordinal: user });
      } else if (!/^(filter|find|some|every|sort|forEach|reduce|useEffect|setTimeout)$/.test(last)) return null;
      continue;
    }
    if (kind !== Kind.Store && kind !== Kind.Cast) return null;
    const places = kind === Kind.Cast ? [{ fn, ordinal: user }] : loadsOf(code, uses, fn, reader, user);
    for (const place of places) {
      const inner = resultsOf(code, uses, place.fn, place.ordinal, depth - 1);
      if (inner === null) return null;
      out.push(...inner);
    }
  }
  return out;
}

function loadsOf(code: Code, uses: Uses, fn: number, reader: Reader, store: number): readonly { fn: number; ordinal: number }[] {
  const { owner, slot } = slotOf(code.program, fn, reader, store);
  return uses.loads(owner, slot);
}
