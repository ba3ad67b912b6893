import { Router } from 'express';
import { audit, type Booking, type Guest } from '@curtain/people';
import { bookings } from './store';

export const router = Router();

router.post('/bookings/:id/refund', (req, res) => {
  const booking = bookings.get(req.params.id);
  if (!booking) return res.status(404).end();
  audit('refund', { booking: booking.id, cents: booking.cents });
  return res.json({ refunded: booking.cents });
});

router.put('/bookings/:id/guest', (req, res) => {
  const booking = bookings.get(req.params.id);
  if (!booking) return res.status(404).end();
  const guest = req.body as Guest;
  // Whoever repairs the lights may read this log.
  audit('guest changed', { booking: booking.id, before: booking.guest.email, after: guest.email });
  booking.guest = guest;
  return res.json(summary(booking));
});

router.get('/bookings/:id/badge', (req, res) => {
  const booking = bookings.get(req.params.id);
  if (!booking) return res.status(404).end();
  // data-ethics-disable-next-line pii-in-url -- reason: the badge printer of the counter knows no other way -- until 2099-12-31
  return res.redirect(`http://localhost:9100/print?name=${encodeURIComponent(booking.guest.fullName)}`);
});

const summary = ({ id, seats }: Booking) => ({ id, seats });
