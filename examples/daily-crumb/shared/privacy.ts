import { createCipheriv, createHmac, randomBytes } from 'node:crypto';
import type { Customer } from './types';

/** Keeps the first letter and the domain, which is enough for the person at the counter. */
export function maskEmail(email: string): string {
  const [local = '', domain = ''] = email.split('@');
  return `${local.charAt(0)}***@${domain}`;
}

export function maskPhone(phone: string | null): string {
  return phone ? `*** ${phone.slice(-3)}` : 'none';
}

/** A customer as colleagues may see it outside of an order. */
export function withoutContact({ id, loyaltyTier, newsletterOptIn }: Customer) {
  return { id, loyaltyTier, newsletterOptIn };
}

/** The same person gives the same pseudonym; nobody can compute it without our key. */
export function pseudonymOf(identifier: string): string {
  const key = process.env.PSEUDONYM_KEY;
  if (!key) throw new Error('PSEUDONYM_KEY is not set');
  return createHmac('sha256', key).update(identifier).digest('base64url');
}

export function encryptField(text: string): string {
  const key = Buffer.from(process.env.FIELD_KEY ?? '', 'base64');
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return [nonce, cipher.getAuthTag(), body].map((part) => part.toString('base64')).join('.');
}
