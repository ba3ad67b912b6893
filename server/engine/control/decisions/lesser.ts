/** Services that are less for those who say no to being followed: a worse picture, no downloads, a wall before the page. */
import { EntryKind, Flag, Kind, NONE } from '../../ir';
import { someOf } from '../../link/names';
import { functionOf, symbolOf } from '../../link/program';
import { flagsAt, kindAt, operandAt, operandCount } from '../../link/reader';
import { extentOf, placeOf } from '../../places';
import type { LesserService } from '../../rule/consent';
import { wordsOf } from '../../words';
import type { Control, Spot } from '../guards/control';
import { EVERYTHING, Level, bestOf, both, type Facts, type Topic } from '../guards/facts';
import type { Guards } from '../guards/guards';
import type { Knowing } from '../guards/knowing';
import type { Predicates } from '../guards/predicates';
import { answerLiteral, numberAt } from '../guards/values';
import { choiceName } from '../guards/wording';
import { isIncentive } from '../prices/pricing';

/** What a service gives. */
const SERVICE =
  /^((is|has|max|video|stream|picture|image|audio|full) )*(hd|uhd|4 k|quality|resolution|bitrate|download|offline|premium|unlocked|access)( (enabled|allowed|mode|playback|quality|granted))?$|^can (download|watch|read|stream|play|export|upload|order|checkout|comment|post|continue|access|enter)( \w+)?$|^((max|daily|monthly) )?(\w+ )?(limit|quota|per (day|week|month))$/;
/** Services that are told in numbers. */
const MEASURES = /(limit|quota|resolution|bitrate|per (day|week|month))$/;
const mayServe = (word: string): boolean =>
  /^(hd|uhd|quality|resolution|bitrate|download|offline|premium|unlocked|access|can|limit|quota|per|4)$/.test(word);
/** What stands before a page until somebody agrees, pays or goes. */
const WALL =
  /^(Pay|Cookie|Consent|Tracking|Ad|Register|Registration|Subscription)[Ww]all$|^(Access|Entry)Denied(Page|Screen)?$|^(Blocked|Locked)(Page|Screen|Content|Article|View)$|^SubscribeTo(Read|Continue|Watch|Unlock)$|^NoAccess(Page|Screen)?$/;
const RANKS = ['none', 'off', 'low', 'sd', 'standard', 'basic', 'medium', 'normal', 'high', 'hd', 'full', 'premium', 'uhd', '4k'];
/** Being followed; a wish of one's own (what is recommended, what is remembered) may need its consent. */
const FOLLOWED: readonly Topic[] = ['marketing', 'analytics'];

/** `privacyAccepted`, beside the terms: whoever signs up has read a paper, and says nothing of being followed. */
const isPaper = (words: string): boolean =>
  /^(privacy|data protection|datenschutz|confidentialite|privacidad)( (policy|notice|terms|statement))?( (is|was|has))? (accepted|agreed|read|checked|confirmed|acknowledged|ok)$/.test(
    wordsOf(words.slice(words.lastIndexOf('.') + 1)).join(' '),
  );

interface Parts {
  control: Control;
  knowing: Knowing;
  predicates: Predicates;
  guards: Guards;
  silent: ReadonlySet<number>;
}

