/** Purposes that an answer about cookies names one by one: `{ necessary: true, analytics: true }`. */
import { Kind, NONE } from '../../ir';
import { kindAt, operandAt, operandCount, type Reader } from '../../link/reader';
import { wordsOf } from '../../words';
import { argumentsOf, entriesOf, flagAt, textAt, type Code, type Spot } from '../code';
import { storeOf } from './preset-stores';
import { KEPT, STATES, keysOf, storedNames } from './preset-states';
import type { Uses } from '../uses';

const PURPOSES = /^(analytics|analytical|statistics|statistical|performance|targeting|tracking|ads|personali[sz]ation)$/;
/** What nobody can refuse. */
export const LOCKED = /^(strictly_?)?(necessary|essentials?)$/i;
/** What holds the answers: a state, a store, the key under which they are kept. */
export const OF_CONSENT =
  /consent|cookie[-_]?(choice|preference|setting|store)|privacy[-_]?(choice|preference|setting|store)|^(use)?[-_]?privacy$/i;
/** A yes to whatever the holder is about. */
const ANSWERED = /^(accepted|agreed|granted|allowed|consented)$/;

/** The purpose that a member of an object is, or ''. */
export function purposeAt(code: Code, uses: Uses, { fn, ordinal }: Spot, name: string): string {
  const isPurpose = PURPOSES.test(name);
  if (isPurpose && hasLocked(code.trail.reader(fn), ordinal)) return name;
  const isAnswer = ANSWERED.test(name);
  if (!isPurpose && !isAnswer && name !== 'marketing') return '';
  const holders = [...storeOf(code, uses, fn, ordinal), ...stateNames(code, uses, fn, ordinal)];
  // Who has accepted a notice about privacy has read a paper.
  const about = holders.find((each) => OF_CONSENT.test(each) && !(isAnswer && /privacy/i.test(each)));
  return about === undefined ? '' : isAnswer ? `${wordsOf(about.replace(/^use(?=[A-Z])/, '')).join(' ')} ${name}` : name;
}

/** Beside what is necessary, "analytics" is a purpose that one agrees to. */
const hasLocked = (reader: Reader, object: number): boolean => entriesOf(reader, object).some((entry) => LOCKED.test(entry.name));

/** `const [cookieConsent, setCookieConsent] = useState({ analytics: true })`: names of the state that begins with an object. */
function stateNames(code: Code, uses: Uses, fn: number, value: number): string[] {
  const reader = code.trail.reader(fn);
  return uses.of(fn, value).flatMap((user) => {
    if (kindAt(reader, user) === Kind.Cast) return stateNames(code, uses, fn, user);
    const called = kindAt(reader, user) === Kind.Call ? (code.calleeOf(fn, user)?.path.at(-1) ?? '') : '';
    if (KEPT.test(called)) return [...keysOf(reader, argumentsOf(reader, user)), ...storedNames(code, uses, fn, user)];
    return STATES.test(called) ? storedNames(code, uses, fn, user) : [];
  });
}

const TICKED =
  /^(value|enabled|checked|selected|accepted|default|defaultValue|defaultChecked|initialValue|is(Enabled|Checked|Active))$/;
const SHUT = /^(readOnly|readonly|mandatory|required|disabled|locked|alwaysActive|always_active|isRequired|isMandatory)$/;
/** What a person is shown of a purpose, or what comes with it. */
const DESCRIBED =
  /^(label|title|name|description|text|services|cookies|autoClear|on(Accept|Accepted|Reject|Rejected|Enable|Disable)\w*)$/i;

/** `choices = { necessary: { mandatory: true }, analytics: { label: '…', value: true } }`: a box of a consent tool, already ticked. */
export const isOfferedTicked = (reader: Reader, choices: number, purpose: number): boolean =>
  hasLocked(reader, choices) && isTicked(reader, purpose);

/** It is described to a person, or said to be hers to refuse, and begins with a yes. */
function isTicked(reader: Reader, purpose: number): boolean {
  const entries = entriesOf(reader, purpose);
  const has = (pattern: RegExp, said: boolean): boolean =>
    entries.some(({ name, value }) => pattern.test(name) && flagAt(reader, value) === said);
  return (entries.some(({ name }) => DESCRIBED.test(name)) || has(SHUT, false)) && has(TICKED, true) && !has(SHUT, true);
}

const CALLED = /^(id|key|name|type|slug|category|purpose|value)$/;

/** `[{ id: 'necessary', required: true }, { id: 'analytics', label: '…', enabled: true }]`: the same as a list. */
export function listedTicked(reader: Reader, list: number): { purpose: string; ordinal: number }[] {
  const rows: { purpose: string; ordinal: number }[] = [];
  for (let n = 0; n < operandCount(reader, list); n += 2) {
    const ordinal = operandAt(reader, list, n + 1);
    if (ordinal === NONE || kindAt(reader, ordinal) !== Kind.Object) continue;
    const called = entriesOf(reader, ordinal).find(({ name, value }) => CALLED.test(name) && textAt(reader, value) !== null);
    if (called) rows.push({ purpose: textAt(reader, called.value)!.toLowerCase(), ordinal });
  }
  if (!rows.some(({ purpose }) => LOCKED.test(purpose))) return [];
  return rows.filter(({ purpose, ordinal }) => (PURPOSES.test(purpose) || purpose === 'marketing') && isTicked(reader, ordinal));
}
