import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { factsOf } from '../documents/notice/facts';
import { noticePage } from '../documents/notice/page';
import { readingEase } from '../documents/notice/reading';
import { noticeWords } from '../documents/notice/words';
import { HISTORY_NAME, historyEntry, historyIn, marksOf, withEntry } from '../documents/report/history';
import { reportJson } from '../documents/report/json';
import { reportPage, type ReportInput } from '../documents/report/page';
import { CONFIG_NAME } from '../engine/policy';
import { shownRules } from '../report/docs';
import { VERSION } from '../session/version';
import { rules } from '../../rules';
import { categories } from '../../rules/categories';
import { auditOf, type AuditOptions } from './audit';
import { Failure } from './failure';
import { commitOf } from './git';
import type { Io } from './io';
import { pageFormats, write } from './notice';
import { writeText } from './write';

export interface ReportOptions extends AuditOptions {
  format: string;
  output?: string;
  public?: boolean;
  record?: boolean;
}

export const reportFormats: Record<string, (input: ReportInput) => string> = {
  ...Object.fromEntries(
    Object.entries(pageFormats).map(([name, format]) => [name, (input: ReportInput) => format(reportPage(input))]),
  ),
  json: reportJson,
};

/** Writes the report of a team, or the one for everybody. */
export async function report(folder: string, options: ReportOptions, io: Io): Promise<void> {
  const { audit, shown, session, target } = await auditOf(folder, options, io);
  const policy = audit.policies.includes(CONFIG_NAME) ? CONFIG_NAME : (audit.policies[0] ?? '');
  const commit = commitOf(target.root);
  const path = join(target.root, HISTORY_NAME);
  const { entries, lost } = historyIn(textOf(path));
  if (lost > 0) io.err(`${target.shownPath(HISTORY_NAME)}: ${lost} of its lines cannot be read and were left out.\n`);
  const document = reportFormats[options.format]!({
    audit,
    policy,
    rules: shownRules(rules, session.namesLaws),
    version: VERSION,
    commit,
    history: entries,
    notice: policy === '' ? undefined : noticeOf(audit, policy),
    shown,
    text: session.text,
    isPublic: options.public === true,
  });
  write(options.output, document, io);
  if (options.record)
    record(
      path,
      withEntry(textOf(path), historyEntry(audit, commit), marksOf(audit, session.text)),
      target.shownPath(HISTORY_NAME),
      io,
    );
}

function noticeOf(audit: ReportInput['audit'], policy: string): ReportInput['notice'] {
  const categoryOf = (id: string): (typeof categories)[number] | undefined => categories.find((category) => category.id === id);
  const facts = factsOf(audit, policy, (id) => categoryOf(id)?.special ?? false);
  const { blocks } = noticePage(facts, noticeWords.en!, { title: (id) => categoryOf(id)?.title ?? id }, audit.today);
  const sentences = facts.purposes.flatMap(({ purpose: { why = '', benefit = '' } }) => [why, benefit]);
  return { blocks, gaps: facts.gaps.length, ease: readingEase(sentences.join('\n'), 'en') };
}

/** What is not there yet is empty; what cannot be read must not be overwritten. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return '';
    throw new Failure(`${path} cannot be read (${code}). Check its permissions.`);
  }
}

function record(path: string, text: string, shown: string, io: Io): void {
  writeText(path, text, (code) => `${shown} cannot be written (${code}).`);
  io.err(`Recorded in ${shown}. Commit it, so that the trend goes on.\n`);
}
