import { createHmac, timingSafeEqual } from 'node:crypto';

const key = process.env.LINK_KEY ?? '';

const signatureOf = (id: string): string => createHmac('sha256', key).update(id).digest('base64url');

export const sealed = (id: string): string => `${id}.${signatureOf(id)}`;

export function verify(token: string): string | null {
  const [id = '', signature = ''] = token.split('.');
  const expected = Buffer.from(signatureOf(id));
  const given = Buffer.from(signature);
  return expected.length === given.length && timingSafeEqual(expected, given) ? id : null;
}
