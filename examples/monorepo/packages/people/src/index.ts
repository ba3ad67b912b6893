export { audit } from './audit';
export type { Guest, Booking } from './types';
export { choice } from './choice';
