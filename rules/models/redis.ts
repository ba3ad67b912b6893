import type { Action, Model } from '../../server/engine/model';
import { each } from './shared/functions';
import { withUser } from './shared/snippets';

const keeps = (data: string): Action => ({ sink: { kind: 'share', data: [data] } });

/** What is stored here is not a finding of its own; what is read back is not known to be personal. */
export const redis: Model = {
  id: 'redis',
  title: 'Redis clients',
  kind: 'cache',
  packages: ['redis', 'ioredis', '@upstash/redis', '@redis/client', '@vercel/kv'],
  exports: { default: 'Redis', Redis: 'Redis', createClient: 'createClient', Cluster: 'Redis', kv: 'client' },
  ambient: { redis: 'client' },
  types: {
    Redis: { construct: { returns: 'client' }, otherwise: { returns: 'client' } },
    createClient: { call: { returns: 'client' } },
    client: {
      members: {
        multi: { returns: 'client' },
        pipeline: { returns: 'client' },
        on: { returns: 'client' },
        ...each(['set', 'setnx', 'setNX', 'getset', 'getSet', 'append'], keeps('1')),
        ...each(['setex', 'setEx', 'setEX', 'psetex', 'pSetEx'], keeps('2')),
        ...each(
          ['hset', 'hSet', 'hsetnx', 'hSetNX', 'hmset', 'hMSet', 'lpush', 'lPush', 'rpush', 'rPush', 'sadd', 'sAdd'],
          keeps('1*'),
        ),
        ...each(['zadd', 'zAdd', 'xadd', 'xAdd'], keeps('1*')),
      },
      otherwise: {},
    },
  },
  source: 'redis 5 and ioredis 5 documentation, redis.io/docs/latest/develop/clients/nodejs (from memory, 2026-11)',
  examples: {
    finds: [],
    silent: [
      withUser("import Redis from 'ioredis';", 'const redis = new Redis();', "console.log(await redis.set('last', user.email));"),
    ],
  },
};
