/** Trackers that the configuration of a framework loads on every page: a plugin or module by its name, or an option of the framework. */
import { Kind, LiteralKind, NONE } from '../../ir';
import { kindAt, operandAt, operandCount, writtenEntries } from '../../link/reader';
import type { ConsentFacts, Model } from '../../model';
import type { Control, Spot } from '../guards/control';
import { placesNamed } from './named-places';

export interface Configured extends Spot {
  model: Model;
  /** "the plugin nuxt-gtag" */
  words: string;
  /** What keeps it back by itself, or ''. */
  gatedBy: string;
}

const FILES =
  /(^|\/)((gatsby-config|(nuxt|docusaurus|astro|vitepress)\.config)|\.(vitepress|vuepress)\/config(\/\w+)?)\.[cm]?[jt]s$/;
/** Lists that say how a package is built, and not that it is loaded. */
const BUILDS = /transpile|include|exclude|external|optimize|dedupe|dependenc/i;
const DEPTH = 6;

export function configuredBy(control: Control, silent: ReadonlySet<number>, trackers: readonly Model[]): Configured[] {
  const { program } = control;
  const files = program.modules.flatMap(({ path }, module) => (FILES.test(path) && !silent.has(module) ? [module] : []));
  if (files.length === 0) return [];
  const isConfig = new Set(files);
  const plugins = new Map<string, Model>();
  const members = new Map<string, Model>();
  for (const model of trackers)
    for (const name of model.consent?.configured ?? []) (/^\w+\.\w+$/.test(name) ? members : plugins).set(name, model);
  const lasts = new Set([...members.keys()].map((name) => name.slice(name.indexOf('.') + 1)));
  const isNamed = program.names.test((name) => plugins.has(name) || lasts.has(name));
  const out: Configured[] = [];
  for (const place of placesNamed(control, silent, isNamed)) {
    if (!isConfig.has(place.module)) continue;
    const reader = control.reader(place.fn);
    const kind = kindAt(reader, place.ordinal);
    if (kind === Kind.Const && operandAt(reader, place.ordinal, 0) === LiteralKind.String) {
      const name = reader.module.names[operandAt(reader, place.ordinal, 1)];
      const model = plugins.get(name);
      if (model && isLoaded(control, place)) out.push(found(place, model, `the plugin ${name}`));
    }
    if (kind !== Kind.Object) continue;
    const key = keyAbove(control, place);
    for (const each of writtenEntries(reader, place.ordinal)) {
      const model = members.get(`${key}.${each.key}`);
      if (model && !isToBeFilledIn(control.text(place.fn, each.value)))
        out.push(found({ fn: place.fn, ordinal: each.value }, model, `the setting ${key}.${each.key}`));
    }
  }
  return out;

  function found(spot: Spot, model: Model, words: string): Configured {
    return { fn: spot.fn, ordinal: spot.ordinal, model, words, gatedBy: heldBackIn(control, spot.fn, model.consent?.waits) };
  }
}

/** `G-XXXXXXXXXX`: whoever puts the page up has yet to say which. */
const isToBeFilledIn = (id: string | null): boolean => id !== null && /^[A-Z]+-(?=.*X{4})[X0-]+$/i.test(id);

/** The instructions that take a value, in an object or a list. */
function above(control: Control, { fn, ordinal }: Spot): { at: number; key: string } | null {
  const reader = control.reader(fn);
  for (let i = ordinal + 1; i < reader.count; i++) {
    const kind = kindAt(reader, i);
    if (kind === Kind.Object) {
      const entry = writtenEntries(reader, i).find(({ value }) => value === ordinal);
      if (entry) return { at: i, key: entry.key };
    }
    if (kind === Kind.Array || kind === Kind.Phi)
      for (let n = 1; n < operandCount(reader, i); n += 2) if (operandAt(reader, i, n) === ordinal) return { at: i, key: '' };
  }
  return null;
}

/** A list on the way out, and no key that says it is only built. */
function isLoaded(control: Control, { fn, ordinal }: Spot): boolean {
  let isListed = false;
  for (let at = ordinal, depth = 0; depth < DEPTH; depth++) {
    const next = above(control, { fn, ordinal: at });
    if (!next) break;
    if (BUILDS.test(next.key)) return false;
    isListed ||= kindAt(control.reader(fn), next.at) === Kind.Array;
    at = next.at;
  }
  return isListed;
}

const keyAbove = (control: Control, spot: Spot): string => above(control, spot)?.key ?? '';

/** An option of the file under which it waits (`initMode: 'manual'`), or a default that denies. */
function heldBackIn(control: Control, fn: number, waits: ConsentFacts['waits'] = {}): string {
  const reader = control.reader(fn);
  const wanted = new Map(Object.entries(waits).map(([path, value]) => [path.slice(path.lastIndexOf('.') + 1), String(value)]));
  const texts = new Set<string>();
  for (let i = 0; i < reader.count; i++) {
    if (kindAt(reader, i) === Kind.Const && operandAt(reader, i, 1) !== NONE)
      texts.add(reader.module.names[operandAt(reader, i, 1)]);
    for (const { key, value } of writtenEntries(reader, i)) {
      const isIt = value !== NONE && kindAt(reader, value) === Kind.Const && operandAt(reader, value, 1) !== NONE;
      if (isIt && wanted.get(key) === reader.module.names[operandAt(reader, value, 1)]) return key;
    }
  }
  return texts.has('consent') && texts.has('default') && texts.has('denied') ? 'denied by default' : '';
}
