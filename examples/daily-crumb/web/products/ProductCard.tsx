import { useState } from 'react';
import { formatCents } from '../../shared/money';
import type { Product } from '../../shared/types';
import { useCart } from '../cart/cart-context';
import { Interest } from './Interest';

export function ProductCard({ product }: { product: Product }) {
  const { add } = useCart();
  const [open, setOpen] = useState(false);

  return (
    <article aria-label={product.name}>
      <h2>{product.name}</h2>
      <p>{formatCents(product.priceCents)}</p>
      {product.stock > 0 && product.stock < 5 ? <p>Only {product.stock} left today</p> : null}
      <Interest product={product} />
      <button disabled={product.stock === 0} onClick={() => add(product.sku)}>
        {product.stock === 0 ? 'Sold out' : 'Into the basket'}
      </button>
      <button onClick={() => setOpen(!open)}>Allergens</button>
      {open ? <p>{product.allergens.join(', ') || 'none'}</p> : null}
    </article>
  );
}
