/** Noes that change nothing: a handler that only closes its banner, a privacy signal that is read and not heeded. */
import { EntryKind, Kind, NONE } from '../../ir';
import { someOf } from '../../link/names';
import { symbolOf } from '../../link/program';
import { kindAt, operandAt, operandCount } from '../../link/reader';
import { extentOf, placeOf } from '../../places';
import type { IgnoredRefusal } from '../../rule/consent';
import { SIGNAL_NAME, SIGNAL_WORD, signalsOf } from './signals';
import { wordsOf } from '../../words';
import type { TrackingParts } from './parts';
import { isPicture, mayRefuse, refusesChoice } from '../guards/wording';
import { createHeard } from '../guards/dispatches';
import { createKeptAnswers } from './kept-answers';
import { createNeverGiven } from './never-given';
import { createOutcomes, type Gives } from './outcomes';
import { ABOUT_COOKIES, SAYS_NO, refusingButtons, type RefusingButton } from './refusing-buttons';
import { createShown } from './shown-states';
import { isCalledNo, wiredButtons } from './wired-buttons';
import { isWayOut, routesByDecorator, routesByFile, wayOutIn } from './way-out-routes';

const PLAIN_NO = /^(on|handle)?(decline|reject|deny|refuse|rejectAll|declineAll|ablehnen|refuser|rechazar)$/i;
/** No name without such a word is one of a handler that refuses; `rejectall` is one word. */
const mayBeNo = (word: string): boolean => mayRefuse(word) || /decline|reject|deny|refuse|ablehnen|rechazar/.test(word);
const PLAIN_YES = /^(on|handle)?(accept|acceptAll|allow|allowAll|agree|akzeptieren|accepter|aceptar)$/i;

/** "useArticle9Consent": asked when it is needed, for data of that kind; who says no is not asked for them. */
const OF_DATA =
  /\b(art(icle)? 9|health|medical|biometric|sensitive|special category|recording|camera|microphone|location|research|treatment|parental|guardian)\b.*\bconsent/;

