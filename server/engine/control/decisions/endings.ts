/** Where a machine alone refuses, dismisses or blocks a person, and where only a machine answers people. */
import { Flag, Kind, NONE } from '../../ir';
import { outermostOf, symbolOf } from '../../link/program';
import { extentOf, placeOf } from '../../places';
import type { Config } from '../../policy';
import type { Ending } from '../../rule/dependence';
import type { Body } from '../bodies';
import { conditionsBefore } from '../influence/deciders';
import { chainOf, createInfluence, type Influence, type Node, type Start } from '../influence/influence';
import { ENDS, endsPerson, SETS } from './ends';
import { machineBehind } from './machine';
import { argumentsOf } from '../parts';
import { lastName, nameOfCallee, wordsOfCall } from '../named';
import { textsIn } from './outcomes';
import type { Walking } from '../influence/steps';

/** Credit, work, insurance, housing, health, education, an account. */
const GRAVE =
  /credit|loan|polic(y|ie)|insur|ats|candidate|applicant|application|hir|job|tenant|lease|health|patient|claim|school|student|account|employee|driver|terminate|fire|evict/i;
const LOOKS =
  /review|manual|escalat|human|refer(red|ral)?$|borderline|appeal|hand_?off|hand_?over|handover|talk_?to|agent|case_?worker|moderator|assign_?to|operator/i;
const BOT = /(bot|chat|assistant|support|helpdesk|messenger)$/i;
const ANSWERS =
  /^(complete|completion|generateText|streamText|generateContent|createChatCompletion|chatCompletion|askModel|askLlm|promptModel)$/i;
/** Frameworks of bots, whose `message` is what people write. */
const BOTS = /^(@slack\/bolt|botbuilder)$/;
const MESSAGE = /^(message|text|message:text|message_create|messageCreate|chat_message)$/i;

/** Cheap: names of calls that end something, and of conversations. */
export const mayEnd = (name: string): boolean =>
  name.length <= 60 && (ENDS.test(name) || SETS.test(name) || /^(on|message|onMessage)$/.test(name));

export const answersAlone = (name: string): boolean => ANSWERS.test(name) || COMPLETIONS.test(name);

/** `openai.chat.completions.create(…)` */
const COMPLETIONS = /^(completions|responses)$/;
const isAnswer = (body: Body, call: number): boolean => {
  const name = body.name(call, 1) || nameOfCallee(body, call);
  return ANSWERS.test(name) || (name === 'create' && COMPLETIONS.test(lastName(body, body.operand(call, 0))));
};

export interface EndingParts extends Walking {
  config(path: string): Config;
}

export function createEndings(parts: EndingParts, functions: () => readonly number[]): () => readonly Ending[] {
  let answer: Ending[] | null = null;
  const influence = createInfluence(parts);
  return () => (answer ??= functions().flatMap((fn) => endingsIn(parts, influence, fn)));
}

function endingsIn(parts: EndingParts, influence: Influence, fn: number): Ending[] {
  const { program, bodies } = parts;
  const body = bodies.of(fn);
  const out: Ending[] = [];
  let isLooked: boolean | null = null;
  for (let i = 0; i < body.reader.count; i++) {
    if (body.kind(i) !== Kind.Call || body.has(i, Flag.New)) continue;
    const words = wordsOfCall(body, i);
    const seen = { at: placeOf(program, fn, i), extent: extentOf(program, fn, i), symbol: symbolOf(program, fn), words };
    if (isConversation(body, i)) {
      const answering = answeredBy(parts, body, i);
      if (answering && !someoneLooks(parts, body, true))
        out.push({
          ...seen,
          kind: 'conversation',
          by: answering,
          isGrave: false,
          confidence: 'high',
          path: [{ at: seen.at, words: 'people are answered here' }],
        });
      continue;
    }
    if (!endsPerson(body, i) || (isLooked ??= someoneLooks(parts, body, false))) continue;
    const given = argumentsOf(body, i).map((ordinal): Start => ({ fn, ordinal, via: 'same' }));
    const machine =
      machineBehind(influence, bodies.of, conditionsBefore(body, i)) ?? machineBehind(influence, bodies.of, given, selects);
    if (!machine) continue;
    out.push({
      ...seen,
      kind: 'effect',
      by: machine.words,
      isGrave: GRAVE.test(words),
      confidence: machine.sort === 'rules' ? 'medium' : 'high',
      path: [
        { at: extentOf(program, machine.spot.fn, machine.spot.ordinal), words: `${machine.words} decides here` },
        { at: seen.at, words: 'it takes effect here' },
      ],
    });
  }
  return out;
}

/** Those to whom it happens were picked by it: `holders.filter((one) => one.riskScore > 80)`. */
const selects = (node: Node): boolean => chainOf(node).some(({ via }) => via === 'predicate');

/** A way to a person: a queue for review, an escalation, an appeal; for a conversation anywhere in the module. */
function someoneLooks({ program, bodies, config }: EndingParts, body: Body, anywhere: boolean): boolean {
  const module = program.modules[body.module];
  const reviews = config(module.path).decisions.reviewFunctions;
  // Two callbacks of a module have nothing to do with each other.
  const own = outermostOf(module, body.index);
  return module.functions.some(
    (_, index) =>
      (anywhere || outermostOf(module, index) === own) && looks(bodies.of(program.base[body.module] + index), reviews),
  );
}

function looks(body: Body, reviews: readonly string[]): boolean {
  for (let i = 0; i < body.reader.count; i++) {
    const text = body.text(i);
    if (text !== null && text.length < 40 && LOOKS.test(text)) return true;
    if (body.kind(i) === Kind.Call && (LOOKS.test(wordsOfCall(body, i)) || reviews.includes(wordsOfCall(body, i)))) return true;
    if (body.kind(i) === Kind.Get && !body.has(i, Flag.Computed) && LOOKS.test(body.name(i, 1))) return true;
  }
  return false;
}

/** `bot.on('message', …)` */
function isConversation(body: Body, call: number): boolean {
  const method = body.name(call, 1);
  if (method === 'on')
    return (
      BOT.test(lastName(body, body.operand(call, 0))) &&
      (textsIn(body, call).some((text) => MESSAGE.test(text)) || isFiltered(body, call))
    );
  return (method === 'message' || method === 'onMessage') && body.reader.module.imports.some((own) => BOTS.test(own.specifier));
}

/** `bot.on(message('text'), …)`: the filters of Telegraf are functions. */
function isFiltered(body: Body, call: number): boolean {
  const filter = body.operand(call, 4);
  return filter !== NONE && body.kind(filter) === Kind.Call && MESSAGE.test(nameOfCallee(body, filter));
}

function answeredBy({ program, bodies }: Walking, body: Body, call: number): string {
  for (const at of argumentsOf(body, call)) {
    if (body.kind(at) !== Kind.Closure) continue;
    const inner = bodies.of(program.base[body.module] + body.operand(at, 0));
    for (let i = 0; i < inner.reader.count; i++)
      if (inner.kind(i) === Kind.Call && isAnswer(inner, i)) return `${wordsOfCall(inner, i)}()`;
  }
  return '';
}
