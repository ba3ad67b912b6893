/** Ways out where more of a record is fetched, shared, kept or asked for than anybody needs. */
import { ts } from '@ts-morph/common';
import type { TextEdit } from '../rule/fixes';
import { withoutElement } from './manipulation';
import { addEntry, nameOf, propertyNamed, removeFrom } from './objects';
import type { Fixer, Mend, Site } from './site';
import { draft, replaced, without } from './statements';
import { callsIn, nodeAt, outwards, placeOf, textOf, within } from './tree';
import { idInstead } from './values';

export const overFetchedRecord: Fixer = function* (site) {
  yield* selected(site);
  yield* columnsNamed(site);
};

export const wholeRecordShared: Fixer = function* (site) {
  const { kind } = site.finding;
  if (kind === 'storage') return yield* parsedFirst(site);
  yield* idInstead(site, kind === 'token' ? 'Put into the token' : 'Hand on').map((mend) =>
    kind === 'token' ? asSubject(mend) : mend,
  );
};

export const noRetentionLimit: Fixer = function* (site) {
  const { kind } = site.finding;
  if (kind === 'cache') yield* expiring(site);
  if (kind === 'cookie') yield* withinMonth(site);
  if (kind === 'queue') yield* removedWhenDone(site);
};

export const unusedPersonalField: Fixer = function* (site) {
  // What is stored has to go from the table and from what writes it, too.
  if (site.finding.kind === 'column') return;
  const edit = withoutField(site);
  if (edit) yield { title: `Do not ask for ${site.finding.data?.[0]?.words ?? 'it'}`, edits: edit };
};

const QUERY =
  /(?:^|\.)(?:findMany|findFirst|findFirstOrThrow|findUnique|findUniqueOrThrow|findOne|findOneOrFail|find|findAndCount)$/;

/** `findMany()` → `findMany({ select: { displayName: true } })`: the columns that are read, all of them known. */
function selected({ tree, node, finding }: Site): Mend[] {
  const call = callsIn(node).find((each) => QUERY.test(textOf(tree, each.expression)));
  if (!call || call.arguments.length > 1) return [];
  const { names = [], kind } = finding;
  if (names.some((name) => !/^[A-Za-z_$][\w$]*$/.test(name))) return [];
  const isKnown = kind === 'unused-columns' && names.length > 0;
  const head = 'select: { ';
  const inside = (isKnown ? names : ['id']).map((name) => `${name}: true`).join(', ');
  const hole = isKnown ? undefined : inside;
  const written = `${head}${inside} }`;
  // Without a schema in sight, a name that is read may be no column.
  const safe = isKnown && (finding.data ?? []).length > 0;
  const title = isKnown ? `Select what is used: ${list(names)}` : 'Select the columns that the answer needs';
  const [options] = call.arguments;
  if (!options) {
    const at = call.end - 1;
    const edit = draft(`{ ${written} }`, hole ?? '\0');
    return [{ title, safe, edits: [{ at: { path: tree.path, start: at, end: at }, ...edit }] }];
  }
  if (!ts.isObjectLiteralExpression(options)) return [];
  const shapes = ['select', 'include', 'attributes', 'columns', 'relations', 'omit'];
  if (shapes.some((name) => propertyNamed(options, name)) || options.properties.some((entry) => ts.isSpreadAssignment(entry)))
    return [];
  // Without a name that only options have, the object may be the condition itself.
  if (!propertyNamed(options, 'where') && options.properties.length > 0 && !/findMany$/.test(textOf(tree, call.expression)))
    return [];
  const edit = addEntry(tree, options, written);
  const start = hole === undefined ? -1 : edit.text.indexOf(hole);
  return [{ title, safe, edits: [start < 0 ? edit : { ...edit, hole: [start, start + inside.length] }] }];
}

const list = (names: string[]): string =>
  names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');

