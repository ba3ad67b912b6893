import type { Customer } from '../../shared/types';

const baseCents = 390;
const freeZones = new Set(['04103', '04105']);
const villas = ['04155', '04229'];

/** The bike reaches the centre for free. */
export function deliveryCents(customer: Customer): number {
  const { address } = customer;
  if (!address) return 0;
  if (freeZones.has(address.postcode)) return 0;
  const factor = villas.includes(address.postcode) ? 1.4 : 1;
  return Math.round(baseCents * factor);
}
