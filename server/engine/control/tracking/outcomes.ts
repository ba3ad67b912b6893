/** What running a function comes to: nothing, a change of what the page shows, an answer that is kept, or something that may be heard. */
import { EntryKind, Kind, NONE } from '../../ir';
import { functionOf } from '../../link/program';
import { kindAt, operandAt, operandCount, type Reader } from '../../link/reader';
import { wordsOf } from '../../words';
import type { Control, Spot } from '../guards/control';
import type { KeptAnswers } from './kept-answers';
import { LOGS } from './signals';

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
const BEGINS_ANEW = /^((window|document|globalThis|self)\.)?location\.reload\(\)$|^(\w*[rR]outer)\.(refresh|reload)\(\)$/;
/** When somebody answered, and to what: `consent-timestamp`, `consent_version`. */
const BESIDE_ANSWER = /(time(stamp)?|date|_at|At|version|expir\w*|expiry)$/;
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

/** What becomes of what a function gives back: it is the answer to a request, nothing of it is known, or its caller is looked at. */
export type Gives = 'answer' | 'something' | 'nothing';
export type Outcome =
  { kind: 'nothing' } | { kind: 'page' | 'answer'; spot: Spot } | { kind: 'kept'; spot: Spot; key: string } | { kind: 'effect' };
const NOTHING: Outcome = { kind: 'nothing' };
const EFFECT: Outcome = { kind: 'effect' };

export interface OutcomeParts {
  control: Control;
  /** What is kept in the browser. */
  answers: KeptAnswers;
  /** State that only shows. */
  isShown(spot: Spot): boolean;
  /** Somebody in the project waits for the event that a call sends. */
  isHeard(spot: Spot): boolean;
  /** A call of what a component takes and nobody gives it. */
  isNeverGiven(spot: Spot): boolean;
}

export function createOutcomes({
  control,
  answers,
  isShown,
  isHeard,
  isNeverGiven,
}: OutcomeParts): (fn: number, gives: Gives) => Outcome {
  const { program } = control;
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
    if (key === '') return null;
    return BESIDE_ANSWER.test(key) ? NOTHING : { kind: 'kept', spot: { fn, ordinal: i }, key };
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
    if (isNeverGiven({ fn, ordinal: i })) return NOTHING;
    // An event of the page that nobody waits for; what is made for it only names it.
    if (name === 'dispatchEvent') return isHeard({ fn, ordinal: i }) ? EFFECT : NOTHING;
    if (/^(Custom)?Event$/.test(name)) return NOTHING;
    // The page begins anew: what was kept says how.
    if (BEGINS_ANEW.test(words)) return { kind: 'page', spot: { fn, ordinal: i } };
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

  return (fn, gives) => {
    steps = 0;
    return outcome(fn, DEPTH, gives);
  };
}

/** A request that is turned down. */
function isFailure(reader: Reader, call: number): boolean {
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
}
