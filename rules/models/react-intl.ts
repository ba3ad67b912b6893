import type { Model } from '../../server/engine/model';
import { each } from './shared/functions';
import { withUser } from './shared/snippets';

const passes = { content: 'arguments' as const };

/** A formatted message contains the values that were put into it. */
export const reactIntl: Model = {
  id: 'react-intl',
  title: 'FormatJS',
  kind: 'utility',
  packages: ['react-intl', '@formatjs/intl'],
  exports: { useIntl: 'useIntl', createIntl: 'useIntl', defineMessages: 'nothing' },
  ambient: { intl: 'intl' },
  types: {
    useIntl: { call: { returns: 'intl' } },
    intl: {
      members: {
        formatMessage: { content: 'arguments' },
        ...each(['formatDate', 'formatList', 'formatDisplayName'], passes),
        formatNumber: {},
      },
    },
    nothing: { call: {} },
  },
  source: 'react-intl 7 documentation, formatjs.github.io/docs/react-intl/api (from memory, 2026-11)',
  examples: {
    finds: [
      withUser(
        "import { useIntl } from 'react-intl';",
        'const intl = useIntl();',
        "console.log(intl.formatMessage({ id: 'welcome' }, { email: user.email })); // ! pii-in-logs",
      ),
    ],
    silent: [
      withUser(
        "import { useIntl } from 'react-intl';",
        'const intl = useIntl();',
        "console.log(intl.formatMessage({ id: 'form.email' }));",
      ),
    ],
  },
};
