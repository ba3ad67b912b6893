import { Router } from 'express';
import { z } from 'zod';
import { prisma } from '../database';
import { logger } from '../logging/logger';
import { orderProblem } from '../logging/problems';
import { archiveInvoice } from '../bookkeeping/archive';
import { charge } from '../payment/charge';
import { deliveryCents } from '../pricing/delivery';
import { totalCents } from '../pricing/total';
import { requireCustomer, type SignedIn } from '../session';
import { sendReceipt } from '../mail/receipt';
import type { Customer, Order } from '../../shared/types';

export const orders = Router();

const NewOrder = z.object({
  lines: z.array(z.object({ sku: z.string(), quantity: z.number().int().min(1).max(50) })).min(1),
  note: z.string().max(300).nullable(),
});

orders.post('/', requireCustomer, async (req, res) => {
  const { customerId } = req as SignedIn;
  const { lines, note } = NewOrder.parse(req.body);
  const customer = (await prisma.customer.findUniqueOrThrow({
    where: { id: customerId },
    include: { address: true },
  })) as Customer;
  const created = await prisma.order.create({
    data: { customerId, note, deliveryCents: deliveryCents(customer, req.get('user-agent') ?? ''), lines: { create: lines } },
    include: { lines: { include: { product: true } } },
  });
  const order: Order = { ...created, customer };
  try {
    await charge(order, totalCents(order.lines, customer.loyaltyTier) + order.deliveryCents);
    await sendReceipt(order);
    await archiveInvoice(order);
  } catch (error) {
    orderProblem(order, error);
    res.status(402).json({ error: 'The payment did not go through. Nothing was charged.' });
    return;
  }
  logger.info({ orderId: order.id, lines: lines.length, hasNote: note !== null }, 'order placed');
  logger.debug({ customer, orderId: order.id }, 'order placed');
  res.status(201).json({ id: order.id });
});

orders.get('/:id', requireCustomer, async (req, res) => {
  const { customerId } = req as SignedIn;
  const order = await prisma.order.findFirst({
    where: { id: String(req.params.id), customerId },
    include: { lines: { include: { product: true } } },
  });
  if (!order) {
    res.status(404).json({ error: 'We do not know this order.' });
    return;
  }
  res.json(order);
});
