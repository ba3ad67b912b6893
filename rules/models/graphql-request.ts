import type { Model } from '../../server/engine/model';
import { each } from './shared/functions';
import { request } from './shared/http-client';
import { withUser } from './shared/snippets';

export const graphqlRequest: Model = {
  id: 'graphql-request',
  title: 'GraphQL clients',
  kind: 'http',
  packages: ['graphql-request', '@apollo/client', '@apollo/client/*', 'urql', '@urql/core'],
  exports: {
    default: 'request',
    request: 'request',
    GraphQLClient: 'GraphQLClient',
    ApolloClient: 'GraphQLClient',
    ...Object.fromEntries(['useQuery', 'useLazyQuery', 'useMutation', 'useSubscription', 'gql'].map((name) => [name, 'nothing'])),
  },
  types: {
    request: { call: request({ url: '0', data: ['2'] }) },
    GraphQLClient: { construct: { returns: 'client', config: 0 } },
    client: {
      members: {
        ...each(['request', 'rawRequest'], request({ url: '', data: ['1'] })),
        ...each(['query', 'mutate'], request({ url: '', data: ['0.variables'], baseUrl: 'uri' })),
      },
    },
    nothing: { call: {} },
  },
  source:
    'graphql-request 7 documentation, github.com/graffle-js/graffle; @apollo/client 4, apollographql.com/docs/react (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { request } from 'graphql-request';",
        "await request('https://partner.example/graphql', 'mutation', { email: user.email }); // ! pii-to-third-party",
      ),
    ],
    silent: [
      withUser("import { request } from 'graphql-request';", "await request('/graphql', 'mutation', { email: user.email });"),
    ],
  },
};
