import type { Model } from '../../server/engine/model';
import { withUser } from './shared/snippets';
import { each } from './shared/functions';
import { navigation, toUrl } from './shared/navigation';
import { webTypes, webRequest } from './shared/web-request';

/** Client routing, and the server functions that React Router took over from Remix. */
export const reactRouter: Model = {
  id: 'react-router',
  title: 'React Router',
  kind: 'framework',
  packages: [
    'react-router',
    'react-router-dom',
    'react-router/*',
    '@remix-run/react',
    '@remix-run/node',
    '@remix-run/cloudflare',
    '@remix-run/server-runtime',
    '@tanstack/react-router',
    'wouter',
  ],
  exports: {
    useNavigate: 'useNavigate',
    useHistory: 'useHistory',
    useParams: 'useParams',
    useSearchParams: 'useSearchParams',
    redirect: 'redirect',
    redirectDocument: 'redirect',
    replace: 'redirect',
    json: 'json',
    LoaderFunctionArgs: 'Arguments',
    ActionFunctionArgs: 'Arguments',
  },
  ambient: { navigate: 'navigate', useNavigate: 'useNavigate' },
  components: {
    ...each(['Link', 'NavLink', 'Navigate', 'Redirect'], toUrl('0.to', '0.search', '0.params')),
    Form: toUrl('0.action'),
  },
  types: {
    useNavigate: { call: { returns: 'navigate' } },
    navigate: { call: toUrl('0') },
    useHistory: { call: { returns: 'history' } },
    history: { members: navigation },
    useParams: { call: { returns: 'fields' } },
    useSearchParams: { call: { returns: 'pair' } },
    pair: { members: { 0: 'fields', 1: 'navigate' } },
    redirect: { call: toUrl('0') },
    json: { call: {} },
    Arguments: { construct: { returns: 'arguments' } },
    arguments: { members: { request: 'request', params: 'fields' } },
    request: webRequest,
    ...webTypes,
  },
  source: 'React Router 7 documentation, reactrouter.com/api; Remix 2, v2.remix.run/docs (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { useNavigate } from 'react-router';",
        'const navigate = useNavigate();',
        'navigate(`/welcome?email=${user.email}`); // ! pii-in-url',
      ),
      withUser("import { redirect } from '@remix-run/node';", "return redirect('/welcome?email=' + user.email); // ! pii-in-url"),
      withUser(
        "import { Link } from 'react-router-dom';",
        'return <Link to={`/members?email=${user.email}`}>x</Link>; // ! pii-in-url',
      ),
    ],
    silent: [
      withUser(
        "import { useNavigate } from 'react-router';",
        'const navigate = useNavigate();',
        'navigate(`/members/${user.id}`);',
      ),
    ],
  },
};
