import type { Model } from '../../server/engine/model';
import { each } from './shared/functions';
import { request } from './shared/http-client';
import { withUser } from './shared/snippets';

export const graphqlRequest: Model = {
  id: 'graphql-request',
  title: 'GraphQL clients',
  kind: 'http',
  packages: ['graphql-request', 'graphql-tag', '@apollo/client', '@apollo/client/*', 'urql', '@urql/core'],
  exports: {
    // `graphql-request` gives the function, `graphql-tag` the tag.
    default: 'request',
    request: 'request',
    GraphQLClient: 'GraphQLClient',
    ApolloClient: 'GraphQLClient',
    gql: 'document',
    graphql: 'document',
    ...Object.fromEntries(
      ['useQuery', 'useSuspenseQuery', 'useLazyQuery', 'useMutation', 'useSubscription'].map((name) => [name, 'hook']),
    ),
  },
  types: {
    request: { call: { ...request({ url: '0', data: ['2'] }), reader: 'graphql' } },
    GraphQLClient: { construct: { returns: 'client', config: 0 } },
    client: {
      members: {
        ...each(['request', 'rawRequest'], { ...request({ url: '', data: ['1'] }), reader: 'graphql' }),
        ...each(['query', 'mutate'], { ...request({ url: '', data: ['0.variables'], baseUrl: 'uri' }), reader: 'graphql' }),
      },
    },
    document: { call: { reader: 'graphql-document' } },
    hook: { call: { reader: 'graphql' } },
  },
  source:
    'graphql-request 7 documentation, github.com/graffle-js/graffle; @apollo/client 4, apollographql.com/docs/react (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { request } from 'graphql-request';",
        "await request('https://partner.example/graphql', 'mutation', { email: user.email }); // ! pii-to-third-party",
      ),
      withUser(
        "import { gql, useQuery } from '@apollo/client';\nconst RIDER = gql`query Rider { rider { id name phone } }`;",
        'export function Rider() {\n  const { data } = useQuery(RIDER);\n  console.log(data.rider); // ! pii-in-logs\n}',
      ),
    ],
    silent: [
      withUser("import { request } from 'graphql-request';", "await request('/graphql', 'mutation', { email: user.email });"),
      withUser(
        "import { gql, useQuery } from '@apollo/client';\nconst RIDER = gql`query Rider { rider { id bike { name } } }`;",
        'export function Rider() {\n  const { data } = useQuery(RIDER);\n  console.log(data.rider);\n}',
      ),
    ],
  },
};
