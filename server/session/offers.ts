/** Ways out of findings: each is tried, and only those after which the finding is gone are offered. */
import type { Project } from './project';
import { isSource } from '../disk';
import { contextOf } from '../engine/edit/known';
import type { ModuleIR } from '../engine/ir';
import type { Finding } from '../engine/rule';
import type { Fix } from '../engine/rule/fixes';
import { isEqual, type Looks } from './looks';
import type { Way } from './safe';
import { nameOf } from './shifts';
import type { Tools } from './tools';
import { knowledgeOf, withFix } from './ways';

/** Ways out by finding, for one text under one policy. */
interface Offered {
  text: string;
  policies: Project['policies'];
  modules: ModuleIR[];
  ways: Map<string, Way[]>;
}

export interface Offers {
  /** Ways out of findings in a file; each finding's own ones first. */
  of(given: Tools, path: string, touched: Finding[]): Promise<Way[]>;
  clear(): void;
}

/** @param isCurrent whether the places of the fixes that come with a finding are those of the text as it is */
export function createOffers(project: Project, looks: Looks, isCurrent: (finding: Finding, path: string) => boolean): Offers {
  const offers = new Map<string, Offered>();

  /** Ways out that were worked out for the text as it is: an editor asks again with each move of the cursor. */
  const offersAt = (path: string, modules: ModuleIR[]): Offered['ways'] => {
    const text = project.text(path);
    const { policies } = project;
    const last = offers.get(path);
    if (last?.text === text && last.policies === policies && isEqual(last.modules, modules)) return last.ways;
    const ways: Offered['ways'] = new Map();
    offers.set(path, { text, policies, modules, ways });
    return ways;
  };

  return {
    async of(given, path, touched) {
      const { fixesFor, isSolvedBy } = await import('../engine/edit');
      const modules = isSource(path) ? looks.at(given, path, project.text(path)).modules : [];
      const context = knowledgeOf(project, given.neighbours, modules, path);
      const worked = (finding: Finding): Way[] => {
        const rules = isSource(path) ? given.rules.filter(({ id }) => id === finding.rule) : [];
        const before = looks.tried(given, path, rules);
        // What only the whole project can tell cannot be tried on a part of it.
        const isSeen = before.some((other) => isSame(other, finding));
        const works = (fix: Fix): boolean =>
          !isSeen ||
          fix.kind === 'suppress' ||
          isSolvedBy(
            fix,
            finding,
            before,
            withFix(project, fix, () => looks.tried(given, path, rules)),
          );
        const found = fixesFor(contextOf(finding, context));
        const attached = isCurrent(finding, path) ? (finding.fixes ?? []) : [];
        const more = attached.filter(({ title }) => !found.some((fix) => fix.title === title));
        return [...found, ...more].flatMap((fix) => (works(fix) ? [{ finding, fix }] : []));
      };
      const known = offersAt(path, modules);
      return touched.flatMap((finding) => {
        const name = `${nameOf(finding)} ${finding.at.start}`;
        const ways = known.get(name) ?? worked(finding);
        known.set(name, ways);
        return ways.map(({ fix }) => ({ finding, fix }));
      });
    },
    clear: () => offers.clear(),
  };
}

const isSame = (one: Finding, other: Finding): boolean => one.at.start === other.at.start && nameOf(one) === nameOf(other);
