import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';

export const nextImage: Model = {
  id: 'next/image',
  title: 'Next.js Image',
  kind: 'framework',
  packages: ['next/image', 'next/font/*', 'next/dynamic'],
  exports: { default: 'component', getImageProps: 'component' },
  types: { component: { call: {} } },
  source: 'Next.js 16 documentation, nextjs.org/docs/app/api-reference/components/image (from memory, 2026-11)',
  examples: {
    finds: [],
    silent: [withUser("import Image from 'next/image';", 'return <Image src="/team.png" alt={user.fullName} />;')],
  },
};
