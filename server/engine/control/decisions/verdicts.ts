/** Where a function makes a decision about a person. */
import { Kind, NONE, OPERATORS } from '../../ir';
import { leadsBothWays } from '../cfg';
import { functionOf, type Program } from '../../link/program';
import { wordsOf } from '../../words';
import type { Body } from '../bodies';
import { choiceOfReturn } from '../influence/call-steps';
import type { Start } from '../influence/influence';
import { madeIn } from '../influence/made';
import { lastName, nameOfCallee, wordsOfCall } from '../named';
import { argumentsOf, elementsOf, entriesOf } from '../parts';
import { mayPrompt, prompts } from '../prompts';
import { endsOf } from '../../link/reader';
import { once } from '../../remember';
import { conditionsBefore, createDeciders, type Deciders } from '../influence/deciders';
import { literalsOf } from './machine';
import { isEdited, isReadAs, isReadOrNone } from './read-as';
import type { Site } from '../influence/site';
import { BY_PEOPLE, DECIDED_BY } from './reasons';
import { takesPerson } from './ends';
import { asksByTextBehind, GIVES_BACK, isChosenFrom, isFromApplying } from './selections';
import { changesRows, growsBy, isOfNew, putsInto, sortsInPlace, TAKEN } from './verdict-calls';
import { GRADED, isPutUnder, verdictOf } from './verdict-names';
import { turnedDownIn } from './turned-down';
import { writtenRulesIn } from './written-rules';
import { isCount, isOneMore } from '../influence/tallies';
import { withChoice } from '../prices/prices';

export interface Verdict extends Site {
  graded: boolean;
  /** A model or a prompt takes attributes in: the call is the place. */
  takesIn: '' | 'model' | 'prompt' | 'query';
  /** No name says that it decides: who is left of a list of applicants is given back. */
  isLeft?: true;
}

const MODEL_CALL = /^(predict|predictProba|score|classify|infer|fit|train|rank|assess|evaluate|forward|run_?inference)/;
const MODEL_RECEIVER = /(model|classifier|scorer|predictor|regressor|network|net|forest|clf|pipeline|ml|ranker|scoring|risk)s?$/i;
/** `callPythonPredictor(features)`: the model is named by the call alone. */
const MODEL_RUN = /^(call|run|invoke|ask|query|use)_?\w*(predictor|classifier|scorer|regressor|ranker)$/i;
/** Only names with such a word hand people to a model or a prompt. */
export const mayTakeIn = (word: string): boolean => TAKES_WORD.test(word);
const TAKES_WORD =
  /^(predict|score|classif|regressor|infer|fit|train|rank|assess|evaluate|forward|generate|stream|complet|createcomplet|createchat|chat|ask|prompt)|(inference|completion|message|response|chat)$/;

/** Names of calls that hand people to a model or a prompt. */
export const takesPeopleIn = (name: string): boolean => MODEL_CALL.test(name) || MODEL_RUN.test(name) || mayPrompt(name);

const DOES = /^(approve|deny|reject|decline|hire|admit|shortlist|create|make|build|save|update|insert)([A-Z_]|$)/;

/** "queueApprovedCharges" does something with what was decided. */
const CARRIES =
  /^(queue|enqueue|send|notify|list|load|fetch|save|persist|store|record|log|track|sync|render|show|print|export|import|count|delete|remove|cancel|process|handle|confirm|preview)([A-Z_]|$)/;

/** Functions that choose among people, or for something that not everybody gets: "rankWaiting", "selectForInterview". */
export const choosesPeople = (name: string): boolean => CHOOSES.test(name);
const CHOOSES =
  /^(rank|prioriti[sz]e|triage)[A-Z_]|^(select|pick|choose|invite|nominate|assign|shortlist|find|list)\w*(For|To)_?(Interview|Viewing|Job|Position|Role|Promotion|Hire|Hiring|Loan|Credit|Mortgage|Grant|Course|Seat|Place|Flat|Apartment|Unit|Tenancy|Lease|Layoff|Redundancy|Audit|Inspection|Dismissal)|finalists?$|longlist/;

/** What a function is given was decided before; a function or a class decides nothing by being written down. */
const MADE_ELSEWHERE: ReadonlySet<Kind> = new Set([Kind.Closure, Kind.Class, Kind.Param, Kind.Iter]);

/** What comes out of a transaction is the record that was changed. */
const isTransaction = (body: Body, value: number): boolean =>
  body.kind(value) === Kind.Await
    ? isTransaction(body, body.operand(value, 0))
    : body.kind(value) === Kind.Call && /transaction$/i.test(body.name(value, 1));

