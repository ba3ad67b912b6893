import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isKeptFacts, MARK, type KeptFacts } from '../documents/notice/changes';
import { factsOf, type NoticeFacts } from '../documents/notice/facts';
import { noticePage, shopSign } from '../documents/notice/page';
import { hardSentences, readingEase } from '../documents/notice/reading';
import { noticeWords, type NoticeWords } from '../documents/notice/words';
import { factsIn } from '../documents/page/blocks';
import { pageHtml } from '../documents/page/html';
import { pageMarkdown } from '../documents/page/markdown';
import { CONFIG_NAME } from '../engine/policy';
import { categories } from '../../rules/categories';
import { auditOf, type AuditOptions } from './audit';
import { Failure } from './failure';
import type { Io } from './io';
import { writeText } from './write';

export interface NoticeOptions extends AuditOptions {
  format: string;
  language: string;
  since?: string;
  output?: string;
  sign?: boolean;
}

export const pageFormats: Record<string, typeof pageHtml> = { markdown: pageMarkdown, html: pageHtml };

/** Writes the notice for customers; what keeps it from being true or readable is told on standard error. */
export async function notice(folder: string, options: NoticeOptions, io: Io): Promise<void> {
  const before = options.since === undefined ? undefined : earlier(resolve(io.cwd, options.since), options.since);
  const { audit } = await auditOf(folder, options, io);
  const policy = audit.policies[0];
  if (policy === undefined) throw new Failure(`there is no ${CONFIG_NAME} to make a notice from. data-ethics init writes one.`);
  const words = noticeWords[options.language]!;
  const facts = factsOf(audit, policy, (id) => categoryOf(id)?.special ?? false);
  const titles = { title: (id: string) => categoryOf(id)?.title ?? id };
  io.err(advice(facts, words));
  if (options.sign) return io.out(`${shopSign(facts, words, titles)}\n`);
  write(options.output, pageFormats[options.format]!(noticePage(facts, words, titles, audit.today, before)), io);
}

const categoryOf = (id: string): (typeof categories)[number] | undefined => categories.find((category) => category.id === id);

function earlier(path: string, given: string): KeptFacts {
  let text;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new Failure(`${given} cannot be read (${(error as NodeJS.ErrnoException).code}). Name the last notice with --since.`);
  }
  const facts = factsIn(text, MARK);
  if (!isKeptFacts(facts))
    throw new Failure(`${given} is not a notice that data-ethics wrote: the comment at its end is missing.`);
  return facts;
}

/** Prints a document, or writes it to the file that was named. */
export function write(output: string | undefined, document: string, io: Io): void {
  if (output === undefined) return io.out(document);
  const path = resolve(io.cwd, output);
  writeText(path, document, (code) => `${output} cannot be written (${code}). Name another file with --output.`);
  io.out(`Wrote ${output}.\n`);
}

/** For those who write the policy: what is missing, and which of its sentences are hard to read. */
function advice({ gaps, purposes }: NoticeFacts, words: NoticeWords): string {
  const language = words.language === 'de' ? 'de' : 'en';
  const sentences = purposes.flatMap(({ id, purpose }) =>
    (['why', 'benefit'] as const).map((key) => ({ key: `purposes.${id}.${key}`, text: purpose[key] ?? '' })),
  );
  const hard = sentences.flatMap(({ key, text }) =>
    hardSentences(text, language, words.jargon).map((found) => `  ${key}: "${found.sentence}" (${found.reasons.join('; ')})`),
  );
  const ease = readingEase(sentences.map(({ text }) => text).join('\n'), language);
  const reading =
    ease === undefined ? '' : ` Reading ease of the policy's own sentences: ${ease} of 100; 60 and more is plain language.`;
  return [
    ...(gaps.length > 0 ? ['Before it can be published:', ...gaps.map((gap) => `  ${gap}`)] : []),
    ...(hard.length > 0 ? ['Hard to read:', ...hard] : []),
    `${hard.length} hard ${hard.length === 1 ? 'sentence' : 'sentences'}.${reading}`,
    '',
  ].join('\n');
}
