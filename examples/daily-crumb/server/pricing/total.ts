import { percentOf, sum } from '../../shared/money';
import type { LoyaltyTier, OrderLine } from '../../shared/types';

/** Published in the shop: regulars of the second and third tier pay less, nobody pays more. */
const discountPercent: Record<LoyaltyTier, number> = { crumb: 0, loaf: 3, miller: 5 };

export function totalCents(lines: OrderLine[], tier: LoyaltyTier): number {
  const full = sum(lines.map((line) => line.product.priceCents * line.quantity));
  return full - percentOf(full, discountPercent[tier]);
}
