/** Whether a decision was worked out by a machine: a model, a score, a list of rules; and whether it is about people. */
import { Flag, Kind, NONE } from '../../ir';
import { termName } from '../../link/reader';
import { isPersonNoun } from '../../owners';
import { wordSet, wordsOf } from '../../words';
import type { Body, Spot } from '../bodies';
import type { Influence, Node, Start } from '../influence/influence';
import { lastName, namesAround, nameOfCallee, wordsOfCall } from '../named';
import { alternativesOf, entriesOf } from '../parts';

export interface Machine {
  /** "riskModel.score()", "fraudScore": as a message names it. */
  words: string;
  sort: 'model' | 'score' | 'rules';
  spot: Spot;
  node: Node;
}

const JUDGES =
  /^(predict|predictProba|score|classify|infer|rank|assess|evaluate|explain|forward|decide|run|complete|bewert|evaluer|evaluar|avaliar|valuta|beoordeel)/;
const JUDGE =
  /(model|classifier|scorer|predictor|regressor|network|forest|clf|ml|ranker|scoring|risk|engine|llm|gpt|underwriter|modell|modelo|modele|bonitaet|bonität)s?$/i;
const PROMPTS =
  /^(generateText|generateObject|generateContent|createChatCompletion|chatCompletion|askModel|askLlm|promptModel)$/i;
const SCORES =
  /^(llm|ai|ml|gpt|model)[A-Z_]?(score|rate|rank|assess|classif|judge|decide)|^(compute|calc|calculate|get|fetch|predict)\w*(Score|Risk|Probability)$/i;
/** `scoreCustomer(…)`, `assessApplication(…)`: a figure about the one who is named. */
const judgesSomebody = (name: string): boolean => {
  const words = wordsOf(name);
  const last = words.at(-1) ?? '';
  return words.length > 1 && VERBS.test(words[0]) && (SUBJECTS.has(last) || isPersonNoun(last));
};
const VERBS = /^(score|assess|underwrite|classify)$/;
const FIGURES = wordSet(
  'score probability likelihood propensity toxicity punktzahl bonitat puntuacion puntaje pontuacao punteggio wahrscheinlichkeit',
);
const RULES = wordSet('rule criterion heuristic');
const RUNS = /^(every|some|filter|find|map|reduce|flatMap|evaluate|run|check)$/;
/** Figures that decide nothing about who somebody is, or that people gave. */
const OTHER = wordSet(
  'captcha recaptcha turnstile hcaptcha password strength zxcvbn game match search relevance similarity test quiz exam sport lighthouse seo page coverage team player health text fuzzy interview final high best scroll total',
);
const SUBJECTS = wordSet(
  'application claim loan cv resume underwriting credit tenancy mortgage policyholder candidate applicant',
);

const isOther = (name: string): boolean => wordsOf(name).some((word) => OTHER.has(word));

/** Cheap: whether a name can be that of a model, a score or a list of rules. */
export function mayJudge(name: string): boolean {
  if (name.length > 60 || isOther(name)) return false;
  const words = wordsOf(name);
  const last = words[words.length - 1];
  if (FIGURES.has(last) || RULES.has(last) || judgesSomebody(name)) return true;
  return [POINTS, JUDGE, PROMPTS, SCORES].some((pattern) => pattern.test(name));
}

/** Only names with such a word can be. */
export const mayBeOfMachine = (word: string): boolean =>
  FIGURES.has(word) || RULES.has(word) || word === 'point' || MACHINE_WORD.test(word);
const MACHINE_WORD =
  /^(generate|chat|ask|prompt|llm|ai|ml|gpt|model|score|rate|rank|assess|classif|judge|decide|predict|infer|evaluate|explain|forward|run|complete|bewert|evaluer|evaluar|avaliar|valuta|beoordeel)|(model|classifier|scorer|predictor|regressor|network|forest|clf|ml|ranker|scoring|risk|engine|llm|gpt|underwriter|score|probability|modell|modelo|modele|bonitaet)s?$/;

/** What a walk meets here, if it is a machine's judgement. */
function machineAt(body: Body, node: Node): Machine | null {
  const i = node.ordinal;
  const spot = { fn: node.fn, ordinal: i };
  switch (body.kind(i)) {
    case Kind.Call: {
      const method = body.name(i, 1);
      const name = method || nameOfCallee(body, i);
      const words = `${wordsOfCall(body, i)}()`;
      const receiver = method === '' ? '' : lastName(body, body.operand(i, 0));
      if (isOther(name) || isOther(receiver)) return null;
      if (method !== '' && RUNS.test(method) && RULES.has(wordsOf(receiver).at(-1) ?? ''))
        return { words, sort: 'rules', spot, node };
      const isModel = (method !== '' && JUDGES.test(method) && JUDGE.test(receiver)) || PROMPTS.test(name) || SCORES.test(name);
      const isPrompt = name === 'create' && /(completions|messages|responses)$/i.test(receiver);
      if (isModel || isPrompt) return { words, sort: 'model', spot, node };
      return judgesSomebody(name) || (method === '' && isFigure(name)) ? { words, sort: 'score', spot, node } : null;
    }
    case Kind.Get:
    case Kind.Load:
    case Kind.Param:
    case Kind.Global: {
      if (body.kind(i) === Kind.Get && body.has(i, Flag.Computed)) return null;
      const words = body.kind(i) === Kind.Param ? parameterName(body, i) : lastName(body, i);
      return isFigure(words) && !isOther(words) ? { words, sort: 'score', spot, node } : null;
    }
    default:
      return null;
  }
}

