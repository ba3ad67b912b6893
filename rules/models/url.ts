import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';
import { each } from './shared/functions';
import { urlTypes } from './shared/urls';

/** Building a URL is no leak yet: content gathers in the object and is judged where the URL is used. */
export const url: Model = {
  id: 'url',
  title: 'URL and URLSearchParams',
  kind: 'utility',
  packages: ['url', 'node:url', 'whatwg-url'],
  exports: { URL: 'URL', URLSearchParams: 'URLSearchParams' },
  ambient: { URL: 'URL', URLSearchParams: 'URLSearchParams' },
  types: {
    URL: {
      construct: { content: 'arguments', returns: 'url' },
      members: each(['createObjectURL', 'revokeObjectURL', 'canParse'], {}),
    },
    URLSearchParams: { construct: { content: 'arguments', returns: 'params' } },
    ...urlTypes,
  },
  source: 'URL standard, developer.mozilla.org/docs/Web/API/URL and URLSearchParams (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        '',
        'const params = new URLSearchParams({ email: user.email });',
        'await fetch(`/api/search?${params}`); // ! pii-in-url',
      ),
      withUser(
        '',
        "const url = new URL('/api/search', location.origin);",
        "url.searchParams.set('email', user.email);",
        'await fetch(url); // ! pii-in-url',
      ),
    ],
    silent: [
      withUser(
        '',
        "const url = new URL('/api/search', location.origin);",
        "url.searchParams.set('user', user.id);",
        'await fetch(url);',
      ),
    ],
  },
};