/** `admission(visitor)` that multiplies: what it costs, where a verdict is a yes, a no or a grade. */
const givesAmount = (body: Body, name: string): boolean =>
  verdictOf(name) === 'sure' &&
  body.returns().some((at) => {
    const value = body.operand(at, 0);
    return value !== NONE && body.kind(value) === Kind.Binary && /^[*/]$/.test(OPERATORS[body.operand(value, 0)]);
  });

/** `approvalStatus: 'PENDING'`, `status: 'pending_approval'`, `declinedAt: null` */
const isNoVerdict = (body: Body, value: number): boolean => {
  if (body.isNothing(value)) return true;
  const text = body.text(value);
  if (text !== null && OPEN.test(text)) return true;
  return text !== null && verdictOf(text) !== 'sure' && !WORDS_OF_VERDICTS.test(text) && !isPutUnder(text);
};

/** Nobody has decided yet. */
const OPEN = /^(pending|awaiting|waiting|submitted|in|under|to_?be|needs|requires)([_ -]|$)(?!investigat)/i;

const WORDS_OF_VERDICTS =
  /^(yes|no|y|n|pass(ed)?|fail(ed)?|accepted|refused|granted|(very[ _-]?)?(low|medium|moderate|elevated|high|critical|severe)|red|amber|yellow|orange|green)$/i;

/** `{ base, risk: total - base, riders }`: what a price is made of. */
const isPartOfPrice = (body: Body, object: number, value: number): boolean =>
  (body.kind(value) === Kind.Binary || (body.kind(value) === Kind.Call && /^(round|floor|ceil)$/.test(body.name(value, 1)))) &&
  entriesOf(body, object).some((entry) => entry.value !== value && PARTS_OF_PRICE.test(entry.name)) &&
  !entriesOf(body, object).some(({ name }) => verdictOf(name) === 'sure');
const PARTS_OF_PRICE = /^(base|riders?|gst|vat|tax|fees?|(base|sub|grand)_?total|\w*(price|premium))$/i;

/** All that a variable of the function can hold where it is read passes; else the value itself does. */
function isAlways(body: Body, value: number, passes: (value: number) => boolean, depth: number): boolean {
  const isOwn = body.kind(value) === Kind.Load && (body.operand(value, 1) === NONE || body.operand(value, 1) === body.index);
  if (!isOwn) return passes(value);
  const stores = depth === 0 ? [] : body.reaching(value, body.operand(value, 0));
  return stores.length > 0 && stores.every((at) => isAlways(body, body.operand(at, 1), passes, depth - 1));
}

/** A list is no grade of a person. */
const isList = (body: Body, value: number): boolean =>
  isAlways(
    body,
    value,
    (at) =>
      body.kind(at) === Kind.Array || (body.kind(at) === Kind.Call && /^(map|filter|slice|flatMap|join)$/.test(body.name(at, 1))),
    8,
  );

/** `risks.find((risk) => …)`: a row that is found is no grade of a person; what it says is told where it is read. */
const isRow = (body: Body, value: number): boolean =>
  isAlways(
    body,
    value,
    (at) => body.kind(at) === Kind.Call && /^find(Last)?$/.test(body.name(at, 1)) && !isFromApplying(body, body.operand(at, 0)),
    8,
  );

/** `{ age, … }`, or a variable that is nothing else: what the record says of anybody is told at its entries. */
const isRecord = (body: Body, value: number, depth = 4): boolean =>
  isAlways(
    body,
    value,
    (at) =>
      body.kind(at) === Kind.Object ||
      (body.kind(at) === Kind.Cast && depth > 0 && isRecord(body, body.operand(at, 0), depth - 1)),
    depth,
  );

/** Each of a list that is written out, or that grows. */
function listedIn(body: Body): Set<number> {
  const out = new Set<number>();
  for (let i = 0; i < body.reader.count; i++) {
    if (body.kind(i) === Kind.Array) for (const element of elementsOf(body, i)) out.add(element);
    if (body.kind(i) === Kind.Call && body.name(i, 1) === 'push') for (const given of argumentsOf(body, i)) out.add(given);
  }
  return out;
}

/** `axios.get('/eligibility', …)`: what comes back was decided where it comes from. */
const isRequested = (body: Body, value: number): boolean =>
  body.kind(value) === Kind.Await
    ? isRequested(body, body.operand(value, 0))
    : body.kind(value) === Kind.Call &&
      /^(get|post|put|patch|request|fetch|\$fetch|json)$/.test(body.name(value, 1) || nameOfCallee(body, value));

