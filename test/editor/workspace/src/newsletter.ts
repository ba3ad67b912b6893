import type { Customer } from './customer';

export function signUp(customer: Customer): Promise<Response> {
  return fetch('http://news.example/sign-up', { method: 'POST', body: JSON.stringify({ email: customer.email }) });
}
