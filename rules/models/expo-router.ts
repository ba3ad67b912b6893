import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';
import { each } from './shared/functions';

/** Screens of an app on a phone: no address bar shows, keeps or sends on what one hands to the next. */
export const expoRouter: Model = {
  id: 'expo-router',
  title: 'Expo Router',
  kind: 'framework',
  packages: ['expo-router'],
  exports: { useRouter: 'useRouter', router: 'router' },
  types: {
    useRouter: { call: { returns: 'router' } },
    router: { members: each(['push', 'replace', 'navigate', 'back', 'canGoBack', 'dismiss', 'dismissAll', 'setParams'], {}) },
  },
  source: 'Expo Router documentation, docs.expo.dev/router (from memory, 2026-11)',
  examples: {
    finds: [
      withUser("import { useRouter } from 'next/navigation';", "useRouter().push('/chat?phone=' + user.phone); // ! pii-in-url"),
    ],
    silent: [
      withUser(
        "import { useRouter } from 'expo-router';",
        'const router = useRouter();',
        "router.push({ pathname: '/chat', params: { phone: user.phone } });",
      ),
    ],
  },
};
