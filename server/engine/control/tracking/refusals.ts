/** Noes that change nothing: a handler that only closes its banner, a privacy signal that is read and not heeded. */
import { EntryKind, Kind, NONE } from '../../ir';
import { someOf } from '../../link/names';
import { functionOf, symbolOf } from '../../link/program';
import { kindAt, operandAt, operandCount, type Reader } from '../../link/reader';
import { extentOf, placeOf } from '../../places';
import type { IgnoredRefusal } from '../../rule/consent';
import { wordsOf } from '../../words';
import type { Spot } from '../guards/control';
import { LOGS, SIGNAL_NAME, SIGNAL_WORD, signalsOf } from './signals';
import type { TrackingParts } from './parts';
import { isPicture, mayRefuse, refusesChoice } from '../guards/wording';
import { createConstants } from '../../flow/constants';
import { createTrail } from '../../flow/trail';
import { createKeptAnswers } from './kept-answers';
import { ABOUT_COOKIES, SAYS_NO, refusingButtons } from './refusing-buttons';
import { createShown } from './shown-states';
import { isWayOut, routesByDecorator, routesByFile, wayOutIn } from './way-out-routes';

const DEPTH = 5;
const STEPS = 300;
/** Words of what a page shows. */
const SHOWN =
  /\b(open|opened|visible|visibility|show|showing|shown|hidden|hide|banner|modal|dialog|popup|drawer|toast|expanded|collapsed|display|style|class name|inner html|text content|opacity)\b/;
const MOVES_PAGE =
  /^(close|hide|dismiss|preventDefault|stopPropagation|alert|scrollTo|scrollIntoView|focus|blur|setTimeout|requestAnimationFrame|getElementById|querySelector|querySelectorAll)$|^(close|hide|dismiss|toggle|set|show|open)[A-Z]\w*$/;
/** Tells the person something, or leads her back to where she was. */
const TELLS =
  /^(\w+\.)*(toast|Toast|ToastAndroid|Alert|Swal|message|notification|snackbar|messageApi)(\.(success|info|error|warning|warn|show|alert|fire|open|add|create))?\(\)$|^(\w+\.)*(enqueueSnackbar|showToast|showSnackbar|showMessage|showNotification|addToast)\(\)$|^(navigation|router|nav|navigate|history|navCtrl)\.(goBack|back|pop|popToTop)\(\)$/;
/** `res.status(200).json(…)` */
const RESPONDS =
  /^(res|response|reply|ctx|h|c)\.((status|code|type|header)\(\)\.)?(send|json|end|sendStatus|status|code|view|render|redirect|html|text)\(\)$|^((NextResponse|Response)\.)?(json|redirect)\(\)$/;
/** `ctx.body = …`, `res.statusCode = …` */
const ANSWERS = /^(ctx|context|c|res|response|reply)(\.(response|res))?\.(body|status|statusCode|type)$/;
/** What was sent is read. */
const READS =
  /^(req|request|event\.request|ctx\.(req|request)|c\.req|event)\.(json|formData|text|valid|query|param|header|get|headers\.get)\(\)$|^(readBody|getQuery|getRouterParam|useBody)\(\)$|^(\w+\.)?(formData|form|data|searchParams|params)\.get\(\)$/;
/** Works on texts, and does nothing else. */
const WORDS =
  /^(slice|substring|trim\w*|to(Lower|Upper)Case|split|replace(All)?|toString|String|Number|Boolean|parseInt|includes|startsWith|endsWith|match|test|at|join|concat|indexOf|(de|en)codeURIComponent|\$?t|stringify|parse|Date|now|toISOString|toUTCString|[gs]et(Time|Date|Month|FullYear))$/;
/** What only looks: at a token, at what was sent. */
const CHECKS = /^(verify|validate|check|parse|safeParse|decode|assert|is|has)([A-Z]\w*)?$/;
const PLAIN_NO = /^(on|handle)?(decline|reject|deny|refuse|rejectAll|declineAll|ablehnen|refuser|rechazar)$/i;
/** No name without such a word is one of a handler that refuses; `rejectall` is one word. */
const mayBeNo = (word: string): boolean => mayRefuse(word) || /decline|reject|deny|refuse|ablehnen|rechazar/.test(word);
const PLAIN_YES = /^(on|handle)?(accept|acceptAll|allow|allowAll|agree|akzeptieren|accepter|aceptar)$/i;

/** What running a function comes to: nothing, a change of what the page shows, or something that may keep the answer. */
/** What becomes of what a function gives back: it is the answer to a request, nothing of it is known, or its caller is looked at. */
type Gives = 'answer' | 'something' | 'nothing';
type Outcome =
  { kind: 'nothing' } | { kind: 'page' | 'answer'; spot: Spot } | { kind: 'kept'; spot: Spot; key: string } | { kind: 'effect' };
