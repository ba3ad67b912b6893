import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';
import { navigation, toUrl } from './shared/navigation';
import { fieldsType } from './shared/web-request';

export const vueRouter: Model = {
  id: 'vue-router',
  title: 'Vue Router',
  kind: 'framework',
  packages: ['vue-router'],
  exports: { useRouter: 'useRouter', createRouter: 'useRouter', useRoute: 'useRoute', Router: 'Router' },
  ambient: { $router: 'router' },
  components: { RouterLink: toUrl('0.to'), 'router-link': toUrl('0.to'), NuxtLink: toUrl('0.to') },
  types: {
    useRouter: { call: { returns: 'router' } },
    Router: { construct: { returns: 'router' } },
    router: { members: navigation },
    useRoute: { call: { returns: 'route' } },
    route: { members: { query: 'fields', params: 'fields' } },
    fields: fieldsType,
  },
  source: 'Vue Router 4 documentation, router.vuejs.org/api (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { useRouter } from 'vue-router';",
        'const router = useRouter();',
        "router.push({ path: '/welcome', query: { email: user.email } }); // ! pii-in-url",
      ),
    ],
    silent: [
      withUser("import { useRouter } from 'vue-router';", 'const router = useRouter();', 'router.push(`/members/${user.id}`);'),
    ],
  },
};
