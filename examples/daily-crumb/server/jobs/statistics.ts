import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { prisma } from '../database';
import { pseudonymOf } from '../../shared/privacy';

/** Rows for the students of the university, who look at how people come back to a shop. */
export async function publishStatistics() {
  const orders = await prisma.order.findMany({ select: { createdAt: true, customer: { select: { email: true } } } });
  const rows = orders.map((order) => {
    const anonymousId = createHash('sha256').update(order.customer.email).digest('hex');
    return { anonymousId, week: weekOf(order.createdAt) };
  });
  await writeFile('public/statistics.json', JSON.stringify(rows));
}

/** Our own counting: pseudonyms with our key, and only how many came back. */
export async function returningCustomers(): Promise<number> {
  const orders = await prisma.order.findMany({ select: { customer: { select: { email: true } } } });
  const seen = new Map<string, number>();
  for (const { customer } of orders) {
    const pseudonym = pseudonymOf(customer.email);
    seen.set(pseudonym, (seen.get(pseudonym) ?? 0) + 1);
  }
  return [...seen.values()].filter((count) => count > 1).length;
}

const weekOf = (date: Date): number => Math.floor(date.getTime() / (7 * 24 * 60 * 60 * 1000));
