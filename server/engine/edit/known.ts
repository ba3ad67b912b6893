/** What a project offers to a fix: functions that protect, and members that identify a record. */
import type { FunctionIR, ModuleIR } from '../ir';
import type { Config } from '../policy';
import type { Finding } from '../rule';
import type { FixContext, Protector } from '../rule/fixes';

export interface ProjectKnowledge {
  /** Sorted by path. */
  modules: readonly ModuleIR[];
  config: Config;
  /** Folders with a package.json: a relative import stays inside its package. */
  packages: readonly string[];
  text(path: string): string;
  /** See `FixContext`. */
  policy: string;
}

export function contextOf(finding: Finding, project: ProjectKnowledge): FixContext {
  return {
    finding,
    text: project.text,
    protectors: protectorsFor(finding.at.path, project),
    keysBeside: (member) => keysBeside(member, project.modules),
    optIn: optInOf(project.modules),
    config: project.config,
    policy: project.policy,
  };
}

const BY_NAME: [RegExp, Protector['does']][] = [
  [/^(?:mask|redact|scrub|obfuscate|anonymi[sz]e)(?=[A-Z_]|$|PII)/, 'mask'],
  [/^(?:encrypt|seal)(?=[A-Z_]|$)/, 'encrypt'],
  [/^(?:pseudonymi[sz]e|tokeni[sz]e)(?=[A-Z_]|$)/, 'pseudonymise'],
  [/^(?:has|is|can|check)\w*(?:Consent(?:ed)?|OptedIn|OptIn)$|^(?:consent|tracking)Allowed$|^can(?:Track|Use)/, 'consent'],
  [/^(?:save|store|set|update|write|keep)\w*Consent/, 'keep'],
  [/^(?:queue|send|hand|refer|submit|request|enqueue)\w*(?:Review|ToHuman|ToAgent)$/, 'review'],
];

/** Named by the policy first, then by their names; the file's own before those of others. */
function protectorsFor(path: string, { modules, config, packages }: ProjectKnowledge): Protector[] {
  const found: Protector[] = [];
  const own = modules.find((module) => module.path === path);
  const style = specifierStyle(own);
  const add = (name: string, does: Protector['does'], from: string, its?: FunctionIR): void => {
    if (found.some((other) => other.name === name && other.does === does)) return;
    found.push({ name, does, from, async: its?.async ?? false, parameters: its?.parameters.length });
  };
  const declared: [string[], Protector['does']][] = [
    [config.maskingFunctions, 'mask'],
    [config.encryptionFunctions, 'encrypt'],
    [config.keyedHashFunctions, 'pseudonymise'],
    [config.consent.functions, 'consent'],
    [config.decisions.reviewFunctions, 'review'],
  ];
  const near = modules.filter((module) => module !== own && packageOf(packages, module.path) === packageOf(packages, path));
  const home = (name: string): string => {
    const module = near.find(({ exports }) => exports.some((entry) => entry.name === name && entry.slot >= 0));
    return module ? relativeSpecifier(path, module.path, style) : '';
  };
  for (const [names, does] of declared)
    for (const name of names) {
      const from = home(name) || (does === 'mask' ? config.maskingModule : '');
      const its = modules.flatMap(({ functions }) => functions).find((each) => each.name === name && each.parent === 0);
      if (from !== '' || own?.functions.some((each) => each.name === name)) add(name, does, from, its);
    }
  for (const its of own?.functions ?? []) {
    const does = BY_NAME.find(([pattern]) => pattern.test(its.name))?.[1];
    if (does && its.parent === 0) add(its.name, does, '', its);
  }
  for (const module of near) {
    for (const entry of module.exports) {
      const does = entry.slot >= 0 ? BY_NAME.find(([pattern]) => pattern.test(entry.name))?.[1] : undefined;
      const its = module.functions.find((each) => each.name === entry.name && each.parent === 0);
      if (does && its) add(entry.name, does, relativeSpecifier(path, module.path, style), its);
    }
  }
  return found;
}

/** The package a path lies in: the longest folder that contains it. */
function packageOf(packages: readonly string[], path: string): string {
  const around = packages.filter((dir) => dir === '' || path.startsWith(`${dir}/`));
  return around.sort((a, b) => b.length - a.length)[0] ?? '';
}

/** Does the file write `./mask`, `./mask.js` or `./mask.ts`? */
function specifierStyle(module: ModuleIR | undefined): '' | '.js' | '.ts' {
  const specifiers = (module?.imports ?? []).map((entry) => entry.specifier).filter((specifier) => specifier.startsWith('.'));
  if (specifiers.some((specifier) => /\.[cm]?js$/.test(specifier))) return '.js';
  return specifiers.some((specifier) => /\.[cm]?tsx?$/.test(specifier)) ? '.ts' : '';
}

function relativeSpecifier(from: string, to: string, style: '' | '.js' | '.ts'): string {
  const base = from.split('/').slice(0, -1);
  const target = to.split('/');
  let shared = 0;
  while (shared < base.length && shared < target.length - 1 && base[shared] === target[shared]) shared++;
  const up = base.slice(shared).map(() => '..');
  const path = [...(up.length ? up : ['.']), ...target.slice(shared)].join('/');
  if (style === '.ts') return path;
  const bare = path.replace(/\.([cm]?)[jt]sx?$/, style === '.js' ? '.$1js' : '');
  return style === '' ? bare.replace(/(.)\/index$/, '$1') : bare;
}

const KEYS = ['id', '_id', 'uuid', 'uid'];

/** Of the declared shapes that have the member, what identifies them; `id` when no shape is known. */
function keysBeside(member: string, modules: readonly ModuleIR[]): string[] {
  const shapes = modules.flatMap((module) => module.shapes.filter((shape) => shape.members.some(({ name }) => name === member)));
  if (shapes.length === 0) return KEYS.slice(0, 1);
  return KEYS.filter((key) => shapes.some((shape) => shape.members.some(({ name }) => name === key)));
}

const OPT_IN = /^(?:marketing|newsletter|promotion|promo|email|news)\w*(?:opt(?:ed)?_?in|consent|subscribed|allowed)$/i;

/** As a declared record names it, with "marketing" in the name before others. */
function optInOf(modules: readonly ModuleIR[]): string {
  const names = modules.flatMap(({ shapes }) => shapes.flatMap(({ members }) => members.map(({ name }) => name)));
  const found = names.filter((name) => OPT_IN.test(name));
  return found.find((name) => /^marketing/i.test(name)) ?? found[0] ?? 'marketingOptIn';
}
