/** A resolved configuration as rules see it: what is declared, where it is written, and how an entry would be added. */
import { applyEdits, findNodeAtLocation, parseTree, type Edit, type Node } from 'jsonc-parser';
import type { Config } from '../policy';
import type { Place } from '../rule';
import type { TextEdit } from '../rule/fixes';
import type { Policy, RecipientName } from '../rule/policy';
import { removing, writing, type Change } from './insertion';
import { entryFor } from './recipients';

type Keys = (string | number)[];

/** @param groupOf group of a category id, for entries that name whole groups. */
function policyOf(config: Config, groupOf: (category: string) => string | undefined): Policy {
  const { declared, sources } = config;
  const trees = sources.map(({ path, text }) => ({ path, text, root: parseTree(text, [], { allowTrailingComma: true }) }));
  const deepest = (keys: Keys): { source: (typeof trees)[number]; node: Node; depth: number } | undefined => {
    let best: ReturnType<typeof deepest>;
    for (const source of trees) {
      const [node, depth] = source.root ? reached(source.root, keys) : [undefined, -1];
      if (node && (!best || depth > best.depth)) best = { source, node, depth };
    }
    return best;
  };
  const edits = (keys: Keys, changes: (text: string, root: Node) => Change[]): TextEdit[] => {
    const source = deepest(keys)?.source;
    if (!source?.root) return [];
    const at = (change: Change): Place => ({ path: source.path, start: change.offset, end: change.offset + change.length });
    return changes(source.text, source.root).map((change) => ({ at: at(change), text: change.content }));
  };
  return {
    path: config.path,
    declared,
    place(...keys) {
      const found = deepest(keys);
      if (!found) return { path: config.path, start: 0, end: 0 };
      return placeOf(found.source.path, found.node);
    },
    addition: (keys, value) => edits(keys, (text, root) => [writing(text, root, keys, value)]),
    removal: (keys) => edits(keys, (text, root) => removing(text, root, keys)),
    covers: (categories, category) => categories.includes(category) || categories.includes(groupOf(category) ?? ''),
    recipient(who) {
      const key = entryFor(declared.recipients ?? {}, who);
      return key === undefined ? undefined : { key, entry: declared.recipients![key]! };
    },
  };
}

export interface Policies {
  all(): Policy[];
  of(path: string): Policy;
  /** Every one of these recipients is declared with a purpose (and an agreement) for data of this category. */
  allows(path: string, recipients: readonly RecipientName[], category: string, withAgreement: boolean): boolean;
}

/** The policies of a project's files: one for each policy file, however many overrides it has. */
export function createPolicies(
  paths: readonly string[],
  configOf: (path: string) => Config,
  groupOf: (category: string) => string | undefined,
): Policies {
  const known = new Map<string, Policy>();
  const of = (path: string): Policy => {
    const config = configOf(path);
    const made = known.get(config.path) ?? policyOf(config, groupOf);
    known.set(config.path, made);
    return made;
  };
  return {
    of,
    all() {
      for (const path of ['', ...paths]) of(path);
      return [...known.values()].filter((policy) => policy.path !== '').sort((a, b) => (a.path < b.path ? -1 : 1));
    },
    allows(path, recipients, category, withAgreement) {
      const policy = of(path);
      return (
        recipients.length > 0 &&
        recipients.every((recipient) => {
          const { purposes = [], categories = [], dpa } = policy.recipient(recipient)?.entry ?? {};
          const isAgreed = !withAgreement || (dpa !== undefined && !dpa.startsWith('TODO'));
          return purposes.length > 0 && isAgreed && policy.covers(categories, category);
        })
      );
    },
  };
}

/** The text after these edits of one file, which do not overlap. */
export function applied(text: string, edits: TextEdit[]): string {
  const own: Edit[] = edits.map(({ at, text: content }) => ({ offset: at.start, length: at.end - at.start, content }));
  return applyEdits(text, own);
}

/** The node as far down the keys as the file goes, and how far that is. */
function reached(root: Node, keys: Keys): [Node, number] {
  for (let depth = keys.length; depth > 0; depth--) {
    const node = findNodeAtLocation(root, keys.slice(0, depth));
    if (node) return [node, depth];
  }
  return [root, 0];
}

/** A value is shown by its key; the whole file by its first brace. */
function placeOf(path: string, node: Node): Place {
  const shown = node.parent?.type === 'property' ? node.parent.children![0]! : node;
  const isWhole = shown.type === 'object' || shown.type === 'array';
  return { path, start: shown.offset, end: isWhole ? shown.offset + 1 : shown.offset + shown.length };
}