export function refusalsOf(parts: TrackingParts): IgnoredRefusal[] {
  const { control, silent } = parts;
  const { program } = control;
  const signalIn = signalsOf(parts);
  const isShown = createShown(parts);
  const answers = createKeptAnswers(parts, parts.constants(), isShown);
  const found: IgnoredRefusal[] = [];
  const outcomeOf = createOutcomes({
    ...{ control, answers, isShown },
    isHeard: createHeard(control),
    isNeverGiven: createNeverGiven(control, parts.uses),
  });

  const handler = (fn: number, name: string, gives: Gives = 'something', closes: 'handler' | 'closed' = 'handler'): void => {
    const result = outcomeOf(fn, gives);
    if (result.kind === 'nothing' || result.kind === 'effect') return;
    if (result.kind === 'page' && isOfData(fn)) return;
    const key = result.kind === 'kept' ? result.key : '';
    if (key !== '' && answers.isTold(key)) return;
    const { spot } = result;
    found.push({
      how: result.kind === 'page' ? closes : result.kind === 'kept' ? 'kept' : 'endpoint',
      key,
      refusal: name,
      at: placeOf(program, spot.fn, spot.ordinal),
      extent: extentOf(program, spot.fn, spot.ordinal),
      symbol: symbolOf(program, spot.fn),
      words: control.words(spot.fn, spot.ordinal),
      path: [],
    });
  };

  /** `<CookieBanner onDecline={() => setOpen(false)}>` */
  const attributes = (fn: number): void => {
    const reader = control.reader(fn);
    for (let i = 0; i < reader.count; i++) {
      if (kindAt(reader, i) !== Kind.Element || operandAt(reader, i, 0) === NONE) continue;
      const tag = reader.module.names[operandAt(reader, i, 0)];
      for (let n = 0; n < operandAt(reader, i, 2); n++) {
        if (operandAt(reader, i, 3 + n * 3) !== EntryKind.Static) continue;
        const name = reader.module.names[operandAt(reader, i, 4 + n * 3)];
        const value = operandAt(reader, i, 5 + n * 3);
        const refuses = refusesChoice(name) || (/^on(Decline|Reject|Deny|Refuse)/.test(name) && /cookie|consent/i.test(tag));
        if (refuses && value !== NONE && kindAt(reader, value) === Kind.Closure)
          handler(program.base[program.moduleOf[fn]] + operandAt(reader, value, 0), `${name} of <${tag}>`);
      }
    }
  };

  /** `router.post('/unsubscribe', (req, res) => res.send('Done'))` */
  const routes = (fn: number): void => {
    const reader = control.reader(fn);
    for (let i = 0; i < reader.count; i++) {
      if (kindAt(reader, i) !== Kind.Call || !/^(post|put|patch|delete)$/.test(control.name(fn, i))) continue;
      const [path, last] = [operandAt(reader, i, 4), operandAt(reader, i, operandCount(reader, i) - 1)];
      if (path === last || kindAt(reader, path) !== Kind.Const || kindAt(reader, last) !== Kind.Closure) continue;
      const way = wayOutIn(reader.module.names[operandAt(reader, path, 1)]);
      if (way !== '') handler(program.base[program.moduleOf[fn]] + operandAt(reader, last, 0), way, 'answer');
    }
  };

  const { names } = program;
  const asksForData = names.test((name) => name.length < 60 && OF_DATA.test(wordsOf(name).join(' ')));
  function isOfData(fn: number): boolean {
    const module = program.moduleOf[fn];
    return [names.of(module), names.locals(module), names.owned(module)].some((some) => someOf(some, asksForData));
  }
  const isSignal = names.test(
    (name) => SIGNAL_NAME.test(name),
    (word) => SIGNAL_WORD.test(word),
  );
  const isRefusal = names.test((name) => refusesChoice(name) || PLAIN_NO.test(name), mayBeNo);
  const isRoute = names.test((name) => name.includes('/') && name.length < 80 && name.split('/').some(isWayOut));
  const isHandler = names.test(
    (name) => refusesChoice(name) || PLAIN_NO.test(name) || /^on(Decline|Reject|Deny|Refuse)/.test(name),
    mayBeNo,
  );
  const isNo = names.test(
    (name) =>
      name.length < 60 &&
      SAYS_NO.test(
        name
          .split(/[.:]/)
          .at(-1)!
          .replace(/(?<=[a-z])(?=[A-Z])|_/g, ' '),
      ),
  );
  const isWired = names.test(isCalledNo, mayBeNo);
  const buttons: RefusingButton[] = [];
  program.modules.forEach((ir, module) => {
    if (silent.has(module)) return;
    const isDrawn = isPicture((ir.path.split('/').at(-1) ?? '').replace(/\.\w+$/, ''));
    const signalled = someOf(names.of(module), isSignal);
    const refused = someOf(names.of(module), isHandler);
    const pressed = someOf(names.of(module), isNo);
    const wired = someOf(names.of(module), isWired);
    const routed = someOf(names.of(module), isRoute);
    const served = [...routesByFile(ir), ...routesByDecorator(control, module)];
    if (!signalled && !refused && !pressed && !wired && !routed && served.length === 0 && !someOf(names.owned(module), isRefusal))
      return;
    ir.functions.forEach((info, index) => {
      const fn = program.base[module] + index;
      if (!isDrawn && info.name !== '' && (refusesChoice(info.name) || answersNo(module, index))) handler(fn, `${info.name}()`);
      if (refused && !isDrawn) attributes(fn);
      if (pressed && !isDrawn) buttons.push(...refusingButtons(control, fn));
      if (wired && !isDrawn) buttons.push(...wiredButtons(control, fn));
      if (routed) routes(fn);
      for (const route of served) if (route.index === index) handler(fn, route.path, 'answer');
      const signal = signalled ? signalIn(fn) : null;
      if (signal) found.push(signal);
    });
  });
  // What has a name of its own is told under it.
  for (const { target, words } of buttons) handler(target, words, 'something', 'closed');
  /** `decline()` beside `accept()` in what asks about cookies, by its file, its component or its texts. */
  function answersNo(module: number, index: number): boolean {
    const { functions, path } = program.modules[module];
    if (!PLAIN_NO.test(functions[index].name)) return false;
    const beside = functions.filter(({ parent }) => parent === functions[index].parent);
    if (!beside.some(({ name }) => PLAIN_YES.test(name))) return false;
    const { parent } = functions[index];
    return [path.split('/').at(-1) ?? '', parent < 0 ? '' : functions[parent].name].some((name) => ABOUT_COOKIES.test(name));
  }

  // The button that presses a handler keeps the same no under the same key.
  const seen = new Set<string>();
  return found.filter(({ at, key }) => {
    const names = [`${at.path}:${at.start}`, ...(key === '' ? [] : [`${at.path}#${key}`])];
    const isNew = !names.some((name) => seen.has(name));
    for (const name of names) seen.add(name);
    return isNew;
  });
}
