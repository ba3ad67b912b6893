import type { CartLine, Customer, Order, Product } from '../shared/types';

export type Profile = Pick<Customer, 'id' | 'fullName' | 'email' | 'phone' | 'loyaltyTier' | 'newsletterOptIn'>;

class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly route: string,
  ) {
    super(`${route} answered ${status}`);
  }
}

async function call<T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', route: string, body?: unknown): Promise<T> {
  const response = await fetch(`/api${route}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!response.ok) throw new ApiError(response.status, route);
  return response.status === 204 ? (undefined as T) : ((await response.json()) as T);
}

export const api = {
  products: (q: string) => call<Product[]>('GET', `/products?q=${encodeURIComponent(q)}`),
  profile: () => call<Profile>('GET', '/customers/me'),
  changePhone: (phone: string) => call<void>('PUT', '/customers/me/phone', { phone }),
  erase: () => call<void>('DELETE', '/customers/me'),
  order: (lines: CartLine[], note: string | null) => call<{ id: string }>('POST', '/orders', { lines, note }),
  orderOf: (id: string) => call<Order>('GET', `/orders/${id}`),
  subscribe: (email: string) => call<void>('POST', '/newsletter', { email }),
};
