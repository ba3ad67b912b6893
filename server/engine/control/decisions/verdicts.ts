/** Which names are decisions about a person, and where a function makes one. */
import { Flag, Kind, NONE } from '../../ir';
import { functionOf, type Program } from '../../link/program';
import { nounSort } from '../../owners';
import { remembering } from '../../remember';
import { wordSet, wordsOf } from '../../words';
import type { Body } from '../bodies';
import { choiceOfReturn } from '../influence/call-steps';
import type { Start } from '../influence/influence';
import { madeIn } from '../influence/made';
import { lastName, nameOfCallee, wordsOfCall } from '../named';
import { argumentsOf, entriesOf } from '../parts';
import { conditionsBefore, createDeciders, type Deciders } from '../influence/deciders';
import { literalsOf } from './machine';
import { asksByText, asksInChain } from '../influence/queries';
import type { Site } from '../influence/site';
import { BY_PEOPLE } from './reasons';
import { turnedDownIn } from './turned-down';
import { writtenRulesIn } from './written-rules';
import { isCount, isOneMore } from '../influence/tallies';
import { withChoice } from '../prices/prices';

/** Decisions whatever surrounds them, and those that grade: a score of a person is one, a score of a match is not. */
const SURE = wordSet(
  'approve approved approval deny denied denial rejected reject decline declined eligible eligibility ineligible qualify qualified qualifies disqualified shortlist shortlisted hire hired hireable admit admitted admission underwriting creditworthy creditworthiness ' +
    'genehmigt bewilligt abgelehnt zugelassen kreditwurdig approuve rejete aprobado aprobada rechazado rechazada elegible ' +
    'aprovado aprovada rejeitado elegivel approvato rifiutato idoneo goedgekeurd afgewezen odrzucony',
);
const GRADED = wordSet(
  'score rank ranking ranked risk priority rating decision verdict grade suitability fit banned suspended terminated ' +
    'punktzahl bonitat risiko prioritat risque priorite puntuacion puntaje riesgo prioridad pontuacao risco prioridade ' +
    'punteggio rischio priorita prioriteit',
);
const PAIRS = [
  'credit limit',
  'loan limit',
  'risk level',
  'risk score',
  'flag fraud',
  'fraud flag',
  'fraud score',
  'loan amount',
];
const TAILS = wordSet(
  'score level value result status flag final new total list candidate applicant loan application customer user person for of claim policy member raw overall employee request',
);
const OTHER = wordSet(
  'promise transaction payment test coverage search match compatibility completeness completion relevance sport game lighthouse page high best max quiz confidence text fuzzy similarity theme button modal dialog handler count date time at by reason message label color icon url notification email id key type options class style option sort stat statistic metric filter warning notice disabled enabled month year day window period deadline button form amount cent price fee rate charge queue history log row line file',
);

/** Only names with such a word are verdicts, or choose among people. */
export const mayJudgeBy = (word: string): boolean =>
  SURE.has(word) || GRADED.has(word) || CHOOSING.has(word) || /limit|level|flag|fraud|score|amount/.test(word);

/** 'sure', 'graded', or null. */
export const verdictOf = remembering((name): 'sure' | 'graded' | null => {
  const words = headOf(wordsOf(name));
  if (words.length === 0 || name.length > 60 || /^(on|handle|use|set|show|render|open|close|toggle)[A-Z]/.test(name)) return null;
  if (words.length > 1 && (TALLIES.has(words[0]) || (words[0] === 'total' && words.some((word) => SURE.has(word))))) return null;
  const joined = words.join(' ');
  if (PAIRS.some((pair) => joined.includes(pair))) return 'sure';
  if (OTHER.has(words[words.length - 1])) return null;
  if (words.some((word) => SURE.has(word)) && !words.some((word) => OTHER.has(word)) && !isOfNoun(words)) return 'sure';
  let end = words.length;
  while (end > 1 && TAILS.has(words[end - 1]) && !GRADED.has(words[end - 1])) end--;
  const last = words[end - 1];
  // Several of them are a list.
  if (/(decision|risk|grade|rating|priorit|verdict|suitabilit|flag)(ie)?s$/i.test(name)) return null;
  // The verdict of a link and the rating of a file grade nobody.
  if (end > 1 && nounSort(words[end - 2]) === 'thing') return null;
  return GRADED.has(last) && !words.slice(0, end - 1).some((word) => OTHER.has(word)) ? 'graded' : null;
});

