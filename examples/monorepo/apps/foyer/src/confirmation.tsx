import { useEffect } from 'react';
import type { Booking } from '@curtain/people';
import { countVisit } from '@curtain/visits';

export function Confirmation({ booking }: { booking: Booking }) {
  // Nobody has asked here: the package cannot know, and this page forgot.
  useEffect(() => countVisit('confirmation'), []);
  return (
    <p>
      Thank you, {booking.guest.fullName}. Your seats: {booking.seats.join(', ')}.
    </p>
  );
}
