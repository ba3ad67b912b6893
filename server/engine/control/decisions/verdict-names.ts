/** Which names are decisions about a person. */
import { nounSort } from '../../owners';
import { remembering } from '../../remember';
import { wordSet, wordsOf } from '../../words';

/** Decisions whatever surrounds them, and those that grade: a score of a person is one, a score of a match is not. */
const SURE = wordSet(
  'approve approved approval deny denied denial rejected reject decline declined eligible eligibility ineligible qualify qualified qualifies disqualified shortlist shortlisted hire hired hireable admit admitted admission underwriting creditworthy creditworthiness ' +
    'genehmigt bewilligt abgelehnt zugelassen kreditwurdig approuve rejete aprobado aprobada rechazado rechazada elegible ' +
    'aprovado aprovada rejeitado elegivel approvato rifiutato idoneo goedgekeurd afgewezen odrzucony',
);
export const GRADED = wordSet(
  'score rank ranking ranked risk priority rating decision verdict grade suitability fit banned suspended terminated ' +
    'suspicious suspected flagged fraudulent ' +
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
  'score level tier band value result status flag final new total list candidate applicant loan application customer user person for of claim policy member raw overall employee request',
);
const OTHER = wordSet(
  'promise transaction payment test coverage search match compatibility completeness completion relevance sport game lighthouse page high best max quiz confidence text fuzzy similarity theme button modal dialog handler count date time at by reason message label color icon url notification email id key type options class style option sort stat statistic metric filter warning notice disabled enabled month year day window period deadline button form amount cent price fee rate charge queue history log row line file',
);

/** What somebody is put under, or has to wait for, as a status says it. */
export const isPutUnder = (text: string): boolean => PUT_UNDER.test(text) || hasToWait(text);
const PUT_UNDER = /^(under[ _-])?investigat|^suspicious|^suspected|^flagged|^blacklisted|^on[ _-]?hold$/i;

/** Others get at once what somebody has to wait for. */
export const hasToWait = (text: string): boolean => /^wait[ _-]?list(ed)?$/i.test(text);

/** Only names with such a word are verdicts, or choose among people. */
export const mayJudgeBy = (word: string): boolean =>
  SURE.has(word) ||
  GRADED.has(word) ||
  CHOOSING.has(word) ||
  WAITS.test(word) ||
  /limit|level|flag|fraud|score|amount|waitlist/.test(word);

/** 'sure', 'graded', or null. */
export const verdictOf = remembering((name): 'sure' | 'graded' | null => {
  const words = headOf(wordsOf(name));
  if (words.length === 0 || name.length > 60 || /^(on|handle|use|set|show|render|open|close|toggle)[A-Z]/.test(name)) return null;
  if (words.length > 1 && (TALLIES.has(words[0]) || (words[0] === 'total' && words.some((word) => SURE.has(word))))) return null;
  const joined = words.join(' ');
  if (PAIRS.some((pair) => joined.includes(pair))) return 'sure';
  // How long somebody has to wait.
  if (words.length > 1 && WAITS.test(words[0]) && TIMES.has(words[words.length - 1])) return 'graded';
  if (OTHER.has(words[words.length - 1])) return null;
  // `eligiblePremium` is a price.
  if (words[words.length - 1] === 'premium' && !/for_?premium$/i.test(name)) return null;
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

const WAITS = /^(wait|waiting|queue)$/;
const TIMES = wordSet('day week month hour minute time period');

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

const CHOOSING = wordSet('prioritize prioritise triage select pick choose invite nominate assign find list finalist longlist');
