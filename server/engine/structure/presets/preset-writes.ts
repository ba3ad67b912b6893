/** A yes that the program stores by itself: in a reset, as it starts, or because nothing is stored yet. */
import { cfgOf } from '../../control/cfg';
import { answerOf, choiceName, KEEPS, READS, topicOf } from '../../control/guards/wording';
import { Kind, NONE, OPERATORS } from '../../ir';
import { isNull } from '../../link/operands';
import { kindAt, operandAt, type Reader } from '../../link/reader';
import type { Preset } from '../../rule/structure';
import { wordsOf } from '../../words';
import { argumentsOf, callsOf, entriesOf, flagAt, functionOf, methodOf, namesAround, textAt, type Code } from '../code';
import { keptCalls } from '../closures';
import { attributesOf } from '../markup';
import type { Uses } from '../uses';

/** Functions that put things back to how they begin, or begin them. */
const BEGINS = /^(reset|restore|default|defaults|clear|init|initialize|initialise|bootstrap|seed|setup|migrate|ensure|preload)$/;
/** Who puts things back asks for no tracking: `handleResetSettings`. */
const PUTS_BACK = /^(reset|restore|defaults?)$/;
/** Functions that keep what somebody has just said. */
const KEEPS_ANSWER =
  /^(accept|agree|allow|grant|approve|confirm|give|save|store|submit|update|toggle|enable|set|opt|record|write|choose|select|apply)$/;
/** Run as a component or an application starts. */
const STARTS = /^(useEffect|useLayoutEffect|useMount|onMounted|onBeforeMount|onMount|\$effect)$/;
const STARTS_BY_NAME = /^(ngOnInit|ngAfterViewInit|componentDidMount|connectedCallback|mounted|created|beforeMount)$/;
/** What an answer of several parts calls the answer itself. */
const ANSWERS = /^(accepted|granted|consent|consented|given|value|status|all|optedIn)$/;
const STEPS = 6;

/** `localStorage.setItem('analytics-consent', 'true')` where nobody was asked. */
export function written(code: Code, uses: Uses, fn: number, reader: Reader): Preset[] {
  const out: Preset[] = [];
  for (const call of callsOf(reader)) {
    const [key = NONE, value = NONE] = argumentsOf(reader, call);
    if (!KEEPS.test(methodOf(reader, call) || (code.calleeOf(fn, call)?.path.at(-1) ?? ''))) continue;
    const choice = choiceOfKey(keyOf(code, fn, key));
    if (choice === '' || !isYes(code, fn, reader, value)) continue;
    const how = byItself(code, uses, fn, reader, call, key);
    if (how) out.push({ ...code.seen({ fn, ordinal: call }, 'stored'), choice, form: 'written', confidence: how });
  }
  return out;
}

const keyOf = (code: Code, fn: number, key: number): string => {
  const [first, ...more] = key === NONE ? [] : code.constants.of(fn, key);
  return first && more.length === 0 && typeof first.value === 'string' ? first.value : '';
};

/** What a key of a store says is agreed to: "cookie consent"; '' for what is no choice, or one without which nothing works. */
function choiceOfKey(key: string): string {
  const found = key.length > 0 && key.length < 60 ? choiceName(key) : null;
  const says = /consent|opt.?in|accept|agree|allow|granted|einwilligung|zustimmung/i.test(key);
  return found && !found.negative && found.topic !== 'functional' && says && !isDone(key) ? wordsOf(key).join(' ') : '';
}

/** "consent fired", "consent synced": what the program has done about an answer is none. */
const isDone = (key: string): boolean =>
  /^(\w+ed|shown|sent|seen|done|set|run|at|date|version)$/.test(wordsOf(key).at(-1) ?? '') &&
  !/^(accepted|granted|agreed|allowed|consented|opted|approved|permitted|enabled|akzeptiert)$/.test(wordsOf(key).at(-1) ?? '');

/** `true`, `'granted'`, `JSON.stringify({ analytics: true })` */
function isYes(code: Code, fn: number, reader: Reader, value: number): boolean {
  if (value === NONE) return false;
  if (flagAt(reader, value) === true) return true;
  const text = textAt(reader, value);
  if (text !== null) return answerOf(text) === true;
  if (kindAt(reader, value) === Kind.Call && methodOf(reader, value) === 'stringify')
    return isYes(code, fn, reader, argumentsOf(reader, value)[0] ?? NONE);
  return (
    kindAt(reader, value) === Kind.Object &&
    entriesOf(reader, value).some(
      (entry) =>
        (ANSWERS.test(entry.name) || !['unknown', 'functional'].includes(topicOf(entry.name))) &&
        (flagAt(reader, entry.value) === true || answerOf(textAt(reader, entry.value) ?? '') === true),
    )
  );
}

