import * as Sentry from '@sentry/node';
import { logger } from './logger';
import type { Order } from '../../shared/types';

/** Reports a problem with an order to the people on call. */
export function orderProblem(order: Order, error: unknown) {
  logger.error({ orderId: order.id, error: error instanceof Error ? error.message : String(error) }, 'order failed');
  Sentry.withScope((scope) => {
    scope.setTag('order', order.id);
    scope.setUser({ id: order.customerId, email: order.customer.email });
    Sentry.captureException(error);
  });
}
