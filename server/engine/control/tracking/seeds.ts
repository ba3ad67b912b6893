/** Where questions about consent begin: functions that may hold a value of some models, found by imports, names and addresses. */
import type { Engine } from '../../flow/frame';
import { someOf } from '../../link/names';
import { rootOf } from '../../flow/mentions';
import { NONE } from '../../ir';
import type { Matcher } from '../../match';
import type { Model } from '../../model';
import type { Value } from '../../flow/values';
import type { Frames } from '../frames';
import type { Uses } from '../guards/uses';

export interface Interest {
  /** The model is asked about. */
  model(model: Model): boolean;
  /** Addresses in texts that tell a function apart, or null. */
  address: RegExp | null;
}

/** The shortest address: `piwik.js`. */
const SHORTEST = 8;

/** Stand-alone functions, sorted; those of silent modules left out. */
export function seedsOf(engine: Engine, frames: Frames, uses: Uses, silent: ReadonlySet<number>, interest: Interest): number[] {
  const { program, matcher } = engine;
  const wanted = matcher.models.filter((model) => interest.model(model));
  const names = new Set(
    wanted.flatMap((model) => [...Object.keys(model.ambient ?? {}), ...(model.consent?.components ?? []).map(elementName)]),
  );
  const found = new Set<number>();
  const known = new Map<string, boolean>();
  const isImported = (specifier: string): boolean => {
    let answer = known.get(specifier);
    if (answer === undefined) known.set(specifier, (answer = specifier !== '' && isWanted(matcher, specifier, interest)));
    return answer;
  };
  const isWantedName = program.names.test((name) => names.has(name));
  const isAddress = program.names.test(
    (name) => interest.address !== null && name.length >= SHORTEST && name.includes('.') && interest.address.test(name),
  );
  program.modules.forEach((ir, module) => {
    if (silent.has(module)) return;
    const imports = ir.imports.some((entry) => !entry.typeOnly && isImported(entry.specifier));
    if (imports) ir.functions.forEach((_, index) => found.add(program.base[module] + rootOf(ir, index)));
    const used = program.names.of(module);
    if (!imports)
      used.forEach((name, at) => {
        if (isWantedName(name)) for (const root of uses.mentions(module).names.get(ir.names[at]) ?? []) found.add(root);
      });
    // `declare const ttq`: what the page provides is a variable of the module.
    ir.functions[0].slots.forEach(({ name }, slot) => {
      if (!imports && names.has(name)) for (const root of uses.readers(module, slot)) found.add(root);
    });
    if (someOf(used, isAddress)) ir.functions.forEach((_, index) => found.add(program.base[module] + rootOf(ir, index)));
  });
  return follow(engine, frames, uses, silent, interest, found);
}

/** Who gets such a value from these functions: importers of a variable, callers of a function that returns one. */
function follow(
  engine: Engine,
  frames: Frames,
  uses: Uses,
  silent: ReadonlySet<number>,
  interest: Interest,
  found: Set<number>,
): number[] {
  const { program } = engine;
  const modules = new Set<number>();
  const queue = [...found];
  const add = (roots: readonly number[]): void => {
    for (const root of roots) {
      if (found.has(root) || silent.has(program.moduleOf[root])) continue;
      found.add(root);
      queue.push(root);
    }
  };
  for (const root of queue) {
    const frame = frames.of(root);
    if (frame && holds(frame.summary.returns, interest)) add(uses.mentioning(root));
    const module = program.moduleOf[root];
    if (modules.has(module)) continue;
    modules.add(module);
    for (const entry of program.modules[module].exports) {
      if (entry.slot === NONE || entry.specifier !== '' || entry.slot < 0) continue;
      if (holds(engine.moduleSlot(module, entry.slot), interest)) add(uses.readers(module, entry.slot));
    }
  }
  return [...found].sort((a, b) => a - b);
}

function holds(value: Value, interest: Interest, depth = 2): boolean {
  if (value.targets.some((target) => target.kind === 'library' && interest.model(target.value.model))) return true;
  if (depth === 0 || !value.fields) return false;
  return [...value.fields.values()].some((child) => holds(child, interest, depth - 1));
}

const isWanted = (matcher: Matcher, specifier: string, interest: Interest): boolean =>
  matcher.of(specifier).some((model) => interest.model(model));

/** `PostHogProvider(apiKey)`: a component that counts only with the attribute. */
export const elementName = (component: string): string => component.replace(/\(.*$/, '');