const STATUS = /(^|_)(status|state|decision|outcome|verdict|result)$|(Status|Decision|Outcome|Verdict|Result)$/;

/** A name that says it, or a status that does: `status: 'rejected'`. */
const verdictAs = (body: Body, name: string, value: number): ReturnType<typeof verdictOf> =>
  STATUS.test(name) &&
  value !== NONE &&
  literalsOf(body, value)?.some(({ text }) => verdictOf(text) === 'sure' || isPutUnder(text))
    ? 'sure'
    : verdictOf(name);

/** Blocks in which the function ends with an answer; with nothing where it never gives one. */
function answeringIn(body: Body): number[] {
  const given = body.returns().filter((at) => !body.isNothing(body.operand(at, 0)));
  return (given.length > 0 ? given : endsOf(body.reader)).map((at) => body.cfg().blockOf[at]);
}

/** A verdict that is written out is made by what leads to the place: `if (…) return { approved: false }`. */
function writtenIf(body: Body, deciding: Deciders, object: number, answering: () => readonly number[]): Start[] {
  const at = body.returns().find((own) => body.operand(own, 0) === object);
  // Leaving with nothing, or by an error, is no other answer than the one that is written out.
  const isChosen = ({ ordinal }: Start): boolean => body.rejoins(ordinal) || leadsBothWays(body.cfg(), ordinal, answering());
  if (at === undefined) return deciding.written(object).filter(isChosen);
  const choosing = new Set(choiceOfReturn(body));
  return deciding.written(at).filter(({ ordinal }) => choosing.has(ordinal));
}

/** The function's own name ends as its variable does, and says what of: `score` in `compatibilityScore`. */
const gradesOf = (name: string): boolean => {
  const words = wordsOf(name);
  return words.length > 1 && GRADED.has(words[words.length - 1]);
};

