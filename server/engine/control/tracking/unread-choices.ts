/** Choices that are kept and that nobody looks at: an opt-in that is written to a record and read by no condition, query or page. */
import { EntryKind, Flag, Kind, NONE } from '../../ir';
import { someOf } from '../../link/names';
import { symbolOf } from '../../link/program';
import { extentOf, placeOf } from '../../places';
import type { UnreadChoice } from '../../rule/consent';
import { wordsOf } from '../../words';
import { usersOf } from '../influence/audience';
import { createBodies, type Body } from '../bodies';
import { roleOf } from '../guards/roles';
import { nameOfCallee } from '../named';
import type { TrackingParts } from './parts';

/** What somebody is written to about, or by; followed for; or what is given to others. */
const WRITTEN = 'marketing|newsletter|promotion|promotional|email|sms|whatsapp|mailing|offer|news|reminder';
const FOLLOWED = 'tracking|analytic|advertising|ads?|personali[sz]ation|profiling|telemetry';
const GIVEN = 'partner|third party|(data )?sharing|affiliate';
const SAYS = '(opt in|opt out|opted in|opted out|consent|permission)';
const AGREES = '(accept|accepted|allow|allowed|receive|want|agree|agreed)';
const about = (matters: string, more: string): RegExp =>
  new RegExp(`^((\\w+ )*(${matters}) (\\w+ )?${SAYS}|${AGREES} (to )?(${matters})( email| message)?|${more})$`);
const CHOICES: readonly [UnreadChoice['about'], RegExp][] = [
  ['tracking', about(FOLLOWED, 'do not track')],
  ['sharing', about(GIVEN, 'share (data )?with (partner|third party|other)|do not (sell|share)( \\w+)*')],
  ['contact', about(WRITTEN, 'unsubscribed( at)?|do not (contact|mail|call)|newsletter opted in')],
];
const STORES =
  /^(create|createMany|insert|insertOne|update|updateOne|updateMany|upsert|save|set|values|findByIdAndUpdate|findOneAndUpdate)$/;
const ASKS = /^(find|where|count|query|filter|select|aggregate|exists|every|some|any|get|load|fetch|scope)/i;
const LOOKS = 4;

/** The patterns hold only where one of these words is. */
const mayBeChosen = (word: string): boolean =>
  /^(opt|opted|consent|permission|unsubscribed|not|share|accept|accepted|allow|allowed|receive|want|agree|agreed)$/.test(word);

