import { prisma } from '../database';
import { logger } from '../logging/logger';
import { maskPhone } from '../../shared/privacy';

export interface Stop {
  order: string;
  name: string;
  street: string;
  phone: string | null;
}

/** The list for the person on the bike, printed each morning and shredded at noon. */
export async function deliverySheet(): Promise<Stop[]> {
  const orders = await prisma.order.findMany({
    where: { status: 'baked' },
    select: { id: true, customer: { select: { fullName: true, phone: true, address: { select: { street: true } } } } },
  });
  const stops = orders.map(({ id, customer }) => ({
    order: id,
    name: customer.fullName,
    street: customer.address?.street ?? '',
    phone: customer.phone,
  }));
  for (const stop of stops) {
    if (stop.street === '') logger.warn({ order: stop.order, phone: maskPhone(stop.phone) }, 'no street, please call');
  }
  return stops;
}
