/** Where a machine alone refuses, dismisses or blocks a person, and where only a machine answers people. */
import { Flag, Kind, NONE } from '../../ir';
import { outermostOf, symbolOf } from '../../link/program';
import { extentOf, placeOf } from '../../places';
import type { Config } from '../../policy';
import type { Ending } from '../../rule/dependence';
import type { Body } from '../bodies';
import { conditionsBefore } from '../influence/deciders';
import { chainOf, createInfluence, type Influence, type Node, type Start } from '../influence/influence';
import { ENDS, endsPerson, mayWriteEnd, SETS } from './ends';
import { machineBehind } from './machine';
import { argumentsOf, valueBehind } from '../parts';
import { lastName, nameOfCallee, wordsOfCall } from '../named';
import { prompts } from '../prompts';
import { textsIn } from './outcomes';
import type { Walking } from '../influence/steps';

/** Credit, work, insurance, housing, health, education, an account. */
const GRAVE =
  /credit|loan|polic(y|ie)|insur|ats|candidate|applicant|application|hir|job|tenant|lease|health|patient|claim|school|student|account|employee|driver|terminate|fire|evict/i;
const LOOKS =
  /review|manual|escalat|human|refer(red|ral)?$|borderline|appeal|hand_?off|hand_?over|handover|talk_?to|agent|case_?worker|moderator|assign_?to|operator/i;
const BOT = /(bot|chat|assistant|support|helpdesk|messenger)$/i;
/** Frameworks of bots, whose `message` is what people write. */
const BOTS =
  /^(@slack\/bolt|botbuilder|whatsapp-web\.js|@whiskeysockets\/baileys|venom-bot|@open-wa\/wa-automate|discord\.js|telegraf|grammy|node-telegram-bot-api|viber-bot|@line\/bot-sdk|bottender|@botpress\/client)$/;
/** Where people write to who should help them: "/api/support/chat". */
const HELPS = /support|help-?desk|complaint|customer-?(service|care)|chat-?bot/i;
const MESSAGE = /^(message|text|message:text|message_create|messageCreate|chat_message)$/i;

/** Cheap: names of calls that end something, and of conversations. */
export const mayEnd = (name: string): boolean =>
  name.length <= 60 && (ENDS.test(name) || SETS.test(name) || mayWriteEnd(name) || /^(on|message|onMessage|post)$/.test(name));

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
    if (isConversation(parts, body, i)) {
      const answering = answeredBy(parts, body, i);
      if (answering && !someoneLooks(parts, body, i))
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
    if (!endsPerson(body, i) || (isLooked ??= someoneLooks(parts, body, NONE))) continue;
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

/**
 * A way to a person: a queue for review, an escalation, an appeal; for a conversation anywhere in the module but in that of
 * another bot.
 */
function someoneLooks(parts: EndingParts, body: Body, conversation: number): boolean {
  const { program, bodies, config } = parts;
  const module = program.modules[body.module];
  const reviews = config(module.path).decisions.reviewFunctions;
  const anywhere = conversation !== NONE;
  const others = anywhere ? handlersOfOthers(parts, body, conversation) : new Set<number>();
  const isOfOther = (index: number): boolean => index > 0 && (others.has(index) || isOfOther(module.functions[index].parent));
  // Two callbacks of a module have nothing to do with each other.
  const own = outermostOf(module, body.index);
  return module.functions.some(
    (_, index) =>
      (anywhere || outermostOf(module, index) === own) &&
      !isOfOther(index) &&
      looks(bodies.of(program.base[body.module] + index), reviews),
  );
}

/** Functions that answer what is written to another bot of the same function. */
function handlersOfOthers(parts: Walking, body: Body, conversation: number): Set<number> {
  const bot = (call: number): string => lastName(body, body.operand(call, 0));
  const out = new Set<number>();
  for (let i = 0; i < body.reader.count; i++) {
    if (body.kind(i) !== Kind.Call || !isConversation(parts, body, i) || bot(i) === bot(conversation)) continue;
    for (const at of argumentsOf(body, i)) if (body.kind(at) === Kind.Closure) out.add(body.operand(at, 0));
  }
  return out;
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
function isConversation(parts: Walking, body: Body, call: number): boolean {
  const method = body.name(call, 1);
  if (method === 'on')
    return (
      (BOT.test(lastName(body, body.operand(call, 0))) || isBot(parts, body, body.operand(call, 0))) &&
      (textsIn(body, call).some((text) => MESSAGE.test(text)) || isFiltered(body, call))
    );
  if (method === 'post') return HELPS.test(body.text(body.operand(call, 4)) ?? '');
  return (method === 'message' || method === 'onMessage') && body.reader.module.imports.some((own) => BOTS.test(own.specifier));
}

/** `new Client({})` of a library that bots are made with. */
function isBot(parts: Walking, body: Body, receiver: number): boolean {
  const only = valueBehind(parts, body, receiver);
  if (!only || only.home.kind(only.value) !== Kind.Call || !only.home.has(only.value, Flag.New)) return false;
  const { home } = only;
  const callee = home.operand(only.value, 0);
  const made = home.kind(callee) === Kind.Get ? home.operand(callee, 0) : callee;
  if (home.kind(made) !== Kind.Global || !home.has(made, Flag.Import)) return false;
  return BOTS.test(home.reader.module.imports[home.operand(made, 0)].specifier);
}

/** `bot.on(message('text'), …)`: the filters of Telegraf are functions. */
function isFiltered(body: Body, call: number): boolean {
  const filter = body.operand(call, 4);
  return filter !== NONE && body.kind(filter) === Kind.Call && MESSAGE.test(nameOfCallee(body, filter));
}

function answeredBy(parts: Walking, body: Body, call: number): string {
  const { program, bodies } = parts;
  for (const at of argumentsOf(body, call)) {
    const handler = body.kind(at) === Kind.Closure ? { home: body, value: at } : valueBehind(parts, body, at);
    if (handler?.home.kind(handler.value) !== Kind.Closure) continue;
    const { home, value } = handler;
    const words = answerIn(parts, bodies.of(program.base[home.module] + home.operand(value, 0)), DEPTH);
    if (words !== '') return words;
  }
  return '';
}

/** What a model is asked there, or in a helper that is called there. */
function answerIn(parts: Walking, body: Body, depth: number): string {
  const calls = Array.from({ length: body.reader.count }, (_, i) => i).filter((i) => body.kind(i) === Kind.Call);
  const own = calls.find((i) => prompts(body, i));
  if (own !== undefined) return `${wordsOfCall(body, own)}()`;
  if (depth === 0) return '';
  for (const i of calls)
    for (const fn of parts.frames.callees(body.fn, i)) {
      const words = answerIn(parts, parts.bodies.of(fn), depth - 1);
      if (words !== '') return words;
    }
  return '';
}
const DEPTH = 2;
