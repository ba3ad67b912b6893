/** The frame of a bias audit as a program: it runs on the user's own data with nothing but Node, and on no data it says what it needs. */
import type { Place } from '../../engine/rule';
import type { Decision } from './decision';

export interface SkeletonOptions {
  today: string;
  shown(place: Place): string;
}

export function auditSkeleton({ name, entries, findings }: Decision, { today, shown }: SkeletonOptions): string {
  const places = [
    ...entries.map(({ attribute, words, at }) => `${attribute} (${words}), ${shown(at)}`),
    ...findings.map(({ message, at }) => `${message} ${shown(at)}`),
  ];
  const seen = places.length > 0 ? [...new Set(places)] : ['Nothing about this name. That is no proof: write down what goes in.'];
  const file = `${kebab(name)}.audit`;
  const [module] = [...entries, ...findings].map(({ at }) => shown({ ...at }).replace(/:\d+$/, ''));
  const fields = [...new Set(entries.map(({ words }) => words.split('.').at(-1)!).filter(isName))];
  const twins = fields.length > 0 ? fields.map((field) => `  // ${field}: ['one value', 'another'],`) : [];
  return `${head(name, today, seen.map(safe), file)}
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
// TODO: import what decides${module ? `, from ${safe(module)}` : ''}.

/** TODO: true for the outcome that people hope for. Only called for cases without "outcome", and for twins. */
function decide(input) {
  throw new Error(\`decide() is not filled in, so it cannot say what \${Object.keys(input ?? {}).join(', ') || 'nobody'} leads to.\`);
}

/** Facts about a person that must not change the answer, each with values to try. */
const TWINS = {
  // firstName: ['Anna', 'Ayşe'],
${twins.length > 0 ? `${twins.join('\n')}\n` : ''}};

${BODY}`;
}

function head(name: string, today: string, seen: string[], file: string): string {
  return `/*
 * Bias audit of ${safe(name)}, begun on ${today}. By: …
 *
 * What code shows:
${seen.map((line) => ` *   ${line}`).join('\n')}
 *
 * Data: ${file}.json beside this file, or the file that AUDIT_DATA names. A list, one entry per case:
 *   { "outcome": true, "groups": { "gender": "woman", "age": "50 and older" }, "deserved": true, "input": {} }
 *   outcome   Did the person get the good answer? Left out, decide() says it from "input".
 *   groups    What people told you about themselves and agreed to have used for this. Two facts can be joined: "woman, 50 and older".
 *   deserved  If it is known: would it have been right? Then wrong refusals are compared too.
 *   input     What decide() needs. Then twins are tried as well.
 * Keep that file out of the repository, and delete it when the audit is done.
 *
 * Run:  node --test ${file}.mjs        (when what decides is TypeScript: npx tsx --test ${file}.mjs)
 * Nothing is sent anywhere. A difference is a question and no verdict, and no difference is no proof of fairness.
 */`;
}

/** Plain JavaScript, the same for every decision. */
const BODY = `/** A group with fewer people is not compared: chance speaks louder there. */
const SMALLEST = 30;
/** The worst group's rate divided by the best group's. 0.8 is an old rule of thumb, not a limit under which all is well. */
const LOWEST_RATIO = 0.8;

const file = process.env.AUDIT_DATA ?? fileURLToPath(import.meta.url).replace(/\\.[cm]?[jt]s$/, '.json');
const cases = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];

test('there are cases to look at', () => {
  assert.ok(Array.isArray(cases) && cases.length > 0, \`There are no cases in \${file}. The comment at the top says what they look like.\`);
  for (const [index, { groups }] of cases.entries()) assert.ok(groups, \`Case \${index + 1} has no "groups".\`);
});

const outcomeOf = (one) => one.outcome ?? decide(one.input);
const facts = [...new Set(cases.flatMap(({ groups }) => Object.keys(groups ?? {})))];

for (const fact of facts) {
  test(\`people get the good answer as often, by \${fact}\`, (t) => compare(t, fact, cases));
  const deserving = cases.filter(({ deserved }) => deserved === true);
  if (deserving.length > 0) test(\`those who should get it do, by \${fact}\`, (t) => compare(t, fact, deserving));
}

test('twins get the same answer', (t) => {
  const known = cases.filter(({ input }) => input);
  if (known.length === 0 || Object.keys(TWINS).length === 0) return t.skip('Fill in TWINS, and give cases an "input".');
  const changed = known.flatMap((one, index) =>
    Object.entries(TWINS).flatMap(([field, values]) => {
      const answers = new Set(values.map((value) => decide({ ...one.input, [field]: value })));
      return answers.size > 1 ? [\`case \${index + 1}: another \${field}, another answer\`] : [];
    }),
  );
  assert.deepEqual(changed.slice(0, 20), []);
});

/** Prints each group's rate and compares the worst with the best. */
function compare(t, fact, own) {
  const groups = new Map();
  for (const one of own) {
    const name = one.groups?.[fact];
    if (name === undefined) continue;
    const group = groups.get(name) ?? { people: 0, good: 0 };
    group.people += 1;
    if (outcomeOf(one)) group.good += 1;
    groups.set(name, group);
  }
  for (const [name, { people, good }] of groups)
    t.diagnostic(people < SMALLEST ? \`\${name}: too few to say\` : \`\${name}: \${good} of \${people} (\${Math.round((100 * good) / people)} %)\`);
  const rates = [...groups.values()].filter(({ people }) => people >= SMALLEST).map(({ people, good }) => good / people);
  if (rates.length < 2) return t.skip(\`Fewer than two groups have \${SMALLEST} people or more.\`);
  const [worst, best] = [Math.min(...rates), Math.max(...rates)];
  const ratio = best === 0 ? 1 : worst / best;
  assert.ok(ratio >= LOWEST_RATIO, \`The worst group gets the good answer \${ratio.toFixed(2)} times as often as the best. Why?\`);
}
`;

const isName = (text: string): boolean => /^[A-Za-z_$][\w$]*$/.test(text);
/** Words of code and of people inside of a comment. */
const safe = (text: string): string => text.replace(/\*\//g, '* /').replace(/\s+/g, ' ');

const kebab = (name: string): string =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '') || 'decision';
