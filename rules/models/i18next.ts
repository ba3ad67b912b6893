import type { Model } from '../../server/engine/model';
import { each } from './shared/functions';
import { withUser } from './shared/snippets';

const translate = {};

/** A translation is the text of a label, whatever its key is called. */
export const i18next: Model = {
  id: 'i18next',
  title: 'i18next',
  kind: 'utility',
  packages: ['i18next', 'react-i18next', 'next-i18next', 'next-intl', 'next-intl/server', 'vue-i18n', 'svelte-i18n'],
  exports: {
    default: 'i18n',
    t: 't',
    i18n: 'i18n',
    ...Object.fromEntries(['useTranslation', 'getTranslation', 'useI18n'].map((name) => [name, 'hook'])),
    ...Object.fromEntries(['useTranslations', 'getTranslations'].map((name) => [name, 'translator'])),
  },
  ambient: { t: 't', i18n: 'i18n', i18next: 'i18n', $t: 't' },
  types: {
    i18n: { members: { ...each(['t', 'exists', 'use', 'init', 'changeLanguage'], translate) } },
    t: { call: translate, members: each(['rich', 'raw', 'markup'], translate) },
    hook: { call: { returns: 'result' } },
    result: { members: { t: 't', i18n: 'i18n', 0: 't' } },
    translator: { call: { returns: 't' } },
  },
  source: 'i18next 25 documentation, i18next.com/overview/api; next-intl 4 (from memory, 2026-11)',
  examples: {
    finds: [],
    silent: [
      withUser(
        "import { useTranslation } from 'react-i18next';",
        'const { t } = useTranslation();',
        "console.log(t('form.email'), user.id);",
      ),
    ],
  },
};