export function verdictsIn(program: Program, body: Body): Verdict[] {
  const out: Verdict[] = [];
  const deciding = createDeciders(body);
  const answering = once(() => answeringIn(body));
  const listed = once(() => listedIn(body));
  const own = functionOf(program, body.fn);
  // `useScore` of React gives a score.
  const called = own.name.replace(/^use(?=[A-Z])/, '');
  const put = (
    name: string,
    ordinal: number,
    value: number,
    starts: Start[],
    graded: boolean,
    takesIn: Verdict['takesIn'] = '',
  ): void => void out.push({ fn: body.fn, ordinal, name, value, amount: 'sure', shown: false, starts, graded, takesIn });
  const add = (name: string, ordinal: number, value: number, starts: Start[], takesIn: Verdict['takesIn'] = ''): void => {
    const kind =
      takesIn !== '' ? 'sure' : GRADED.has(name) && gradesOf(called) ? verdictOf(called) : verdictAs(body, name, value);
    if (kind === 'sure' && takesIn === '' && isNoVerdict(body, value)) return;
    if (kind === null || value === NONE || MADE_ELSEWHERE.has(body.kind(value))) return;
    if (
      (kind === 'graded' &&
        (isReadOrNone(body, value) ||
          isRecord(body, value) ||
          isRow(body, value) ||
          (isList(body, value) && !isChosenFrom(body, value)))) ||
      isTransaction(body, value)
    )
      return;
    // What is read under the same name was decided before; how many there are decides about none of them.
    // Somebody answers for it by name.
    if (entriesOf(body, value).some((entry) => BY_PEOPLE.test(entry.name))) return;
    if (
      isReadAs(body, value, name) ||
      isEdited(body, value, name) ||
      isCount(body, value) ||
      (kind === 'sure' && isOneMore(body, value))
    )
      return;
    put(name, ordinal, value, starts, kind === 'graded', takesIn);
  };
  const start = (ordinal: number): Start => ({ fn: body.fn, ordinal, via: 'same' });
  const isChoice = choosesPeople(own.name);
  const returns = isChoice || (verdictOf(own.name) !== null && !CARRIES.test(own.name) && !givesAmount(body, own.name));
  for (const { how, ordinal, name, value } of madeIn(program, body)) {
    switch (how) {
      case 'store':
        if (verdictAs(body, name, value)) add(name, ordinal, value, [start(value), ...deciding.store(ordinal)]);
        break;
      case 'member': {
        // `approved.value = …` of a reference.
        const own = name === 'value' ? lastName(body, body.operand(ordinal, 0)) : name;
        if (verdictAs(body, own, value)) add(own, ordinal, value, [start(value), ...deciding.any(ordinal)]);
        break;
      }
      case 'entry': {
        if (isPartOfPrice(body, ordinal, value)) break;
        if (growsBy(body, value, name)) {
          if (verdictOf(name) === 'sure' || TAKEN.test(name))
            put(name, value, value, writtenIf(body, deciding, ordinal, answering), true);
          break;
        }
        const isWritten = body.kind(value) === Kind.Const && verdictAs(body, name, value) !== null;
        // Somebody answers by name for what is written down; a value that is worked out is not theirs.
        if (isWritten && entriesOf(body, ordinal).some((entry) => DECIDED_BY.test(entry.name) && body.text(entry.value) === null))
          break;
        const isGrade = isWritten && verdictAs(body, name, value) === 'graded';
        // `hints.push({ priority: 3, … })`: which of the hints comes first.
        if (isGrade && listed().has(ordinal)) break;
        // Of what is made on one way only, there is none on the other that could be graded otherwise.
        if (isGrade && isOfNew(body, ordinal)) break;
        const rows = isWritten ? changesRows(body, ordinal) : NONE;
        add(name, value, value, [
          start(value),
          ...(isWritten ? writtenIf(body, deciding, ordinal, answering) : []),
          ...(rows === NONE ? [] : [start(rows)]),
        ]);
        break;
      }
      case 'call': {
        const takesIn = takingIn(body, ordinal);
        const list = putsInto(body, ordinal);
        if (list !== '' && verdictOf(list) === 'sure') add(list, ordinal, ordinal, conditionsBefore(body, ordinal));
        else if (list !== '' && TAKEN.test(list)) put(list, ordinal, ordinal, conditionsBefore(body, ordinal), true);
        const ordered = sortsInPlace(body, ordinal);
        if (ordered !== '') add(ordered, ordinal, ordinal, [start(ordinal)]);
        if (takesPerson(body, ordinal)) put(wordsOfCall(body, ordinal), ordinal, ordinal, conditionsBefore(body, ordinal), true);
        if (takesIn === '') break;
        add(wordsOfCall(body, ordinal), ordinal, ordinal, argumentsOf(body, ordinal).map(start), takesIn);
        break;
      }
      case 'setter':
        if (verdictAs(body, name, value) === 'sure')
          add(name, ordinal, value, [start(value), ...conditionsBefore(body, ordinal)]);
        break;
      case 'return':
        if (!returns && isFromApplying(body, value) && isChosenFrom(body, value)) {
          out.push({
            ...{ fn: body.fn, ordinal, name, value, amount: 'sure', shown: false, starts: [start(value)] },
            ...{ graded: false, takesIn: '', isLeft: true },
          });
          break;
        }
        if (!returns || isRequested(body, value) || isRecord(body, value)) break;
        // `approveApplication()` that gives the record back carries out what somebody decided.
        if (DOES.test(name) && GIVES_BACK.has(body.kind(value)) && !isChosenFrom(body, value)) break;
        if (isChoice && verdictOf(name) === null) {
          // The text of a query says itself whose rows they are.
          if (isChosenFrom(body, value)) put(name, ordinal, value, [start(value)], !asksByTextBehind(body, value));
          break;
        }
        add(name, ordinal, value, [start(value)]);
        break;
      default:
    }
  }
  for (const { ordinal, name, values } of turnedDownIn(body)) {
    if (out.some((verdict) => verdict.ordinal === ordinal)) continue;
    const isReturn = body.kind(ordinal) === Kind.Return;
    const starts = [...values.map(start), ...(isReturn ? [] : conditionsBefore(body, ordinal))];
    const value = isReturn ? body.operand(ordinal, 0) : ordinal;
    out.push({ fn: body.fn, ordinal, name, value, amount: 'sure', shown: false, starts, graded: false, takesIn: '' });
  }
  for (const { condition, outcome } of writtenRulesIn(body))
    put(`'${outcome}'`, condition, condition, [{ ...start(condition), via: 'predicate' }], false);
  return withChoice(body, out);
}

function takingIn(body: Body, call: number): Verdict['takesIn'] {
  const method = body.name(call, 1);
  const receiver = method === '' ? '' : lastName(body, body.operand(call, 0));
  if (prompts(body, call)) return 'prompt';
  if (/pric|quote|fare/i.test(receiver)) return '';
  if (MODEL_RUN.test(method || nameOfCallee(body, call))) return 'model';
  return method !== '' && MODEL_CALL.test(method) && MODEL_RECEIVER.test(receiver) ? 'model' : '';
}
