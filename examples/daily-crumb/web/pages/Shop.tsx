import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { Product } from '../../shared/types';
import { api } from '../api';
import { ProductCard } from '../products/ProductCard';

export function Shop() {
  const [parameters, setParameters] = useSearchParams();
  const [products, setProducts] = useState<Product[]>([]);
  const q = parameters.get('q') ?? '';

  useEffect(() => {
    let current = true;
    void api.products(q).then((found) => {
      if (current) setProducts(found);
    });
    return () => {
      current = false;
    };
  }, [q]);

  return (
    <main>
      <form role="search" onSubmit={(event) => event.preventDefault()}>
        <input name="q" type="search" value={q} onChange={(event) => setParameters({ q: event.target.value })} />
      </form>
      <ul>
        {products.map((product) => (
          <li key={product.sku}>
            <ProductCard product={product} />
          </li>
        ))}
      </ul>
      {products.length === 0 ? <p>No bread of that name today.</p> : null}
    </main>
  );
}
