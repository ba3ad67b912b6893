import type { LoyaltyTier } from '../../shared/types';

export const tierNames: Record<LoyaltyTier, string> = {
  crumb: 'Crumb: welcome',
  loaf: 'Loaf: 3 % less on every order',
  miller: 'Miller: 5 % less on every order',
};
