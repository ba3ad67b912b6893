import { createHash } from 'node:crypto';

/** A short hash of bytes or text, for keys. */
export function digest(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 32);
}
