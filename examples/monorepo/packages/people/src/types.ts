/** Somebody who has booked. */
export interface Guest {
  id: string;
  fullName: string;
  email: string;
  phone: string;
  /** A place for a wheelchair, an induction loop. */
  accessNeeds?: string;
}

export interface Booking {
  id: string;
  guest: Guest;
  seats: string[];
  cents: number;
}