/** How sure it is that no person said yes there; null where one may have. */
function byItself(code: Code, uses: Uses, fn: number, reader: Reader, call: number, key: number): Preset['confidence'] | null {
  const names = [...namesAround(code.program, fn), ...keptNames(code, uses, fn)];
  if (names.some((name) => wordsOf(name).some((word) => KEEPS_ANSWER.test(word)))) return null;
  if (names.some((name) => PUTS_BACK.test(wordsOf(name.replace(/^(handle|on|do|perform|confirm)(?=[A-Z])/, ''))[0] ?? '')))
    return 'high';
  if (isHandler(code, uses, fn)) return null;
  if (BEGINS.test(wordsOf(names[0] ?? '')[0] ?? '')) return 'high';
  const cfg = cfgOf(reader);
  const deciding = cfg.deciding(call);
  const isStart = startsIn(code, uses, fn);
  if (deciding.length === 0) return isStart ? 'medium' : null;
  const name = keyOf(code, fn, key);
  return deciding.some((block) =>
    cfg.out[block].some(
      ({ condition, when, to }) =>
        when !== null && cfg.dominates(to, cfg.blockOf[call]) && isAbsent(code, fn, reader, condition, name, STEPS) === when,
    ),
  )
    ? 'high'
    : null;
}

/** `const resetSettings = useCallback(async () => { … })`: names of what functions around are handed to before they are kept. */
function keptNames(code: Code, uses: Uses, fn: number): string[] {
  const out: string[] = [];
  for (let made = uses.made(fn); made; made = uses.made(made.fn))
    out.push(...keptCalls(code, uses, made).map(({ name }) => name));
  return out;
}

/** A function that is given to an element, or called after what a person does: `handleClick`, `onPress={() => …}`. */
function isHandler(code: Code, uses: Uses, fn: number): boolean {
  if (/^(handle|on)[A-Z]/.test(functionOf(code.program, fn).name)) return true;
  const made = uses.made(fn);
  if (!made) return false;
  const reader = code.trail.reader(made.fn);
  return uses
    .of(made.fn, made.ordinal)
    .some(
      (user) => kindAt(reader, user) === Kind.Element && attributesOf(reader, user).some(({ value }) => value === made.ordinal),
    );
}

/** Nobody has done anything yet: the top of a module, an effect. */
function startsIn(code: Code, uses: Uses, fn: number): boolean {
  const { kind, name } = functionOf(code.program, fn);
  if (kind === 'module' || STARTS_BY_NAME.test(name)) return true;
  const made = uses.made(fn);
  if (!made) return false;
  const reader = code.trail.reader(made.fn);
  return uses
    .of(made.fn, made.ordinal)
    .some((user) => kindAt(reader, user) === Kind.Call && STARTS.test(code.calleeOf(made.fn, user)?.path.at(-1) ?? ''));
}

/** True when a condition holds where nothing is stored under the key, false when it holds where something is; else null. */
function isAbsent(code: Code, fn: number, reader: Reader, value: number, key: string, steps: number): boolean | null {
  if (value === NONE || steps === 0) return null;
  const operand = (n: number): number => operandAt(reader, value, n);
  switch (kindAt(reader, value)) {
    case Kind.Unary: {
      const inner = OPERATORS[operand(0)] === '!' ? isAbsent(code, fn, reader, operand(1), key, steps - 1) : null;
      return inner === null ? null : !inner;
    }
    case Kind.Binary: {
      const operator = OPERATORS[operand(0)];
      const isNothing = [operand(1), operand(2)].some((each) => isNull(reader, each));
      if (!isNothing || !/^[!=]==?$/.test(operator)) return null;
      const stored = [operand(1), operand(2)].some((each) => isAbsent(code, fn, reader, each, key, steps - 1) === false);
      return stored ? operator.startsWith('=') : null;
    }
    case Kind.Cast:
    case Kind.Await:
      return isAbsent(code, fn, reader, operand(0), key, steps - 1);
    case Kind.Load: {
      // A variable that held what is stored, before the yes was put into it as well.
      const stored = code.trail
        .origins(fn, value)
        .some(
          (origin) =>
            origin.fn === fn &&
            origin.ordinal < value &&
            origin.path.length === 0 &&
            isAbsent(code, fn, reader, origin.ordinal, key, steps - 1) === false,
        );
      return stored ? false : null;
    }
    case Kind.Call: {
      const asks = READS.test(methodOf(reader, value) || (code.calleeOf(fn, value)?.path.at(-1) ?? ''));
      return asks && keyOf(code, fn, argumentsOf(reader, value)[0] ?? NONE) === key ? false : null;
    }
    default:
      return null;
  }
}
