import type { Model } from '../../server/engine/model';

/** Sends errors of a Nest application to Sentry, with the fields of the request's user that its options name. */
export const nestRaven: Model = {
  id: 'nest-raven',
  title: 'nest-raven',
  kind: 'error-tracking',
  vendor: 'Sentry',
  packages: ['nest-raven'],
  exports: { RavenInterceptor: 'interceptor' },
  types: { interceptor: { construct: {} } },
  recorders: [
    {
      starts: ['RavenInterceptor'],
      options: 0,
      byDefault: [],
      settings: [
        {
          option: 'user',
          what: 'identity',
          shows: [true, 'email', 'firstName', 'lastName', 'name', 'fullName', 'username', 'phone', 'ip', 'ip_address'],
          hides: [false],
        },
        { option: 'request', what: 'identity', shows: ['data', 'cookies', 'headers'] },
      ],
      source: 'github.com/mentos1386/nest-raven readme (user, request: names of fields or true; from memory, 2026-11-25)',
    },
  ],
  source: 'github.com/mentos1386/nest-raven readme (from memory, 2026-11)',
  examples: {
    finds: [
      "import { RavenInterceptor } from 'nest-raven';\nexport const interceptor = new RavenInterceptor({ user: ['_id', 'email'] }); // ! pii-to-third-party",
    ],
    silent: [
      "import { RavenInterceptor } from 'nest-raven';\nexport const interceptor = new RavenInterceptor({ user: ['_id', 'roles'] });",
    ],
  },
};
