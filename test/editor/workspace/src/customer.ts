export interface Customer {
  id: string;
  email: string;
  phone: string;
}

export function maskEmail(email: string): string {
  return email.replace(/^(.).*(@.*)$/, '$1…$2');
}
