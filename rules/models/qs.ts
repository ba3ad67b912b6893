import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';
import { each, functions } from './shared/functions';
import { passes } from './shared/hash';

const writes = { content: 'arguments' as const, text: true };

export const qs: Model = {
  id: 'qs',
  title: 'query string builders',
  kind: 'utility',
  packages: ['qs', 'query-string', 'querystring', 'node:querystring'],
  ...functions({ ...each(['stringify', 'stringifyUrl', 'encode'], writes), ...each(['parse', 'parseUrl', 'decode'], passes) }),
  ambient: { qs: 'namespace', querystring: 'namespace' },
  source: 'qs 6 and query-string 9 documentation; nodejs.org/api/querystring.html (from memory, 2026-11)',
  examples: {
    finds: [
      withUser("import qs from 'qs';", 'await fetch(`/api/search?${qs.stringify({ email: user.email })}`); // ! pii-in-url'),
    ],
    silent: [withUser("import qs from 'qs';", 'await fetch(`/api/search?${qs.stringify({ user: user.id })}`);')],
  },
};