export function lesserServicesOf({ control, knowing, predicates, guards, silent }: Parts): LesserService[] {
  const { program, engine } = control;
  const { names } = program;
  const isService = names.test((name) => name.length < 40 && SERVICE.test(wordsOf(name).join(' ')), mayServe);
  const isWall = names.test((name) => WALL.test(name));
  const isChoice = names.test((name) => name.length < 50 && choiceName(name) !== null);
  const out: LesserService[] = [];

  const isYes = (facts: Facts): boolean => facts !== EVERYTHING && bestOf(facts.granted, FOLLOWED) >= Level.given;
  const isNo = (facts: Facts): boolean => facts !== EVERYTHING && bestOf(facts.refused, FOLLOWED) >= Level.given;

  const add = (spot: Spot, how: LesserService['how'], words: string, facts: Facts): void => {
    const { path } = program.modules[program.moduleOf[spot.fn]];
    const around = [path, words, functionOf(program, spot.fn).name];
    if (isPaper(facts.cause?.words ?? '')) return;
    if (isIncentive(engine.config(path).pricing.financialIncentives, around)) return;
    out.push({
      how,
      words,
      choice: facts.cause?.words ?? '',
      at: placeOf(program, spot.fn, spot.ordinal),
      extent: extentOf(program, spot.fn, spot.ordinal),
      symbol: symbolOf(program, spot.fn),
    });
  };

  /** The value is better after a yes: it is the answer itself, or chosen by it. */
  const betterAfterYes = (fn: number, value: number, name: string): Facts | null => {
    const reader = control.reader(fn);
    if (value === NONE || kindAt(reader, value) === Kind.Const) return null;
    if (kindAt(reader, value) === Kind.Phi) {
      const ways = Array.from({ length: operandCount(reader, value) / 2 }, (_, n) => ({
        known: control.along(fn, operandAt(reader, value, n * 2), value),
        value: operandAt(reader, value, n * 2 + 1),
      }));
      const yes = ways.find(({ known }) => isYes(known));
      const no = ways.find(({ known }) => !isYes(known) && known !== EVERYTHING);
      if (yes && no && isBetter(fn, yes.value, no.value)) return yes.known;
    }
    // So many of them are no answer.
    if (MEASURES.test(wordsOf(name).join(' '))) return null;
    const meaning = predicates.meaning(fn, value);
    return isYes(meaning.yes) ? meaning.yes : null;
  };

  const isBetter = (fn: number, one: number, other: number): boolean => {
    const [a, b] = [one, other].map((value) => rankOf(value === NONE ? undefined : literal(fn, value)));
    return a !== null && b !== null && a > b;
  };

  const literal = (fn: number, value: number): string | number | boolean | null | undefined =>
    numberAt(control.reader(fn), value) ?? answerLiteral(control, fn, value);

  interface Given extends Spot {
    name: string;
    value: number;
  }

  /** Entries, members and variables that are named after a service, with what they are given. */
  const givenIn = (fn: number): Given[] => {
    const reader = control.reader(fn);
    const given: Given[] = [];
    const keep = (name: string, ordinal: number, value: number): void => {
      if (value !== NONE && SERVICE.test(wordsOf(name).join(' '))) given.push({ fn, ordinal, name, value });
    };
    for (let i = 0; i < reader.count; i++) {
      const operand = (n: number): number => operandAt(reader, i, n);
      switch (kindAt(reader, i)) {
        case Kind.Object:
          for (let n = 0; n < operandCount(reader, i); n += 3)
            if (operand(n) === EntryKind.Static) keep(reader.module.names[operand(n + 1)], i, operand(n + 2));
          break;
        case Kind.Set:
          if (!(flagsAt(reader, i) & Flag.Computed)) keep(reader.module.names[operand(1)], i, operand(2));
          break;
        case Kind.Store:
          if (operand(2) === NONE) keep(functionOf(program, fn).slots[operand(0)].name, i, operand(1));
          break;
        case Kind.Return:
          keep(functionOf(program, fn).name, i, operand(0));
          break;
      }
    }
    return given;
  };

  const services = (fn: number): void => {
    const given = givenIn(fn);
    for (const one of given) {
      const facts = betterAfterYes(fn, one.value, one.name);
      if (facts) add({ fn, ordinal: one.value }, 'service', one.name, facts);
      const known = facts ? EVERYTHING : knowing.at(fn, one.ordinal);
      if (!isYes(known)) continue;
      // `if (consent.ads) return { …base, hd: true }`, where everybody else has `hd: false`.
      const worse = given.some(
        (other) => other.name === one.name && !isYes(knowing.at(fn, other.ordinal)) && isBetter(fn, one.value, other.value),
      );
      if (worse) add({ fn, ordinal: one.value }, 'service', one.name, known);
    }
  };

  const walls = (fn: number): void => {
    const reader = control.reader(fn);
    for (let i = 0; i < reader.count; i++) {
      if (kindAt(reader, i) !== Kind.Element || operandAt(reader, i, 0) === NONE) continue;
      const name = reader.module.names[operandAt(reader, i, 0)];
      if (!WALL.test(name)) continue;
      const known = both(knowing.at(fn, i), guards.here({ fn, ordinal: i }));
      if (isNo(known)) add({ fn, ordinal: i }, 'wall', `<${name}>`, known);
    }
  };

  program.modules.forEach((ir, module) => {
    if (silent.has(module)) return;
    const used = names.of(module);
    const serves = someOf(used, isService) || someOf(names.owned(module), isService);
    const walled = someOf(used, isWall);
    if (!walled && !(serves && (someOf(used, isChoice) || someOf(names.owned(module), isChoice)))) return;
    ir.functions.forEach((_, index) => {
      if (serves) services(program.base[module] + index);
      if (walled) walls(program.base[module] + index);
    });
  });
  // One condition takes one finding, however many parts of the service it decides.
  const first = new Map<string, LesserService>();
  for (const one of out) {
    const key = `${one.at.path}:${one.symbol}:${one.how}:${one.choice}`;
    const known = first.get(key);
    if (!known) first.set(key, one);
    else if (!known.words.split(', ').includes(one.words)) known.words += `, ${one.words}`;
  }
  return [...first.values()];
}

/** How much it is: yes is more than no, 1080 more than "480p", "high" more than "low". */
function rankOf(value: string | number | boolean | null | undefined): number | null {
  if (value === undefined) return null;
  if (value === null || typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'number') return value;
  const number = /^\d+/.exec(value);
  if (number) return Number(number[0]);
  const at = RANKS.indexOf(value.toLowerCase());
  return at < 0 ? null : at;
}
