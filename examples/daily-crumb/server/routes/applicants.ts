import { Router } from 'express';
import { z } from 'zod';
import { prisma } from '../database';
import { logger } from '../logging/logger';
import { rankApplicants } from '../hiring/ranking';
import { draftOpening, summariseLetter } from '../hiring/summary';

export const applicants = Router();

const Application = z.object({
  fullName: z.string().min(1),
  email: z.email(),
  birthYear: z.number().int(),
  yearsExperience: z.number().int().min(0),
  coverLetter: z.string().max(5000),
});

applicants.post('/', async (req, res) => {
  const application = Application.parse(req.body);
  const { id } = await prisma.applicant.create({ data: application, select: { id: true } });
  logger.info({ applicant: id, letterLength: application.coverLetter.length }, 'application received');
  res.status(201).json({ id });
});

applicants.post('/openings', async (req, res) => {
  const job = z.object({ title: z.string(), shift: z.string(), hourly: z.number() }).parse(req.body);
  res.json({ text: await draftOpening(job) });
});

applicants.get('/shortlist', async (_req, res) => {
  const received = await prisma.applicant.findMany({ where: { status: 'received' } });
  const best = rankApplicants(received).slice(0, 5);
  const summaries = await Promise.all(best.map(summariseLetter));
  res.json(best.map((applicant, index) => ({ id: applicant.id, name: applicant.fullName, summary: summaries[index] })));
});
