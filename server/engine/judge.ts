/** What all rules say alike about data: which count, how sure and how grave they are, how a sentence names them. */
import type { Seen } from './rule/consent';
import type { Ask, Confidence, Datum, Finding, Flow, Judgement, JudgementLimits, Route, Severity, WeakHash } from './rule';

const SEVERITIES: Severity[] = ['info', 'warning', 'error'];
const CONFIDENCES: Confidence[] = ['high', 'medium', 'low'];

/** The part of `Ask` that needs no project. */
export const judging: Pick<Ask, 'list' | 'subject' | 'certain' | 'judge' | 'finding'> = {
  list,
  subject,
  certain,
  judge,
  finding,
};

function list(data: Datum[]): string {
  const titles = titlesOf(data);
  const shown = titles.slice(0, 3).map((title) => `the ${title}`);
  if (titles.length > 3) return `${shown.join(', ')} and ${titles.length - 3} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown[shown.length - 1]}`;
}

const titlesOf = (data: Datum[]): string[] => [...new Set(data.map((datum) => datum.title))];

function subject(data: Datum[], one: string, many: string): string {
  const text = list(data);
  // An origin such as "the request body" has said so already.
  const words = [...new Set(data.map((datum) => datum.words))].filter((each) => !each.startsWith('the '));
  const isTold = words.length === 1 ? data.every((datum) => datum.words === words[0]) : titlesOf(data).length === 1;
  const written = isTold && words.length > 0 && words.length < 3 ? ` (${words.join(', ')})` : '';
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${written} ${titlesOf(data).length > 1 ? many : one}`;
}

function certain(data: Datum[]): Datum[] {
  const facts = data.filter((datum) => datum.confidence !== 'low');
  return facts.length > 0 ? facts : data;
}

function judge(data: Datum[], { atMost = 'high', step = 0 }: JudgementLimits = {}): Judgement {
  const best = CONFIDENCES.findIndex((confidence) => data.some((datum) => datum.confidence === confidence));
  const confidence = CONFIDENCES[Math.max(best < 0 ? 2 : best, CONFIDENCES.indexOf(atMost))];
  if (confidence === 'low') return { severity: 'info', confidence };
  const sensitive = data.some((datum) => (datum.special || datum.grave) && datum.confidence !== 'low');
  const certain = Math.min(2, 1 + (sensitive ? 1 : 0) + step);
  return { severity: SEVERITIES[Math.max(0, certain - (confidence === 'medium' ? 1 : 0))], confidence };
}

function finding(
  seen: Flow | WeakHash | Route | Seen,
  data: Datum[],
  { message, hint, kind, severity, confidence }: Judgement & Pick<Finding, 'message' | 'hint' | 'kind'>,
): Omit<Finding, 'rule'> {
  const { extent, symbol } = seen;
  const at = 'placeFor' in seen ? seen.placeFor(data) : seen.at;
  const path = 'path' in seen ? seen.path : [];
  const categories = [...new Set(data.map((datum) => datum.category))].sort();
  const named = data.map(({ words, category, kind: sort, path: from }) => {
    const read = path.find((step) => step.words === `${words} read here`)?.at;
    return { words, category, kind: sort, path: from, ...(read && { at: read }) };
  });
  return { at, extent, path, symbol, message, severity, confidence, hint, kind, categories, data: named };
}
