import type { Model } from '../../server/engine/model';
import { withUser } from './shared/people';

/** Carriers of messages that are mostly reached by plain HTTP: they need whom a message is for and what it says. */
export const messageGateways: Model = {
  id: 'message-gateways',
  title: 'Gateways for SMS and e-mail',
  kind: 'messaging',
  hosts: [
    'msg91.com',
    '2factor.in',
    'fast2sms.com',
    'textlocal.in',
    'kaleyra.io',
    'gupshup.io',
    'infobip.com',
    'clickatell.com',
    'africastalking.com',
    'termii.com',
    'bulksms.com',
    'smsglobal.com',
    'clicksend.com',
    'textmagic.com',
    'telnyx.com',
    'sinch.com',
    'createsend.com',
    'dotmailer.com',
    'dotdigital.com',
    'mailersend.com',
    'sparkpost.com',
    'elasticemail.com',
    'smtp2go.com',
    'zeptomail.com',
    'aligo.in',
    'solapi.com',
    'netgsm.com.tr',
    'kavenegar.com',
    'semaphore.co',
    'hubtel.com',
    'arkesel.com',
    'ultramsg.com',
    'z-api.io',
    'api.push.apple.com',
    'api.sandbox.push.apple.com',
  ],
  packages: [],
  needs: ['email', 'phone', 'person-name', 'username', 'message-content', 'purchase-history', 'postal-address', 'credential'],
  types: {},
  source: 'API references of the carriers named by their hosts (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        '',
        "await fetch('https://api.msg91.com/api/v5/flow', { method: 'POST', body: JSON.stringify({ mobiles: user.phone, iban: user.iban }) }); // ! pii-to-third-party",
      ),
    ],
    silent: [
      withUser(
        '',
        "await fetch('https://api.msg91.com/api/v5/flow', { method: 'POST', body: JSON.stringify({ mobiles: user.phone, name: user.fullName }) });",
      ),
    ],
  },
};
