import { createColors } from 'picocolors';
import type { Rule } from '../engine/rule';
import { docsUrl } from '../report/docs';
import { VERSION } from '../session/version';
import { wantsColor, type Io } from './io';
import { rulesShownIn } from './shown-rules';

/** Prints all rules: a table by family, or JSON. */
export function listRules(options: { format: string; color?: boolean }, io: Io): void {
  const rules = rulesShownIn(io.cwd);
  io.out(options.format === 'json' ? asJson(rules) : asTable(rules, wantsColor(options.color, io)));
}

function asJson(rules: Rule[]): string {
  const list = rules.map(({ id, title, family, value, severity, preset, since, basis, why, limits, fixes, options }) => {
    const url = docsUrl(id, VERSION);
    return { id, title, family, value, severity, preset, since, url, basis, why, limits, fixes, options: options ?? {} };
  });
  return `${JSON.stringify(list, null, 2)}\n`;
}

function asTable(rules: Rule[], color: boolean): string {
  const colors = createColors(color);
  const width = Math.max(...rules.map((rule) => rule.id.length));
  const families = new Map<string, Rule[]>();
  for (const rule of rules) families.set(rule.family, [...(families.get(rule.family) ?? []), rule]);
  const blocks = [...families].map(([family, members]) => {
    const rows = members.map(
      (rule) => `  ${rule.id.padEnd(width)}  ${rule.severity.padEnd(7)}  ${colors.dim(rule.preset.padEnd(11))}  ${rule.title}`,
    );
    return [colors.bold(family), ...rows].join('\n');
  });
  return `${blocks.join('\n\n')}\n\n${colors.dim(`${rules.length} rules. data-ethics explain <rule> says more.`)}\n`;
}
