/** What holds from the start of a function: its decorators, the name of a handler. */
import { Kind, NONE } from '../../ir';
import { functionOf } from '../../link/program';
import { kindAt, operandAt, operandCount } from '../../link/reader';
import { EVERYTHING, NOTHING, both, grantedBy, type Facts } from './facts';
import type { LessonParts, Lessons } from './lessons';
import { acceptsChoice, requiredChoice, topicOf } from './wording';

const SAYS_WHAT = /cookie|consent|all|track|analytic|marketing|gdpr|handle|^on/i;
const ABOUT_COOKIES = /cookie|consent|gdpr|dsgvo/i;

export function createEntryLessons({ control, predicates, purposes, platforms, consentOf }: LessonParts): Lessons['entry'] {
  const { program } = control;

  const entry = (fn: number): Facts => {
    const info = functionOf(program, fn);
    let out = NOTHING;
    const isAnswered = platforms.event(fn, [info.name]) === 'answered';
    if (!isAnswered && acceptsChoice(info.name) && (SAYS_WHAT.test(info.name) || isAboutCookies(fn)))
      out = grantedBy('unknown', `${info.name}()`, fn, 0);
    return info.class === NONE ? out : both(out, decorated(fn));
  };

  /** `accept()` in what asks about cookies, by its file or what it is written in. */
  const isAboutCookies = (fn: number): boolean => {
    const { path, functions } = program.modules[program.moduleOf[fn]];
    const { parent } = functionOf(program, fn);
    return [path.split('/').at(-1) ?? '', parent < 0 ? '' : functions[parent].name].some((name) => ABOUT_COOKIES.test(name));
  };

  /** `@UseGuards(ConsentGuard)` on the method or its class. */
  const decorated = (fn: number): Facts => {
    const module = program.moduleOf[fn];
    const info = functionOf(program, fn);
    const { decorators, methods } = program.modules[module].classes[info.class];
    if (decorators.length === 0) return NOTHING;
    const holder =
      program.base[module] +
      program.modules[module].functions.findIndex((_, at) => holdsClass(program.base[module] + at, info.class));
    const member = methods.find((method) => program.base[module] + method.function === fn)?.name;
    let out = NOTHING;
    for (const { member: on, parameter, value } of decorators) {
      if (parameter >= 0 || (on !== null && on !== member)) continue;
      const reader = control.reader(holder);
      const named = [control.name(holder, value)];
      if (kindAt(reader, value) === Kind.Call)
        for (let n = 4; n < operandCount(reader, value); n++) {
          named.push(control.name(holder, operandAt(reader, value, n)));
          out = both(out, guardClass(holder, operandAt(reader, value, n)));
        }
      const found = named.find(
        (name) => consentOf(fn).middleware.includes(name) || (requiredChoice(name) && /guard|require|check|consent$/i.test(name)),
      );
      const purpose = purposes.at(holder, value);
      if (found) out = both(out, grantedBy(purpose === 'unknown' ? topicOf(found) : purpose, `@${found}`, holder, value));
    }
    return out;
  };

  const holdsClass = (fn: number, own: number): boolean => {
    const reader = control.reader(fn);
    for (let i = 0; i < reader.count; i++) if (kindAt(reader, i) === Kind.Class && operandAt(reader, i, 0) === own) return true;
    return false;
  };

  /** A guard class whose `canActivate` answers with a choice. */
  const guardClass = (fn: number, i: number): Facts => {
    let out = NOTHING;
    for (const target of control.frame(fn)?.values[i]?.targets ?? []) {
      if (target.kind !== 'class') continue;
      const method = program.modules[target.ref.module].classes[target.ref.class].methods.find(
        ({ name }) => name === 'canActivate',
      );
      const said = method ? predicates.returned(program.base[target.ref.module] + method.function).yes : NOTHING;
      if (said !== EVERYTHING) out = both(out, said);
    }
    return out;
  };

  return entry;
}
