export interface Address {
  street: string;
  postcode: string;
  city: string;
}

export interface Customer {
  id: string;
  email: string;
  fullName: string;
  phone: string | null;
  dateOfBirth: Date | null;
  allergies: string[];
  loyaltyTier: LoyaltyTier;
  newsletterOptIn: boolean;
  address: Address | null;
}

export type LoyaltyTier = 'crumb' | 'loaf' | 'miller';

export interface Product {
  sku: string;
  name: string;
  priceCents: number;
  stock: number;
  allergens: string[];
}

export interface OrderLine {
  sku: string;
  quantity: number;
  product: Product;
}

export interface Order {
  id: string;
  customerId: string;
  customer: Customer;
  lines: OrderLine[];
  deliveryCents: number;
  note: string | null;
}

export interface Applicant {
  id: string;
  fullName: string;
  email: string;
  birthYear: number;
  yearsExperience: number;
  coverLetter: string;
}

export interface Employee {
  id: string;
  name: string;
  iban: string;
  hourly: number;
  hours: number;
}

export interface CartLine {
  sku: string;
  quantity: number;
}

export interface Consent {
  necessary: true;
  analytics: boolean;
}
