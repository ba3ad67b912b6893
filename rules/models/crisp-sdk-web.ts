import type { Model } from '../../server/engine/model';
import { each, sends } from './shared/actions';
import { withUser } from './shared/people';
import { surface } from './shared/surface';

const api = surface({ members: { Crisp: 'crisp' } });

export const crispSdkWeb: Model = {
  id: 'crisp-sdk-web',
  title: 'Crisp',
  kind: 'support',
  vendor: 'Crisp',
  hosts: ['client.crisp.chat', 'api.crisp.chat'],
  needs: ['email', 'person-name', 'message-content'],
  packages: ['crisp-sdk-web'],
  exports: api.exports,
  ambient: { $crisp: 'queue', Crisp: 'crisp' },
  types: {
    ...api.types,
    queue: { members: { push: sends(['*']) } },
    crisp: { members: { configure: { config: 1 }, user: 'user', session: 'session', message: 'message', setTokenId: {} } },
    user: { members: each(['setEmail', 'setPhone', 'setNickname', 'setAvatar', 'setCompany'], sends(['*'])) },
    session: { members: each(['setData', 'pushEvent', 'setSegments'], sends(['*'])) },
    message: { members: each(['send', 'show', 'setMessageText'], sends(['*'])) },
  },
  source: 'crisp-sdk-web 1 README and Crisp $crisp reference (from memory, 2026-11)',
  examples: {
    finds: [
      withUser("import { Crisp } from 'crisp-sdk-web';", 'Crisp.user.setEmail(user.email); // ! pii-to-third-party'),
      withUser('', "$crisp.push(['set', 'user:nickname', [user.fullName]]); // ! pii-to-third-party"),
    ],
    silent: [withUser("import { Crisp } from 'crisp-sdk-web';", 'Crisp.session.setData({ orderId });')],
  },
};
