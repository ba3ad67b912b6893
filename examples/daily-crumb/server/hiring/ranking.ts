import type { Applicant } from '../../shared/types';

/** Early shifts begin at three in the morning, so experience counts most. */
export function rankApplicants(applicants: Applicant[]): Applicant[] {
  return [...applicants].sort((left, right) => scoreOf(right) - scoreOf(left));
}

function scoreOf(applicant: Applicant): number {
  let score = Math.min(applicant.yearsExperience, 10) * 2;
  if (applicant.coverLetter.length > 400) score += 3;
  if (new Date().getFullYear() - applicant.birthYear > 50) score -= 5;
  return score;
}
