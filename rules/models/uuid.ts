import type { Model } from '../../server/engine/model';
import { each, functions } from './shared/functions';
import { weakHash } from './shared/hash';
import { withUser } from './shared/snippets';

/** Versions 3 and 5 are unkeyed hashes of a name; the others are random. */
export const uuid: Model = {
  id: 'uuid',
  title: 'uuid and nanoid',
  kind: 'utility',
  packages: ['uuid', 'nanoid', 'nanoid/*', 'ulid', 'cuid', '@paralleldrive/cuid2', 'shortid', 'ksuid'],
  ...functions({
    ...each(['v1', 'v4', 'v6', 'v7', 'nanoid', 'customAlphabet', 'ulid', 'createId', 'cuid', 'generate'], { fresh: true }),
    ...each(['validate', 'version'], {}),
    ...each(['v3', 'v5'], weakHash),
  }),
  ambient: { uuidv4: 'v4()', uuidv5: 'v5()', nanoid: 'nanoid()' },
  source: 'uuid 13 documentation, github.com/uuidjs/uuid; nanoid 5 (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { v5 } from 'uuid';",
        'const anonymousId = v5(user.email, v5.URL); // ! weak-anonymization',
        'return anonymousId;',
      ),
    ],
    silent: [withUser("import { v4 } from 'uuid';", 'const anonymousId = v4();', "console.log('visitor', anonymousId);")],
  },
};
