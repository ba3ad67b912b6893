import { useEffect, useState } from 'react';
import { Link, useParams } from 'react-router-dom';
import { formatCents, sum } from '../../shared/money';
import type { Order } from '../../shared/types';
import { api } from '../api';

export function OrderPage() {
  const { id = '' } = useParams();
  const [order, setOrder] = useState<Order | null>(null);

  useEffect(() => {
    api.orderOf(id).then(setOrder, () => console.warn('order not loaded', id));
  }, [id]);

  if (!order) return <p>Loading …</p>;

  return (
    <main>
      <h1>Thank you</h1>
      <ul>
        {order.lines.map((line) => (
          <li key={line.sku}>
            {line.quantity} × <Link to={`/?q=${encodeURIComponent(line.product.name)}`}>{line.product.name}</Link>
          </li>
        ))}
      </ul>
      <p>
        {formatCents(sum(order.lines.map((line) => line.product.priceCents * line.quantity)))} and{' '}
        {formatCents(order.deliveryCents)} for the delivery
      </p>
    </main>
  );
}
