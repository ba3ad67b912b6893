import type { ModuleIR } from '../engine/ir';
import type { Config } from '../engine/policy';
import type { Finding } from '../engine/rule';
import { suppress, type Suppressed } from '../engine/suppress';

/** Applies the suppressions of all files, and adds what is wrong with them. Reads only texts that have findings or directives. */
export function applySuppressions(
  findings: Finding[],
  modules: ModuleIR[],
  config: (path: string) => Config,
  text: (path: string) => string,
  today: string,
): { findings: Finding[]; suppressed: Suppressed[] } {
  const byPath = new Map<string, Finding[]>();
  for (const finding of findings) byPath.set(finding.at.path, [...(byPath.get(finding.at.path) ?? []), finding]);
  const result: { findings: Finding[]; suppressed: Suppressed[] } = { findings: [], suppressed: [] };
  for (const { path, comments } of modules) {
    const own = byPath.get(path) ?? [];
    byPath.delete(path);
    if (!comments.some((comment) => comment.text.includes('data-ethics-'))) {
      result.findings.push(...own);
      continue;
    }
    const judged = suppress({
      path,
      text: text(path),
      comments,
      findings: own,
      rules: config(path).rules,
      exceptions: config(path).declared.exceptions ?? {},
      today,
    });
    result.findings.push(...judged.kept, ...judged.problems);
    result.suppressed.push(...judged.suppressed);
  }
  // Findings in files that have no module, such as schemas.
  for (const own of byPath.values()) result.findings.push(...own);
  result.findings.sort(inOrder);
  result.suppressed.sort((left, right) => inOrder(left.finding, right.finding));
  return result;
}

/** By path, place, rule and words. */
export function inOrder(left: Finding, right: Finding): number {
  if (left.at.path !== right.at.path) return left.at.path < right.at.path ? -1 : 1;
  if (left.at.start !== right.at.start) return left.at.start - right.at.start;
  if (left.rule !== right.rule) return left.rule < right.rule ? -1 : 1;
  return left.message < right.message ? -1 : Number(left.message > right.message);
}
