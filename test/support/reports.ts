/** A report of findings with everything that is hard to write down: odd paths, emoji, long paths of steps. */
import { rules } from '../../rules';
import type { Finding, Step } from '../../server/engine/rule';
import { makeReport } from '../../server/report/report';
import type { SessionResult } from '../../server/session';

export const texts: Record<string, string> = {
  'src/a.ts': 'const a = 1;\n\n  console.log(user.email,\n    user.name);\nconsole.log(1);\r\nconsole.log(1);\n',
  'src/odd #1/ä b?.ts': '\tlog("🧁", user.email);',
};

export function finding(path: string, code: string, more: Partial<Finding> = {}): Finding {
  const start = texts[path]!.indexOf(code);
  const at = { path, start, end: start + code.length };
  return {
    ...{
      rule: 'expired-exception',
      message: 'The email address is written to the log.',
      severity: 'warning',
      confidence: 'high',
      hint: 'Log the id.',
    },
    ...{ kind: 'field', categories: ['email'], symbol: 'Shop.pay', at, extent: at, path: [] },
    ...more,
  } as Finding;
}

export function resultOf(findings: Finding[]): SessionResult {
  const files = {
    analysed: 2,
    silent: 1,
    skipped: [{ path: 'lib/big file.js', reason: 'minified', message: 'Too long lines.' }],
    unparsed: [],
    broken: [{ path: 'src/c.ts', syntaxErrors: 2 }],
    unsolved: [] as SessionResult['files']['unsolved'],
    failed: [] as SessionResult['files']['failed'],
  };
  const stats = {
    times: { total: 1.5 },
    lines: 10,
    bytes: 100,
    lowered: 2,
    functions: 3,
    solved: 1,
    calls: 4,
    resolvedCalls: 2,
    memory: 1,
    cached: false,
  };
  return { findings, suppressed: [], accepted: [], fixed: [], files, stats };
}

export const reportOf = (findings: Finding[], text = (path: string): string => texts[path] ?? '') =>
  makeReport(resultOf(findings), { version: '0.1.0', rules, text });

export const steps = (count: number): Step[] =>
  Array.from({ length: count }, (_, index) => ({
    at: { path: 'src/a.ts', start: index, end: index + 1 },
    words: `step ${index + 1}`,
  }));

export const everything = [
  finding('src/a.ts', 'console.log(user.email,\n    user.name)', { severity: 'error', path: steps(3) }),
  finding('src/a.ts', 'console.log(1)', { severity: 'info', symbol: '', confidence: 'medium' }),
  finding('src/odd #1/ä b?.ts', 'log("🧁", user.email)', { path: steps(60) }),
];
