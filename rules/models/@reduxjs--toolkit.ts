import type { Action, Model } from '../../server/engine/model';
import { each, functions } from './shared/functions';
import { withUser } from './shared/snippets';

const passes = { content: 'arguments' as const };
/** One endpoint of an API: its `query` makes a request of what it is called with. */
const endpoint: Action = {
  sink: { kind: 'http', url: '', data: [] },
  callback: [{ argument: 0, path: 'query', parameters: [], result: 'request' }],
};
const api = functions({
  ...each(
    ['configureStore', 'createStore', 'createSlice', 'createReducer', 'createSelector', 'combineReducers', 'useSelector'],
    passes,
  ),
  ...each(['createAction', 'createAsyncThunk', 'useDispatch', 'useStore', 'nanoid'], {}),
  createApi: {
    returns: 'api',
    callback: [{ argument: 0, path: 'endpoints', parameters: ['type:builder'], result: 'none' }],
  },
});

/** Stores and selectors hand their content on; nothing of it is written down. */
export const reduxToolkit: Model = {
  id: '@reduxjs/toolkit',
  title: 'Redux',
  kind: 'utility',
  packages: ['@reduxjs/toolkit', '@reduxjs/toolkit/*', 'redux', 'react-redux', 'reselect'],
  ...api,
  types: {
    ...api.types,
    api: {
      members: {
        injectEndpoints: {
          returns: 'api',
          callback: [{ argument: 0, path: 'endpoints', parameters: ['type:builder'], result: 'none' }],
        },
        enhanceEndpoints: { returns: 'api' },
      },
    },
    builder: { members: each(['query', 'mutation', 'infiniteQuery'], endpoint) },
  },
  source: 'Redux Toolkit 2 documentation, redux-toolkit.js.org/api and rtk-query/api/createApi (from memory, 2026-11)',
  examples: {
    finds: [
      [
        "import { createApi } from '@reduxjs/toolkit/query/react';",
        'export const api = createApi({',
        'endpoints: (build) => ({',
        'find: build.query({ // ! pii-in-url',
        'query: (user: { email: string }) => ({ url: `/users?email=${user.email}` }) }),',
        '}) });',
      ].join('\n'),
    ],
    silent: [withUser("import { nanoid } from '@reduxjs/toolkit';", "console.log('created', nanoid(), Boolean(user.email));")],
  },
};
