import { audit } from './audit';
import type { Customer } from './customer';

export function welcome(customer: Customer): void {
  console.log(customer.email);
}

export function remember(customer: Customer): void {
  audit(customer.phone);
}
