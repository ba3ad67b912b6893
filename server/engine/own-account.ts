/** The account that a chat bot itself is signed in with: `client.user.username`, `(await bot.getMe()).username`. */
import { Flag, Kind, LiteralKind, NONE } from './ir';
import type { SourceLabel } from './flow/values';
import type { Program } from './link/program';
import { flagsAt, kindAt, operandAt, operandCount, readerOf, type Reader } from './link/reader';
import { needsOneOf } from './manifests';
import type { ProjectFacts } from './project';

const CHATS = [
  'discord.js',
  'discord.js-selfbot-v13',
  '@sapphire/framework',
  'discordx',
  'eris',
  'oceanic.js',
  'telegraf',
  'grammy',
  'node-telegram-bot-api',
  'whatsapp-web.js',
  '@whiskeysockets/baileys',
  'baileys',
  '@slack/bolt',
];
const BOTS = /(?:^|[a-z_.])(?:client|bot|shard|sock|telegram)$/i;
/** What a bot has its account under. */
const ACCOUNTS = /^(?:user|me|info)$/;
/** Of an update in Telegram: `ctx.me` received it, `ctx.from` sent it. */
const CONTEXTS = /^(?:ctx|context)$/;
const ASKS = /^getMe$/;
const DEPTH = 6;

export function isOwnAccount(program: Program, facts: ProjectFacts, label: SourceLabel): boolean {
  const { fn } = label;
  const module = program.moduleOf[fn];
  const ir = program.modules[module];
  if (!needsOneOf(facts, ir.path, CHATS)) return false;
  const reader = readerOf(ir, fn - program.base[module]);
  const index = fn - program.base[module];
  return spotsOf(reader, label).some((ordinal) => isOwn(wayTo(reader, index, ordinal, DEPTH)));
}

/** A record as a whole becomes one where it is handed over: it is the argument that is called so. */
function spotsOf(reader: Reader, { datum, ordinal, words }: SourceLabel): number[] {
  if (datum !== 'record' || kindAt(reader, ordinal) !== Kind.Call) return [ordinal];
  return Array.from({ length: operandCount(reader, ordinal) - 4 }, (_, n) => operandAt(reader, ordinal, 4 + n)).filter(
    (value) => value !== NONE && kindAt(reader, value) === Kind.Get && reader.module.names[operandAt(reader, value, 1)] === words,
  );
}

const isOwn = (way: readonly string[]): boolean =>
  way.some(
    (name, i) =>
      ASKS.test(name) ||
      name === 'botInfo' ||
      (name === 'me' && CONTEXTS.test(way[i - 1] ?? '')) ||
      (ACCOUNTS.test(name) && i > 0 && (BOTS.test(way[i - 1]) || way[i - 1] === READY)),
  );

/** What an event of the bot's own start hands to its handler. */
const READY = '<ready>';
const STARTS = /^(?:client)?ready$/i;

/** Names on the way to a member, outermost first: `this.client.user` is [this, client, user]. */
function wayTo(reader: Reader, index: number, ordinal: number, depth: number): string[] {
  if (ordinal === NONE || depth === 0) return [];
  const { module } = reader;
  const up = (at: number): string[] => wayTo(reader, index, at, depth - 1);
  const operand = (n: number): number => operandAt(reader, ordinal, n);
  switch (kindAt(reader, ordinal)) {
    case Kind.Await:
    case Kind.Cast:
      return up(operand(0));
    case Kind.Store:
      return up(operand(1));
    case Kind.Get:
      return flagsAt(reader, ordinal) & Flag.Computed ? [] : [...up(operand(0)), module.names[operand(1)]];
    case Kind.Call:
      return operand(1) === NONE ? [] : [module.names[operand(1)]];
    case Kind.Global:
      return [flagsAt(reader, ordinal) & Flag.Import ? module.imports[operand(0)].local : module.names[operand(0)]];
    case Kind.Param:
      return handedBy(reader, index, depth - 1) ?? [module.functions[index].parameters[operand(0)]?.name ?? ''];
    case Kind.Load: {
      const owner = operand(1) === NONE ? index : operand(1);
      const holder = owner === index ? reader : readerOf(module, owner);
      const kept = onlyStore(holder, operand(0));
      const before = kept === NONE ? [] : wayTo(holder, owner, kept, depth - 1);
      return before.length > 0 ? before : [module.functions[owner].slots[operand(0)].name];
    }
    default:
      return [];
  }
}

function onlyStore(reader: Reader, slot: number): number {
  let found = NONE;
  for (let i = 0; i < reader.count; i++) {
    if (kindAt(reader, i) !== Kind.Store || operandAt(reader, i, 0) !== slot || operandAt(reader, i, 2) !== NONE) continue;
    if (found !== NONE) return NONE;
    found = operandAt(reader, i, 1);
  }
  return found;
}

/** `client.once('ready', (c) => …)`, `bot.getMe().then((me) => …)`; null where a function is handed to something else. */
function handedBy({ module }: Reader, index: number, depth: number): string[] | null {
  const { parent } = module.functions[index];
  if (parent < 0) return null;
  const around = readerOf(module, parent);
  for (let call = 0; call < around.count; call++) {
    if (kindAt(around, call) !== Kind.Call || operandCount(around, call) < 5) continue;
    const [first, second] = [4, 5].map((n) => (n < operandCount(around, call) ? operandAt(around, call, n) : NONE));
    if (isClosure(around, second, index)) return STARTS.test(textAt(around, first)) ? [READY] : null;
    const method = operandAt(around, call, 1);
    if (method !== NONE && module.names[method] === 'then' && isClosure(around, first, index))
      return wayTo(around, parent, operandAt(around, call, 0), depth);
  }
  return null;
}

const isClosure = (reader: Reader, ordinal: number, index: number): boolean =>
  ordinal !== NONE && kindAt(reader, ordinal) === Kind.Closure && operandAt(reader, ordinal, 0) === index;

/** `'ready'`, `Events.ClientReady`. */
function textAt(reader: Reader, ordinal: number): string {
  const kind = ordinal === NONE ? NONE : kindAt(reader, ordinal);
  const isText = kind === Kind.Get || (kind === Kind.Const && operandAt(reader, ordinal, 0) === LiteralKind.String);
  return isText ? reader.module.names[operandAt(reader, ordinal, 1)] : '';
}
