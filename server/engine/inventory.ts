/** The data audit, answered from the solved flows, the declared shapes and the schemas. */
import { compare } from './compare';
import type { AskParts } from './ask';
import { columnsOf } from './inventory/columns';
import { channelOf } from './inventory/channels';
import { helpersOf } from './inventory/helpers';
import { pointsOf, type Seen } from './inventory/points';
import { createRecipients, partiesOf, type Companies } from './inventory/recipients';
import { createRoots } from './inventory/roots';
import type { ProjectFacts } from './project';
import type { Datum, Flow, Place } from './rule';
import type { Holding, Inventory, Point, Sending } from './rule/inventory';

export function inventoryOf(parts: AskParts, facts: ProjectFacts, flows: readonly Flow[], companies: Companies): Inventory {
  const { program, classifier, solution, silent } = parts;
  const { matcher } = solution.engine;
  const seen = pointsOf({ program, classifier, roots: createRoots(program, matcher), silent });
  addColumns(parts, facts, seen);
  const declared = new Set(seen.points.filter((point) => point.kind === 'model').map((point) => point.category));
  seen.points.push(...seen.writes.filter((point) => !declared.has(point.category)));
  const recipients = createRecipients(matcher);
  const sent = flows.flatMap((flow) => {
    const parties = partiesOf(flow, companies).map((party) => recipients.add(party, flow.at, flow));
    return sendingsOf(flow, parties);
  });
  recipients.addDependencies(facts.dependencies ?? []);
  for (const [module, { path, imports }] of program.modules.entries())
    if (!silent.has(module))
      recipients.addImports(
        path,
        imports.filter((entry) => !entry.typeOnly).map((entry) => entry.specifier),
      );
  const { recipients: list, index } = recipients.list();
  const holdings = holdingsOf(
    parts,
    seen,
    sent.map(({ party, ...sending }) => ({ ...sending, recipient: party === null ? -1 : index(party) })),
  );
  return {
    categories: holdings,
    named: namedBy(parts, seen),
    recipients: list,
    helpers: helpersOf(program, silent),
    hosts: list.filter((recipient) => recipient.vendor === '' && recipient.host !== '').map(({ host, at }) => ({ host, at })),
    coverage: {
      modules: program.modules.length - silent.size,
      functions: program.moduleOf.length,
      calls: solution.calls,
      resolvedCalls: solution.resolvedCalls,
      fields: seen.fields,
      personalFields: seen.points.length,
      schemas: facts.schemas.length,
    },
  };
}

function addColumns({ classifier }: AskParts, facts: ProjectFacts, seen: Seen): void {
  for (const column of facts.schemas.flatMap((schema) => [...columnsOf(schema)])) {
    seen.fields++;
    const found = column.personal
      ? { category: column.personal, strength: 'certain' }
      : classifier.field(column.model, column.name);
    if (column.personal === null || !found || found.strength === 'possible' || !classifier.category(found.category)) continue;
    const channel = channelOf([column.model], 'web');
    seen.points.push({
      at: column.at,
      words: `${column.model}.${column.name}`,
      kind: 'model',
      channel,
      field: column.name,
      category: found.category,
    });
  }
}

/** A program that keeps no schema of its own still says in its types what it handles. */
function namedBy({ program, classifier, silent }: AskParts, seen: Seen): string[] {
  const out = new Set(seen.reads.map(({ category }) => category));
  program.modules.forEach((ir, module) => {
    if (silent.has(module)) return;
    for (const { name, members } of ir.shapes)
      for (const member of members) {
        const found = classifier.field(name || null, member.name);
        if (found && found.strength !== 'possible') out.add(found.category);
      }
    for (const { parameters } of ir.functions)
      for (const { name } of parameters) {
        const found = classifier.name(name);
        if (found?.specific) out.add(found.category.id);
      }
  });
  return [...out].sort();
}

type Unplaced = Omit<Sending, 'recipient'> & { category: string; datum: Datum; party: string | null };

const KEPT: Partial<Record<Flow['sink'], Sending['kind']>> = {
  log: 'log',
  'browser-storage': 'browser-storage',
  file: 'file',
  'object-storage': 'object-storage',
  url: 'url',
};

function sendingsOf(flow: Flow, parties: string[]): Unplaced[] {
  const kind = KEPT[flow.sink] ?? 'recipient';
  const to: (string | null)[] = parties.length > 0 ? parties : kind === 'recipient' ? [] : [null];
  return flow.data.flatMap((datum) =>
    to.map((party) => {
      const { category, words, state, confidence } = datum;
      return { at: flow.at, words, state, confidence, necessary: flow.necessary(datum), kind, party, category, datum };
    }),
  );
}

function holdingsOf({ classifier }: AskParts, seen: Seen, sent: (Sending & { category: string; datum: Datum })[]): Holding[] {
  const holdings = new Map<string, Holding>();
  const of = (id: string): Holding | null => {
    const category = classifier.category(id);
    const known = holdings.get(id);
    if (known || !category) return known ?? null;
    const { title, group, special, grave, identifies } = category;
    const made: Holding = {
      category: id,
      title,
      group,
      special,
      grave,
      identifies,
      collected: [],
      stored: [],
      reads: { count: 0, files: [] },
      unread: [],
      sent: [],
    };
    holdings.set(id, made);
    return made;
  };
  for (const { category, ...point } of seen.points) {
    const holding = of(category);
    if (!holding) continue;
    (point.kind === 'model' ? holding.stored : holding.collected).push(point);
    if (!seen.used.has(point.field)) holding.unread.push(point);
  }
  for (const { category, datum: _, ...sending } of sent) of(category)?.sent.push(sending);
  for (const [category, files] of countedReads(seen.reads)) {
    const holding = of(category);
    if (!holding) continue;
    holding.reads.files = [...files].sort(([a], [b]) => compare(a, b)).map(([path, count]) => ({ path, count }));
    holding.reads.count = holding.reads.files.reduce((sum, { count }) => sum + count, 0);
  }
  for (const holding of holdings.values()) sortHolding(holding);
  return [...holdings.values()]
    .filter(({ collected, stored, sent: sendings }) => collected.length + stored.length + sendings.length > 0)
    .sort(
      (a, b) => Number(b.special) - Number(a.special) || Number(b.grave) - Number(a.grave) || compare(a.category, b.category),
    );
}

function sortHolding(holding: Holding): void {
  for (const points of [holding.collected, holding.stored, holding.unread])
    points.sort((a: Point, b: Point) => byPlace(a.at, b.at));
  holding.sent.sort((a, b) => byPlace(a.at, b.at) || a.recipient - b.recipient || compare(a.words, b.words));
}

/** By category, how often each file reads a field of it. */
function countedReads(reads: Seen['reads']): Map<string, Map<string, number>> {
  const counted = new Map<string, Map<string, number>>();
  for (const { category, path } of reads) {
    const files = counted.get(category) ?? new Map<string, number>();
    files.set(path, (files.get(path) ?? 0) + 1);
    counted.set(category, files);
  }
  return counted;
}

const byPlace = (a: Place, b: Place): number => compare(a.path, b.path) || a.start - b.start;
