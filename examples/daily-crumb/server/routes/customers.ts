import { Router } from 'express';
import { z } from 'zod';
import { prisma } from '../database';
import { logger } from '../logging/logger';
import { audit } from '../logging/audit';
import { requireCustomer, type SignedIn } from '../session';
import { maskEmail, withoutContact } from '../../shared/privacy';
import type { Customer } from '../../shared/types';

export const customers = Router();

const SignUp = z.object({
  email: z.email(),
  fullName: z.string().min(1),
  phone: z.string().nullable(),
  birthplace: z.string().optional(),
});

customers.post('/', async (req, res) => {
  const input = SignUp.safeParse(req.body);
  if (!input.success) {
    logger.warn({ fields: input.error.issues.map((issue) => issue.path.join('.')) }, 'sign-up refused');
    res.status(400).json({ issues: input.error.issues });
    return;
  }
  const { email, fullName, phone } = input.data;
  const customer = await prisma.customer.create({ data: { email, fullName, phone } });
  logger.info(`welcome mail to ${maskEmail(email)}`);
  audit('customer created', { customerId: customer.id });
  res.status(201).json({ id: customer.id });
});

customers.get('/me', requireCustomer, async (req, res) => {
  const { customerId } = req as SignedIn;
  const customer = await prisma.customer.findUnique({
    where: { id: customerId },
    select: { id: true, fullName: true, email: true, phone: true, loyaltyTier: true, newsletterOptIn: true },
  });
  res.json(customer);
});

customers.put('/me/phone', requireCustomer, async (req, res) => {
  const { customerId } = req as SignedIn;
  const { phone } = z.object({ phone: z.string() }).parse(req.body);
  const before = await loadCustomer(customerId);
  await prisma.customer.update({ where: { id: customerId }, data: { phone } });
  audit('phone changed', { customerId, from: before.phone, to: phone });
  res.sendStatus(204);
});

customers.delete('/me', requireCustomer, async (req, res) => {
  const { customerId } = req as SignedIn;
  const customer = await loadCustomer(customerId);
  await prisma.$transaction([
    prisma.address.deleteMany({ where: { customerId } }),
    prisma.customer.delete({ where: { id: customerId } }),
  ]);
  logger.info({ customer: withoutContact(customer) }, 'account erased');
  res.sendStatus(204);
});

async function loadCustomer(id: string): Promise<Customer> {
  return (await prisma.customer.findUniqueOrThrow({ where: { id }, include: { address: true } })) as Customer;
}