/** `SELECT * FROM` → `SELECT last_name FROM`. */
function columnsNamed({ tree, node, finding }: Site): Mend[] {
  const { names = [], kind } = finding;
  if (kind !== 'unused-columns' || names.length === 0) return [];
  const query = [...within(node)].find(
    (each) => (ts.isStringLiteralLike(each) || ts.isTemplateHead(each)) && /\bselect\s+\*\s+from\b/i.test(each.text),
  );
  if (!query) return [];
  const start = query.getStart(tree.file);
  const star = start + tree.text.slice(start, query.end).indexOf('*');
  return [
    {
      title: `Select what is used: ${list(names)}`,
      edits: [{ at: { path: tree.path, start: star, end: star + 1 }, text: names.join(', ') }],
    },
  ];
}

/** A token names its subject. */
const asSubject = (mend: Mend): Mend => ({
  ...mend,
  edits: mend.edits.map((edit) => ({ ...edit, text: edit.text.replace(/^(?:id|\w+Id): /, 'sub: ') })),
});

/** `create({ ...req.body })` → `create({ ...Schema.parse(req.body) })`. */
function parsedFirst({ tree, node }: Site): Mend[] {
  const body = [...within(node)].find((each) => ts.isPropertyAccessExpression(each) && each.name.text === 'body');
  if (!body) return [];
  const schema = [...within(tree.file)].find(
    (each): each is ts.VariableDeclaration =>
      ts.isVariableDeclaration(each) &&
      each.initializer !== undefined &&
      /^z\.(?:object|strictObject)\(/.test(textOf(tree, each.initializer)),
  );
  const name = schema && ts.isIdentifier(schema.name) ? schema.name.text : 'Input';
  const text = `${name}.parse(${textOf(tree, body)})`;
  const edit = replaced(tree, body, schema ? { text } : draft(text, name));
  return [{ title: 'Let a schema decide which fields a request may write', edits: [edit] }];
}

/** `redis.set(key, value)` → `redis.set(key, value, 'EX', 86400)`. */
function expiring({ tree, node }: Site): Mend[] {
  const call = callsIn(node).find((each) => /(?:^|\.)set$/.test(textOf(tree, each.expression)));
  const last = call?.arguments.at(-1);
  if (!call || !last || call.arguments.length !== 2) return [];
  const { text, hole } = draft(", 'EX', 86400", '86400');
  return [{ title: 'Let it end after a day', edits: [{ at: { path: tree.path, start: last.end, end: last.end }, text, hole }] }];
}

const MONTH = '30 * 24 * 60 * 60 * 1000';

function withinMonth({ tree, node }: Site): Mend[] {
  const age = [...within(node)].find((each) => ts.isPropertyAssignment(each) && nameOf(each) === 'maxAge');
  if (!age || !ts.isPropertyAssignment(age)) return [];
  return [{ title: 'Let the cookie end after a month', edits: [replaced(tree, age.initializer, draft(MONTH, '30'))] }];
}

function removedWhenDone({ tree, node }: Site): Mend[] {
  const title = 'Let finished jobs go';
  const kept = [...within(node)].filter(
    (each): each is ts.PropertyAssignment => ts.isPropertyAssignment(each) && /^removeOn(?:Complete|Fail)$/.test(nameOf(each)),
  );
  if (kept.length > 0) return [{ title, edits: kept.map((each) => replaced(tree, each.initializer, { text: 'true' })) }];
  const call = callsIn(node).find((each) => /\.add$/.test(textOf(tree, each.expression)));
  const last = call?.arguments.at(-1);
  if (!call || !last) return [];
  if (call.arguments.length >= 3)
    return ts.isObjectLiteralExpression(last) ? [{ title, edits: [addEntry(tree, last, 'removeOnComplete: true')] }] : [];
  return [
    {
      title,
      edits: [
        { at: { path: tree.path, start: last.end, end: last.end }, text: ', { removeOnComplete: true, removeOnFail: true }' },
      ],
    },
  ];
}

/** The property of the schema, the member of the request object, or the input of the form. */
function withoutField({ tree, finding }: Site): TextEdit[] | undefined {
  const node = nodeAt(tree, finding.at);
  if (finding.kind === 'form') {
    const element = outwards(
      node,
      (each): each is ts.JsxSelfClosingElement | ts.JsxElement => ts.isJsxSelfClosingElement(each) || ts.isJsxElement(each),
    );
    return element && [withoutElement(tree, element)];
  }
  const property = outwards(node, ts.isPropertyAssignment);
  if (property) return removeFrom(tree, property.parent.properties, [property]);
  const member = outwards(
    node,
    (each): each is ts.PropertyDeclaration | ts.PropertySignature =>
      ts.isPropertyDeclaration(each) || ts.isPropertySignature(each),
  );
  return member && [without(tree, member)];
}

export const reidentifiableDataset: Fixer = function* (site) {
  const { tree, finding } = site;
  const node = nodeAt(tree, finding.at);
  const names = (finding.data ?? []).map(({ words }) => words.replace(/^.*\./, ''));
  if (finding.kind === 'direct') yield* takenAway(site, node, names);
  if (finding.kind === 'combination') yield* coarser(site, node);
  if (finding.kind === 'small-groups') yield* largeGroups(site, node, names);
};

/** `({ firstName, ...rest })` → `({ firstName, email, ...rest })`; `{ ...donor, email: '' }` → with `phone: ''`. */
function takenAway({ tree }: Site, node: ts.Node, names: string[]): Mend[] {
  const title = `Take ${names.join(' and ')} away as well`;
  const pattern = outwards(node, ts.isBindingElement);
  if (pattern?.dotDotDotToken) {
    const start = pattern.getStart(tree.file);
    return [{ title, edits: [{ at: { path: tree.path, start, end: start }, text: names.map((name) => `${name}, `).join('') }] }];
  }
  if (!ts.isObjectLiteralExpression(node)) return [];
  const there = node.properties.filter((entry) => names.includes(nameOf(entry)));
  if (there.length > 0) return [{ title, edits: removeFrom(tree, node.properties, there) }];
  // What lies in a member of its own is no entry of this one.
  if (!node.properties.some(ts.isSpreadAssignment)) return [];
  return [{ title, edits: [addEntry(tree, node, names.map((name) => `${name}: ''`).join(', '))] }];
}

/** Two digits of the postcode, the year of the birth. */
function coarser({ tree, finding }: Site, node: ts.Node): Mend[] {
  const edits = (finding.data ?? []).flatMap(({ words, category }): TextEdit[] => {
    const read = [...within(node)].find((each) => ts.isPropertyAccessExpression(each) && textOf(tree, each) === words);
    if (!read || !ts.isPropertyAssignment(read.parent)) return [];
    if (category === 'postcode') return [replaced(tree, read, { text: `${words}.slice(0, 2)` })];
    if (category !== 'birth-date') return [];
    return [
      {
        at: placeOf(tree, read.parent),
        text: `ageBand: toAgeBand(${words})`,
        hole: ['ageBand: '.length, 'ageBand: toAgeBand'.length],
      },
    ];
  });
  return edits.length > 0 ? [{ title: 'Make it coarser: a band of ages, two digits of the postcode', edits }] : [];
}

/** Groups of ten and more. */
function largeGroups({ tree }: Site, node: ts.Node, names: string[]): Mend[] {
  const title = 'Leave out groups of fewer than ten';
  const text = [...within(node)].find((each) => ts.isStringLiteralLike(each) && /group by/i.test(each.text));
  // A limit that is there is the project's own: how far to raise it is for a person to say.
  if (text && /\bhaving\b/i.test(textOf(tree, text))) return [];
  if (text) {
    const at = text.end - 1;
    const upper = /GROUP BY/.test(textOf(tree, text));
    return [
      {
        title,
        edits: [
          { at: { path: tree.path, start: at, end: at }, text: upper ? ' HAVING COUNT(*) >= 10' : ' having count(*) >= 10' },
        ],
      },
    ];
  }
  // `groupBy({ by: […] })` of Prisma.
  const options = [...within(node)].find(ts.isObjectLiteralExpression);
  if (!options || !propertyNamed(options, 'by') || propertyNamed(options, 'having') || names.length === 0) return [];
  return [{ title, edits: [addEntry(tree, options, `having: { ${names[0]}: { _count: { gte: 10 } } }`)] }];
}
