/** A refusal after which the question is asked again, at once or later. */
import { Flag, Kind, NONE } from '../../ir';
import { flagsAt, kindAt, operandAt, type Reader } from '../../link/reader';
import type { Choice } from '../../rule/structure';
import { argumentsOf, callsOf, flagAt, functionOf, methodOf, type Code } from '../code';
import { closuresOf, keptCalls } from '../closures';
import { handledControl } from '../handled-controls';
import { handlerName } from '../handler-names';
import { nameOfValue } from '../presets/preset-values';
import type { Uses } from '../uses';

const WINDOW = /open|shown?$|visible|banner|modal|dialog/i;

/** `open.value = true`, `this.visible = true`. */
function setsShown(code: Code, fn: number, reader: Reader): boolean {
  for (let i = 0; i < reader.count; i++) {
    if (kindAt(reader, i) !== Kind.Set || flagsAt(reader, i) & Flag.Computed) continue;
    const name = reader.module.names[operandAt(reader, i, 1)];
    const shown = /^(value|current)$/.test(name) ? nameOfValue(code, fn, reader, operandAt(reader, i, 0)) : name;
    if (WINDOW.test(shown) && flagAt(reader, operandAt(reader, i, 2)) === true) return true;
  }
  return false;
}

const REFUSES =
  /^(on|handle|do)?(decline|reject|refuse|deny|opt_?out|unsubscribe|dismissConsent|noThanks|revoke_?consent|withdraw_?consent|(cancel|end|leave)_?(my_?)?(subscription|membership|plan|newsletter))/i;

/** `const decline = () => setTimeout(() => setOpen(true), 60_000)`. */
export function comesBack(code: Code, uses: Uses, fn: number): Choice[] {
  const name = functionOf(code.program, fn).name || keptAs(code, uses, fn);
  const reader = code.trail.reader(fn);
  const refuses = REFUSES.test(name);
  if (!refuses && name !== '' && !/^on[A-Z]/.test(name)) return [];
  const second = secondQuestion(code, fn, reader);
  if (refuses) return [...askedTwice(code, fn, second, name), ...asksLater(code, fn, reader, name)];
  if (second === NONE) return [];
  const control = handledControl(code, uses, fn);
  const { names, imports } = reader.module;
  const spoken = [...names, ...imports.map(({ local }) => local)];
  const isConsent = DECLINES.test(control) && spoken.some((word) => /consent|cookie/i.test(word));
  return SAYS_NO.test(control) || isConsent ? askedTwice(code, fn, second, control) : [];
}

/** A button or a link that ends a mailing, a subscription or a consent. */
const SAYS_NO =
  /unsubscribe|opt[-_ ]?out|(decline|reject|refuse|withdraw|revoke)[-_ ]?(all|my|the)?[-_ ]?(cookies?|consent|tracking|marketing)|(cancel|end|leave)[-_ ]?(my|the)?[-_ ]?(subscription|membership|plan|newsletter)|no[-_ ]?thanks|abbestellen|abmelden|désabonner|darse de baja/i;

/** `#decline`, in a module that speaks of a consent. */
const DECLINES = /^[#.]?(btn-?)?(decline|reject|refuse|deny)([-_]?(all|btn|button))?$/i;

/** "decline" of `const decline = useCallback(() => …)`; '' for a function that is kept under no name. */
function keptAs(code: Code, uses: Uses, fn: number): string {
  const made = uses.made(fn);
  const kept = made ? keptCalls(code, uses, made) : [];
  return kept.find(({ call }) => /^use(Callback|Event|EffectEvent)$/.test(calledAs(code, made!.fn, call)))?.name ?? '';
}

const calledAs = (code: Code, fn: number, call: number): string => code.calleeOf(fn, call)?.path.at(-1) ?? '';

/** `if (!confirm('Really?')) return; if (!confirm('Are you sure?')) return;`: yes takes one press, no takes three. */
function secondQuestion(code: Code, fn: number, reader: Reader): number {
  const questions = [...callsOf(reader)].filter((call) => {
    const path = code.calleeOf(fn, call)?.path ?? [];
    return /^((window|globalThis)\.)?(confirm|prompt)$/.test(path.join('.')) || /^Alert\.(alert|prompt)$/.test(path.join('.'));
  });
  return questions[1] ?? NONE;
}

const askedTwice = (code: Code, fn: number, second: number, text: string): Choice[] =>
  second === NONE ? [] : [{ ...code.seen({ fn, ordinal: second }, text), kind: 'asked-twice', text, confidence: 'high' }];

function asksLater(code: Code, fn: number, reader: Reader, text: string): Choice[] {
  return [...callsOf(reader)].flatMap((call): Choice[] => {
    if (calledAs(code, fn, call) !== 'setTimeout') return [];
    const again = closuresOf(code, fn, argumentsOf(reader, call)[0] ?? NONE).some((inner) => {
      const body = code.trail.reader(inner);
      return (
        setsShown(code, inner, body) ||
        [...callsOf(body)].some((other) => {
          const name = methodOf(body, other) || handlerName(code, inner, body, operandAt(body, other, 0));
          const [first] = argumentsOf(body, other);
          const isYes = first !== undefined && flagAt(body, first) === true;
          return (
            /^(open|show|reopen|ask)/i.test(name) ||
            (isYes && /^set(Is|Show)?\w*(Open|Show|Visible|Banner|Modal|Dialog)|^setOpen|^setShow/i.test(name)) ||
            (isYes && name === 'set' && WINDOW.test(nameOfValue(code, inner, body, operandAt(body, other, 0))))
          );
        })
      );
    });
    return again ? [{ ...code.seen({ fn, ordinal: call }, text), kind: 'weaker-opt-out', text, confidence: 'high' }] : [];
  });
}
