import Stripe from 'stripe';
import { logger } from '../logging/logger';
import type { Order } from '../../shared/types';

const stripe = new Stripe(process.env.STRIPE_SECRET_KEY!);

export async function charge(order: Order, amount: number) {
  const { customer } = order;
  const intent = await stripe.paymentIntents.create({
    amount,
    currency: 'eur',
    receipt_email: customer.email,
    metadata: { orderId: order.id },
    ...(customer.address ? { shipping: { name: customer.fullName, address: stripeAddress(customer.address) } } : {}),
  });
  logger.info({ orderId: order.id, intent: intent.id, amount }, 'payment asked for');
  return intent.id;
}

function stripeAddress(address: { street: string; postcode: string; city: string }): Stripe.AddressParam {
  return { line1: address.street, postal_code: address.postcode, city: address.city, country: 'DE' };
}
