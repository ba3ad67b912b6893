import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { difference } from '../documents/difference';
import { withAdditions } from '../documents/policy/additions';
import { NO_ANSWERS, policyFile, QUESTIONS, type Answers } from '../documents/policy/file';
import { proposalOf, type Proposal } from '../documents/policy/proposal';
import { CONFIG_NAME } from '../engine/policy';
import type { Audit } from '../session';
import { knownIds } from '../session/known';
import { auditOf, type AuditOptions } from './audit';
import type { Io } from './io';
import { writeText } from './write';
import { plural } from '../documents/inventory/words';

/** Writes a policy from the code. A policy that is there is never overwritten: what it lacks is printed as a patch. */
export async function init(folder: string, options: AuditOptions & { yes?: boolean }, io: Io): Promise<void> {
  const { audit, target } = await auditOf(folder, options, io);
  const shown = target.shownPath(CONFIG_NAME);
  const proposal = proposalOf(audit, CONFIG_NAME);
  if (audit.policies.includes(CONFIG_NAME)) return io.out(additions(audit, proposal, join(target.root, CONFIG_NAME), shown));
  const answers = options.yes ? NO_ANSWERS : await asked(io);
  const sorry = (code: string | undefined): string =>
    `${shown} cannot be written (${code}). Check that the folder may be written to and the file is not there yet.`;
  writeText(join(target.root, CONFIG_NAME), policyFile(proposal, answers), sorry, true);
  io.out(`${[`Wrote ${shown}: ${sizes(proposal)}.`, ...NEXT].join('\n')}\n`);
}

const NEXT = [
  'What code cannot know is marked TODO: purposes, owners, how long data is kept.',
  'data-ethics check says what is still open; data-ethics notice shows what customers would read.',
];

function sizes({ dataCategories, recipients, consent, masking, encryption, keyedHash }: Proposal): string {
  const helpers = consent.length + masking.length + encryption.length + keyedHash.length;
  return [
    plural(Object.keys(dataCategories).length, 'category', 'categories'),
    plural(Object.keys(recipients).length, 'recipient'),
    plural(helpers, 'function that asks for consent or protects data', 'functions that ask for consent or protect data'),
  ].join(', ');
}

async function asked(io: Io): Promise<Answers> {
  const answers = { ...NO_ANSWERS };
  if (!io.ask) return answers;
  for (const { key, words } of QUESTIONS) answers[key] = (await io.ask(`${words} (empty: later): `)).trim();
  return answers;
}

function additions(audit: Audit, proposal: Proposal, path: string, shown: string): string {
  const text = readFileSync(path, 'utf8');
  const config = audit.policyOf(CONFIG_NAME);
  const { groups = {} } = knownIds();
  const after = withAdditions(
    {
      text,
      declared: config.declared,
      consent: config.consent.functions,
      masking: config.maskingFunctions,
      encryption: config.encryptionFunctions,
      keyedHash: config.keyedHashFunctions,
      covers: (listed, category) => listed.some((name) => name === category || groups[name]?.includes(category)),
    },
    proposal,
  );
  const patch = difference(shown, text, after);
  if (patch === '') return `${shown} names everything that was found in the code. Nothing was changed.\n`;
  return `${patch}\n${shown} was left as it is. The lines with + are what the code shows and it does not say; git apply takes this patch.\n`;
}
