import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';
import { navigation, toUrl } from './shared/navigation';
import { fieldsType } from './shared/web-request';

/** The application router and the older pages router. */
export const nextNavigation: Model = {
  id: 'next/navigation',
  title: 'Next.js navigation',
  kind: 'framework',
  packages: ['next/navigation', 'next/router', 'next-intl/navigation', 'next-nprogress-bar'],
  exports: {
    useRouter: 'useRouter',
    default: 'router',
    Router: 'router',
    redirect: 'redirect',
    permanentRedirect: 'redirect',
    useSearchParams: 'useSearchParams',
    useParams: 'useSearchParams',
    usePathname: 'nothing',
    notFound: 'nothing',
  },
  ambient: { useRouter: 'useRouter', redirect: 'redirect', permanentRedirect: 'redirect' },
  types: {
    useRouter: { call: { returns: 'router' } },
    router: { members: { ...navigation, query: 'fields' } },
    redirect: { call: toUrl('0') },
    useSearchParams: { call: { returns: 'fields' } },
    nothing: { call: {} },
    fields: fieldsType,
  },
  source: 'Next.js 16 documentation, nextjs.org/docs/app/api-reference/functions/use-router (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { useRouter } from 'next/navigation';",
        'const router = useRouter();',
        'router.push(`/welcome?email=${user.email}`); // ! pii-in-url',
      ),
      withUser("import { redirect } from 'next/navigation';", "redirect('/welcome?email=' + user.email); // ! pii-in-url"),
    ],
    silent: [withUser("import { redirect } from 'next/navigation';", 'redirect(`/members/${user.id}`);')],
  },
};
