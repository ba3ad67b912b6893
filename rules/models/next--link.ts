import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';
import { toUrl } from './shared/navigation';

const link = toUrl('0.href', '0.as');

/** `default` is the export; `Link` is the name that snippets without an import use. */
export const nextLink: Model = {
  id: 'next/link',
  title: 'Next.js Link',
  kind: 'framework',
  packages: ['next/link'],
  exports: { default: 'Link' },
  components: { default: link, Link: link },
  types: { Link: {} },
  source: 'Next.js 16 documentation, nextjs.org/docs/app/api-reference/components/link (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import Link from 'next/link';",
        'return <Link href={`/members?email=${user.email}`}>profile</Link>; // ! pii-in-url',
      ),
    ],
    silent: [withUser("import Link from 'next/link';", 'return <Link href={`/members/${user.id}`}>{user.fullName}</Link>;')],
  },
};
