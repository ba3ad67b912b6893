import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const api = surface({ main: 'mail', members: { mail: 'mailer', Mail: 'mailer' } });

/** The message is put together in a callback, or by a class of the project that is handed over. */
export const adonisMail: Model = {
  id: '@adonisjs/mail',
  title: 'AdonisJS Mail',
  kind: 'messaging',
  vendor: 'the mail provider',
  packages: ['@adonisjs/mail/services/main', '@ioc:Adonis/Addons/Mail'],
  exports: api.exports,
  types: {
    ...api.types,
    mailer: {
      members: {
        use: { returns: 'mailer' },
        ...each(['send', 'sendLater'], sends([])),
        ...each(['fake', 'restore', 'close', 'closeAll'], {}),
      },
    },
  },
  consent: { channel: 'email', calls: { 'mailer.send': 'sends', 'mailer.sendLater': 'sends' } },
  source: 'AdonisJS 6 documentation of mail (from memory, 2026-11)',
  examples: {
    finds: [
      `import mail from '@adonisjs/mail/services/main';
export async function promote(customers: { email: string }[]) {
  const people = await Customer.query().select('email');
  for (const person of people)
    await mail.send((message) => { // ! marketing-without-opt-in
      message.to(person.email).subject('Spring sale: 20% off everything').htmlView('emails/spring');
    });
}`,
    ],
    silent: [
      withUser(
        "import mail from '@adonisjs/mail/services/main';",
        "await mail.send((message) => { message.to(user.email).subject('Your receipt').htmlView('emails/receipt'); });",
      ),
    ],
  },
};
