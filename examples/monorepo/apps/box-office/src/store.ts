import type { Booking } from '@curtain/people';

/** Tonight's bookings, read when the doors open. */
export const bookings = new Map<string, Booking>();
