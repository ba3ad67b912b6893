import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { messagingNecessary, textNecessary } from './shared/necessary';
import { withPatient, withUser } from './shared/people';
import { surface } from './shared/surface';

const texts = [
  'subject',
  'text',
  'html',
  'amp',
  'attachments',
  'template',
  'context',
  'locals',
  'data',
  'variables',
  'body',
  'icalEvent',
  'raw',
];
const addresses = ['to', 'from', 'cc', 'bcc', 'replyTo', 'sender', 'envelope', 'headers'];
const sendMail = sends(['0'], messagingNecessary('0', addresses, texts));
const api = surface({
  classes: { MailerService: 'transporter', Transporter: 'transporter' },
  members: { createTransport: { returns: 'transporter', config: 0 }, createTestAccount: {}, getTestMessageUrl: {} },
});

/** Mailers known by name only differ in their arguments, so for `send` the whole first one counts as address and text. */
export const nodemailer: Model = {
  id: 'nodemailer',
  title: 'Nodemailer',
  kind: 'messaging',
  vendor: 'the mail provider',
  packages: ['nodemailer', '@nestjs-modules/mailer'],
  exports: api.exports,
  ambient: {
    nodemailer: 'module',
    transporter: 'transporter',
    mailer: 'mailer',
    mailTransport: 'transporter',
    mailerService: 'mailer',
  },
  types: {
    ...api.types,
    transporter: { members: { sendMail, ...each(['verify', 'close', 'use', 'on', 'isIdle'], {}), options: 'options' } },
    // How the program signs in to its mail server.
    options: { nobody: true },
    mailer: { members: { sendMail, ...each(['send', 'sendEmail'], sends(['0'], textNecessary('0'))) } },
  },
  consent: {
    channel: 'email',
    calls: { 'transporter.sendMail': 'sends', 'mailer.sendMail': 'sends', 'mailer.send': 'sends', 'mailer.sendEmail': 'sends' },
  },
  source: 'Nodemailer 7 documentation (from memory, 2026-11)',
  examples: {
    finds: [
      withPatient(
        "import nodemailer from 'nodemailer';\nconst transporter = nodemailer.createTransport({ host: 'smtp.example' });",
        "await transporter.sendMail({ to: patient.email, headers: { 'X-Case': patient.diagnosis } }); // ! pii-to-third-party",
      ),
      withPatient(
        '',
        "await mailer.sendMail({ to: patient.email, subject: 'Your result', text: patient.diagnosis }); // ! pii-to-third-party",
      ),
    ],
    silent: [
      withUser('', "await mailer.sendMail({ to: user.email, subject: 'Receipt', html: `<p>Hello ${user.fullName}</p>` });"),
      withUser('', "await mailer.send({ to: user.email, template: 'invoice', data: { name: user.fullName } });"),
    ],
  },
};
