/** What is known whenever a function runs that was given to somebody: to a button, an event, a route behind a middleware. */
import { Kind, NONE } from '../../ir';
import { functionOf } from '../../link/program';
import { isNothing } from '../bodies';
import { endsOf, kindAt, operandAt, operandCount } from '../../link/reader';
import { buttonOf, labelOf } from './buttons';
import { textsAmong, type Spot } from './control';
import { EVERYTHING, NOTHING, both, grantedBy, meet, type Facts } from './facts';
import { createFiltered } from './filtered';
import type { LessonParts, Lessons } from './lessons';
import { roleOf } from './roles';
import type { Use } from './nests';
import { acceptsChoice, choiceName, isChoiceEvent, requiredChoice, topicOf, waitsForChoice } from './wording';

/** Hooks of Fastify that run before a route's handler. */
const BEFORE_HANDLER = /^(onRequest|preParsing|preValidation|preHandler)$/;
/** Methods that run a function with each member of a list. */
const RUNS_EACH = /^(forEach|map|flatMap)$/;
const TAKES_AWAY = /^(removeEventListener|removeListener|off)$/;
const VERBS = /^(get|post|put|patch|delete|all|use|route|on|handle|add)$/;

export function createRegistrationLessons({
  control,
  predicates,
  uses,
  purposes,
  platforms,
  consentOf,
}: LessonParts): Lessons['registration'] {
  const { program } = control;
  const filtered = createFiltered(control, predicates);

  const registration = (use: Use): Facts => {
    const reader = control.reader(use.fn);
    const last = use.path.at(-1) ?? '';
    if (use.kind === 'attribute') {
      const pressed = /^on(Click|Press|Submit|Tap)$/i.test(last) ? labelOf(control, use) : '';
      const accepting = [last, pressed].find((name) => acceptsChoice(name)) ?? (waitsForChoice(last) ? last : undefined);
      return accepting === undefined ? NOTHING : grantedBy('unknown', accepting, use.fn, use.ordinal);
    }
    if (use.kind !== 'callback') return NOTHING;
    const button = buttonOf(control, use);
    if (button !== '' && acceptsChoice(button)) return grantedBy('unknown', button, use.fn, use.ordinal);
    if (kindAt(reader, use.ordinal) !== Kind.Call) return NOTHING;
    const name = control.name(use.fn, use.ordinal);
    const words = control.words(use.fn, use.ordinal);
    // What is taken away is not run by that.
    if (TAKES_AWAY.test(name)) return EVERYTHING;
    if (RUNS_EACH.test(name) && use.argument === 0 && operandAt(reader, use.ordinal, 1) !== NONE)
      return filtered(use.fn, operandAt(reader, use.ordinal, 0));
    const own = consentOf(use.fn);
    const texts = textsAmong(control, use.fn, use.ordinal);
    const topic = texts.map(topicOf).find((each) => each !== 'unknown') ?? topicOf(name);
    const grant = (): Facts => grantedBy(topic, words, use.fn, use.ordinal);
    if (own.callbacks.includes(name)) return grant();
    const after = platforms.event(use.fn, [last, ...texts]);
    if (after === 'yes') return grant();
    if (after === 'answered' || platforms.handsAnswers(use.fn, use.ordinal)) return NOTHING;
    if (acceptsChoice(last)) return grantedBy('unknown', last, use.fn, use.ordinal);
    if (roleOf(control.frame(use.fn), control.engine, use.ordinal)?.role === 'runs') return grant();
    const isBody = control.callees(use.fn, use.ordinal).length > 0;
    if (!isBody && waitsForChoice(name) && !/^on\w*(change|update)/i.test(name)) return grant();
    if (!isBody && waitsForChoice(name)) return grant();
    if (/^(addEventListener|on|once|addListener|subscribe|listen)$/.test(name) && texts.some(isChoiceEvent)) return grant();
    // `consent.on('analytics', start)`: what holds the answers runs it for one of them.
    const holder = operandAt(reader, use.ordinal, 1) === NONE ? '' : control.name(use.fn, operandAt(reader, use.ordinal, 0));
    if (/^(on|once|when|whenGranted)$/.test(name) && topic !== 'unknown' && choiceName(holder)?.negative === false)
      return grant();
    return VERBS.test(name) && operandAt(reader, use.ordinal, 1) !== NONE ? both(middleware(use), ordered(use)) : NOTHING;
  };

  /** `router.post('/order', requireConsent, handler)` */
  const middleware = (use: Use): Facts => {
    const reader = control.reader(use.fn);
    let out = NOTHING;
    for (let n = 4; n < Math.min(operandCount(reader, use.ordinal), 4 + use.argument); n++)
      out = both(out, lets(use.fn, operandAt(reader, use.ordinal, n)));
    return out;
  };

  /** `router.use(requireConsent)` on the same router, before the registration. */
  const ordered = (use: Use): Facts => {
    const reader = control.reader(use.fn);
    const router = control.words(use.fn, operandAt(reader, use.ordinal, 0));
    let out = NOTHING;
    for (let i = 0; i < use.ordinal; i++) {
      if (kindAt(reader, i) !== Kind.Call || operandAt(reader, i, 1) === NONE) continue;
      const method = control.name(use.fn, i);
      if (!/^(use|addHook)$/.test(method) || control.words(use.fn, operandAt(reader, i, 0)) !== router) continue;
      if (method === 'addHook') {
        const when = control.text(use.fn, operandAt(reader, i, 4)) ?? '';
        if (BEFORE_HANDLER.test(when)) out = both(out, lets(use.fn, operandAt(reader, i, 5), true));
        continue;
      }
      const prefix = operandCount(reader, i) > 4 ? control.text(use.fn, operandAt(reader, i, 4)) : null;
      const path = operandCount(reader, use.ordinal) > 4 ? control.text(use.fn, operandAt(reader, use.ordinal, 4)) : null;
      if (prefix !== null && (path === null || !path.startsWith(prefix.replace(/\*.*$/, '')))) continue;
      for (let n = 4; n < operandCount(reader, i); n++) out = both(out, lets(use.fn, operandAt(reader, i, n)));
    }
    return out;
  };

  /** What is known once a middleware lets a request pass: it calls `next` only then. */
  const lets = (fn: number, value: number, isHook = false): Facts => {
    if (value === NONE) return NOTHING;
    const made = madeAt(fn, value);
    return made ? letsAt(made.fn, made.ordinal, isHook) : letsAt(fn, value, isHook);
  };

  /** `const mayCount = requireConsent('analytics')`: the call that made what a variable holds. */
  const madeAt = (fn: number, i: number): Spot | null => {
    const reader = control.reader(fn);
    if (kindAt(reader, i) !== Kind.Load) return null;
    const owner = operandAt(reader, i, 1);
    const holder = owner === NONE ? fn : program.base[program.moduleOf[fn]] + owner;
    const [only, ...others] = control.stores(holder, operandAt(reader, i, 0), NONE);
    const made = only && others.length === 0 ? operandAt(control.reader(only.fn), only.ordinal, 1) : NONE;
    return made !== NONE && kindAt(control.reader(only.fn), made) === Kind.Call ? { fn: only.fn, ordinal: made } : null;
  };

  const letsAt = (fn: number, i: number, isHook: boolean): Facts => {
    const name = control.name(fn, i);
    const purpose = purposes.at(fn, i);
    if (consentOf(fn).middleware.includes(name)) return grantedBy(purpose, name, fn, i);
    const value = control.frame(fn)?.values[i];
    let out: Facts = EVERYTHING;
    for (const target of value?.targets ?? []) {
      if (target.kind !== 'function') continue;
      const position = functionOf(program, target.fn).parameters.length - 1;
      // `next('route')` and `next(error)` lead past the handler.
      const called = position < 1 ? [] : uses.invocations(target.fn, position, []).filter((spot) => isPlain(spot));
      const passes = isHook && called.length === 0 ? passedBy(target.fn) : called;
      if (passes.length === 0) return NOTHING;
      for (const spot of passes) out = meet(out, control.at(spot.fn, spot.ordinal));
    }
    if (out !== EVERYTHING) return purposes.narrowed(out, fn, i, control.callees(fn, i));
    const asks = requiredChoice(name);
    return asks && !asks.negative && /^(require|ensure|check|assert|with|has|verify|need)/.test(name)
      ? grantedBy(purpose === 'unknown' ? asks.topic : purpose, name, fn, i)
      : NOTHING;
  };

  /** A hook that gives a promise lets a request pass where it ends with nothing. */
  const passedBy = (fn: number): { fn: number; ordinal: number }[] => {
    const reader = control.reader(fn);
    if (!functionOf(program, fn).async) return [];
    return endsOf(reader).flatMap((ordinal) => (isNothing(reader, operandAt(reader, ordinal, 0)) ? [{ fn, ordinal }] : []));
  };

  const isPlain = ({ fn: inner, ordinal }: { fn: number; ordinal: number }): boolean => {
    const reader = control.reader(inner);
    return operandCount(reader, ordinal) <= 4 || isNothing(reader, operandAt(reader, ordinal, 4));
  };

  return registration;
}
