/** Conditions of a query or a filter that ask for a person's choice: `{ marketingOptIn: true }`, `eq(users.newsletter, true)`, SQL. */
import { EntryKind, Flag, Kind, LiteralKind, NONE, OPERATORS } from '../../ir';
import { kindAt, operandAt, operandCount, flagsAt } from '../../link/reader';
import type { Control } from './control';
import { EVERYTHING, Level, bestOf, type Topic } from './facts';
import type { Predicates } from './predicates';
import { areSubscribers, tableIn } from './subscribers';
import { choiceName } from './wording';

/** Choices about messages. */
export const CONTACT: readonly Topic[] = ['contact', 'marketing'];

const DEPTH = 8;
/** Parts of a query that choose columns and their order, not people. */
const NOT_A_CONDITION = new Set([
  'select',
  'include',
  'orderBy',
  'attributes',
  'data',
  'fields',
  'projection',
  'columns',
  'order',
]);
const SQL = /\bwhere\b.*\b\w*(opt(ed)?_?in|opt(ed)?_?out|subscribed|consent|newsletter|suppress)\w*/is;
/** `status = 'unsubscribed'`, `unsubscribed_at IS NOT NULL` */
const THOSE_WHO_LEFT =
  /=\s*['"](unsubscribed|opted_?out|revoked)['"]|\b(unsubscribed|opted_?out)\w*\s*(=\s*(true|1)\b|is\s+not\s+null)/i;

/** `customer.marketingOptIn = :yes`, `newsletter = true`: a condition alone, as a builder of queries is given it. */
const COMPARED = /^\s*["`]?(?:\w+["`]?\.["`]?)?(\w+)["`]?\s*(?:=|\bis\b)\s*(?:true|1|:\w+|\?|\$\d+)\s*$/i;

/** A model that has a field for the choice is no query that asks for it. */
export const DECLARES = /^(model|define|Schema|(pg|mysql|sqlite)Table|collection)$/;

export interface Conditions {
  /** The choice that a value (an argument of a query, a callback of a filter) asks for, as code names it; '' when none. */
  asked(fn: number, ordinal: number): string;
}

export function createConditions(control: Control, predicates: Predicates): Conditions {
  const { program } = control;

  const asked = (fn: number, i: number, owner: string, depth: number): string => {
    if (i === NONE || depth === 0) return '';
    const reader = control.reader(fn);
    const operand = (n: number): number => operandAt(reader, i, n);
    switch (kindAt(reader, i)) {
      case Kind.Cast:
      case Kind.Await:
        return asked(fn, operand(0), owner, depth - 1);
      case Kind.Object:
        return inObject(fn, i, owner, depth);
      case Kind.Array:
        return first(range(1, operandCount(reader, i), 2), (n) => asked(fn, operand(n), owner, depth - 1));
      case Kind.Binary:
        // A query that is put together piece by piece.
        return OPERATORS[operand(0)] === '+' ? first([operand(1), operand(2)], (side) => asked(fn, side, owner, depth - 1)) : '';
      case Kind.Call:
        return inCall(fn, i, owner, depth);
      case Kind.Get:
        return flagsAt(reader, i) & Flag.Computed ? '' : (nameOf(fn, reader.module.names[operand(1)], owner)?.words ?? '');
      case Kind.Load: {
        const holder = operand(1) === NONE ? fn : program.base[program.moduleOf[fn]] + operand(1);
        const stores = control.stores(holder, operand(0), holder === fn ? i : NONE);
        return first(stores, (store) => asked(store.fn, operandAt(control.reader(store.fn), store.ordinal, 1), owner, depth - 1));
      }
      case Kind.Closure:
        return inCallback(program.base[program.moduleOf[fn]] + operand(0), depth);
      case Kind.Const:
        return operand(0) === LiteralKind.String ? inText(fn, reader.module.names[operand(1)]) : '';
      case Kind.Template:
        return inText(
          fn,
          range(0, operandCount(reader, i), 2)
            .map((n) => reader.module.names[operand(n)])
            .join('x'),
        );
      default:
        return '';
    }
  };

  const inObject = (fn: number, i: number, owner: string, depth: number): string => {
    const reader = control.reader(fn);
    return first(range(0, operandCount(reader, i), 3), (n) => {
      const value = operandAt(reader, i, n + 2);
      if (operandAt(reader, i, n) !== EntryKind.Static) return asked(fn, value, owner, depth - 1);
      const key = reader.module.names[operandAt(reader, i, n + 1)];
      if (NOT_A_CONDITION.has(key)) return '';
      const choice = nameOf(fn, key, owner);
      if (choice) return contradicts(fn, value, choice.negative) ? '' : choice.words;
      const text = control.text(fn, value);
      if (text !== null && /^(subscribed|opted[_ -]?in|double[_ -]?opt[_ -]?in)$/i.test(text)) return `${key} '${text}'`;
      return asked(fn, value, key, depth - 1);
    });
  };

  /** `eq(users.marketingOptIn, true)`, `.where('marketing_opt_in', true)`. */
  const inCall = (fn: number, i: number, owner: string, depth: number): string => {
    if (DECLARES.test(control.name(fn, i))) return '';
    const reader = control.reader(fn);
    const count = operandCount(reader, i);
    const receiver = operandAt(reader, i, 1) === NONE ? NONE : operandAt(reader, i, 0);
    const own = first(range(4, count, 1), (n) => {
      const found = asked(fn, operandAt(reader, i, n), owner, depth - 1);
      const next = n + 1 < count ? operandAt(reader, i, n + 1) : NONE;
      const isNegative = found !== '' && (nameOf(fn, found.split('.').at(-1)!, '')?.negative ?? false);
      return found !== '' && next !== NONE && contradicts(fn, next, isNegative) ? '' : found;
    });
    return own !== '' ? own : asked(fn, receiver, owner, depth - 1);
  };

  /** A filter's callback that answers yes only to those who agreed. */
  const inCallback = (fn: number, depth: number): string => {
    const said = predicates.returned(fn).yes;
    if (said !== EVERYTHING && bestOf(said.granted, CONTACT) >= Level.silent) return said.cause?.words ?? 'a filter';
    const reader = control.reader(fn);
    return first(range(0, reader.count, 1), (i) =>
      kindAt(reader, i) === Kind.Return &&
      operandAt(reader, i, 0) !== NONE &&
      kindAt(reader, operandAt(reader, i, 0)) === Kind.Call
        ? asked(fn, operandAt(reader, i, 0), '', depth - 1)
        : '',
    );
  };

  const inText = (fn: number, text: string): string => {
    const [, compared] = COMPARED.exec(text) ?? [];
    if (compared) return nameOf(fn, compared, '')?.words ?? '';
    if (text.length > 24) {
      if (THOSE_WHO_LEFT.test(text)) return '';
      const table = tableIn(text);
      return SQL.test(text) ? 'the condition of the query' : areSubscribers(table) ? table : '';
    }
    return /^[\w.]+$/.test(text) ? (nameOf(fn, text.split('.').at(-1)!, '')?.words ?? '') : '';
  };

  const nameOf = (fn: number, name: string, owner: string): { words: string; negative: boolean } | null => {
    const { fields } = control.engine.config(program.modules[program.moduleOf[fn]].path).consent;
    if (fields.includes(name)) return { words: name, negative: false };
    const choice = choiceName(name, owner);
    const isAbout = choice !== null && (choice.topic === 'contact' || choice.topic === 'marketing' || choice.topic === 'unknown');
    return isAbout ? { words: name, negative: choice.negative } : null;
  };

  /** `marketingOptIn: false` looks for those who said no. */
  const contradicts = (fn: number, value: number, isNegative: boolean): boolean => {
    const reader = control.reader(fn);
    if (value === NONE || kindAt(reader, value) !== Kind.Const) return false;
    const kind = operandAt(reader, value, 0) as LiteralKind;
    const text = reader.module.names[operandAt(reader, value, 1)];
    if (kind === LiteralKind.Boolean) return (text === 'true') === isNegative;
    return (kind === LiteralKind.Null || kind === LiteralKind.Undefined) && !isNegative;
  };

  return { asked: (fn, ordinal) => asked(fn, ordinal, '', DEPTH) };
}

const range = (from: number, to: number, step: number): number[] =>
  Array.from({ length: Math.max(0, Math.ceil((to - from) / step)) }, (_, at) => from + at * step);

function first<T>(items: readonly T[], find: (item: T) => string): string {
  for (const item of items) {
    const found = find(item);
    if (found !== '') return found;
  }
  return '';
}