/** How many there are, and how many of a hundred. */
const TALLIES = wordSet('num number count sum avg average median mean percent percentage pct');

/** "eligibilityFields" and "admissionYear" are fields and a year. */
const isOfNoun = (words: readonly string[]): boolean => {
  const noun = words.findIndex((word) => NOUNS.has(word));
  return noun >= 0 && words.slice(noun + 1).some((word) => !TAILS.has(word) && !SURE.has(word));
};
const NOUNS = wordSet('eligibility admission approval denial underwriting creditworthiness');

/** "ageOfEligibility" is an age, "riskOfDefault" a risk. */
const headOf = (words: readonly string[]): readonly string[] => {
  const of = words.findIndex((word, at) => at > 0 && (word === 'of' || word === 'at'));
  return of < 0 ? words : words.slice(0, of);
};

export interface Verdict extends Site {
  graded: boolean;
  /** A model or a prompt takes attributes in: the call is the place. */
  takesIn: '' | 'model' | 'prompt' | 'query';
}

const MODEL_CALL = /^(predict|predictProba|score|classify|infer|fit|train|rank|assess|evaluate|forward|run_?inference)/;
const MODEL_RECEIVER = /(model|classifier|scorer|predictor|regressor|network|net|forest|clf|pipeline|ml|ranker|scoring|risk)s?$/i;
const PROMPT_CALL =
  /^(generateText|generateObject|streamText|streamObject|generateContent|complete|completion|createCompletion|createChatCompletion|chatCompletion|askModel|askLlm|promptModel)$/i;
const CREATES = /(completions|messages|responses|chat)$/i;

/** Only names with such a word hand people to a model or a prompt. */
export const mayTakeIn = (word: string): boolean => TAKES_WORD.test(word);
const TAKES_WORD =
  /^(predict|score|classif|infer|fit|train|rank|assess|evaluate|forward|generate|stream|complet|createcomplet|createchat|chat|ask|prompt)|(inference|completion|message|response|chat)$/;

/** Names of calls that hand people to a model or a prompt. */
export const takesPeopleIn = (name: string): boolean => MODEL_CALL.test(name) || PROMPT_CALL.test(name) || CREATES.test(name);

const DOES = /^(approve|deny|reject|decline|hire|admit|shortlist|create|make|build|save|update|insert)([A-Z_]|$)/;

/** "queueApprovedCharges" does something with what was decided. */
const CARRIES =
  /^(queue|enqueue|send|notify|list|load|fetch|save|persist|store|record|log|track|sync|render|show|print|export|import|count|delete|remove|cancel|process|handle|confirm|preview)([A-Z_]|$)/;

/** Functions that choose among people, or for something that not everybody gets: "rankWaiting", "selectForInterview". */
export const choosesPeople = (name: string): boolean => CHOOSES.test(name);
const CHOOSING = wordSet('prioritize prioritise triage select pick choose invite nominate assign find list finalist longlist');
const CHOOSES =
  /^(rank|prioriti[sz]e|triage)[A-Z_]|^(select|pick|choose|invite|nominate|assign|shortlist|find|list)\w*(For|To)_?(Interview|Viewing|Job|Position|Role|Promotion|Hire|Hiring|Loan|Credit|Mortgage|Grant|Course|Seat|Place|Flat|Apartment|Unit|Tenancy|Lease|Layoff|Redundancy|Audit|Inspection|Dismissal)|finalists?$|longlist/;

const GIVES_BACK: ReadonlySet<Kind> = new Set([Kind.Call, Kind.Await, Kind.Get]);

/** What a function is given was decided before; a function or a class decides nothing by being written down. */
const MADE_ELSEWHERE: ReadonlySet<Kind> = new Set([Kind.Closure, Kind.Class, Kind.Param, Kind.Iter]);

/** What comes out of a transaction is the record that was changed. */
const isTransaction = (body: Body, value: number): boolean =>
  body.kind(value) === Kind.Await
    ? isTransaction(body, body.operand(value, 0))
    : body.kind(value) === Kind.Call && /transaction$/i.test(body.name(value, 1));

