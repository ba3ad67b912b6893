/** Sessions that outlive a year: what a person did once is known by her cookie ever after. */
import { Kind, NONE } from '../../ir';
import { kindAt } from '../../link/reader';
import type { Keeping } from '../../rule/structure';
import { argumentsOf, callsOf, entriesOf, type Code } from '../code';
import { numberAt } from './keepings';

const YEAR = 365 * 86_400_000;

/** Where each package has the lifetime, and how many milliseconds its unit has (documentation of each package, from memory, 2026-11). */
const LIFETIMES: Record<string, { path: string[]; unit: number }[]> = {
  'express-session': [{ path: ['cookie', 'maxAge'], unit: 1 }],
  '@fastify/session': [{ path: ['cookie', 'maxAge'], unit: 1 }],
  'cookie-session': [{ path: ['maxAge'], unit: 1 }],
  'koa-session': [{ path: ['maxAge'], unit: 1 }],
  'iron-session': [
    { path: ['ttl'], unit: 1000 },
    { path: ['cookieOptions', 'maxAge'], unit: 1000 },
  ],
  'next-auth': [{ path: ['session', 'maxAge'], unit: 1000 }],
};

/** Calls of a session package with a lifetime of more than a year, written as a number. */
export function longSessions(code: Code): Keeping[] {
  const out: Keeping[] = [];
  for (const module of code.modulesImporting((specifier) => specifier in LIFETIMES)) {
    for (const fn of code.functions(module)) {
      const reader = code.trail.reader(fn);
      for (const call of callsOf(reader)) {
        const callee = code.calleeOf(fn, call);
        for (const { path, unit } of LIFETIMES[callee?.specifier ?? ''] ?? []) {
          const lifetime = Math.max(...argumentsOf(reader, call).map((arg) => (lifetimeAt(code, fn, arg, path) ?? 0) * unit), 0);
          // Browsers keep a cookie that is to live for a year and a little more.
          if (lifetime <= YEAR) continue;
          const seen = code.seen({ fn, ordinal: call }, callee?.path.join('.') || 'session');
          out.push({ ...seen, path: [], data: [], in: 'session', lifetime, confidence: 'high' });
        }
      }
    }
  }
  return out;
}

function lifetimeAt(code: Code, fn: number, ordinal: number, path: readonly string[]): number | null {
  if (path.length === 0) return numberAt(code, fn, ordinal);
  if (ordinal === NONE) return null;
  const reader = code.trail.reader(fn);
  if (kindAt(reader, ordinal) === Kind.Object) {
    const entry = entriesOf(reader, ordinal).find(({ name }) => name === path[0]);
    return entry ? lifetimeAt(code, fn, entry.value, path.slice(1)) : null;
  }
  const [origin] = code.trail.origins(fn, ordinal);
  const isElsewhere = origin && (origin.fn !== fn || origin.ordinal !== ordinal) && origin.path.length === 0;
  return isElsewhere ? lifetimeAt(code, origin.fn, origin.ordinal, path) : null;
}