const NOTHING: Outcome = { kind: 'nothing' };
const EFFECT: Outcome = { kind: 'effect' };

const isFailure = (reader: Reader, call: number): boolean => {
  const code = /^(status|code|sendStatus)$/;
  for (let at = call; at !== NONE && kindAt(reader, at) === Kind.Call; at = operandAt(reader, at, 0)) {
    const first = operandCount(reader, at) > 4 ? operandAt(reader, at, 4) : NONE;
    const said = first !== NONE && kindAt(reader, first) === Kind.Const ? reader.module.names[operandAt(reader, first, 1)] : '';
    if (code.test(reader.module.names[operandAt(reader, at, 1)] ?? '') && Number(said) >= 400) return true;
  }
  // `NextResponse.json({ error }, { status: 400 })`
  const options = operandCount(reader, call) > 5 ? operandAt(reader, call, 5) : NONE;
  if (options === NONE || kindAt(reader, options) !== Kind.Object) return false;
  return Array.from({ length: operandCount(reader, options) / 3 }, (_, n) => n * 3).some((n) => {
    const value = operandAt(reader, options, n + 2);
    const isStatus =
      operandAt(reader, options, n) === EntryKind.Static && reader.module.names[operandAt(reader, options, n + 1)] === 'status';
    return isStatus && kindAt(reader, value) === Kind.Const && Number(reader.module.names[operandAt(reader, value, 1)]) >= 400;
  });
};

