import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';
import { toUrl } from './shared/navigation';
import { each } from './shared/functions';

/** Component libraries whose links and buttons are `<a href>` in the end. */
export const heroui: Model = {
  id: '@heroui/react',
  title: 'Links of component libraries',
  kind: 'framework',
  packages: [
    '@heroui/react',
    '@heroui/link',
    '@nextui-org/react',
    '@chakra-ui/react',
    '@mui/material',
    '@mui/joy',
    '@radix-ui/themes',
    'react-bootstrap',
    'flowbite-react',
  ],
  exports: {},
  components: each(['Link', 'Button', 'LinkButton'], toUrl('0.href')),
  types: {},
  source: 'HeroUI 2 documentation, heroui.com/docs/components/link; MUI 7, mui.com/material-ui/react-link (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { Link } from '@heroui/react';",
        'return <Link href={`/login?email=${user.email}`} size="sm">Log in</Link>; // ! pii-in-url',
      ),
    ],
    silent: [
      withUser("import { Link } from '@heroui/react';", 'return <Link href={`mailto:${user.email}`}>{user.fullName}</Link>;'),
      withUser("import { Button } from '@mui/material';", 'return <Button href={`/members/${user.id}`}>{user.email}</Button>;'),
    ],
  },
};