const parameterName = (body: Body, i: number): string =>
  body.reader.module.functions[body.index].parameters[body.operand(i, 0)]?.name ?? '';

const isFigure = (name: string): boolean =>
  (FIGURES.has(wordsOf(name).at(-1) ?? '') || POINTS.test(name)) && name !== name.toUpperCase();
/** What is added up for and against somebody; "endpoints" and "dataPoints" are none. */
const POINTS = /^((total|overall|risk|credit|applicant|application|merit|demerit|penalty|violation)_?)?points$/i;

/** The nearest machine that decides the values; a variable that a model filled is named by the model. */
export function machineBehind(
  influence: Influence,
  bodyOf: (fn: number) => Body,
  starts: readonly Start[],
  counts: (node: Node) => boolean = () => true,
): Machine | null {
  let found: Machine | null = null;
  influence.walk(starts, {
    visit(node) {
      if (node.via === 'present' || (found && found.sort !== 'score')) return true;
      const own = counts(node) ? machineAt(bodyOf(node.fn), node) : null;
      if (!own && isOfOther(bodyOf(node.fn), node.ordinal)) return true;
      if (own && (!found || (found.sort === 'score' && own.sort !== 'score'))) found = own;
      return own !== null && own.sort !== 'score';
    },
    claims: () => false,
    claimsReturn: () => false,
  });
  return found;
}

/** How relevant a text is, whoever reckoned that: what is behind the figure judges no person. */
function isOfOther(body: Body, i: number): boolean {
  if (!NAMED.has(body.kind(i))) return false;
  const words = wordsOf(lastName(body, i));
  return words.some((word) => OF_TEXTS.has(word)) && (words.some((word) => FIGURES.has(word)) || words.length === 1);
}
const NAMED: ReadonlySet<Kind> = new Set([Kind.Load, Kind.Get, Kind.Call]);
const OF_TEXTS = wordSet('relevance similarity seo lighthouse readability coverage page search password');

/** A person, or what a person asked for, is in sight of a function. */
export function isAboutPeople(body: Body): boolean {
  const isSubject = (name: string): boolean =>
    name.length < 60 && wordsOf(name).some((word) => SUBJECTS.has(word) || isPersonNoun(word));
  const { module } = body.reader;
  const { slots, parameters } = module.functions[body.index];
  const named = parameters.flatMap(({ name, term }) => [name, termName(module, term)]);
  if ([...namesAround(body), ...slots.map((slot) => slot.name), ...named].some(isSubject)) return true;
  for (let i = 0; i < body.reader.count; i++) {
    const kind = body.kind(i);
    if ((kind === Kind.Get && !body.has(i, Flag.Computed)) || kind === Kind.Global || kind === Kind.Load)
      if (isSubject(lastName(body, i))) return true;
    // `{ applicantId, eligible: false }`
    if (kind === Kind.Object && entriesOf(body, i).some(({ name }) => isSubject(name))) return true;
  }
  return false;
}

/** Literals that a value can be, through choices and own variables; null where something else is among them. */
export function literalsOf(body: Body, i: number, depth = 5): { text: string; ordinal: number }[] | null {
  if (i === NONE || depth === 0) return null;
  const all = (parts: readonly number[]): { text: string; ordinal: number }[] | null => {
    const found = parts.map((part) => literalsOf(body, part, depth - 1));
    return found.length === 0 || found.includes(null) ? null : found.flatMap((part) => part ?? []);
  };
  switch (body.kind(i)) {
    case Kind.Const:
      return [{ text: body.name(i, 1), ordinal: i }];
    case Kind.Cast:
      return literalsOf(body, body.operand(i, 0), depth - 1);
    case Kind.Get:
      // A member of an enum: `Status.REJECTED`.
      return /^[A-Z]/.test(body.name(i, 1)) && !body.has(i, Flag.Computed) ? [{ text: body.name(i, 1), ordinal: i }] : null;
    case Kind.Phi:
      return all(alternativesOf(body, i));
    case Kind.Load:
      if (body.operand(i, 1) !== NONE && body.operand(i, 1) !== body.index) return null;
      return all(body.reaching(i, body.operand(i, 0)).map((store) => body.operand(store, 1)));
    default:
      return null;
  }
}