export function refusalsOf(parts: TrackingParts): IgnoredRefusal[] {
  const { control, silent } = parts;
  const { program } = control;
  const signalIn = signalsOf(parts);
  const isShown = createShown(control);
  const constants = createConstants(
    program,
    createTrail(program, (fn) => control.engine.calls.get(fn) ?? []),
  );
  const answers = createKeptAnswers(parts, constants, isShown);
  const found: IgnoredRefusal[] = [];
  let steps = 0;

  const outcome = (fn: number, depth: number, gives: Gives): Outcome => {
    if (depth === 0 || steps++ > STEPS) return EFFECT;
    const reader = control.reader(fn);
    let out: Outcome = NOTHING;
    for (let i = 0; i < reader.count; i++) {
      const here = step(fn, i, depth, gives);
      if (here.kind === 'effect') return EFFECT;
      if (out.kind === 'nothing' || here.kind === 'kept') out = here;
    }
    return out;
  };

  const step = (fn: number, i: number, depth: number, gives: Gives): Outcome => {
    const reader = control.reader(fn);
    const operand = (n: number): number => operandAt(reader, i, n);
    const page: Outcome = { kind: 'page', spot: { fn, ordinal: i } };
    switch (kindAt(reader, i)) {
      case Kind.Call:
        return calls(fn, i, depth);
      case Kind.Set:
        if (keptAt(fn, i)) return keptAt(fn, i)!;
        if (ANSWERS.test(`${control.words(fn, operand(0))}.${reader.module.names[operand(1)] ?? ''}`))
          return { kind: 'answer', spot: { fn, ordinal: i } };
        return SHOWN.test(wordsOf(shownBy(fn, operand(0), reader.module.names[operand(1)] ?? '')).join(' ')) ||
          /\.(style|classList|dataset)$/.test(control.words(fn, operand(0))) ||
          isShown({ fn, ordinal: i })
          ? page
          : EFFECT;
      case Kind.Store: {
        if (operand(2) === NONE) return NOTHING;
        const owner = program.base[program.moduleOf[fn]] + operand(2);
        return SHOWN.test(wordsOf(functionOf(program, owner).slots[operand(0)].name).join(' ')) || isShown({ fn, ordinal: i })
          ? page
          : EFFECT;
      }
      case Kind.Closure:
        return outcome(program.base[program.moduleOf[fn]] + operand(0), depth - 1, 'something');
      case Kind.Return: {
        const value = operand(0);
        if (gives === 'nothing') return NOTHING;
        if (gives === 'answer' && value !== NONE && kindAt(reader, value) === Kind.Object)
          return { kind: 'answer', spot: { fn, ordinal: i } };
        const plain = value === NONE || [Kind.Const, Kind.Call, Kind.Await, Kind.Unary].includes(kindAt(reader, value));
        return plain ? NOTHING : EFFECT;
      }
      case Kind.Throw:
      case Kind.Opaque:
      case Kind.Element:
        return EFFECT;
      default:
        return NOTHING;
    }
  };

  /** The answer is kept in the browser there: whether that comes to something, whoever reads it decides. */
  const keptAt = (fn: number, i: number): Outcome | null => {
    const key = answers.keyAt({ fn, ordinal: i });
    return key === '' ? null : { kind: 'kept', spot: { fn, ordinal: i }, key };
  };

  /** `visible.value = false` sets what is visible. */
  const shownBy = (fn: number, object: number, name: string): string => (name === 'value' ? control.name(fn, object) : name);

  const calls = (fn: number, i: number, depth: number): Outcome => {
    const reader = control.reader(fn);
    const name = control.name(fn, i);
    const words = control.words(fn, i);
    // A toast of one's own is one, however it gets onto the page.
    const isToast = TELLS.test(words) && /toast|snackbar/i.test(words);
    const targets = isToast ? [] : control.callees(fn, i);
    const kept = targets.length === 0 && !isToast ? keptAt(fn, i) : null;
    if (kept) return kept;
    if (targets.length > 0) {
      let out: Outcome = NOTHING;
      for (const target of targets) {
        // What it gives back is looked at where it goes on.
        const here = outcome(target, depth - 1, 'nothing');
        if (here.kind === 'effect') return EFFECT;
        // Shown where the handler says so, not in what it calls.
        if (here.kind !== 'nothing' && out.kind !== 'kept') out = { ...here, spot: { fn, ordinal: i } };
      }
      return out;
    }
    if (CHECKS.test(name) || WORDS.test(name) || READS.test(words) || (LOGS.test(name) && operandAt(reader, i, 1) !== NONE))
      return NOTHING;
    if (RESPONDS.test(words) || (name === 'Response' && operandAt(reader, i, 1) === NONE))
      return isFailure(reader, i) ? NOTHING : { kind: 'answer', spot: { fn, ordinal: i } };
    if (/classList\.(add|remove|toggle)\(\)$|(banner|modal|dialog|popup)\.remove\(\)$/i.test(words))
      return { kind: 'page', spot: { fn, ordinal: i } };
    if (TELLS.test(words) || isShownOnly(fn, i, name) || isShown({ fn, ordinal: i }))
      return { kind: 'page', spot: { fn, ordinal: i } };
    if (!MOVES_PAGE.test(name)) return EFFECT;
    if (
      /^set[A-Z]|^toggle|^open|^show/.test(name) &&
      name !== 'setTimeout' &&
      !SHOWN.test(wordsOf(name.replace(/^(set|toggle)/, '')).join(' '))
    )
      return EFFECT;
    return /^(setTimeout|preventDefault|stopPropagation|getElementById|querySelector\w*|requestAnimationFrame)$/.test(name)
      ? NOTHING
      : { kind: 'page', spot: { fn, ordinal: i } };
  };

  /** `this.setState({ open: false })`, `bannerOpen.set(false)`. */
  const isShownOnly = (fn: number, call: number, name: string): boolean => {
    const reader = control.reader(fn);
    const receiver = operandAt(reader, call, 1) === NONE ? NONE : operandAt(reader, call, 0);
    if (name === 'set' && receiver !== NONE) return SHOWN.test(wordsOf(control.name(fn, receiver)).join(' '));
    const state = operandCount(reader, call) === 5 ? operandAt(reader, call, 4) : NONE;
    if (name !== 'setState' || state === NONE || kindAt(reader, state) !== Kind.Object) return false;
    return Array.from({ length: operandCount(reader, state) / 3 }, (_, n) => n * 3).every(
      (n) =>
        operandAt(reader, state, n) === EntryKind.Static &&
        SHOWN.test(wordsOf(reader.module.names[operandAt(reader, state, n + 1)]).join(' ')),
    );
  };

  const handler = (fn: number, name: string, gives: Gives = 'something', closes: 'handler' | 'closed' = 'handler'): void => {
    steps = 0;
    const result = outcome(fn, DEPTH, gives);
    if (result.kind === 'nothing' || result.kind === 'effect') return;
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
  const buttons: { target: number; words: string }[] = [];
  program.modules.forEach((ir, module) => {
    if (silent.has(module)) return;
    const isDrawn = isPicture((ir.path.split('/').at(-1) ?? '').replace(/\.\w+$/, ''));
    const signalled = someOf(names.of(module), isSignal);
    const refused = someOf(names.of(module), isHandler);
    const pressed = someOf(names.of(module), isNo);
    const routed = someOf(names.of(module), isRoute);
    const served = [...routesByFile(ir), ...routesByDecorator(control, module)];
    if (!signalled && !refused && !pressed && !routed && served.length === 0 && !someOf(names.owned(module), isRefusal)) return;
    ir.functions.forEach((info, index) => {
      const fn = program.base[module] + index;
      if (!isDrawn && info.name !== '' && (refusesChoice(info.name) || answersNo(module, index))) handler(fn, `${info.name}()`);
      if (refused && !isDrawn) attributes(fn);
      if (pressed && !isDrawn) for (const { target, words } of refusingButtons(control, fn)) buttons.push({ target, words });
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

  const seen = new Set<string>();
  return found.filter(({ at }) => !seen.has(`${at.path}:${at.start}`) && seen.add(`${at.path}:${at.start}`));
}
