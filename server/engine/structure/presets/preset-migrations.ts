/** Columns of a choice that a migration gives a yes to begin with. */
import { Kind, LiteralKind, NONE } from '../../ir';
import { kindAt, operandAt, type Reader } from '../../link/reader';
import type { Preset } from '../../rule/structure';
import { argumentsOf, callsOf, entriesOf, flagAt, methodOf, textAt, type Code } from '../code';
import { choiceIn } from './consent-words';

const SQL = /\b(\w+)\b["'`\]]?\s+bool(?:ean)?\b[^,;()]*\bdefault\s+(?:true|'t'|1)\b/gi;

/**
 * `table.boolean('marketing_opt_in').defaultTo(true)`, `addColumn('users', 'marketing_opt_in', { defaultValue: true })`,
 * `new TableColumn({ name: 'marketing_opt_in', default: true })`, SQL.
 */
export function migrated(code: Code, fn: number, reader: Reader): Preset[] {
  const out: Preset[] = [];
  const add = (ordinal: number, name: string): void => {
    const choice = choiceIn(name);
    if (choice !== '') out.push({ ...code.seen({ fn, ordinal }, name), choice, form: 'schema', confidence: 'high' });
  };
  const makesColumns = reader.module.imports.some(({ imported }) => imported === 'TableColumn');
  for (const call of callsOf(reader)) {
    const args = argumentsOf(reader, call);
    const method = methodOf(reader, call);
    if (method === 'defaultTo' && flagAt(reader, args[0] ?? NONE) === true) add(call, columnOf(reader, call));
    if (method === 'addColumn') {
      const given = args.find((arg) => arg !== NONE && kindAt(reader, arg) === Kind.Object);
      const name = args.flatMap((arg) => textAt(reader, arg) ?? []).at(-1);
      if (given !== undefined && name !== undefined && beginsWithYes(reader, given)) add(call, name);
    }
    if (
      makesColumns &&
      code.calleeOf(fn, call)?.path.at(-1) === 'TableColumn' &&
      args[0] !== undefined &&
      beginsWithYes(reader, args[0])
    )
      add(call, textAt(reader, entriesOf(reader, args[0]).find(({ name }) => name === 'name')?.value ?? NONE) ?? '');
  }
  for (let i = 0; i < reader.count; i++) {
    const isText = kindAt(reader, i) === Kind.Const && operandAt(reader, i, 0) === (LiteralKind.String as number);
    const text =
      isText || kindAt(reader, i) === Kind.Template ? (reader.module.names[operandAt(reader, i, isText ? 1 : 0)] ?? '') : '';
    if (!/\b(alter|create)\s+table\b/i.test(text)) continue;
    for (const match of text.matchAll(SQL)) add(i, match[1]);
  }
  return out;
}

function beginsWithYes(reader: Reader, object: number): boolean {
  if (object === NONE || kindAt(reader, object) !== Kind.Object) return false;
  return entriesOf(reader, object).some(
    ({ name, value }) => /^default(Value)?$/.test(name) && (flagAt(reader, value) === true || textAt(reader, value) === 'true'),
  );
}

/** The column that a chain began with; in a callback (`addColumn('opt_in', 'boolean', (column) => column.defaultTo(true))`) nobody says. */
function columnOf(reader: Reader, call: number): string {
  for (let at = call, steps = 0; steps < 8 && at !== NONE && kindAt(reader, at) === Kind.Call; steps++) {
    if (/^bool(ean)?$/.test(methodOf(reader, at))) return textAt(reader, argumentsOf(reader, at)[0] ?? NONE) ?? '';
    if (methodOf(reader, at) === '') return '';
    at = operandAt(reader, at, 0);
  }
  return '';
}
