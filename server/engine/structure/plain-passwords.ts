/** Passwords that are compared as they are: what is kept can be read by whoever reads the database. */
import { Flag, Kind, NONE, OPERATORS } from '../ir';
import { nounSort } from '../owners';
import { flagsAt, kindAt, operandAt, type Reader } from '../link/reader';
import type { PlainPassword } from '../rule/structure';
import { wordsOf } from '../words';
import { functionOf, methodOf, slotOf, type Code } from './code';

const SAME = (['===', '!==', '==', '!='] as const).map((operator) => OPERATORS.indexOf(operator));
const PASSWORD = /^pass(?:word|code|phrase)$|^passwd$|^pwd$/;
/** The second time somebody types it, or the one that is to come. */
const TWICE = /^(?:confirm|confirmation|confirmed|repeat|repeated|retype|again|verify|verification|new|old|previous|next|2)$/;
/** What holds what was typed. */
const TYPED = /^(?:body|req|request|input|credential|dto|data|form|value|field|args?|param|params|payload|query|login)$/;
const FETCHING = /^(?:find|get|fetch|load|query|select|first|one|single|exec|by)/i;
const HASHING = /hash|digest|crypt|md5|sha\d|hmac|derive|scrypt|pbkdf|argon/i;

/** One side of a comparison: "user.password" is owner and name, "password" a name alone. */
interface Side {
  owner: string;
  name: string;
  ordinal: number;
}

export function plainPasswordsOf(code: Code): PlainPassword[] {
  const out: PlainPassword[] = [];
  for (const module of code.modulesWith(isPassword))
    for (const fn of code.functions(module)) {
      const reader = code.trail.reader(fn);
      for (let i = 0; i < reader.count; i++) {
        if (kindAt(reader, i) !== Kind.Binary || !SAME.includes(operandAt(reader, i, 0))) continue;
        const left = sideOf(code, fn, reader, operandAt(reader, i, 1));
        const right = sideOf(code, fn, reader, operandAt(reader, i, 2));
        if (!left || !right) continue;
        const kept = [left, right].find((side) => isKept(side));
        const typed = kept === left ? right : left;
        if (!kept || !isTyped(typed) || isHashed(code, fn, typed)) continue;
        const confidence = isFetched(code, fn, reader, kept) ? 'high' : 'medium';
        out.push({ ...code.seen({ fn, ordinal: i }, `${kept.owner}.${kept.name}`), confidence });
      }
    }
  return out;
}

const isPassword = (name: string): boolean => wordsOf(name).some((word) => PASSWORD.test(word));

function sideOf(code: Code, fn: number, reader: Reader, ordinal: number): Side | null {
  if (ordinal === NONE) return null;
  const name = nameAt(code, fn, reader, ordinal);
  const words = wordsOf(name);
  if (!PASSWORD.test(words[words.length - 1] ?? '') || words.some((word) => TWICE.test(word))) return null;
  const owner = kindAt(reader, ordinal) === Kind.Get ? nameAt(code, fn, reader, operandAt(reader, ordinal, 0)) : '';
  return { owner, name, ordinal };
}

function nameAt(code: Code, fn: number, reader: Reader, ordinal: number): string {
  if (ordinal === NONE) return '';
  const kind = kindAt(reader, ordinal);
  if (kind === Kind.Get && !(flagsAt(reader, ordinal) & Flag.Computed)) return reader.module.names[operandAt(reader, ordinal, 1)];
  if (kind !== Kind.Load) return '';
  const { owner, slot } = slotOf(code.program, fn, reader, ordinal);
  return functionOf(code.program, owner).slots[slot]?.name ?? '';
}

/** `user.password`, `account.password`: a member of somebody's record. */
function isKept({ owner }: Side): boolean {
  const sort = nounSort(wordsOf(owner).at(-1) ?? '');
  return sort === 'person' || sort === 'maybe';
}

function isTyped({ owner }: Side): boolean {
  return owner === '' || TYPED.test(wordsOf(owner).at(-1) ?? '');
}

function isHashed(code: Code, fn: number, { ordinal }: Side): boolean {
  return code.trail.origins(fn, ordinal).some((point) => {
    const reader = code.trail.reader(point.fn);
    if (kindAt(reader, point.ordinal) !== Kind.Call) return false;
    return (
      HASHING.test(methodOf(reader, point.ordinal)) || HASHING.test(code.calleeOf(point.fn, point.ordinal)?.path.at(-1) ?? '')
    );
  });
}

/** The record came out of a query, so that its password lies where the query looked. */
function isFetched(code: Code, fn: number, reader: Reader, { ordinal }: Side): boolean {
  return code.trail.origins(fn, operandAt(reader, ordinal, 0)).some((point) => {
    const other = code.trail.reader(point.fn);
    return kindAt(other, point.ordinal) === Kind.Call && FETCHING.test(methodOf(other, point.ordinal));
  });
}
