import type { Model } from '../../server/engine/model';
import { each } from './shared/functions';
import { withUser } from './shared/people';

/** A client for other services of one's own: what is emitted leaves the process, for whoever listens. */
export const nestjsMicroservices: Model = {
  id: '@nestjs/microservices',
  title: 'other services',
  kind: 'queue',
  packages: ['@nestjs/microservices'],
  exports: { ClientProxy: 'ClientProxy', ClientKafka: 'ClientProxy', ClientProxyFactory: 'factory' },
  types: {
    ClientProxy: { construct: { returns: 'client' } },
    factory: { members: { create: { returns: 'client' } } },
    client: {
      members: { emit: { sink: { kind: 'share', data: ['1'] } }, ...each(['connect', 'close'], {}) },
    },
  },
  source: 'docs.nestjs.com/microservices/basics (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { ClientProxy } from '@nestjs/microservices';",
        'declare const others: ClientProxy;',
        "others.emit('user.joined', { user }); // ! whole-record-shared",
      ),
    ],
    silent: [
      withUser(
        "import { ClientProxy } from '@nestjs/microservices';",
        'declare const others: ClientProxy;',
        "others.emit('user.joined', { userId: user.id });",
      ),
    ],
  },
};