/** What a name is a choice about, or null. */
export function choiceNamed(name: string): UnreadChoice['about'] | null {
  if (name.length > 40) return null;
  const words = wordsOf(name).join(' ');
  return CHOICES.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

export function unreadChoicesOf({ control, silent }: TrackingParts): UnreadChoice[] {
  const { program, engine } = control;
  const isTracker = (body: Body, call: number): boolean =>
    roleOf(control.frame(body.fn), engine, call)?.model.consent?.recipient !== undefined;
  const bodies = createBodies(program);
  const written = new Map<string, UnreadChoice>();
  const read = new Set<string>();
  const isChoice = program.names.test((name) => choiceNamed(name) !== null, mayBeChosen);
  // A text of a query names its columns among others.
  const mentions = program.names.test(
    (name) => name.length > 40 && /opt_?(in|out)|consent|unsubscribed|do_?not_|share_?with|accepts?_?m|allow_?/i.test(name),
  );

  const keep = (body: Body, name: string, ordinal: number): void => {
    if (written.has(name)) return;
    written.set(name, {
      about: choiceNamed(name)!,
      at: placeOf(program, body.fn, ordinal),
      extent: extentOf(program, body.fn, ordinal),
      symbol: symbolOf(program, body.fn),
      words: name,
    });
  };

  const look = (body: Body): void => {
    for (let i = 0; i < body.reader.count; i++) {
      switch (body.kind(i)) {
        case Kind.Get: {
          const name = body.has(i, Flag.Computed) ? '' : body.name(i, 1);
          if (choiceNamed(name) !== null && !isPassedOn(body, i, name)) read.add(name);
          break;
        }
        case Kind.Set:
          if (!body.has(i, Flag.Computed) && choiceNamed(body.name(i, 1)) !== null && !isBeginning(body, i))
            keep(body, body.name(i, 1), i);
          break;
        case Kind.Object:
          for (let n = 0; body.operand(i, n + 2) !== NONE; n += 3) {
            if (body.operand(i, n) !== EntryKind.Static || choiceNamed(body.name(i, n + 1)) === null) continue;
            const taker = takerOf(body, i, LOOKS);
            const takerName = taker === NONE ? '' : callName(body, taker);
            // A tracker is told what somebody chose: it is kept elsewhere.
            if (STORES.test(takerName) && !isTracker(body, taker)) keep(body, body.name(i, n + 1), body.operand(i, n + 2));
            else if (ASKS.test(takerName)) read.add(body.name(i, n + 1));
          }
          break;
        case Kind.Const:
        case Kind.Template:
          for (const text of textsOf(body, i))
            if (text.length <= 40 ? !isField(body, i) : true)
              for (const word of text.match(/[A-Za-z_]{6,}/g) ?? []) read.add(word);
          break;
      }
    }
  };

  program.modules.forEach((ir, module) => {
    if (silent.has(module)) return;
    const names = program.names.of(module);
    if (!someOf(names, isChoice) && !someOf(names, mentions)) return;
    ir.functions.forEach((_, index) => look(bodies.of(program.base[module] + index)));
  });
  const looked = new Set([...read].map((name) => wordsOf(name).join(' ')));
  return [...written.values()].filter(({ words }) => !looked.has(wordsOf(words).join(' ')));
}

/** How a field of a class begins is nobody's choice. */
const isBeginning = (body: Body, set: number): boolean =>
  body.kind(body.operand(set, 0)) === Kind.This && body.reader.module.functions[body.index].kind === 'initializer';

function textsOf(body: Body, i: number): string[] {
  const text = body.text(i);
  if (text !== null) return [text];
  if (body.kind(i) !== Kind.Template) return [];
  const out: string[] = [];
  for (let n = 0; body.operand(i, n) !== NONE; n += 2) out.push(body.name(i, n));
  return out;
}

/** The name of a field of a form: where the choice is made, not where it is looked at. */
const isField = (body: Body, i: number): boolean =>
  (usersOf(body).get(i) ?? []).every(
    (user) =>
      body.kind(user) === Kind.Element || (body.kind(user) === Kind.Call && /^(register|setValue)$/.test(callName(body, user))),
  );

const callName = (body: Body, call: number): string => body.name(call, 1) || nameOfCallee(body, call);

/** The call that takes a literal, through literals around it; NONE when it goes elsewhere. */
function takerOf(body: Body, object: number, depth: number): number {
  if (depth === 0) return NONE;
  for (const user of usersOf(body).get(object) ?? []) {
    if (body.kind(user) === Kind.Call) return user;
    const above = takerOf(body, user, depth - 1);
    if (above !== NONE) return above;
  }
  return NONE;
}

/** Read only to be written under the same name: `const { marketingOptIn } = body; create({ marketingOptIn })`. */
function isPassedOn(body: Body, value: number, name: string): boolean {
  const isEntry = (user: number, of: number): boolean => {
    if (body.kind(user) !== Kind.Object) return false;
    for (let n = 0; body.operand(user, n + 2) !== NONE; n += 3)
      if (body.operand(user, n + 2) === of) return body.operand(user, n) === EntryKind.Static && body.name(user, n + 1) === name;
    return false;
  };
  const users = usersOf(body);
  if (!(users.get(value) ?? []).every((user) => isEntry(user, value))) return false;
  for (let i = value + 1; i < body.reader.count; i++) {
    if (looksAt(body, i, value)) return false;
    if (body.kind(i) === Kind.Otherwise && body.operand(i, 0) === value && !isPassedOn(body, i, name)) return false;
    if (body.kind(i) !== Kind.Store || body.operand(i, 1) !== value) continue;
    const slot = body.operand(i, 0);
    if (body.operand(i, 2) !== NONE || body.reader.module.functions[body.index].slots[slot].captured) return false;
    for (let k = i + 1; k < body.reader.count; k++)
      if (body.kind(k) === Kind.Load && body.operand(k, 0) === slot && body.operand(k, 1) === NONE && !isPassedOn(body, k, name))
        return false;
  }
  return true;
}

/** A condition, a comparison, an answer: something turns on the value here. */
function looksAt(body: Body, i: number, value: number): boolean {
  switch (body.kind(i)) {
    case Kind.Branch:
    case Kind.Return:
    case Kind.Get:
    case Kind.Await:
      return body.operand(i, 0) === value;
    case Kind.Unary:
      return body.operand(i, 1) === value;
    case Kind.Binary:
      return body.operand(i, 1) === value || body.operand(i, 2) === value;
    default:
      return false;
  }
}
