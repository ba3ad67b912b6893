import type { Model } from '../../server/engine/model';
import { sends } from './shared/actions';
import { consented } from './shared/people';
import { surface } from './shared/surface';

const api = surface({ classes: { Tinybird: 'client' } });
const head = [
  "import { Tinybird } from '@chronark/zod-bird';",
  "const client = new Tinybird({ token: 'key' });",
  "const record = client.buildIngestEndpoint({ datasource: 'visits' });",
].join('\n');

/** An endpoint is a function: what it is called with is written down at the vendor. */
export const chronarkZodBird: Model = {
  id: '@chronark/zod-bird',
  title: 'Tinybird',
  kind: 'analytics',
  vendor: 'Tinybird',
  hosts: ['api.tinybird.co', 'api.us-east.tinybird.co', 'api.eu-west-1.aws.tinybird.co'],
  packages: ['@chronark/zod-bird', '@tinybirdco/sdk'],
  exports: api.exports,
  types: {
    ...api.types,
    client: {
      members: { buildIngestEndpoint: { returns: 'ingest' }, buildPipe: { returns: 'pipe' }, ingest: sends(['0', '1']) },
    },
    ingest: { call: sends(['0']) },
    pipe: { call: sends(['0']) },
  },
  source: 'README of zod-bird 1 and documentation of the Tinybird events API (from memory, 2026-11)',
  examples: {
    finds: [consented(head, 'await record({ id: user.id, email: user.email }); // ! pii-to-third-party')],
    silent: [consented(head, 'await record({ id: user.id });')],
  },
};