/** `row.status`, `row.status ?? 'new'` */
const isReadAs = (body: Body, value: number, name: string): boolean => {
  switch (body.kind(value)) {
    case Kind.Cast:
    case Kind.Otherwise:
      return isReadAs(body, body.operand(value, 0), name);
    case Kind.Get:
      return !body.has(value, Flag.Computed) && body.name(value, 1) === name;
    default:
      return false;
  }
};

/** `approvalStatus: 'PENDING'` */
const isNoVerdict = (body: Body, value: number): boolean => {
  const text = body.text(value);
  return (
    text !== null && verdictOf(text) !== 'sure' && !/^(yes|no|y|n|pass(ed)?|fail(ed)?|accepted|refused|granted)$/i.test(text)
  );
};

/** `{ base, risk: total - base, riders }`: what a price is made of. */
const isPartOfPrice = (body: Body, object: number, value: number): boolean =>
  (body.kind(value) === Kind.Binary || (body.kind(value) === Kind.Call && /^(round|floor|ceil)$/.test(body.name(value, 1)))) &&
  entriesOf(body, object).some((entry) => entry.value !== value && PARTS_OF_PRICE.test(entry.name)) &&
  !entriesOf(body, object).some(({ name }) => verdictOf(name) === 'sure');
const PARTS_OF_PRICE = /^(base|riders?|gst|vat|tax|fees?|(base|sub|grand)_?total|\w*(price|premium))$/i;

/** A list is no grade of a person. */
const isList = (body: Body, value: number): boolean => {
  if (body.kind(value) === Kind.Load && (body.operand(value, 1) === NONE || body.operand(value, 1) === body.index)) {
    const stores = body.reaching(value, body.operand(value, 0));
    return stores.length > 0 && stores.every((at) => isList(body, body.operand(at, 1)));
  }
  return (
    body.kind(value) === Kind.Array ||
    (body.kind(value) === Kind.Call && /^(map|filter|slice|flatMap|join)$/.test(body.name(value, 1)))
  );
};

/** `axios.get('/eligibility', …)`: what comes back was decided where it comes from. */
const isRequested = (body: Body, value: number): boolean =>
  body.kind(value) === Kind.Await
    ? isRequested(body, body.operand(value, 0))
    : body.kind(value) === Kind.Call &&
      /^(get|post|put|patch|request|fetch|\$fetch|json)$/.test(body.name(value, 1) || nameOfCallee(body, value));

/** `candidates.filter(…).slice(0, 10).map(…)` chooses people, whatever the function around it is called. */
function isChosenFrom(body: Body, value: number, depth = 8): boolean {
  if (depth === 0 || value === NONE) return false;
  const next = (at: number): boolean => isChosenFrom(body, at, depth - 1);
  if (body.kind(value) === Kind.Await) return next(body.operand(value, 0));
  // `const { rows } = await pool.query(…)`
  if (body.kind(value) === Kind.Get) return /^(rows|data)$/.test(body.name(value, 1)) && next(body.operand(value, 0));
  if (body.kind(value) === Kind.Load && body.operand(value, 1) === NONE) {
    const stores = body.reaching(value, body.operand(value, 0));
    return stores.length === 1 && body.kind(body.operand(stores[0], 1)) === Kind.Get && next(body.operand(stores[0], 1));
  }
  if (body.kind(value) !== Kind.Call) return false;
  const name = body.name(value, 1);
  if (/^(filter|sort|toSorted)$/.test(name) || asksInChain(body, value) || asksByText(body, value)) return true;
  return /^(map|flatMap|slice|reverse|toReversed)$/.test(name) && next(body.operand(value, 0));
}

const asksByTextBehind = (body: Body, value: number): boolean =>
  Array.from({ length: value }, (_, i) => i).some((i) => body.kind(i) === Kind.Call && asksByText(body, i)) ||
  (body.kind(value) === Kind.Call && asksByText(body, value));

const STATUS = /(^|_)(status|state|decision|outcome|verdict)$|(Status|Decision|Outcome|Verdict)$/;

