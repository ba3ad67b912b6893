import type { Customer } from '../../shared/types';

const baseCents = 390;
const freeZones = new Set(['04103', '04105']);

/** The bike reaches the centre for free. */
export function deliveryCents(customer: Customer, userAgent: string): number {
  const { address } = customer;
  if (!address) return 0;
  if (freeZones.has(address.postcode)) return 0;
  const factor = userAgent.includes('iPhone') ? 1.2 : 1;
  return Math.round(baseCents * factor);
}
