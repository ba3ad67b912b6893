import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  {
    ignores: [
      'dist/',
      'coverage/',
      'examples/',
      'test/editor/workspace/',
      '.vscode-test/',
      'test/fixtures/',
      'docs/',
      'node_modules/',
    ],
  },
  tseslint.configs.strict,
  {
    rules: {
      // An index that was just looked up is known to be there; the compiler cannot see it.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/no-empty-function': 'off',
      // A failure that callers tell apart is a class without members.
      '@typescript-eslint/no-extraneous-class': 'off',
      'no-else-return': 'error',
      eqeqeq: 'error',
    },
  },
);
