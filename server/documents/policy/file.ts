/** A new policy file: one entry a line, and a comment where a person has to think. */
import { spaced } from '../../engine/policy/insertion';
import type { Proposal } from './proposal';

/** What code cannot know; '' for what nobody answered. */
export interface Answers {
  organisation: string;
  contact: string;
  owner: string;
  incident: string;
}

export const QUESTIONS: { key: keyof Answers; words: string }[] = [
  { key: 'organisation', words: 'Name of your organisation, as customers know it' },
  { key: 'contact', words: 'Where people write when they ask about their data' },
  { key: 'owner', words: 'Who answers for this policy (a person or a team)' },
  { key: 'incident', words: 'Who is called when data got out' },
];

export const NO_ANSWERS: Answers = { organisation: '', contact: '', owner: '', incident: '' };

export function policyFile(proposal: Proposal, answers: Answers): string {
  const { regions, consent, masking, encryption, keyedHash } = proposal;
  const recipients = Object.entries(proposal.recipients).map(([key, { party: _, ...entry }]): [string, unknown] => [key, entry]);
  const organisation = {
    name: answers.organisation || 'TODO: as customers know you',
    contact: answers.contact || 'TODO: an address people can write to',
  };
  const governance = { owner: answers.owner || 'TODO: a person or a team', reviewEvery: '6 months' };
  const helpers = [
    ...(consent.length > 0 ? [line('consent', { functions: consent })] : []),
    ...(masking.length > 0 ? [line('masking', { functions: masking })] : []),
    ...(encryption.length > 0 ? [line('encryption', { functions: encryption })] : []),
    ...(keyedHash.length > 0 ? [line('anonymisation', { keyedHash })] : []),
  ];
  const parts = [
    '  "$schema": "./node_modules/data-ethics/schema/data-ethics.schema.json"',
    '  "version": 1',
    line('organisation', organisation),
    `  // "lastReview": write the day on which people last looked through this file, such as "2026-10-01".\n${line('governance', governance)}`,
    `${PURPOSES}\n  "purposes": {}`,
    `  // Found in the code. Say for each what it is for, who answers for it and how long it is kept.\n${block('dataCategories', Object.entries(proposal.dataCategories))}`,
    `  // Found in the code: who receives what.\n${block('recipients', recipients)}`,
    regions.length > 0
      ? `  // Regions that the code names. Take out those you do not want.\n${line('regions', { allowed: regions })}`
      : `${NO_REGION}\n  "regions": {}`,
    line('incident', { contact: answers.incident || 'TODO: who is called', notifyWithinHours: 72 }),
    ...(helpers.length > 0 ? [`${HELPERS}\n${helpers.join(',\n')}`] : []),
  ];
  return `{\n${parts.join(',\n')}\n}\n`;
}

const PURPOSES = `  // One entry for each reason you hold data, in words for the people concerned:
  // "fulfil-order": { "why": "We need your address to deliver your bread.", "benefit": "You get it.", "legalBasis": "contract" }`;

const NO_REGION = `  // The code names no region. "allowed": ["eu"] in here asks about each place outside, from then on.`;

const HELPERS = `  // Taken for what their names say. Take out those that do not ask, mask or encrypt: data that went through them counts as safe.`;

const line = (key: string, value: unknown): string => `  ${JSON.stringify(key)}: ${spaced(value)}`;

function block(key: string, entries: [string, unknown][]): string {
  if (entries.length === 0) return `  ${JSON.stringify(key)}: {}`;
  return `  ${JSON.stringify(key)}: {\n${entries.map(([name, value]) => `  ${line(name, value)}`).join(',\n')}\n  }`;
}
