/** What the server and its own editor extension say to each other beyond the protocol. Other editors need none of it. */
import type { Range } from 'vscode-languageserver';
import type { Severity } from '../engine/rule';

/** Request without parameters: the findings of the last whole run, as `FoundFile[]`. */
export const FINDINGS = 'dataEthics/findings';
/** Request without parameters: analyses everything now; answers when done. */
export const ANALYSE = 'dataEthics/analyse';
/** Notification with a `State`. */
export const STATE = 'dataEthics/state';

export interface FoundFile {
  uri: string;
  findings: Found[];
}

export interface Found {
  rule: string;
  /** Address of the rule's page. */
  page: string;
  severity: Severity;
  message: string;
  hint: string;
  range: Range;
  path: { words: string; uri: string; range: Range }[];
}

export interface State {
  state: 'running' | 'ready' | 'failed';
  /** Why it failed; '' otherwise. */
  message: string;
  counts: Record<Severity, number>;
  files: number;
  /** How long the last whole run took; 0 before the first. */
  milliseconds: number;
}
