import { prisma } from '../database';
import { logger } from '../logging/logger';
import { mail, sender } from './client';
import { sealed } from './sealed-link';

const unsubscribeUrl = (customerId: string) => `https://daily-crumb.example/unsubscribe?token=${sealed(customerId)}`;

/** Bread of the season, every Thursday, to those who asked for it. */
export async function sendWeeklyLetter(html: string) {
  const readers = await prisma.customer.findMany({
    where: { newsletterOptIn: true, unsubscribedAt: null },
    select: { id: true, email: true },
  });
  for (const reader of readers) {
    await mail.emails.send({
      from: sender,
      to: reader.email,
      subject: 'Bread of the season',
      html: `${html}<p><a href="${unsubscribeUrl(reader.id)}">No more letters</a></p>`,
    });
  }
  logger.info({ readers: readers.length }, 'weekly letter sent');
}

/** Those who have not ordered for three months get a voucher. */
export async function sendWinBackOffer(html: string) {
  const since = new Date(Date.now() - 90 * 24 * 60 * 60 * 1000);
  const quiet = await prisma.customer.findMany({
    where: { orders: { none: { createdAt: { gt: since } } } },
    select: { email: true },
  });
  await Promise.all(
    quiet.map(({ email }) => mail.emails.send({ from: sender, to: email, subject: 'We miss you: 10 % off', html })),
  );
  logger.info({ quiet: quiet.length }, 'win-back offer sent');
}
