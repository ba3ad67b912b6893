/** Route declarations with personal path parameters, and GET forms with personal inputs. */
import type { Classifier } from './classify';
import { isTextWord } from './flow/texts-of-people';
import { EntryKind, Kind, LiteralKind, NONE } from './ir';
import { someOf } from './link/names';
import { symbolOf, type Program } from './link/program';
import { kindAt, operandAt, operandCount, readerOf, type Reader } from './link/reader';
import { isRowKey, withListed } from './nobody';
import { nounSort } from './owners';
import { extentOf } from './places';
import type { ProjectFacts } from './project';
import type { Datum, Route } from './rule';
import { wordsOf } from './words';

const VERBS = /^(get|post|put|patch|delete|del|all|use|route|head|options|Get|Post|Put|Patch|Delete|All)$/;
const SEGMENT = /\/?[:{$](\w+)/g;

export function* routesOf(
  program: Program,
  classifier: Classifier,
  silent: ReadonlySet<number>,
  facts: ProjectFacts,
): Iterable<Route> {
  const declares = program.names.test(mayDeclare);
  for (const [index, module] of program.modules.entries()) {
    if (silent.has(index) || !someOf(program.names.of(index), declares)) continue;
    for (let own = 0; own < module.functions.length; own++) {
      const reader = readerOf(module, own);
      const fn = program.base[index] + own;
      for (let i = 0; i < reader.count; i++) {
        const kind = kindAt(reader, i);
        const found =
          kind === Kind.Call
            ? pathParameters(reader, i, classifier)
            : kind === Kind.Element
              ? formInputs(reader, i, classifier)
              : null;
        if (!found) continue;
        // Where the project keeps taxes, a "taxId" is the key of one.
        const data = found.data.filter(({ words }) => !isRowKey(program, facts, words));
        if (data.length === 0) continue;
        const extent = extentOf(program, fn, i);
        yield { at: extent, extent, symbol: symbolOf(program, fn), words: found.words, data };
      }
    }
  }
}

const mayDeclare = (name: string): boolean => name === 'form' || /[/:]:?\w*[:{]\w+/.test(name) || /^:\w+$/.test(name);

const textAt = (reader: Reader, i: number): string | null =>
  i !== NONE && kindAt(reader, i) === Kind.Const && operandAt(reader, i, 0) === LiteralKind.String
    ? reader.module.names[operandAt(reader, i, 1)]
    : null;

function pathParameters(reader: Reader, i: number, classifier: Classifier): { words: string; data: Datum[] } | null {
  if (operandCount(reader, i) < 5) return null;
  const callee = operandAt(reader, i, 0);
  const method = operandAt(reader, i, 1);
  const name =
    method !== NONE ? reader.module.names[method] : kindAt(reader, callee) === Kind.Global ? calleeName(reader, callee) : '';
  const path = textAt(reader, operandAt(reader, i, 4));
  if (!VERBS.test(name) || path === null || /^\w+:\/\//.test(path)) return null;
  if (method !== NONE && !path.startsWith('/')) return null;
  const data = [...path.matchAll(SEGMENT)].flatMap((match) =>
    datum(classifier, match[1], isOfPeople(path.slice(0, match.index))),
  );
  return { words: path, data: withListed(classifier, data, () => path.split('/')) };
}

function calleeName(reader: Reader, callee: number): string {
  const operand = operandAt(reader, callee, 0);
  return (reader.module.code[reader.module.at[reader.first + callee]] >> 8) & 1
    ? (reader.module.imports[operand]?.local ?? '')
    : (reader.module.names[operand] ?? '');
}

function formInputs(reader: Reader, i: number, classifier: Classifier): { words: string; data: Datum[] } | null {
  if (tagOf(reader, i) !== 'form' || (attribute(reader, i, 'method') ?? '').toLowerCase() !== 'get') return null;
  const data: Datum[] = [];
  const visit = (element: number): void => {
    const attributes = operandAt(reader, element, 2);
    for (let n = 3 + attributes * 3; n < operandCount(reader, element); n++) {
      const child = operandAt(reader, element, n);
      if (child === NONE || kindAt(reader, child) !== Kind.Element) continue;
      const name = attribute(reader, child, 'name');
      if (name && name !== 'q') data.push(...datum(classifier, name));
      visit(child);
    }
  };
  visit(i);
  return { words: 'a form sent by GET', data };
}

const tagOf = (reader: Reader, i: number): string =>
  operandAt(reader, i, 0) === NONE ? '' : reader.module.names[operandAt(reader, i, 0)];

function attribute(reader: Reader, i: number, name: string): string | null {
  for (let n = 0; n < operandAt(reader, i, 2); n++) {
    if (operandAt(reader, i, 3 + n * 3) === EntryKind.Spread || reader.module.names[operandAt(reader, i, 4 + n * 3)] !== name)
      continue;
    return textAt(reader, operandAt(reader, i, 5 + n * 3));
  }
  return null;
}

/** "/lookup/phone/:phone", not "/branches/:phone": what stands before the parameter says whose it is. */
const isOfPeople = (before: string): boolean =>
  !wordsOf(before.slice(before.lastIndexOf('/', before.length - 1) + 1)).some((word) => nounSort(word) === 'organisation');

function datum(classifier: Classifier, name: string, isText = false): Datum[] {
  const found = classifier.name(name);
  if (
    !found ||
    !(found.specific || (isText && isTextWord(found.category, name))) ||
    found.category.identifies === 'opaque' ||
    found.category.identifies === 'no'
  )
    return [];
  const { id, title, special, grave, identifies } = found.category;
  return [
    {
      category: id,
      title,
      words: name,
      state: 'raw',
      confidence: 'high',
      special,
      grave,
      identifies,
      kind: 'field',
      at: name,
      path: name,
      through: [],
    },
  ];
}
