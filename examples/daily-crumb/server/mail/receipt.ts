import { mail, sender } from './client';
import { formatCents } from '../../shared/money';
import { totalCents } from '../pricing/total';
import type { Order } from '../../shared/types';

export async function sendReceipt(order: Order) {
  const { customer, lines } = order;
  const rows = lines.map((line) => `<li>${line.quantity} × ${line.product.name}</li>`).join('');
  const total = formatCents(totalCents(lines, customer.loyaltyTier) + order.deliveryCents);
  await mail.emails.send({
    from: sender,
    to: customer.email,
    subject: `Your order ${order.id}`,
    html: `<p>Dear ${customer.fullName},</p><ul>${rows}</ul><p>${total}</p>`,
  });
}
