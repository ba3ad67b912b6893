/** Purposes that an answer about cookies names one by one: `{ necessary: true, analytics: true }`. */
import { Kind } from '../../ir';
import { kindAt, type Reader } from '../../link/reader';
import { entriesOf, flagAt, type Code, type Spot } from '../code';
import { storeOf } from './preset-stores';
import { STATES, storedNames } from './preset-states';
import type { Uses } from '../uses';

const PURPOSES = /^(analytics|analytical|statistics|statistical|performance|targeting|tracking|ads|personali[sz]ation)$/;
/** What nobody can refuse. */
export const LOCKED = /^(strictly_?)?(necessary|essentials?)$/i;
export const OF_CONSENT = /consent|cookie_?(choice|preference|setting)/i;

/** The purpose that a member of an object is, or ''. */
export function purposeAt(code: Code, uses: Uses, { fn, ordinal }: Spot, name: string): string {
  const isPurpose = PURPOSES.test(name);
  if (isPurpose && hasLocked(code.trail.reader(fn), ordinal)) return name;
  if (!isPurpose && name !== 'marketing') return '';
  const holders = [...storeOf(code, uses, fn, ordinal), ...stateNames(code, uses, fn, ordinal)];
  return holders.some((each) => OF_CONSENT.test(each)) ? name : '';
}

/** Beside what is necessary, "analytics" is a purpose that one agrees to. */
const hasLocked = (reader: Reader, object: number): boolean => entriesOf(reader, object).some((entry) => LOCKED.test(entry.name));

/** `const [cookieConsent, setCookieConsent] = useState({ analytics: true })`: names of the state that begins with an object. */
function stateNames(code: Code, uses: Uses, fn: number, value: number): string[] {
  const reader = code.trail.reader(fn);
  return uses.of(fn, value).flatMap((user) => {
    if (kindAt(reader, user) === Kind.Cast) return stateNames(code, uses, fn, user);
    if (kindAt(reader, user) !== Kind.Call || !STATES.test(code.calleeOf(fn, user)?.path.at(-1) ?? '')) return [];
    return storedNames(code, uses, fn, user);
  });
}

const TICKED =
  /^(value|enabled|checked|selected|accepted|default|defaultValue|defaultChecked|initialValue|is(Enabled|Checked|Active))$/;
const SHUT = /^(readOnly|readonly|mandatory|required|disabled|locked|alwaysActive|always_active|isRequired|isMandatory)$/;
/** What a person is shown of a purpose, or what comes with it. */
const DESCRIBED =
  /^(label|title|name|description|text|services|cookies|autoClear|on(Accept|Accepted|Reject|Rejected|Enable|Disable)\w*)$/i;

/** `choices = { necessary: { mandatory: true }, analytics: { label: '…', value: true } }`: a box of a consent tool, already ticked. */
export function isOfferedTicked(reader: Reader, choices: number, purpose: number): boolean {
  if (!hasLocked(reader, choices)) return false;
  const entries = entriesOf(reader, purpose);
  return (
    entries.some(({ name }) => DESCRIBED.test(name)) &&
    entries.some(({ name, value }) => TICKED.test(name) && flagAt(reader, value) === true) &&
    !entries.some(({ name, value }) => SHUT.test(name) && flagAt(reader, value) === true)
  );
}
