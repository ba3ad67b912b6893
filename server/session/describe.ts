/** What the engine believes about a name, in data: whoever shows it finds the words. */
import type { Classifier } from '../engine/classify';
import { nameAt } from '../engine/edit/names';
import { openTree } from '../engine/edit/tree';
import type { ModuleIR } from '../engine/ir';
import type { Config } from '../engine/policy';
import type { Ask, Finding, Flow, Place } from '../engine/rule';

export interface Description {
  /** The name in the text. */
  at: Place;
  name: string;
  /** Findings that stand here. */
  findings: Finding[];
  /** What kind of personal data the name is, if it is. */
  category?: { id: string; title: string; special: boolean; strength: 'certain' | 'likely' | 'possible' };
  /** Whose it is, as the code says: a type, else a name; '' when unknown. */
  owner: string;
  /** Where the type declares it. */
  declared?: Place;
  /** Personal members, when the name is a record of a person. */
  members: { name: string; title: string }[];
  /** What the policy says about the category; undefined when it says nothing. */
  policy?: { path: string; purposes: { id: string; why: string }[]; retention: string; owner: string };
  /** Where the value goes from here, findings or not. */
  goes: { to: string; vendor: string; state: string; at: Place }[];
}

export interface Asked {
  path: string;
  offset: number;
  text: string;
  findings: Finding[];
  modules: ModuleIR[];
  ask: Ask;
  classifier: Classifier;
  config: Config;
}

export function describeName({ path, offset, text, findings, modules, ask, classifier, config }: Asked): Description | undefined {
  const found = nameAt(openTree(path, text), offset);
  const here = findings.filter(({ at }) => at.start <= offset && offset <= at.end);
  if (!found) return here[0] && { at: here[0].at, name: '', findings: here, owner: '', members: [], goes: [] };
  const { name, start, end, type } = found;
  const at = { path, start, end };
  const owner = type && found.owner ? type : found.owner;
  const evidence = classifier.field(owner, name);
  const category = evidence ? classifier.category(evidence.category) : undefined;
  const isAlone = found.owner === '' && !evidence;
  return {
    at,
    name,
    findings: here,
    category:
      evidence && category && evidence.strength !== 'possible'
        ? { id: category.id, title: category.title, special: category.special, strength: evidence.strength }
        : undefined,
    owner,
    declared: declarationOf(modules, owner, name),
    policy: category && saidOf(config, category.id),
    members: isAlone && type ? membersOf(modules, type, classifier) : [],
    goes: goesFrom(ask, at),
  };
}

function saidOf({ path, declared }: Config, category: string): Description['policy'] {
  const entry = declared.dataCategories?.[category];
  if (!entry) return undefined;
  const { purposes = [], retention = '', owner = '' } = entry;
  return { path, purposes: purposes.map((id) => ({ id, why: declared.purposes?.[id]?.why ?? '' })), retention, owner };
}

function declarationOf(modules: ModuleIR[], owner: string, name: string): Place | undefined {
  for (const { path, shapes } of modules) {
    const member = shapes.find((shape) => shape.name === owner)?.members.find((each) => each.name === name);
    if (member) return { path, start: member.start, end: member.end };
  }
  return undefined;
}

function membersOf(modules: ModuleIR[], type: string, classifier: Classifier): Description['members'] {
  const shape = modules.flatMap(({ shapes }) => shapes).find(({ name }) => name === type);
  return (shape?.members ?? []).flatMap(({ name, personal }) => {
    const evidence = personal === null ? null : classifier.field(type, name);
    const category = evidence && evidence.strength !== 'possible' ? classifier.category(evidence.category) : undefined;
    return category && category.identifies !== 'opaque' ? [{ name, title: category.title }] : [];
  });
}

const SINKS: Flow['sink'][] = ['log', 'third-party', 'prompt', 'http', 'url', 'browser-storage', 'file', 'object-storage'];

function goesFrom(ask: Ask, at: Place): Description['goes'] {
  const goes: Description['goes'] = [];
  for (const flow of ask.flows(...SINKS)) {
    const starts = flow.path.some(
      (step) =>
        step.at.path === at.path && step.at.start <= at.start && at.end <= step.at.end && step.words.endsWith(' read here'),
    );
    if (!starts || goes.some((other) => other.at.start === flow.at.start && other.to === flow.sinkName)) continue;
    const datum =
      flow.data.find(({ words }) => (words.includes('.') ? words.endsWith(`.${wordsAt(flow, at)}`) : true)) ?? flow.data[0];
    goes.push({ to: flow.sinkName, vendor: flow.vendor, state: datum?.state ?? 'raw', at: flow.at });
  }
  return goes;
}

const wordsAt = (flow: Flow, at: Place): string =>
  /([\w$]+) read here$/.exec(flow.path.find((step) => step.at.end === at.end)?.words ?? '')?.[1] ?? '';
