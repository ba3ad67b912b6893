/** What code shows about one decision: where it is, what goes in, what rules say about it. */
import type { Finding } from '../../engine/rule';
import type { Audit } from '../../session';
import type { DependenceEntry } from '../../session/register';

export interface Decision {
  /** As the user named it. */
  name: string;
  entries: DependenceEntry[];
  findings: Finding[];
}

const ABOUT = /price|decision|score|penalty|emotion|vulnerability|culture/;

/** @param name name of a function or value, "rankApplicants". */
export function decisionOf({ result, register }: Audit, name: string): Decision {
  const isNamed = (symbol: string): boolean => symbol.split('.').includes(name);
  const isAbout = ({ rule, symbol, message }: Finding): boolean =>
    ABOUT.test(rule) && (isNamed(symbol) || message.split(/[^\p{L}\p{N}_$]+/u).includes(name));
  return {
    name,
    entries: [...register.decisions, ...register.prices].filter(({ symbol, value }) => isNamed(symbol) || value === name),
    findings: result.findings.filter(isAbout),
  };
}

/** Names that the register holds, for a hint when another was meant. */
export function decisionNames({ register }: Audit): string[] {
  const names = [...register.decisions, ...register.prices, ...register.unexplained, ...register.endings].flatMap(({ symbol }) =>
    symbol.split('.').slice(-1),
  );
  return [...new Set(names)].filter((name) => name !== '' && !name.startsWith('<')).sort();
}
