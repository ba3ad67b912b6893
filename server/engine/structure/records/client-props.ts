/** Records that a page on the server hands to a component of the browser: all of them is written into the page. */
import { datumOf } from '../../data';
import { contents } from '../../flow/emit';
import { NONE } from '../../ir';
import { operandAt } from '../../link/reader';
import type { Datum } from '../../rule';
import type { Share } from '../../rule/structure';
import { startsWith } from '../answers';
import { closuresOf, parameterAt } from '../closures';
import { functionOf, type Code } from '../code';
import { lifeOf } from '../lives';
import { attributesOf, elementsOf } from '../markup';
import type { Uses } from '../uses';

const ROUTE = /(^|\/)app\/(.*\/)?(page|layout|template|default)\.[jt]sx$/;

/** @param wholeRecords data that are a whole record of a person */
export function clientProps(code: Code, uses: Uses, wholeRecords: (data: readonly Datum[]) => Datum[]): Share[] {
  const known = new Map<number, boolean>();
  const isClient = (module: number): boolean => {
    const found = known.get(module) ?? startsWith(code, code.program.base[module], 'use client');
    known.set(module, found);
    return found;
  };
  const out: Share[] = [];
  for (const module of code.modulesAt((path) => /\.[jt]sx$/.test(path))) {
    if (isClient(module) || !importsOne(code, module, isClient)) continue;
    for (const fn of code.functions(module))
      if (runsOnServer(code, fn)) out.push(...handedOver(code, uses, fn, isClient, wholeRecords));
  }
  return out;
}

const importsOne = ({ program }: Code, module: number, isClient: (module: number) => boolean): boolean =>
  program.modules[module].imports.some((entry, index) => {
    const target = entry.typeOnly ? null : program.imported(module, index);
    return target !== null && target.kind !== 'external' && isClient(target.module);
  });

/** Only a component of the server can wait, and pages are ones unless they say otherwise. */
function runsOnServer(code: Code, fn: number): boolean {
  const own = functionOf(code.program, fn);
  return own.parent === 0 && (own.async || ROUTE.test(code.program.modules[code.program.moduleOf[fn]].path));
}

function handedOver(
  code: Code,
  uses: Uses,
  fn: number,
  isClient: (module: number) => boolean,
  wholeRecords: (data: readonly Datum[]) => Datum[],
): Share[] {
  const reader = code.trail.reader(fn);
  const out: Share[] = [];
  for (const element of elementsOf(reader)) {
    const tag = operandAt(reader, element, 1);
    const targets = tag === NONE ? [] : closuresOf(code, fn, tag).filter((target) => isClient(code.program.moduleOf[target]));
    for (const { name, value } of targets.length > 0 ? attributesOf(reader, element) : []) {
      const given = value === NONE ? undefined : code.frames.of(fn)?.values[value];
      const found = given ? contents(code.engine, given, { fn, ordinal: value }) : [];
      const data = wholeRecords(
        found.flatMap(({ label, at }) => (label.kind === 'source' ? [datumOf(code.classifier, label, at, at)] : [])),
      );
      // What is known by its name only may be a few fields that a query picked.
      if (
        data.every(({ category }) => category === 'record') ||
        targets.some((target) => isNeeded(code, uses, target, name, data))
      )
        continue;
      out.push({ ...code.seen({ fn, ordinal: element }, name), to: 'page', path: [], data, confidence: 'high' });
    }
  }
  return out;
}

/** The component reads at least half of what it is given, or where it goes from there cannot be seen. */
function isNeeded(code: Code, uses: Uses, target: number, name: string, data: readonly Datum[]): boolean {
  const parameter = parameterAt(code.trail.reader(target), 0);
  if (parameter === NONE) return true;
  const { read, leaves } = lifeOf(code, uses, target, parameter, false, [name]);
  if (leaves.size > 0) return true;
  const fields = new Set(data.map(({ words }) => words.split('.').at(-1) ?? ''));
  return [...fields].filter((field) => read.has(field)).length * 2 >= fields.size;
}
