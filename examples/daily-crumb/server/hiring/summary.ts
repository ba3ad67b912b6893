import { openai } from '@ai-sdk/openai';
import { generateText } from 'ai';
import type { Applicant } from '../../shared/types';

/** Three sentences for the person who invites; the decision is theirs. */
export async function summariseLetter(applicant: Applicant): Promise<string> {
  const { text } = await generateText({
    model: openai('gpt-4o-mini'),
    system: 'Summarise letters to a bakery in three neutral sentences.',
    prompt: `${applicant.fullName}, born ${applicant.birthYear}, writes: ${applicant.coverLetter}`,
  });
  return text;
}

/** The text of an opening, from facts about the job alone. */
export async function draftOpening(job: { title: string; shift: string; hourly: number }): Promise<string> {
  const { text } = await generateText({
    model: openai('gpt-4o-mini'),
    prompt: `Write a job advertisement for a bakery: ${job.title}, ${job.shift}, ${job.hourly} euros per hour.`,
  });
  return text;
}
