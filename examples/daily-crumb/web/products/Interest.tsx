import { useMemo } from 'react';
import type { Product } from '../../shared/types';

/** A loaf looks better when others like it, too. */
export function Interest({ product }: { product: Product }) {
  const viewers = useMemo(() => 2 + Math.floor(Math.random() * 7), []);
  if (product.stock === 0) return null;
  return <p>{viewers} people are looking at this right now</p>;
}
