/** What the arguments of a message say it is for: short texts, names of templates and variables. */
import { Kind, LiteralKind, NONE } from '../../ir';
import { endsOf, kindAt, operandAt, operandCount } from '../../link/reader';
import type { Control, Spot } from '../guards/control';
import { stepsOf } from './built-messages';
import type { Objects } from './objects';
import { piecesOf } from './pieces';
import { TO } from './sendings';

/** Who agreed is kept by the provider: a list, a topic, a group from which a person can leave. */
const LISTS =
  /^(audience_?id|list_?id|segment_?id|broadcast_?id|topic|asm|unsubscribe_?group(_?id)?|suppression_?group(_?id)?)$/i;
/** "List-Unsubscribe", "unsubscribeUrl": how to get no more of them. */
const LEAVES = /unsubscri|opt.?out|\b(reply|text|send) stop\b|(email|mail|communication).?preferences|abmeld|desinscri/i;
/** Longer texts are what a message says, not what it is for. */
const LONG = 200;

export interface Texts {
  wording: string[];
  subject: string;
  /** Name of the entry that names a list, '' when none does. */
  list: string;
  /** It says how to get no more. */
  leaves: boolean;
}

export function createTexts(control: Control, { entriesOf, objectBehind, madeOf, argumentsOf }: Objects): (call: Spot) => Texts {
  const { program } = control;

  function textsOf(call: Spot): Texts {
    const wording: string[] = [];
    let subject = '';
    let list = '';
    let leaves = false;
    const visit = (fn: number, i: number, key: string, depth: number): void => {
      if (i === NONE || depth === 0) return;
      const reader = control.reader(fn);
      const operand = (n: number): number => operandAt(reader, i, n);
      const text = control.text(fn, i);
      if (text !== null && text.length <= LONG) {
        wording.push(text);
        if (/^subject$/i.test(key)) subject ||= text;
      }
      switch (kindAt(reader, i)) {
        case Kind.Const:
          if (operand(0) === LiteralKind.String && text === null && key !== '')
            wording.push(reader.module.names[operand(1)].slice(0, LONG));
          return;
        case Kind.Object:
          for (const entry of entriesOf(fn, i)) {
            if (LISTS.test(entry.key)) list ||= entry.key;
            if (/^headers$/i.test(entry.key))
              leaves ||= entriesOf(fn, entry.value).some(({ key: header }) => LEAVES.test(header));
            leaves ||= LEAVES.test(entry.key);
            if (!TO.test(entry.key) && !/^(from|cc|reply_?to|headers)$/i.test(entry.key))
              visit(fn, entry.value, entry.key, depth - 1);
            if (/^(message|personalizations)$/i.test(entry.key)) visit(fn, entry.value, entry.key, depth - 1);
          }
          return;
        case Kind.Array:
          for (let n = 1; n < operandCount(reader, i); n += 2) visit(fn, operand(n), key, depth - 1);
          return;
        case Kind.Cast:
        case Kind.Await:
          visit(fn, operand(0), key, depth - 1);
          return;
        case Kind.Template: {
          const pieces: string[] = [];
          const names: number[] = [];
          for (let n = 0; n < operandCount(reader, i); n += 2) {
            pieces.push(reader.module.names[operand(n)]);
            if (n + 1 < operandCount(reader, i)) names.push(operand(n + 1));
          }
          if (pieces.join('').length <= LONG) wording.push(pieces.join(' … '));
          leaves ||= [...pieces, ...names.map((at) => (at === NONE ? '' : control.words(fn, at)))].some((each) =>
            LEAVES.test(each),
          );
          return;
        }
        case Kind.Element:
          if (operand(0) !== NONE) wording.push(reader.module.names[operand(0)]);
          return;
        case Kind.Call: {
          wording.push(control.name(fn, i));
          for (let n = 4; n < operandCount(reader, i); n++) visit(fn, operand(n), key, depth - 1);
          // `sendMail(mailFor(user))`: what a function of the project makes is the message.
          if (key === '') for (const made of resultsOf(fn, i)) visit(made.fn, made.ordinal, key, depth - 1);
          return;
        }
        case Kind.Load:
        case Kind.Get:
        case Kind.Global: {
          wording.push(control.name(fn, i));
          const inner = kindAt(reader, i) === Kind.Load ? (objectBehind(fn, i) ?? madeOf(fn, i)) : null;
          if (inner) visit(inner.fn, inner.ordinal, key, depth - 1);
          if (kindAt(reader, i) === Kind.Load && key === '')
            for (const piece of piecesOf(control, fn, i)) visit(piece.fn, piece.value, key, depth - 1);
          return;
        }
        case Kind.Iter:
          visit(fn, operand(0), key, depth - 1);
          return;
        case Kind.Closure: {
          // `people.map((one) => ({ to: one.phone, text }))`: what is made for each of them.
          const made = program.base[program.moduleOf[fn]] + operand(0);
          const own = control.reader(made);
          for (let n = 0; n < own.count; n++)
            if (kindAt(own, n) === Kind.Return) visit(made, operandAt(own, n, 0), key, depth - 1);
          return;
        }
      }
    };
    for (const argument of argumentsOf(call)) {
      visit(argument.fn, argument.ordinal, '', 8);
      for (const link of stepsOf(control, argument)) {
        leaves ||= LEAVES.test(link.name);
        if (!TO.test(link.name)) for (const value of link.args) visit(link.fn, value, link.name, 4);
      }
    }
    return {
      wording: [...new Set(wording)].filter((each) => each !== ''),
      subject,
      list,
      leaves: leaves || wording.some((each) => LEAVES.test(each)),
    };
  }

  /** The objects that the one function behind a call gives back. */
  function resultsOf(fn: number, call: number): Spot[] {
    const [made, ...more] = control.callees(fn, call);
    if (made === undefined || more.length > 0) return [];
    const reader = control.reader(made);
    return endsOf(reader).flatMap((end) => objectBehind(made, operandAt(reader, end, 0)) ?? []);
  }

  return textsOf;
}
