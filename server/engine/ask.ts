/** The questions rules ask, answered from the solved flows in a fixed order. */
import { compare } from './compare';
import { createConsent } from './control/consent';
import { createApplications } from './applications';
import { boundBy, type Attributes } from './attributes';
import type { Classifier } from './classify';
import { createDependences } from './control/questions';
import type { Solution } from './flow/solve';
import { createFrames } from './control/frames';
import { flowOf } from './flows';
import { storiesOf } from './gather';
import { hostKind, hostOf } from './hosts';
import { judging } from './judge';
import type { Program } from './link/program';
import { inventoryOf } from './inventory';
import { partiesOf, type Companies } from './inventory/recipients';
import type { Config } from './policy';
import { hostsInUse, isNamedOwn, ownNames } from './own-hosts';
import { pitchOf } from './pitch';
import { createPolicies } from './policy/declared';
import { nameKey } from './policy/recipients';
import { after } from './policy/time';
import type { ProjectFacts } from './project';
import { once } from './remember';
import type { ConsentSettings } from './rule/consent';
import type { Inventory } from './rule/inventory';
import { routesOf } from './routes';
import type { Ask, Flow, Options, Place } from './rule';
import type { Model } from './model';
import { createStructure } from './structure';
import { createCode } from './structure/code';
import { createUses } from './structure/uses';
import { weakHashesOf } from './weak-hashes';

export interface AskParts {
  program: Program;
  classifier: Classifier;
  attributes: Attributes;
  solution: Solution;
  config(path: string): Config;
  silent: ReadonlySet<number>;
  facts: ProjectFacts;
  today: string;
  models: readonly Model[];
}

/** `forRule` gives the questions with a rule's options; a flow in a file whose configuration differs asks that file's. */
export function createAsk(parts: AskParts): { forRule(options: Options): Ask } {
  const { engine } = parts.solution;
  const { matcher } = engine;
  const frames = createFrames(engine);
  const code = once(() => createCode({ engine, frames, silent: parts.silent }));
  const uses = once(() => createUses(parts.program, code().trail));
  const stories = storiesOf(parts.solution.flows, (fn) => parts.silent.has(parts.program.moduleOf[fn]));
  const flows = stories
    .filter(({ flows: [first] }) => first.site.part !== 'hash')
    .map((story) => flowOf({ ...parts, code, uses }, story))
    .filter((flow) => flow.data.length > 0);
  flows.sort((a, b) => byPlace(a.at, b.at) || compare(a.sinkName, b.sinkName));
  const hashes = weakHashesOf(
    parts,
    code,
    stories.map((story) => story.flows).filter(([first]) => first.site.part === 'hash'),
  );
  hashes.sort((a, b) => byPlace(a.at, b.at));
  const dependences = createDependences({ ...parts, engine, frames });
  const own = parts.config('').firstPartyHosts;
  const names = ownNames(parts.facts);
  const vendor = (address: string): string => matcher.byHost(hostOf(address))?.vendor ?? '';
  const named = (value: string): ReturnType<Ask['host']> => {
    const kind = hostKind(value, own);
    return kind === 'foreign' && vendor(value) === '' && isNamedOwn(hostOf(value), names) ? 'first-party' : kind;
  };
  const used = once(() =>
    hostsInUse(
      into('http'),
      (address) => named(address) === 'foreign' && vendor(address) === '',
      (address) => hostKind(address, own) === 'local',
    ),
  );
  const host = (value: string): ReturnType<Ask['host']> => {
    const kind = named(value);
    return kind === 'foreign' && used().has(hostOf(value)) ? 'first-party' : kind;
  };
  const paths = parts.program.modules.filter((_, module) => !parts.silent.has(module)).map((module) => module.path);
  const policies = createPolicies(paths, parts.config, (id) => parts.classifier.category(id)?.group);
  let inventory: Inventory | undefined;
  const into = function* (...sinks: Flow['sink'][]): Iterable<Flow> {
    for (const flow of flows) if (sinks.includes(flow.sink)) yield flow;
  };
  const runTogether = createApplications(parts.program, parts.facts);
  const consent = createConsent(engine, frames, parts.silent, () => code().constants);
  const { isAgreed } = consent;
  const structure = createStructure({ ...parts, code, uses, schemas: parts.facts.schemas, flows: into, isAgreed });
  const kind = (address: string): string => matcher.byHost(hostOf(address))?.kind ?? 'http';
  const companies: Companies = { host, vendor, kind, byVendor: matcher.byVendor };
  return {
    forRule: (options) => ({
      ...structure,
      flows: into,
      weakHashes: () => hashes,
      routes: () => routesOf(parts.program, parts.classifier, parts.silent, parts.facts),
      host,
      vendor,
      inventory: () => (inventory ??= inventoryOf(parts, parts.facts, flows, companies)),
      policies: policies.all,
      policyFor: policies.of,
      isDeclared: (flow, category, withAgreement = false) =>
        policies.allows(flow.at.path, partiesOf(flow, companies), category, withAgreement),
      recipients: (flow) => partiesOf(flow, companies),
      knowsVendor: (name) => matcher.byVendor(name) !== null,
      category: parts.classifier.category,
      today: parts.today,
      dayAfter: after,
      trackings: () => consent.trackings(),
      messages: () => consent.messages(),
      pitch: pitchOf,
      boundBy: ({ words }) => boundBy(parts.attributes, words),
      ignoredRefusals: () => consent.ignoredRefusals(),
      runTogether,
      unreadChoices: () => consent.unreadChoices(),
      hollowErasures: () => consent.hollowErasures(),
      lesserServices: () => consent.lesserServices(),
      consent(path) {
        const { strictlyNecessary, managedBy, functions } = parts.config(path).consent;
        const named = strictlyNecessary.map(nameKey);
        const isNecessary: ConsentSettings['isNecessary'] = ({ sdk, vendor }) =>
          [sdk, vendor].some((name) => named.includes(nameKey(name)));
        return { isNecessary, managedBy, asks: functions[0] ?? 'hasConsent' };
      },
      dependences,
      options,
      ...judging,
    }),
  };
}

const byPlace = (a: Place, b: Place): number => compare(a.path, b.path) || a.start - b.start;
