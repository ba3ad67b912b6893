import { Router } from 'express';
import { z } from 'zod';
import { prisma } from '../database';
import { logger } from '../logging/logger';
import { verify } from '../mail/sealed-link';

export const newsletter = Router();

newsletter.post('/', async (req, res) => {
  const { email } = z.object({ email: z.email() }).parse(req.body);
  const changed = await prisma.customer.updateMany({ where: { email }, data: { newsletterOptIn: true, unsubscribedAt: null } });
  logger.info({ known: changed.count === 1 }, 'newsletter asked for');
  res.redirect(303, `/newsletter/thanks?email=${encodeURIComponent(email)}`);
});

newsletter.post('/unsubscribe', async (req, res) => {
  const { token } = z.object({ token: z.string() }).parse(req.body);
  const customerId = verify(token);
  if (!customerId) {
    res.status(400).json({ error: 'This link is no longer valid.' });
    return;
  }
  await prisma.customer.update({ where: { id: customerId }, data: { newsletterOptIn: false, unsubscribedAt: new Date() } });
  logger.info({ customerId }, 'unsubscribed');
  res.sendStatus(204);
});
