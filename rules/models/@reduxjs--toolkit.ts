import type { Model } from '../../server/engine/model';
import { each, functions } from './shared/functions';
import { withUser } from './shared/snippets';

const passes = { content: 'arguments' as const };

/** Stores and selectors hand their content on; nothing of it is written down. */
export const reduxToolkit: Model = {
  id: '@reduxjs/toolkit',
  title: 'Redux',
  kind: 'utility',
  packages: ['@reduxjs/toolkit', '@reduxjs/toolkit/*', 'redux', 'react-redux', 'reselect'],
  ...functions({
    ...each(
      ['configureStore', 'createStore', 'createSlice', 'createReducer', 'createSelector', 'combineReducers', 'useSelector'],
      passes,
    ),
    ...each(['createAction', 'createAsyncThunk', 'useDispatch', 'useStore', 'nanoid'], {}),
  }),
  source: 'Redux Toolkit 2 documentation, redux-toolkit.js.org/api (from memory, 2026-11)',
  examples: {
    finds: [],
    silent: [withUser("import { nanoid } from '@reduxjs/toolkit';", "console.log('created', nanoid(), Boolean(user.email));")],
  },
};