/** A name that says it, or a status that does: `status: 'rejected'`. */
const verdictAs = (body: Body, name: string, value: number): ReturnType<typeof verdictOf> =>
  STATUS.test(name) && value !== NONE && literalsOf(body, value)?.some(({ text }) => verdictOf(text) === 'sure')
    ? 'sure'
    : verdictOf(name);

/** A verdict that is written out is made by what leads to the place: `if (…) return { approved: false }`. */
function writtenIf(body: Body, deciding: Deciders, object: number): Start[] {
  const at = body.returns().find((own) => body.operand(own, 0) === object);
  if (at === undefined) return deciding.written(object);
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
  const own = functionOf(program, body.fn);
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
      takesIn !== '' ? 'sure' : GRADED.has(name) && gradesOf(own.name) ? verdictOf(own.name) : verdictAs(body, name, value);
    if (kind === 'sure' && takesIn === '' && isNoVerdict(body, value)) return;
    if (kind === null || value === NONE || MADE_ELSEWHERE.has(body.kind(value))) return;
    if (
      (kind === 'graded' && (body.kind(value) === Kind.Get || (isList(body, value) && !isChosenFrom(body, value)))) ||
      isTransaction(body, value)
    )
      return;
    // What is read under the same name was decided before; how many there are decides about none of them.
    // Somebody answers for it by name.
    if (entriesOf(body, value).some((entry) => BY_PEOPLE.test(entry.name))) return;
    if (isReadAs(body, value, name) || isCount(body, value) || (kind === 'sure' && isOneMore(body, value))) return;
    put(name, ordinal, value, starts, kind === 'graded', takesIn);
  };
  const start = (ordinal: number): Start => ({ fn: body.fn, ordinal, via: 'same' });
  const isChoice = choosesPeople(own.name);
  const returns = isChoice || (verdictOf(own.name) !== null && !CARRIES.test(own.name));
  for (const { how, ordinal, name, value } of madeIn(program, body)) {
    switch (how) {
      case 'store':
        if (verdictAs(body, name, value)) add(name, ordinal, value, [start(value), ...deciding.store(ordinal)]);
        break;
      case 'member':
        if (verdictAs(body, name, value)) add(name, ordinal, value, [start(value), ...deciding.any(ordinal)]);
        break;
      case 'entry': {
        if (isPartOfPrice(body, ordinal, value)) break;
        const isWritten = body.kind(value) === Kind.Const && verdictAs(body, name, value) !== null;
        add(name, value, value, [start(value), ...(isWritten ? writtenIf(body, deciding, ordinal) : [])]);
        break;
      }
      case 'call': {
        const takesIn = takingIn(body, ordinal);
        const list = putsInto(body, ordinal);
        if (list !== '' && verdictOf(list) === 'sure') add(list, ordinal, ordinal, conditionsBefore(body, ordinal));
        if (takesIn === '') break;
        add(wordsOfCall(body, ordinal), ordinal, ordinal, argumentsOf(body, ordinal).map(start), takesIn);
        break;
      }
      case 'return':
        if (!returns || isRequested(body, value) || body.kind(value) === Kind.Object) break;
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

/** `shortlist.push(candidate)`: the list that grows by one; '' for any other call. */
const putsInto = (body: Body, call: number): string =>
  /^(push|add)$/.test(body.name(call, 1)) && body.operand(call, 4) !== NONE && body.operand(call, 5) === NONE
    ? lastName(body, body.operand(call, 0))
    : '';

function takingIn(body: Body, call: number): Verdict['takesIn'] {
  const method = body.name(call, 1);
  const name = method || nameOfCallee(body, call);
  const receiver = method === '' ? '' : lastName(body, body.operand(call, 0));
  // A function of one's own may generate the content of a page, or complete a task.
  const isOwn = method === '' && /^(generateContent|complete|completion)$/i.test(name);
  if ((PROMPT_CALL.test(name) && !isOwn) || (name === 'create' && CREATES.test(receiver))) return 'prompt';
  if (/pric|quote|fare/i.test(receiver)) return '';
  return method !== '' && MODEL_CALL.test(name) && MODEL_RECEIVER.test(receiver) ? 'model' : '';
}
