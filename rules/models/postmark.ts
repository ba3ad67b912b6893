import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { messagingNecessary } from './shared/necessary';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const addresses = ['To', 'From', 'Cc', 'Bcc', 'ReplyTo', 'Headers'];
const texts = ['Subject', 'TextBody', 'HtmlBody', 'TemplateModel', 'Attachments'];
const api = surface({ classes: { ServerClient: 'client', Client: 'client', Message: 'client' } });

export const postmark: Model = {
  id: 'postmark',
  title: 'Postmark',
  kind: 'messaging',
  vendor: 'Postmark',
  hosts: ['api.postmarkapp.com'],
  packages: ['postmark'],
  exports: api.exports,
  ambient: { postmark: 'client' },
  types: {
    ...api.types,
    client: {
      members: {
        ...each(['sendEmail', 'sendEmailWithTemplate'], sends(['0'], messagingNecessary('0', addresses, texts))),
        ...each(['sendEmailBatch', 'sendEmailBatchWithTemplates'], sends(['0'], messagingNecessary('0[]', addresses, texts))),
        ServerClient: 'class ServerClient',
      },
    },
  },
  consent: {
    channel: 'email',
    endpoints: ['api.postmarkapp.com/email'],
    calls: {
      'client.sendEmail': 'sends',
      'client.sendEmailWithTemplate': 'sends',
      'client.sendEmailBatch': 'sends',
      'client.sendEmailBatchWithTemplates': 'sends',
    },
  },
  source: 'postmark 4 documentation (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { ServerClient } from 'postmark';\nconst client = new ServerClient('key');",
        "await client.sendEmail({ From: 'a@shop.example', To: user.email, Metadata: { phone: user.phone } }); // ! pii-to-third-party",
      ),
    ],
    silent: [
      withUser(
        "import { ServerClient } from 'postmark';\nconst client = new ServerClient('key');",
        "await client.sendEmail({ From: 'a@shop.example', To: user.email, TextBody: `Hello ${user.fullName}` });",
      ),
    ],
  },
};
