import type { Action, Model } from '../../server/engine/model';
import { sends, type Necessary } from './shared/actions';
import { messagingNecessary } from './shared/necessary';
import { withUser } from './shared/people';

const necessary: Necessary = messagingNecessary(
  '0',
  ['Source', 'FromEmailAddress', 'Destination', 'Destinations', 'ReplyToAddresses'],
  ['Message', 'Content', 'TemplateData', 'DefaultTemplateData', 'DefaultContent', 'RawMessage', 'BulkEmailEntries'],
);
const send = sends(['0'], necessary);
const command = { construct: send };
const commands = [
  'SendEmailCommand',
  'SendTemplatedEmailCommand',
  'SendRawEmailCommand',
  'SendBulkEmailCommand',
  'SendBulkTemplatedEmailCommand',
];
const client: Action = { returns: 'client', config: 0 };
const methods = ['sendEmail', 'sendTemplatedEmail', 'sendRawEmail', 'sendBulkEmail', 'sendBulkTemplatedEmail'];

/** A command is sent right after it is made, so the call that makes it is the place. */
export const awsSdkClientSes: Model = {
  id: '@aws-sdk/client-ses',
  title: 'Amazon SES',
  kind: 'messaging',
  vendor: 'Amazon SES',
  packages: ['@aws-sdk/client-ses', '@aws-sdk/client-sesv2'],
  exports: {
    ...Object.fromEntries(commands.map((name) => [name, 'command'])),
    SES: 'class SES',
    SESv2: 'class SES',
    SESClient: 'class SES',
    SESv2Client: 'class SES',
    '*': 'module',
  },
  types: {
    module: { members: Object.fromEntries(commands.map((name) => [name, 'command'])) },
    command,
    'class SES': { construct: client },
    client: { members: { ...Object.fromEntries(methods.map((name) => [name, send])), send: {} } },
  },
  consent: {
    channel: 'email',
    calls: {
      'new command': 'sends',
      ...Object.fromEntries(methods.map((name) => [`client.${name}`, 'sends' as const])),
    },
  },
  source: 'AWS SDK for JavaScript 3 reference of SES and SESv2 (from memory, 2026-11)',
  examples: {
    finds: [
      `import { SESClient, SendEmailCommand } from '@aws-sdk/client-ses';
export async function newsletter(guests: { email: string }[]) {
  const people = await prisma.guest.findMany({ select: { email: true } });
  for (const { email } of people)
    await ses.send(new SendEmailCommand({ Destination: { ToAddresses: [email] }, Message: { Subject: { Data: 'Winter sale: 20% off' } } })); // ! marketing-without-opt-in
}`,
      withUser(
        "import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';\nconst ses = new SESv2Client({});",
        "await ses.send(new SendEmailCommand({ EmailTags: [{ Name: 'phone', Value: user.phone }] })); // ! pii-to-third-party",
      ),
    ],
    silent: [
      withUser(
        "import { SESClient, SendEmailCommand } from '@aws-sdk/client-ses';\nconst ses = new SESClient({});",
        "await ses.send(new SendEmailCommand({ Destination: { ToAddresses: [user.email] }, Source: 'a@shop.example' }));",
      ),
    ],
  },
};
