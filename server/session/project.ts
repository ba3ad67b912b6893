/** What the parts of a session share: the texts of a project, its policies and baseline, and what was lowered of it. */
import { join, posix } from 'node:path';
import { cacheFolder, noCache, openCache, type Cache } from '../cache';
import { isSource, listProject, readSource, readText, type Listing } from '../disk';
import type { ModuleIR } from '../engine/ir';
import { CONFIG_NAME } from '../engine/policy';
import type { SessionOptions } from '../session';
import { BASELINE_NAME, readBaseline, type ReadBaseline } from './baseline';
import { knownIds } from './known';
import { cacheOf, isBelow, refuseDamaged } from './parts';
import { readPolicies, type Policies } from './policies';
import { readUnits, type Seen, type Units } from './units';
import { ENGINE_VERSION } from './version';

/** Listing and policies change when the disk does. */
export interface Project {
  listing: Listing;
  policies: Policies;
  baseline: ReadBaseline;
  overlay: Map<string, string>;
  cache: Cache;
  /** IR by content key, kept between two calls of `findings`. */
  modules: Map<string, ModuleIR>;
  seen: Map<string, Seen> | undefined;
  read(path: string): string | undefined;
  /** As its editor has it, else as the disk has it; '' when it is gone. */
  text(path: string): string;
  /** As the disk has it. */
  stored(path: string): string;
  options: SessionOptions;
}

export function sourcesOf({ listing, overlay, options: { within } }: Project): string[] {
  const paths = [...new Set([...listing.sources, ...[...overlay.keys()].filter(isSource)])].sort();
  return within ? paths.filter((path) => within.some((folder) => isBelow(folder, path))) : paths;
}

export const unitsOf = ({ listing, overlay, policies, options, seen }: Project, paths: string[]): Promise<Units> =>
  readUnits(paths, listing.root, overlay, policies, new Set(options.named), seen, options.rest);

export function cacheFor(root: string, { parts, cache }: SessionOptions): Cache {
  if (parts) return cacheOf(parts, refuseDamaged);
  if (cache === false) return noCache();
  return typeof cache === 'object' ? cache : openCache(cache ?? cacheFolder(root), ENGINE_VERSION);
}

export function look(
  root: string,
  options: SessionOptions,
  overlay: Map<string, string>,
): Pick<Project, 'listing' | 'policies' | 'baseline'> {
  const listing = options.loose ? { root, sources: [], configs: [], manifests: [], skipped: [] } : listProject(root);
  const baseline = readBaseline(options.baseline === false || options.loose ? undefined : readText(listing.root, BASELINE_NAME));
  return { listing, policies: policiesOf(listing, options, overlay), baseline };
}

function policiesOf(listing: Listing, { config, overruling = {} }: SessionOptions, overlay: Map<string, string>): Policies {
  const read = readPolicyText(listing.root, config);
  const open = [...overlay.keys()].filter((path) => posix.basename(path) === CONFIG_NAME);
  const paths = [...new Set([...listing.configs, ...open])].sort();
  return readPolicies(paths, config, (path) => overlay.get(path) ?? read(path), knownIds(), overruling);
}

/** A policy holds as its editor shows it, saved or not. */
export function readOpenPolicy(project: Project, path: string): void {
  const isRead = posix.basename(path) === CONFIG_NAME || project.policies.texts.some(([known]) => known === path);
  if (isRead) project.policies = policiesOf(project.listing, project.options, project.overlay);
}

export const dayOf = (options: SessionOptions): string => options.today ?? new Date().toISOString().slice(0, 10);

/** Policies and schemas are read as they are, however long their lines. */
export function sourceText(root: string, path: string): string {
  if (!isSource(path)) return readText(root, path) ?? '';
  const source = readSource(root, path);
  return 'text' in source ? source.text() : '';
}

/** A policy file named on the command line may lie outside the project; what lies inside is read as such. */
function readPolicyText(root: string, named: string | undefined): (path: string) => string | undefined {
  return (path) => (named?.startsWith('../') ? readText(join(root, named, '..'), relativeTo(named, path)) : readText(root, path));
}

function relativeTo(named: string, path: string): string {
  const folder = named.slice(0, named.lastIndexOf('/') + 1);
  return path.startsWith(folder) ? path.slice(folder.length) : path;
}
